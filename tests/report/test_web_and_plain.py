"""The web page and the plain text: all that the PDF says, in its order, and nothing that a person typed is markup."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.answers.sheet import read_answers
from desktop_app.judgement.judge import Judge
from desktop_app.report.forms import form_of, write_form
from desktop_app.report.kinds import Choices, Document, content_of
from desktop_app.report.lettering import printable
from desktop_app.report.palette import DARK, PAPER
from desktop_app.report.paper import LETTER
from desktop_app.report.pdf import pdf_bytes
from desktop_app.report.plain import COLUMNS, text_of
from desktop_app.report.web import page_of
from desktop_app.report.writing import ReportError
from tests.conftest import TODAY
from tests.report.conftest import SAMPLES
from tests.report.listening import Page, missing, spoken
from tests.report.reading import Node, Reading
from tests.report.said import private
from tests.report.samples import ROLE, SIZES, sample

LANGUAGES = ("en", "es")
REPORTS = [*SIZES.values(), *(name for name in SAMPLES if name not in SIZES.values())]


@pytest.fixture(
    scope="module",
    params=[(at, LANGUAGES[at % 2]) for at in range(len(REPORTS))],  # languages take turns
    ids=lambda each: f"{REPORTS[each[0]] if isinstance(REPORTS[each[0]], str) else each[0]} {each[1]}",
)
def content(request, report):
    at, language = request.param
    return report(REPORTS[at], language=language)


@pytest.fixture(scope="module")
def tree(content):
    """What the PDF says, as it is read aloud."""
    return Reading(pdf_bytes(content)).tree


@pytest.fixture(scope="module")
def made(both_words):
    """A report as a web page."""
    return lambda content: page_of(content, both_words[content.language])


def read_aloud(node: Node, *, heads: bool = True) -> list[str]:
    """The texts of a PDF, one by one in the order of reading: paragraphs, headings, cells, and pictures in words."""
    if node.tag == "Lbl" or (node.tag == "THead" and not heads):
        return []
    if node.alt or not any(kid.tag not in ("Span", "Link") for kid in node.kids):
        return [node.text] if node.text else []
    return [text for kid in node.kids for text in read_aloud(kid, heads=heads)]


def for_plain(text: str, content) -> str:
    """A text as the plain one has it: of signs and of a drawing's legend nothing, of the drawing what it shows."""
    signs = {
        printable("; ".join(mark.text for mark in position.marks))
        for series in content.first_page.summary.series
        for position in series.positions
    }
    legends = {spoken(" ".join(words for _, words in plan.picture.legend)) for plan in content.plans}
    titles = {f"{plan.picture_title}. " for plan in content.plans}
    told = {printable(plan.picture.spoken) for plan in content.plans}
    if text in signs or spoken(text) in legends:
        return ""
    shown = any(text in words for words in told)  # all of it, or the part that one page has
    return text.removeprefix(min(titles)) if shown and titles else text


# ---------------------------------------------------------------- the same as the PDF


def test_what_the_pdf_says_both_say_in_the_same_order(content, tree, made):
    page = printable(Page.of(made(content)).words)
    assert missing(read_aloud(tree), page) == []
    told = [for_plain(text, content) for text in read_aloud(tree, heads=False)]
    assert missing(list(filter(None, told)), printable(spoken(text_of(content)))) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["employer", "one_page", "staff"])
@pytest.mark.parametrize("name", ["four-months-and-counting", "ready-for-california-1"])
def test_so_it_is_for_every_kind(book, both_words, name, kind, language):
    content = of_kind(book, both_words[language], name, kind)
    told = read_aloud(Reading(pdf_bytes(content)).tree)
    page = Page.of(page_of(content, both_words[language]))
    assert missing(told, printable(page.words)) == []
    assert [len(page.of_name(name)) for name in ("h1", "main")] == [1, 1]
    heads = {spoken(one.text) for one in page.of_name("th") if one.attributes["scope"] == "col"}
    signs = {
        spoken(one.attributes["aria-label"])
        for one in page.elements
        if one.attributes.get("class") == "marks"
    }
    if kind != "staff":  # which has the picture too, told apart above
        plain = [text for text in told if spoken(text) not in heads | signs]
        assert missing(plain, printable(spoken(text_of(content)))) == []


