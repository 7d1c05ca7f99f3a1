"""The shape of a rule pack and of the facts it may ask about; what is not described here cannot be said."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from desktop_app.rulebook.citation import Citation, Source
from desktop_app.rulebook.part import Amount, Day, Id, Part

Strength = Literal["must", "level", "expected", "preferred"]
Basis = Literal["stated", "interpreted", "inferred"]
StandingWord = Literal["met", "unclear", "not_met", "unanswered"]
Work = Literal[
    "peer_support_to_individuals",
    "work_with_families_or_caregivers",
    "other_direct_work_with_consumers",
    "other",
]
Setting = Literal["public_behavioral_health", "similar", "other"]
FactKind = Literal["choice", "choices", "yes_no", "date", "roles"]


# ---------------------------------------------------------------- facts


class ReadWhen(Part):
    """A follow-up is read only when the answer before it is one of these."""

    fact: Id
    one_of: tuple[Id, ...] = Field(min_length=1)


class Fact(Part):
    """One thing a person can tell us: its kind, its choices, and how carefully it is handled."""

    id: Id
    section: Id
    kind: FactKind
    choices: tuple[Id, ...] = ()
    alone: tuple[Id, ...] = ()
    """Choices of a set that go with no other."""
    personal: bool = False
    """'I'd rather not say' is offered."""
    private: bool = False
    """What was chosen stays out of reports unless the person wants it in."""
    read_when: ReadWhen | None = None

    @model_validator(mode="after")
    def _choices_fit(self) -> Fact:
        if (self.kind in ("choice", "choices")) != bool(self.choices):
            raise ValueError("a choice needs choices, and nothing else has them")
        if len(set(self.choices)) != len(self.choices) or not set(self.alone) <= set(self.choices):
            raise ValueError("each choice stands once, and 'alone' names some of them")
        return self


class OwnFacts(Part):
    """What a pack asks beyond the program's own questions; each in one of the program's sections."""

    facts: tuple[Fact, ...] = Field(min_length=1)


class FactFile(Part):
    sections: tuple[Id, ...] = Field(min_length=1)
    facts: tuple[Fact, ...] = Field(min_length=1)


# ---------------------------------------------------------------- expressions


class All(Part):
    """Met when every part is: the minimum of both ends."""

    all: tuple[Expression, ...] = Field(min_length=1)


class Any_(Part):  # noqa: N801 - 'Any' is typing's
    """Met when one part is: the maximum of both ends."""

    any: tuple[Expression, ...] = Field(min_length=1)


