"""Holds a pack's citations against a posting's text: what still stands there, what moved, what changed or is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop_app.rulebook.citation import Citation
from desktop_app.rulebook.model import Pack
from desktop_app.rulebook.passage import find, words_of
from desktop_app.rulebook.posting import Posting, Span, read_posting
from desktop_app.rulebook.recover import Recovery, Swap, Window, differing_numbers, swaps
from desktop_app.rulebook.resemblance import Resemblance
from desktop_app.rulebook.sections import Sections

Status = Literal["unchanged", "moved", "changed", "gone", "unmarked"]
"""`gone`: changed beyond knowing again, or no longer there. `unmarked`: the citation has no fingerprint."""
LONGER, SHORTER = 20, 3
"""By how many words a changed passage may differ in length and still be tried."""
MOST_LIKELY = 6
"""Sentences that are tried thoroughly for a passage that is gone."""
LEAST_LIKENESS = 0.5
Mark = tuple[int, str]
"""A number of words, and their hash or its beginning."""


@dataclass(frozen=True)
class Stake:
    """What rests on a passage: the catalog's name for it, and the positions that ask for it."""

    key: str
    """requirements.<id>, path.<id> or pay.<id>."""
    positions: tuple[str, ...]


@dataclass(frozen=True)
class Passage:
    """A cited passage, and what became of it."""

    cite: Citation
    stakes: tuple[Stake, ...]
    status: Status
    places: tuple[Span, ...] = ()
    """Everywhere it stands word for word."""
    under: str = ""
    """The heading above it now, when it moved to another section."""
    now: Span | None = None
    """What stands there now, when it changed; the likeliest passage, when it is gone."""
    swaps: tuple[Swap, ...] = ()
    """The words that changed; certain, since the old ones give the fingerprint."""
    numbers: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Numbers in the pack's own words that the likeliest passage does not have, and the other way round."""


@dataclass(frozen=True)
class Drift:
    """What became of everything a pack cites, and what the text says besides."""

    passages: tuple[Passage, ...]
    new: tuple[Span, ...]
    """Sentences that no citation covers and that were not there when the pack was written."""
    read_before: tuple[Span, ...]
    """Sentences that no citation covers and that were read then."""

    @property
    def all_found(self) -> bool:
        return all(passage.status in ("unchanged", "moved") for passage in self.passages)

    @property
    def none_found(self) -> bool:
        return all(passage.status in ("gone", "unmarked") for passage in self.passages)


def drift(
    pack: Pack,
    text: str,
    *,
    source: str | None = None,
    plain: Mapping[str, str] | None = None,
    read: Iterable[Mark] = (),
) -> Drift:
    """What became of the passages that a pack cites from a source (its first when left out) in a newer text.

    `plain` has the pack's own words for what it cites, by stake; `read` the sentences known when it was written.
    Raises PostingError for a text without words.
    """
    posting = read_posting(text)
    cited = list(_cited(pack, source or pack.sources[0].id))
    marks = [(cite.fingerprint.words, cite.fingerprint.sha256) for cite, _ in cited if cite.fingerprint]
    windows, before = find(posting.words, marks), find(posting.words, read)
    search = _Search(posting, windows, cited)
    passages = [search.found(cite, stakes) for cite, stakes in cited]
    if any(passage.places for passage in passages):  # else it is another document altogether
        known = _covered(before, posting)
        passages = _Loss(posting, search.sections, passages, pack, plain or {}, known).told()
        # What a changed passage has become is no heading for those that follow it.
        search = _Search(posting, windows, cited, [one.now for one in passages if one.now])
        passages = [search.found(one.cite, one.stakes) if one.places else one for one in passages]
    return _drift(posting, _with_moved(passages), before)


def _cited(pack: Pack, source: str) -> Iterator[tuple[Citation, tuple[Stake, ...]]]:
    """Each passage once, with all that rests on it."""
    stakes: dict[tuple[object, object], tuple[Citation, dict[str, list[str]]]] = {}
    for key, positions, cite in _uses(pack):
        if cite.source == source:
            _, keys = stakes.setdefault((cite.place, cite.fingerprint), (cite, {}))
            keys.setdefault(key, []).extend(positions)
    for cite, keys in stakes.values():
        yield cite, tuple(Stake(key, tuple(positions)) for key, positions in keys.items())