def of_kind(book, words, name, kind):
    packs = book.in_force(TODAY)
    sheet = read_answers(sample(name), book.facts, TODAY)
    judgement = Judge([loaded.pack for loaded in packs], book.facts).judge(sheet)
    return content_of(Choices(kind, "ca-calaveras-1"), judgement, sheet, packs, book.facts, words)


def test_two_languages_stand_one_after_the_other(report, both_words, tmp_path):
    both = [report("four-months-and-counting", language=language) for language in LANGUAGES]
    page = Page.of(page_of(both[0], both_words["en"], both[1]))
    for content in both:
        assert missing(read_aloud(Reading(pdf_bytes(content)).tree), printable(page.words)) == []
    assert len(page.of_name("h1")) == 1
    ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    assert {one.attributes.get("lang") for one in page.of_name("section")} == {None, "es"}
    file = tmp_path / "both.txt"
    write_form(Document(both[0], both[1], LETTER), both_words["en"], file)
    assert file.read_text(encoding="utf-8") == "\n\n".join(map(text_of, both))


def test_what_is_left_out_of_one_is_noticed():
    assert missing(["One.", "Two two."], "One Two two") == []
    assert missing(["One.", "Two."], "Two One") == ["Two."]
    assert missing(["One.", "Two."], "One three") == ["Two."]


def test_the_headings_are_the_pdfs(content, tree, made):
    pdf = [(node.tag.lower(), spoken(node.text)) for node in tree.of("H1", "H2", "H3")]
    page = [(one.name, spoken(one.text)) for one in Page.of(made(content)).of_name("h1", "h2", "h3")]
    assert page == pdf


# ---------------------------------------------------------------- the web page


def test_the_page_is_well_built(content, made):
    page = Page.of(made(content))
    assert page.elements[0].attributes == {"lang": content.language}
    levels = [int(one.name[1]) for one in page.of_name("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [len(page.of_name(name)) for name in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    assert {
        one.attributes["href"][1:] for one in page.elements if one.attributes.get("href", "")[:1] == "#"
    } <= {*ids}
    assert all(one.attributes["scope"] for one in page.of_name("th"))
    boxes = page.of_name("input")
    assert boxes
    assert all("label" in box.inside for box in boxes)
    assert all(one.text.strip() for one in page.of_name("label"))


def test_it_needs_and_asks_for_nothing(content, made):
    markup = made(content)
    page = Page.of(markup)
    assert page.of_name("script", "img", "link", "iframe", "object", "form") == []
    assert not any(
        name.startswith("on") or name in ("src", "style") for one in page.elements for name in one.attributes
    )
    style = page.of_name("style")[0].text
    assert not re.search(r"url\(|@import|expression", style)
    addresses = {one.attributes["href"] for one in page.of_name("a")} | set(
        re.findall(r"https?://[^\s\"<]+", markup)
    )
    sites = {f"https://{one.how}" for one in content.first_page.summary.contacts if one.site}
    assert {address for address in addresses if not address.startswith("#")} <= sites
    assert "default-src 'none'" in markup


def test_words_of_another_language_say_so(report, made):
    page = Page.of(made(report("four-months-and-counting", language="es")))
    marked = {one.text for one in page.of_name("span") if one.attributes.get("lang") == "en"}
    assert "Special Requirements" in marked
    assert not [one for one in page.of_name("span") if one.attributes.get("lang") == "es"]


def test_the_picture_is_told_in_words(report, made):
    content = report("four-months-and-counting")
    page = Page.of(made(content))
    names = {
        one.attributes["id"]: one.text for one in page.of_name("title", "desc") if "id" in one.attributes
    }
    pictures = [one for one in page.of_name("svg") if one.attributes.get("role") == "img"]
    assert len(pictures) == len(content.plans)
    for picture, plan in zip(pictures, content.plans, strict=True):
        assert names[picture.attributes["aria-labelledby"]] == plan.picture_title
        assert names[picture.attributes["aria-describedby"]] == plan.picture.spoken


# ---------------------------------------------------------------- the plain text


def test_no_line_is_too_long_and_headings_are_underlined(content):
    text = text_of(content)
    lines = text.split("\n")
    assert max(map(len, lines)) <= COLUMNS
    assert not [line for line in lines if line != line.rstrip()]
    assert text.endswith("\n")
    title = lines.index(content.first_page.title)
    assert set(lines[title + 1]) == {"="}
    for heading in (content.steps.title, content.judged.title, content.pay.title):
        assert set(lines[lines.index(heading) + 1]) == {"-"}


# ---------------------------------------------------------------- whatever was typed

TITLES = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=TITLES)
def test_any_title_is_text_and_nothing_else(report, made, title):
    content = report({"roles": [{**ROLE, "title": title}]})
    markup = made(content)
    markup.encode()
    page = Page.of(markup)
    bare = Page.of(made(report({"roles": [{**ROLE, "title": ""}]})))
    names = [one.name for one in page.elements if one.name != "p"]
    assert names == [one.name for one in bare.elements if one.name != "p"]
    assert max(len(line) for line in text_of(content).split("\n")) <= COLUMNS


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "&lt;b&gt; & co",
    "]]> --> </style></title>",
    "\u202egnirts desrever\u202c",
    "a\x00b\x1b[31mc\n\nSecond line",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_markup_in_a_title_is_shown_as_it_was_typed(report, made, title):
    content = report({"roles": [{**ROLE, "title": title}]})
    markup, plain = made(content), text_of(content)
    page = Page.of(markup)
    assert page.of_name("script", "img", "b") == []
    assert spoken(title.replace("\x00", " ").replace("\x1b", " ")) in spoken(plain)
    for text in (markup, plain):
        text.encode()
        assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e\u2066-\u2069]", text)


