"""What validators miss, for only meaning shows it: is all that is said read, in order, in its language, and named well?

Knows nothing of the program: what a report was to say comes in as `Said`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tests.report.reading import INVISIBLE, Node, Reading, Run

SMALLEST = 8.0
LEAST_ALT = 20
LEAST_CONTRAST = 4.5
LARGEST = 150 * 1024
SPOKEN = {
    "en": frozenset(
        re.findall(
            r"\w+",
            "the and of to you your are with for that this it not yet have was were what which they does can",
        )
    ),
    "es": frozenset(
        re.findall(
            r"\w+",
            "el la los las de que y su usted con para una un del por se es son lo al en cuando qué más",
        )
    ),
}
"""Small words that tell a language; those that both have are left out."""
ALONE = {"en": {"no", "me", "a", "i"}, "es": {"no", "me", "a", "y", "o", "e"}}
INNER = ("Span", "Link", "Form")


@dataclass(frozen=True)
class Said:
    """What a report was to be."""

    language: str
    title: str
    made: str
    """As the file writes it: D:20261122000000+00'00'."""
    sentences: tuple[str, ...]
    furniture: tuple[str, ...]
    """What stands on every page and is not read."""
    foreign: tuple[tuple[str, str], ...] = ()
    """Words of another language, and of which."""
    private: tuple[str, ...] = ()
    """What must not be in the file."""
    beside: str = ""
    """The language that stands beside the first one; each of its parts may be in it."""


Check = Callable[[Reading, Said], Iterator[str]]


def findings(pdf: bytes, said: Said) -> list[str]:
    """Everything that is wrong, each with the name of its check; none: good."""
    reading = Reading(pdf)
    return [f"{check.__name__}: {found}" for check in CHECKS for found in check(reading, said)]


def headings(reading: Reading, _said: Said) -> Iterator[str]:
    found = _headings(reading.tree)
    levels = [level for level, _ in found]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"one H1, and first: {levels}"
    blocks = [node for node in reading.tree.walk() if node.tag not in ("", "Document")]
    if blocks and blocks[0].tag != "H1":
        yield f"the document begins with {blocks[0].tag}"
    yield from (
        f"a level is left out before {after}" for before, after in pairwise(levels) if after > before + 1
    )
    yield from (f"empty heading: {text!r}" for _, text in found if not text)


def bookmarks(reading: Reading, _said: Said) -> Iterator[str]:
    found = [(level, text.replace(" · ", " ")) for level, text in reading.bookmarks]
    headings = [(level, text.replace(" · ", " ")) for level, text in _headings(reading.tree)]
    if found != headings:
        yield f"{found} are not the headings {headings}"


def _headings(tree: Node) -> list[tuple[int, str]]:
    return [(int(node.tag[1]), node.text) for node in tree.walk() if re.fullmatch(r"H\d", node.tag)]


def title(reading: Reading, said: Said) -> Iterator[str]:
    preferences = reading.root.get("/ViewerPreferences", {})
    if not preferences.get("/DisplayDocTitle"):
        yield "the title is not shown"
    told = _info(reading).get("/Title")
    if told != said.title:
        yield f"{told!r} is not {said.title!r}"
    if f">{said.title}<" not in _about(reading):
        yield "the metadata have another title"


def language(reading: Reading, said: Said) -> Iterator[str]:
    """Each word is of the language that the structure says it is."""
    if reading.root.get("/Lang") != said.language:
        yield f"the document says {reading.root.get('/Lang')!r}"
    for tongue, text in _by_language(reading.tree, said.language):
        known = tongue in (said.language, said.beside)
        words = set(re.findall(r"\w+", text.lower())) - ALONE.get(tongue, set())
        for other, small in SPOKEN.items():
            strange = words & (small - SPOKEN.get(tongue, set()))
            if other != tongue and len(strange) > (1 if known else 0):
                yield f"{tongue}: {text!r} has {sorted(strange)}"
        if not known and not any(_same(text, words) and tongue == of for words, of in said.foreign):
            yield f"{text!r} is not known to be {tongue}"
        for phrase, of in said.foreign:
            if of != tongue and re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE):
                yield f"{phrase!r} is {of}, and stands as {tongue}"


def _same(text: str, phrase: str) -> bool:
    return text.strip().lower() == phrase.lower()


def _by_language(node: Node, tongue: str) -> Iterator[tuple[str, str]]:
    """Runs of text under one language; what is of another stands apart."""
    tongue = node.language or tongue
    if node.alt:
        return  # names and standings, of which the text beside it tells too
    own = ""
    for part in node.parts:
        if isinstance(part, Node):
            if (part.language and part.language != tongue) or part.tag not in INNER:
                yield from _by_language(part, tongue)
                own += " … "
            else:
                own += part.text
        elif not isinstance(part, dict):
            own += "".join(run.text for run in part.runs)
    if own.strip(" …"):
        yield tongue, " ".join(own.split())


def seen(reading: Reading, _said: Said) -> Iterator[str]:
    """Nothing is painted that an eye cannot read."""
    sizes = [page.mediabox for page in reading.reader.pages]
    for run in _runs(reading):
        if run.mode in INVISIBLE:
            yield f"hidden: {run.text!r}"
        elif _contrast(run.ink, run.paper) < LEAST_CONTRAST:
            yield f"too pale: {run.text!r}"
        if run.size < SMALLEST:
            yield f"{run.size:.1f} pt: {run.text!r}"
        if not (0 <= run.x <= sizes[run.page - 1].width and 0 <= run.y <= sizes[run.page - 1].height):
            yield f"off the page: {run.text!r}"


def _runs(reading: Reading) -> list[Run]:
    return [run for piece in reading.painted for run in piece.runs if run.text.strip()]


def _contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: tuple[float, ...]) -> float:
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in color]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def read(reading: Reading, said: Said) -> Iterator[str]:
    """All that the report says is read; what stands on every page is not, nor is a table's head read twice."""
    text = _flat(reading.text)
    yield from (f"not read: {sentence!r}" for sentence in said.sentences if _flat(sentence) not in text)
    cells = reading.tree.of("TH", "TD")
    yield from (
        f"read on each page: {cell.text!r}" for cell in cells if len({run.page for run in cell.runs}) > 1
    )
    heads = {cell.text for cell in cells if cell.tag == "TH"}
    shown = " ".join(_flat(part) for part in (*said.furniture, *heads))
    for piece in reading.artifacts:
        for words in (_flat(run.text) for run in piece.runs):
            if words and words not in shown and not re.fullmatch(r"\d+ \w+ \d+( / \d+ \w+ \d+)?", words):
                yield f"painted and not read: {words!r}"
        if not piece.marked:
            yield f"neither read nor an artifact: {piece.runs[0].text!r}"
    standing = {_flat(words) for words in said.furniture}
    blocks = [" ".join(run.text for run in block) for block in _blocks(reading.tree)]
    yield from (f"read as content: {block!r}" for block in blocks if _flat(block) in standing)