class AtLeast(Part):
    """Met when so many of the parts are: the n-th largest of both ends."""

    at_least: int = Field(ge=1)
    of: tuple[Expression, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _can_be_reached(self) -> AtLeast:
        if self.at_least > len(self.of):
            raise ValueError("asks for more parts than there are")
        return self


class WithinMonthsOfHire(Part):
    """What may still be earned once hired: never below unclear, since nothing is missing at hiring."""

    within_months_of_hire: int = Field(ge=1, le=120)
    of: Expression
    ask: Id


class EmployerDecides(Part):
    """What no answer here can tell: always unclear, with the question to ask."""

    employer_decides: Id


class YearsSince(Part):
    """So many years since a day that was told; the same day some years on counts."""

    years_since: Id
    at_least: int = Field(ge=1, le=80)


class Answer(Part):
    """A choice, a set or a yes/no: the best standing among what was chosen; what is not named is not met."""

    fact: Id
    met: tuple[Id | bool, ...] = ()
    unclear: tuple[Id, ...] = ()
    ask: Id | None = None
    """The question to put to the employer when the standing is unclear."""

    @model_validator(mode="after")
    def _decides(self) -> Answer:
        if not self.met and not self.unclear:
            raise ValueError("names no answer that counts")
        if bool(self.unclear) != bool(self.ask):
            raise ValueError("an unclear answer needs a question to ask, and only that")
        return self


class Credential(Part):
    """A certificate that runs out: its expiry day still counts, and one not given leaves it running."""

    credential: Id
    expires: Id
    met: tuple[Id, ...] = ()
    unclear: tuple[Id, ...] = ()
    ask: Id | None = None


class Lapsed(Part):
    """Met when a certificate is answered as `expired`, or as `running` with its expiry day past."""

    lapsed: Id
    expires: Id
    expired: tuple[Id, ...]
    running: tuple[Id, ...]


class NotGiven(Part):
    """Met when a fact has no answer; for cautions only, since silence never decides."""

    not_given: Id


class WhichRoles(Part):
    """Which jobs and volunteering count; a field left out means any."""

    work: tuple[Work, ...] | None = None
    setting: tuple[Setting, ...] | None = None
    paid: bool | None = None


class Months(Part):
    """Calendar months in roles that count; merged, so that no day counts twice."""

    months: int = Field(ge=1, le=600)
    count: Id
    """Under which words the months are told."""
    roles: tuple[WhichRoles, ...] = Field(min_length=1)


class HasRole(Part):
    """Met by any one role that counts, however short."""

    has_role: tuple[WhichRoles, ...] = Field(min_length=1)
    count: Id


class AtBestUnclear(Part):
    """What the source is silent about: it can be asked, and never decides alone."""

    at_best_unclear: Expression
    ask: Id


class UseRule(Part):
    """A rule of the same pack, by name."""

    rule: Id


_KINDS = (
    "all",
    "any",
    "fact",
    "credential",
    "lapsed",
    "not_given",
    "months",
    "has_role",
    "years_since",  # before at_least, which it has too
    "at_least",
    "within_months_of_hire",
    "employer_decides",
    "at_best_unclear",
    "rule",
)


def _kind_of(value: Any) -> str | None:
    """An expression is known by its first key among these."""
    names = value if isinstance(value, dict) else getattr(type(value), "model_fields", {})
    return next((kind for kind in _KINDS if kind in names), None)


Leaf = Answer | Credential | Lapsed | NotGiven | Months | HasRole | YearsSince | EmployerDecides
"""What has no expressions inside."""
Expression = Annotated[
    Annotated[All, Tag("all")]
    | Annotated[Any_, Tag("any")]
    | Annotated[Answer, Tag("fact")]
    | Annotated[Credential, Tag("credential")]
    | Annotated[Lapsed, Tag("lapsed")]
    | Annotated[NotGiven, Tag("not_given")]
    | Annotated[Months, Tag("months")]
    | Annotated[HasRole, Tag("has_role")]
    | Annotated[YearsSince, Tag("years_since")]
    | Annotated[AtLeast, Tag("at_least")]
    | Annotated[WithinMonthsOfHire, Tag("within_months_of_hire")]
    | Annotated[EmployerDecides, Tag("employer_decides")]
    | Annotated[AtBestUnclear, Tag("at_best_unclear")]
    | Annotated[UseRule, Tag("rule")],
    Discriminator(
        _kind_of,
        custom_error_type="unknown_rule",
        custom_error_message="expected one of " + ", ".join(_KINDS),
    ),
]


# ---------------------------------------------------------------- packs


class Caution(Part):
    """Something to know beside the result; it moves no standing."""

    id: Id
    when: Expression | None = None
    """Left out: always."""
    standing: tuple[StandingWord, ...] = ("met", "unclear", "not_met", "unanswered")
    """Only while the requirement stands so."""


class PathItem(Part):
    """One step toward a credential that is not held yet."""

    id: Id
    cite: Citation
    needs: Expression


class Requirement(Part):
    """One thing a position asks for."""

    id: Id
    strength: Strength
    basis: Basis
    cite: Citation
    needs: Expression
    path: tuple[PathItem, ...] = ()
    cautions: tuple[Caution, ...] = ()
    changeable: bool = True
    """False where no step is to be proposed: it is a person's own life."""


class Position(Part):
    id: Id
    tier: Literal["I", "II", "III", "IV"]
    requirements: tuple[Requirement, ...] = Field(min_length=1)
    prepare: tuple[Id, ...] = ()
    """Knowledge, skills and abilities that it names, as stories to have ready; they decide nothing."""


class Pay(Part):
    """Pay as posted, never computed: from low to high, or the steps from the first to the last."""

    id: Id
    positions: tuple[Id, ...] = Field(min_length=1)
    low: Amount
    high: Amount
    steps: tuple[Amount, ...] = ()
    per: Literal["hour", "year"]
    cite: Citation

    @model_validator(mode="after")
    def _steps_lead_from_low_to_high(self) -> Pay:
        if self.steps and (self.steps[0], self.steps[-1]) != (self.low, self.high):
            raise ValueError("the first step is 'low' and the last is 'high'")
        return self


class InForce(Part):
    since: Day
    until: Day | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> InForce:
        if self.until is not None and self.until < self.since:
            raise ValueError("'until' is before 'since'")
        return self


class Filing(Part):
    """The days on which one can apply; told beside the result, and it decides nothing."""

    opens: Day
    closes: Day | None = None
    """Left out: until it is filled."""

    @model_validator(mode="after")
    def _opens_first(self) -> Filing:
        if self.closes is not None and self.closes < self.opens:
            raise ValueError("closes before it opens")
        return self


class Warn(Part):
    """Two answers that do not go together, told and left as they are."""

    id: Id
    when: Expression


class Pack(Part):
    """The rules of one series of positions, from one day on."""

    series: Id
    version: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}(\.\d+)?$")
    in_force: InForce
    filing: Filing | None = None
    sources: tuple[Source, ...] = Field(min_length=1)
    rules: dict[Id, Expression] = Field(default_factory=dict)
    positions: tuple[Position, ...] = Field(min_length=1)
    warnings: tuple[Warn, ...] = ()
    pay: tuple[Pay, ...] = ()
    pay_notes: tuple[Id, ...] = ()
    """What to know about the pay: contradictions in the posting, and how old it is."""
    notes: tuple[Id, ...] = ()
    """What the result of this series never stands without."""
    contacts: tuple[Id, ...] = ()
    """Who to ask."""

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Pack:
        for what, ids in (
            ("position", [p.id for p in self.positions]),
            ("source", [s.id for s in self.sources]),
            *((f"requirement of {p.id}", [r.id for r in p.requirements]) for p in self.positions),
        ):
            twice = {i for i in ids if ids.count(i) > 1}
            if twice:
                raise ValueError(f"the {what} '{sorted(twice)[0]}' stands twice")
        return self

    def source(self, id_: str) -> Source:
        return next(source for source in self.sources if source.id == id_)