def _uses(pack: Pack) -> Iterator[tuple[str, Sequence[str], Citation]]:
    for position in pack.positions:
        for requirement in position.requirements:
            yield f"requirements.{requirement.id}", [position.id], requirement.cite
            for item in requirement.path:
                yield f"path.{item.id}", [position.id], item.cite
    for pay in pack.pay:
        yield f"pay.{pay.id}", pay.positions, pay.cite


class _Search:
    """Where the cited passages stand word for word."""

    def __init__(
        self,
        posting: Posting,
        windows: Mapping[Mark, Sequence[int]],
        cited: Sequence[tuple[Citation, tuple[Stake, ...]]],
        changed: Iterable[Span] = (),
    ) -> None:
        self._posting, self._windows = posting, windows
        passages = [(at, at + mark[0]) for mark, starts in windows.items() for at in starts]
        passages += [(span.start, span.end) for span in changed]
        self.sections = Sections(posting, {cite.section for cite, _ in cited}, passages)

    def found(self, cite: Citation, stakes: tuple[Stake, ...]) -> Passage:
        mark = cite.fingerprint
        if mark is None:
            return Passage(cite, stakes, "unmarked")
        starts = self._windows.get((mark.words, mark.sha256), ())
        whole = [at for at in starts if mark.part or self._posting.whole(at, at + mark.words)]
        if not whole:
            return self._within(cite, stakes, starts[0]) if starts else Passage(cite, stakes, "gone")
        here = [at for at in whole if self.sections.stands(at, cite.section)]
        in_order = dict.fromkeys((*here, *whole))
        places = tuple(self._posting.span(at, at + mark.words) for at in in_order)
        if here:
            return Passage(cite, stakes, "unchanged", places)
        return Passage(cite, stakes, "moved", places, self.sections.at(whole[0]))

    def _within(self, cite: Citation, stakes: tuple[Stake, ...], at: int) -> Passage:
        """The words are all there, and others have been put before or behind them."""
        assert cite.fingerprint is not None  # noqa: S101 - found by it
        posting, end = self._posting, at + cite.fingerprint.words
        first = max(opens for opens in posting.opens if opens <= at)
        last = min(closes for closes in posting.closes if closes >= end)
        added = (posting.words[first:at], posting.words[end:last])
        more = tuple(Swap("", " ".join(words)) for words in added if words)
        return Passage(cite, stakes, "changed", now=posting.span(first, last), swaps=more)


def _with_moved(passages: Sequence[Passage]) -> list[Passage]:
    """Passages of one section that no longer stand in their order have moved: as few of them as explain it."""
    rows: dict[tuple[str, bool], list[Passage]] = {}
    for passage in passages:
        if passage.status == "unchanged" and (passage.cite.line or passage.cite.bullet):
            rows.setdefault((passage.cite.section, passage.cite.line is None), []).append(passage)
    moved: set[int] = set()
    for row in rows.values():
        row.sort(key=lambda one: (one.cite.line or one.cite.bullet or 0, one.places[0].start))
        kept = _longest_rising([one.places[0].start for one in row])
        moved |= {id(one) for number, one in enumerate(row) if number not in kept}
    return [
        Passage(one.cite, one.stakes, "moved", one.places) if id(one) in moved else one for one in passages
    ]


def _longest_rising(places: Sequence[int]) -> set[int]:
    """Which of these numbers make up the longest row that never falls."""
    rows: list[list[int]] = []
    for number, place in enumerate(places):
        before = [row for row in rows if places[row[-1]] <= place]
        row = max(before, key=len) if before else []
        rows.append([*row, number])
    longest = max(rows, key=len)
    return set(longest)