def _flat(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def words_apart(reading: Reading, said: Said) -> Iterator[str]:
    """The last word of a line does not run into the next one."""
    known = {word for sentence in said.sentences for word in re.findall(r"\w+", sentence)}
    for node in reading.tree.of("P", "TD", "TH", "LBody", "H1", "H2", "H3"):
        runs = [run for run in node.runs if run.text]
        for before, after in pairwise(runs):
            if before.y - after.y > 1 and before.text[-1].isalnum() and after.text[0].isalnum():
                last, first = re.split(r"\W", before.text)[-1], re.split(r"\W", after.text)[0]
                if last + first not in known:
                    yield f"{last}{first}"


def tables(reading: Reading, _said: Said) -> Iterator[str]:
    for table in reading.tree.of("Table"):
        rows = [[cell for cell in row.kids if cell.tag in ("TH", "TD")] for row in table.of("TR")]
        wide = [sum(int(cell.attributes.get("/ColSpan", 1)) for cell in row) for row in rows]
        if len(set(wide)) != 1:
            yield f"rows of {sorted(set(wide))} columns"
        for row in rows:
            yield from _row(row, max(wide))
        for cell in table.of("TH"):
            if cell.attributes.get("/Scope") not in ("/Row", "/Column"):
                yield f"no scope: {cell.text!r}"
            if not cell.text:
                yield "an empty header"


def _row(row: list[Node], wide: int) -> Iterator[str]:
    """A row is all headers, or is named by its first cell, or is one note from side to side."""
    if all(cell.tag == "TH" for cell in row):
        if any(cell.attributes.get("/Scope") == "/Row" for cell in row):
            yield f"headers that head no column: {row[0].text!r}"
    elif row[0].tag == "TH":
        yield from (f"a header amid a row: {cell.text!r}" for cell in row[1:] if cell.tag == "TH")
        if row[0].attributes.get("/Scope") != "/Row":
            yield f"it heads its row: {row[0].text!r}"
    elif len(row) > 1 or int(row[0].attributes.get("/ColSpan", 1)) != wide:
        yield f"nothing names the row of {row[0].text!r}"


def figures(reading: Reading, _said: Said) -> Iterator[str]:
    for figure in reading.tree.of("Figure"):
        words = re.findall(r"\w{2,}", figure.alt)
        if len(figure.alt) < LEAST_ALT or len(set(words)) < 3:
            yield f"says too little: {figure.alt!r}"
        if re.search(
            r"\.(png|jpe?g|svg|pdf)\b|^(image|figure|picture|imagen|figura)\b", figure.alt, re.IGNORECASE
        ):
            yield f"says what it is, not what it shows: {figure.alt!r}"
        if "/BBox" not in figure.attributes:
            yield f"without its place: {figure.alt!r}"


def lists(reading: Reading, _said: Said) -> Iterator[str]:
    for listed in reading.tree.of("L"):
        yield from (f"{kid.tag} in a list" for kid in listed.kids if kid.tag != "LI")
    for item in reading.tree.of("LI"):
        tags = [kid.tag for kid in item.kids]
        if tags not in (["LBody"], ["Lbl", "LBody"]):
            yield f"an item of {tags}"
        elif not item.kids[-1].text:
            yield "an item that says nothing"
    held = {id(item) for listed in reading.tree.of("L") for item in listed.kids}
    yield from (
        f"an item of no list: {item.text!r}" for item in reading.tree.of("LI") if id(item) not in held
    )


def links(reading: Reading, _said: Said) -> Iterator[str]:
    held = [click for node in reading.tree.of("Link") for click in node.clicks]
    for node in reading.tree.of("Link"):
        if len(node.text) < 6 or node.text.lower() in ("click here", "haga clic aquí"):
            yield f"says too little: {node.text!r}"
        if not node.clicks:
            yield f"leads nowhere: {node.text!r}"
    for click in held:
        if not str(click.get("/Contents", "")):
            yield "a link without words"
        if not str(click.get("/A", {}).get("/URI", "")).startswith("https://"):
            yield f"leads to {click.get('/A')}"
    if len(held) != len(_clicks(reading, "/Link")):
        yield "a link outside the structure"


def boxes(reading: Reading, _said: Said) -> Iterator[str]:
    """Each box to tick says what for, in the words beside it."""
    held = [click for node in reading.tree.of("Form") for click in node.clicks]
    if len(held) != len(_clicks(reading, "/Widget")):
        yield "a box outside the structure"
    if len({str(click.get("/T")) for click in held}) != len(held):
        yield "two boxes of one name"
    for around in reading.tree.of("LI", "TH", "TD"):
        for form in around.of("Form"):
            words = str(form.clicks[0].get("/TU", "")) if form.clicks else ""
            if len(words) < 3 or _flat(words) not in _flat(around.text):
                yield f"{words!r} is not what stands beside it"


def _clicks(reading: Reading, kind: str) -> list[object]:
    notes = [note for page in reading.reader.pages for note in (page.get("/Annots") or [])]
    return [note for note in notes if note.get_object()["/Subtype"] == kind]


def order(reading: Reading, _said: Said) -> Iterator[str]:
    """What is read later stands lower on its page or further on, but for columns that stand side by side."""
    for before, after in pairwise(_blocks(reading.tree)):
        (one, other) = before[0], after[0]
        back = (other.page, -other.y) < (one.page, -one.y - 1)
        if back and other.page == one.page and other.x > one.x + 40:
            continue  # the next column
        if back:
            yield f"{other.text!r} is read after {one.text!r}"


def _blocks(node: Node) -> list[list[Run]]:
    """The letters of each block: rows whole, for their cells stand side by side."""
    if node.tag == "TR" or not any(kid.tag not in INNER for kid in node.kids):
        runs = [run for run in node.runs if run.text.strip()]
        return [sorted(runs, key=lambda run: (run.page, -run.y))] if runs else []
    return [block for kid in node.kids for block in _blocks(kid)]


def leaks(reading: Reading, said: Said) -> Iterator[str]:
    """Nothing of who, where and when: of the product and the day alone."""
    everything = reading.everything
    for word in said.private:
        either = b"|".join(re.escape(word.encode(code)) for code in ("utf-8", "utf-16-be"))
        if word and re.search(rb"(?<!\w)(?:" + either + rb")(?!\w)", everything):
            yield f"{word!r} is in the file"
    about = _info(reading)
    dates = {about.pop("/CreationDate", None), about.pop("/ModDate", None)}
    if dates != {said.made}:
        yield f"made at {dates}"
    told = set(re.findall(r"\d{4}-\d\d-\d\dT[^<]*", _about(reading)))
    day = said.made[2:10]
    if told != {f"{day[:4]}-{day[4:6]}-{day[6:]}T00:00:00Z"}:
        yield f"the metadata tell of {told}"
    if set(about) - {"/Title", "/Author", "/Subject", "/Creator", "/Producer", "/Keywords", "/Trapped"}:
        yield f"{sorted(about)}"
    for name in (b"/Image", b"/JavaScript", b"/Launch", b"/OpenAction", b"/EmbeddedFile", b"/AA"):
        if re.search(re.escape(name) + rb"\b", everything):
            yield f"{name.decode()} is in the file"


def _info(reading: Reading) -> dict[str, Any]:
    return {str(key): str(value) for key, value in (reading.reader.metadata or {}).items()}


def _about(reading: Reading) -> str:
    metadata = reading.root.get("/Metadata")
    return metadata.get_object().get_data().decode() if metadata is not None else ""


def small(reading: Reading, _said: Said) -> Iterator[str]:
    if len(reading.bytes) > LARGEST:
        yield f"{len(reading.bytes)} bytes"


CHECKS: tuple[Check, ...] = (
    *(headings, bookmarks, title, language, seen, read, words_apart, tables, figures),
    *(lists, links, boxes, order, leaks, small),
)
