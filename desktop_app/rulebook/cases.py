"""The shape of a pack's cases: what somebody tells, and where they stand then."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from desktop_app.rulebook.model import Basis, StandingWord, Strength
from desktop_app.rulebook.part import Day, Id, Part

Outcome = Literal["meets", "confirm", "not_yet", "cannot_tell"]


class Expect(Part):
    """What follows from a case; only what is named is looked at. First keys are positions, then requirements."""

    outcomes: dict[Id, Outcome] = Field(default_factory=dict)
    standings: dict[Id, dict[Id, StandingWord]] = Field(default_factory=dict)
    path: dict[Id, dict[Id, StandingWord]] = Field(default_factory=dict)
    """Every step of a path, in order."""
    cautions: dict[Id, dict[Id, tuple[Id, ...]]] = Field(default_factory=dict)
    """Every caution of a requirement."""
    decisive: dict[Id, tuple[Id, ...]] = Field(default_factory=dict)
    """Every question whose answer can still move something, in the order of asking."""
    earliest: dict[Id, str] = Field(default_factory=dict)
    """`now`, `never`, `cannot_say`, or the day as YYYY-MM-DD."""
    rules: dict[Id, dict[Id, tuple[Strength, Basis]]] = Field(default_factory=dict)
    """How much each requirement weighs, and whether the source says so itself."""
    warnings: tuple[Id, ...] | None = None
    """Every warning; left out, they are not looked at."""

    @model_validator(mode="after")
    def _says_something(self) -> Expect:
        if not self.model_fields_set:
            raise ValueError("names nothing that follows")
        return self


class Case(Part):
    """One person's answers on a day, and what follows from them."""

    id: Id
    cites: tuple[Id, ...] = Field(min_length=1)
    """The requirements and steps of a path that it shows; their citations say where the source has it."""
    as_of: Day | None = None
    """Left out: the day of the file."""
    answers: dict[Id, Any] = Field(default_factory=dict)
    """As an answer sheet has them."""
    expect: Expect


class CaseFile(Part):
    as_of: Day
    cases: tuple[Case, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ids_are_unique(self) -> CaseFile:
        ids = [case.id for case in self.cases]
        twice = {id_ for id_ in ids if ids.count(id_) > 1}
        if twice:
            raise ValueError(f"the case '{sorted(twice)[0]}' stands twice")
        return self

    def dated(self) -> tuple[Case, ...]:
        """The cases, each with its day."""
        return tuple(
            case if case.as_of else case.model_copy(update={"as_of": self.as_of}) for case in self.cases
        )