class _Loss:
    """What became of the passages that are not there word for word."""

    def __init__(
        self,
        posting: Posting,
        sections: Sections,
        passages: Sequence[Passage],
        pack: Pack,
        plain: Mapping[str, str],
        known: frozenset[int],
    ) -> None:
        self._posting, self._sections, self._passages = posting, sections, passages
        taken = known | _words_in(passages)
        self._loose = [one for one in posting.sentences if not _all_in(one, taken)]
        self._plain = {one: self._words_for(one, pack, plain) for one in passages}
        amounts = dict.fromkeys(amount for pay in pack.pay for amount in (pay.low, pay.high))
        vocabulary = {*posting.words, *(word for words in self._plain.values() for word in words)}
        self._recovery = Recovery(posting.words, vocabulary, [f"${amount}" for amount in amounts])
        self._resemblance = Resemblance(posting)

    @staticmethod
    def _words_for(passage: Passage, pack: Pack, plain: Mapping[str, str]) -> tuple[str, ...]:
        said = " ".join(plain.get(stake.key, "") for stake in passage.stakes)
        if any(stake.key.startswith("pay.") for stake in passage.stakes):
            said += " $ salary"
        return tuple(words_of(said))

    def told(self) -> list[Passage]:
        told = [self._recovered(one) if one.status == "gone" else one for one in self._passages]
        taken = _words_in(told)
        self._loose = [one for one in self._loose if not _all_in(one, taken)]
        return [self._likeliest(one) if one.status == "gone" else one for one in told]

    def _recovered(self, passage: Passage) -> Passage:
        mark = passage.cite.fingerprint
        assert mark is not None  # noqa: S101 - what is gone was looked for
        near = self._ranked(passage)[:MOST_LIKELY]
        windows = sorted(
            self._windows(mark.words, mark.part, near), key=lambda one: (not one.near, one.start, one.end)
        )
        found = self._recovery.recover(mark, windows)
        if found is None:
            return passage
        now = self._posting.span(found.start, found.end)
        changed = swaps(found.words, self._posting.words[found.start : found.end])
        return Passage(passage.cite, passage.stakes, "changed", now=now, swaps=changed)

    def _windows(self, words: int, part: bool, near: Sequence[Span]) -> Iterator[Window]:
        posting = self._posting
        close = {at for one in near for at in range(one.start, one.end)}
        if part:
            starts: Iterable[int] = range(len(posting.words))
            ends: Iterable[int] = range(1, len(posting.words) + 1)
        else:
            starts, ends = posting.opens, posting.closes
        stops = frozenset(ends)
        for start in starts:
            for end in range(start + words - SHORTER, start + words + LONGER + 1):
                if end > start and end in stops:
                    yield Window(start, end, start in close or end - 1 in close)

    def _likeliest(self, passage: Passage) -> Passage:
        """The sentence that most resembles the pack's own words for it, in its place; or none."""
        ranked = self._ranked(passage)
        if not ranked:
            return passage
        now = ranked[0]
        said = differing_numbers(self._plain[passage], self._posting.words[now.start : now.end])
        return Passage(passage.cite, passage.stakes, "gone", now=now, numbers=said)

    def _ranked(self, passage: Passage) -> list[Span]:
        """Loose sentences that may be the passage, likeliest first."""
        first, last = self._bounds(passage)
        section = passage.cite.section
        scored = [
            (
                self._resemblance.of(
                    self._plain[passage],
                    one,
                    in_section=self._sections.stands(one.start, section),
                    in_place=first <= one.start and one.end <= last,
                ),
                -one.start,
                one,
            )
            for one in self._loose
        ]
        scored.sort(key=lambda row: row[:2], reverse=True)
        return [one for score, _, one in scored if score >= LEAST_LIKENESS]

    def _bounds(self, passage: Passage) -> tuple[int, int]:
        """Between which found neighbours of its section a passage should stand; nowhere without one."""
        cite, first, last = passage.cite, 0, 0
        for other in self._passages:
            same_kind = (other.cite.line is None) == (cite.line is None)
            if other.status != "unchanged" or other.cite.section != cite.section or not same_kind:
                continue
            here, there = cite.line or cite.bullet or 0, other.cite.line or other.cite.bullet or 0
            if there < here:
                first = max(first, other.places[0].end)
            elif there > here:
                last = min(last or len(self._posting.words), other.places[0].start)
        return first, last or (len(self._posting.words) if first else 0)


def _drift(posting: Posting, passages: Sequence[Passage], read: Mapping[Mark, Sequence[int]]) -> Drift:
    cited = _words_in(passages)
    known = cited | _covered(read, posting)
    loose = [one for one in posting.sentences if not _all_in(one, cited)]
    new = tuple(one for one in loose if not _all_in(one, known))
    return Drift(tuple(passages), new, tuple(one for one in loose if one not in new))


def _words_in(passages: Iterable[Passage]) -> frozenset[int]:
    """The words of all passages that are accounted for."""
    spans = [
        span
        for one in passages
        for span in (*one.places, *((one.now,) if one.now and one.status == "changed" else ()))
    ]
    return frozenset(at for span in spans for at in range(span.start, span.end))


def _covered(found: Mapping[Mark, Sequence[int]], posting: Posting) -> frozenset[int]:
    """The words of whole sentences that were read before."""
    return frozenset(
        at
        for (length, _), starts in found.items()
        for start in starts
        if posting.whole(start, start + length)
        for at in range(start, start + length)
    )


def _all_in(span: Span, words: frozenset[int]) -> bool:
    return all(at in words for at in range(span.start, span.end))