# ---------------------------------------------------------------- nothing about a person or a machine


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kind_of_lived_experience_stays_out(report, made, both_words, language):
    kind = both_words[language].say("questions.lived_experience.said.own_mental_health_services")
    for named in (False, True):
        content = report("ready-for-california-1", language=language, name_private=named)
        assert (spoken(kind) in Page.of(made(content)).words) is named
        assert (spoken(kind) in spoken(text_of(content))) is named


def test_nothing_of_this_machine_is_in_either(report, made):
    content = report("texas-lead")
    for text in (made(content), text_of(content)):
        assert not [one for one in private() if one and one in text]


def test_the_same_bytes_in_another_process(report, made, tmp_path):
    content = report("texas-lead")
    program = (
        "import sys; from tests.report.samples import content_of; from desktop_app.i18n import load_words;"
        "from desktop_app.report.web import page_of; from desktop_app.report.plain import text_of;"
        "c = content_of('texas-lead', 'en');"
        "sys.stdout.buffer.write((page_of(c, load_words('en')) + text_of(c)).encode())"
    )
    settings = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONPATH": os.getcwd()}  # noqa: PTH109
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env={**os.environ, **settings}, check=True
    )
    assert run.stdout.decode() == made(content) + text_of(content)


# ---------------------------------------------------------------- writing, and colors


def test_each_is_written_whole_and_an_existing_file_stays(report, made, both_words, tmp_path):
    content = report("texas-lead")
    page, plain = tmp_path / "report.html", tmp_path / "report.txt"
    write_form(content, both_words["en"], page)
    write_form(content, both_words["en"], plain)
    assert page.read_bytes() == made(content).encode()
    assert plain.read_bytes() == text_of(content).encode()
    for file in (page, plain):
        with pytest.raises(ReportError):
            write_form(content, both_words["en"], file)
    write_form(content, both_words["en"], page, form="text", replace=True)
    assert page.read_bytes() == plain.read_bytes()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["report.html", "report.txt"]


def test_a_name_asks_for_its_form():
    asked = {"a.pdf": "pdf", "a.HTML": "web", "a.htm": "web", "a.txt": "text", "a": None, "a.docx": None}
    assert {name: form_of(Path(name)) for name in asked} == asked


def test_each_color_is_told_apart_from_what_it_stands_on():
    for colors in (PAPER, DARK):
        texts = [(text, "card") for text in ("ink", "soft", "accent", "met", "ask", "todo", "open")]
        texts += [("ink", "tint"), ("accent", "tint"), ("ink", "note"), ("soft", "note"), ("ask", "ask_tint")]
        texts += [("card", "met"), ("card", "ink"), ("card", "accent")]
        for ink, ground in texts:
            assert contrast(colors[ink], colors[ground]) >= 4.5, (ink, ground)
        assert contrast(colors["edge"], colors["card"]) >= 3


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(map(_light, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _light(color: str) -> float:
    parts = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
