"""Tells in sentences what became of the passages that a pack cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop_app.i18n import Message, Words
from desktop_app.judgement.explain import cited
from desktop_app.rulebook.drift import Drift, Passage, Stake, Status
from desktop_app.rulebook.model import Pack
from desktop_app.rulebook.posting import Span


class Line(NamedTuple):
    """A line, and how far in it stands: 0 a heading, 1 a passage or a sentence, 2 what is said of it."""

    depth: int
    message: Message


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
    yield Line(0, _headline(found, series))
    yield from _with_status(found, series, ("changed", "gone", "unmarked", "moved"))
    yield from _sentences("new" if found.read_before else "loose", found.new)
    yield from _with_status(found, series, ("unchanged",))
    yield from _sentences("read_before", found.read_before)


def _with_status(found: Drift, series: str, statuses: Iterable[Status]) -> Iterator[Line]:
    for status in statuses:
        passages = [one for one in found.passages if one.status == status]
        if passages:
            yield Line(0, Message(f"drift.headings.{status}", {"count": len(passages)}))
            for passage in passages:
                yield from _passage(passage, series)


def _headline(found: Drift, series: str) -> Message:
    values: Mapping[str, object] = {"series": Message(f"{series}.series.name")}
    if found.all_found:
        return Message("drift.all_found", values)
    if found.none_found:
        return Message("drift.none_found", values)
    lost = [one for one in found.passages if one.status not in ("unchanged", "moved")]
    return Message("drift.some_found", {**values, "count": len(lost), "total": len(found.passages)})


def _passage(passage: Passage, series: str) -> Iterator[Line]:
    yield from (Line(1, _stake(stake, series)) for stake in passage.stakes)
    yield Line(2, Message("drift.cited", {"place": cited(series, passage.cite)}))
    yield from (Line(2, message) for message in _fate(passage))


def _stake(stake: Stake, series: str) -> Message:
    positions = [Message(f"{series}.positions.{one}.name") for one in stake.positions]
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


def _sentences(heading: str, sentences: Iterable[Span]) -> Iterator[Line]:
    shown = list(sentences)
    if shown:
        yield Line(0, Message(f"drift.headings.{heading}", {"count": len(shown)}))
        yield from (Line(1, Message("drift.sentence", _quoted(one))) for one in shown)


def _quoted(span: Span) -> Mapping[str, object]:
    return {"line": span.line, "text": span.text}
