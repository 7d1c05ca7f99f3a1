"""Tells in sentences what became of the passages that a pack cites; the commands and the window tell it alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from desktop_app.i18n import Message, Words, load_words
from desktop_app.judgement.explain import cited
from desktop_app.rulebook.drift import Drift, Passage, Stake, Status, drift
from desktop_app.rulebook.load import LoadedPack, words_with
from desktop_app.rulebook.model import Pack
from desktop_app.rulebook.posting import Span
from desktop_app.rulebook.read_before import read_before

Kind = Status | Literal["new", "loose", "read_before"]
"""What a group is of: passages of one status, or sentences that no rule cites."""

Called = Literal["name", "short"]
"""Which of its names a position goes by."""


class PassageTold(NamedTuple):
    """A cited passage: what rests on it, where it was cited from, and what became of it."""

    stakes: tuple[Message, ...]
    cited: Message
    fate: tuple[Message, ...]
    about: tuple[Message, ...] = ()
    """What the pack makes of it, in its own words."""


class Group(NamedTuple):
    """Passages that met the same fate, or sentences."""

    kind: Kind
    heading: Message
    passages: tuple[PassageTold, ...] = ()
    sentences: tuple[Message, ...] = ()


class Line(NamedTuple):
    """A line, and how far in it stands: 0 a heading, 1 a passage or a sentence, 2 what is said of it."""

    depth: int
    message: Message


def look_up(loaded: LoadedPack, text: str, source: str | None = None) -> Drift:
    """What became of what a pack cites from a source (its first when left out) in a newer text of it.

    Raises PostingError for a text without words, ResourceError for files that cannot be used.
    """
    english = words_with(load_words("en"), [loaded])  # as the postings are
    wanted = source or loaded.pack.sources[0].id
    read = read_before(loaded.folder, wanted)
    return drift(loaded.pack, text, source=wanted, plain=plain_words(loaded.pack, english), read=read)


def plain_words(pack: Pack, words: Words) -> dict[str, str]:
    """The pack's own words for what it cites, by stake: what a changed passage is known again by."""
    requirements = [one for position in pack.positions for one in position.requirements]
    keys = {f"requirements.{one.id}" for one in requirements}
    keys |= {f"path.{item.id}" for one in requirements for item in one.path}
    return {
        key: " ".join(words.say(f"{pack.series}.{key}.{part}") for part in ("name", "asks")) for key in keys
    }


def told(found: Drift, series: str) -> Iterator[Line]:
    """Everything worth reading, what needs doing first."""
    yield Line(0, headline(found, series))
    for group in groups(found, series):
        yield Line(0, group.heading)
        for passage in group.passages:
            yield from (Line(1, stake) for stake in passage.stakes)
            yield from (Line(2, message) for message in (passage.cited, *passage.fate))
        yield from (Line(1, sentence) for sentence in group.sentences)


def headline(found: Drift, series: str) -> Message:
    """Whether all of it still stands."""
    values: Mapping[str, object] = {"series": Message(f"{series}.series.name")}
    if found.all_found:
        return Message("drift.all_found", values)
    if found.none_found:
        return Message("drift.none_found", values)
    lost = [one for one in found.passages if one.status not in ("unchanged", "moved")]
    return Message("drift.some_found", {**values, "count": len(lost), "total": len(found.passages)})


def groups(found: Drift, series: str, called: Called = "name") -> Iterator[Group]:
    """What needs doing first; none of them is empty. Positions are called in short where a page names the series."""
    yield from _with_status(found, series, ("changed", "gone", "unmarked", "moved"), called)
    yield from _sentences("new" if found.read_before else "loose", found.new)
    yield from _with_status(found, series, ("unchanged",), called)
    yield from _sentences("read_before", found.read_before)


def _with_status(found: Drift, series: str, statuses: Iterable[Status], called: Called) -> Iterator[Group]:
    for status in statuses:
        passages = tuple(_passage(one, series, called) for one in found.passages if one.status == status)
        if passages:
            heading = Message(f"drift.headings.{status}", {"count": len(passages)})
            yield Group(status, heading, passages=passages)


def _passage(passage: Passage, series: str, called: Called) -> PassageTold:
    place = Message("drift.cited", {"place": cited(series, passage.cite)})
    stakes = tuple(_stake(stake, series, called) for stake in passage.stakes)
    asks = (Message(f"{series}.{one.key}.asks") for one in passage.stakes if not one.key.startswith("pay."))
    return PassageTold(stakes, place, tuple(_fate(passage)), tuple(asks))


def _stake(stake: Stake, series: str, called: Called) -> Message:
    positions = [Message(f"{series}.positions.{one}.{called}") for one in stake.positions]
    if stake.key.startswith("pay."):
        return Message("drift.pay", {"name": Message(f"{series}.{stake.key}"), "positions": positions})
    return Message("drift.stake", {"name": Message(f"{series}.{stake.key}.name"), "positions": positions})


def _fate(passage: Passage) -> Iterator[Message]:
    match passage.status:
        case "changed" if passage.now:
            yield Message("drift.now", _quoted(passage.now))
            yield from _swapped(passage)
        case "gone" if passage.now:
            yield Message("drift.likeliest", _quoted(passage.now))
            ours, theirs = passage.numbers
            if ours and theirs:
                yield Message("drift.numbers", {"old": list(ours), "new": list(theirs)})
        case "gone":
            yield Message("drift.nothing_like_it")
        case "unmarked":
            yield Message("drift.no_fingerprint")
        case "moved":
            yield _moved(passage)
            yield from _several(passage.places)
        case _ if len(passage.places) == 1:
            yield Message("drift.on_line", {"line": passage.places[0].line})
        case _:
            yield from _several(passage.places)


def _swapped(passage: Passage) -> Iterator[Message]:
    for old, new in passage.swaps:
        if not old:
            yield Message("drift.added", {"new": new})
        elif not new:
            yield Message("drift.left_out", {"old": old})
        else:
            yield Message("drift.swapped", {"old": old, "new": new})


def _moved(passage: Passage) -> Message:
    line = passage.places[0].line
    if passage.under:
        return Message("drift.moved_under", {"line": line, "heading": passage.under})
    return Message("drift.moved", {"line": line})


def _several(places: Sequence[Span]) -> Iterator[Message]:
    if len(places) > 1:
        lines = [str(place.line) for place in places]
        yield Message("drift.several", {"times": len(places), "lines": lines})


def _sentences(kind: Literal["new", "loose", "read_before"], sentences: Iterable[Span]) -> Iterator[Group]:
    shown = tuple(Message("drift.sentence", _quoted(one)) for one in sentences)
    if shown:
        yield Group(kind, Message(f"drift.headings.{kind}", {"count": len(shown)}), sentences=shown)


def _quoted(span: Span) -> Mapping[str, object]:
    return {"line": span.line, "text": span.text}
