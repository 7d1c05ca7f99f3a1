"""A center's own page while it is filled in: what stands in each field, and what is missing or wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from desktop_app.center import Center, Entry, OwnLine, trouble_with
from desktop_app.i18n import Message

Series = Literal["places", "trainers"]
SERIES: tuple[Series, ...] = ("places", "trainers")
DRAFT = "center"
"""Under this name what is not saved yet outlives the page being made anew."""
ALONE = ("name", "phone", "languages", "support_name", "support_how")


class Place(NamedTuple):
    """A field: what it is called, and its number where there are several; 0 for one that stands alone."""

    label: str
    number: int = 0


class Fault(NamedTuple):
    place: Place
    message: Message


@dataclass(frozen=True)
class CenterDraft:
    lines: Mapping[Place, str] = field(default_factory=dict)
    counts: Mapping[Series, int] = field(default_factory=lambda: dict.fromkeys(SERIES, 1))
    """How many places, and trainers, there is a field for."""
    told: frozenset[Place] = frozenset()
    """Fields that were said to be wrong, until they are put right."""

    @classmethod
    def of(cls, center: Center | None) -> CenterDraft:
        """What is kept; of each list at least one to fill in."""
        if center is None:
            return cls()
        lines = {
            Place("name"): center.name,
            Place("phone"): center.phone,
            Place("languages"): center.languages,
            Place("support_name"): center.support.name,
            Place("support_how"): center.support.how,
        }
        counts: dict[Series, int] = {}
        for series in SERIES:
            entries = getattr(center, series)
            counts[series] = max(1, len(entries))
            for number, entry in enumerate(entries, 1):
                lines[Place(f"{series}_name", number)] = entry.name
                lines[Place(f"{series}_how", number)] = entry.how
        return cls(lines, counts)

    def says_the_same(self, center: Center | None) -> bool:
        """Whether a center's page would be what is kept already."""
        return self._said() == CenterDraft.of(center)._said()

    def _said(self) -> Mapping[Place, str]:
        return {place: line for place in self.lines if (line := self.line(*place))}

    def line(self, label: str, number: int = 0) -> str:
        """As it is kept: on one line, without blanks around it."""
        return " ".join(self.lines.get(Place(label, number), "").split())

    def center(self) -> Center:
        """The page, where nothing is wrong with it."""
        return Center(
            name=self.line("name"),
            phone=self.line("phone"),
            support=OwnLine(name=self.line("support_name"), how=self.line("support_how")),
            places=tuple(self._entries("places")),
            trainers=tuple(self._entries("trainers")),
            languages=self.line("languages"),
        )

    def faults(self) -> Iterator[Fault]:
        """In the order of the page; one for each field at most."""
        for place in self.places():
            trouble = trouble_with(place.label, self.line(*place)) or self._missing(place)
            if trouble:
                yield Fault(place, trouble)

    def places(self) -> Iterator[Place]:
        """Every field, in the order of the page."""
        yield from (Place(label) for label in ALONE)
        for series in SERIES:
            for number in range(1, self.counts[series] + 1):
                yield Place(f"{series}_name", number)
                yield Place(f"{series}_how", number)

    def with_one_more(self, series: Series) -> CenterDraft:
        return replace(self, counts={**self.counts, series: self.counts[series] + 1})

    def without(self, series: Series, number: int) -> CenterDraft:
        """Those after it move up; one field stays to be filled in."""
        lines = {place: line for place, line in self.lines.items() if not place.label.startswith(series)}
        left = [each for each in range(1, self.counts[series] + 1) if each != number]
        for new, old in enumerate(left, 1):
            for label in (f"{series}_name", f"{series}_how"):
                lines[Place(label, new)] = self.lines.get(Place(label, old), "")
        return CenterDraft(lines, {**self.counts, series: max(1, len(left))})

    def _entries(self, series: Series) -> Iterator[Entry]:
        for number in range(1, self.counts[series] + 1):
            entry = Entry(name=self.line(f"{series}_name", number), how=self.line(f"{series}_how", number))
            if entry:
                yield entry

    def _missing(self, place: Place) -> Message | None:
        """A number that belongs to nobody; a line without its number."""
        if place.label == "support_how" and self.line("support_name") and not self.line("support_how"):
            return Message("center.problems.no_number")
        series, _, part = place.label.partition("_")
        is_listed = series in SERIES and part == "name"
        if is_listed and self.line(f"{series}_how", place.number) and not self.line(*place):
            return Message("center.problems.no_name")
        return None
