"""What must follow from a sheet, worked out slowly from the words of the design and from nothing else.

It shares no line with the program: a sheet is plain JSON, a standing is a pair of numbers, an unanswered question is
tried with every answer it could have, months are counted by walking the days. Slow, and meant to be obviously right.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

NOT_MET, UNCLEAR, MET = 0, 1, 2
Span = tuple[int, int]
Answers = dict[str, Any]

UNSAID = ("not_sure", "prefer_not_to_say")
YES_NO = (True, False)
LIVED = (
    "own_mental_health_services",
    "own_co_occurring_services",
    "own_substance_use_services",
    "own_recovery_without_services",
    "own_intellectual_disability",
    "family_member",
    "caregiver",
    "none_of_these",
)
CHOICES: dict[str, tuple[Any, ...]] = {
    "lived_experience": tuple([kind] for kind in LIVED),
    "identifies_as_peer": YES_NO,
    "willing_to_share": YES_NO,
    "dedicated_to_recovery": YES_NO,
    "high_school": ("diploma", "ged_or_hiset", "california_proficiency", "outside_us", "none"),
    "transcripts_available": YES_NO,
    "college_degree": ("none", "associate", "bachelor_or_higher", "outside_us"),
    "degree_field": ("human_services", "related", "other"),
    "drivers_license": ("california", "other_state", "none"),
    "ca_certificate": ("none", "current", "expired"),
    "age_18_or_over": YES_NO,
    "government_photo_id": YES_NO,
    "ca_ethics_agreement": YES_NO,
    "ca_training_provider_approved": YES_NO,
    "ca_training": ("not_started", "in_progress", "completed"),
    "ca_exam": ("not_taken", "not_passed", "passed"),
    "tx_certificate": ("none", "initial", "current", "expired"),
    "tx_certificate_type": (
        "mental_health_peer",
        "recovery_support_peer",
        "other_texas_peer",
        "family_partner",
    ),
    "can_lead_groups": YES_NO,
    "can_serve_as_lead_worker": YES_NO,
}
EXPIRIES = ("ca_certificate_expires", "tx_certificate_expires")
WORK = (
    "peer_support_to_individuals",
    "work_with_families_or_caregivers",
    "other_direct_work_with_consumers",
    "other",
)
SETTINGS = ("public_behavioral_health", "similar", "other")

# A follow-up is read only where the answer before it calls for it (design, section 3).
CALLED_FOR: dict[str, tuple[str, tuple[str, ...]]] = {
    "degree_field": ("college_degree", ("associate", "bachelor_or_higher", "outside_us")),
    "ca_certificate_expires": ("ca_certificate", ("current",)),
    "tx_certificate_expires": ("tx_certificate", ("current", "initial")),
    "tx_certificate_type": ("tx_certificate", ("current",)),
}


# ------------------------------------------------------------------ what was said


def said(answers: Answers) -> Answers:
    """The answers that say something, without the follow-ups that nothing calls for."""
    known = {
        fact: value for fact, value in answers.items() if not (isinstance(value, str) and value in UNSAID)
    }
    return {fact: value for fact, value in known.items() if called_for(fact, known)}


def called_for(fact: str, known: Answers) -> bool:
    if fact not in CALLED_FOR:
        return True
    before, values = CALLED_FOR[fact]
    return known.get(before) in values


def completions(known: Answers, facts: tuple[str, ...]) -> Iterator[Answers]:
    """Every way in which the unanswered ones of these facts could still be answered."""

    def fill(so_far: Answers, left: tuple[str, ...]) -> Iterator[Answers]:
        if not left:
            yield so_far
            return
        fact, rest = left[0], left[1:]
        if not called_for(fact, so_far):
            yield from fill(so_far, rest)
        elif fact in known:
            yield from fill({**so_far, fact: known[fact]}, rest)
        elif fact in EXPIRIES:  # not given leaves the certificate current
            yield from fill(so_far, rest)
        else:
            for value in CHOICES[fact]:
                yield from fill({**so_far, fact: value}, rest)

    yield from fill({}, facts)


def span(known: Answers, facts: tuple[str, ...], grade: Callable[[Answers], int]) -> Span:
    grades = [grade(answers) for answers in completions(known, facts)]
    return min(grades), max(grades)


def all_of(*parts: Span) -> Span:
    return min(low for low, _ in parts), min(high for _, high in parts)


def any_of(*parts: Span) -> Span:
    return max(low for low, _ in parts), max(high for _, high in parts)


def capped(part: Span) -> Span:
    return min(part[0], UNCLEAR), min(part[1], UNCLEAR)


# ------------------------------------------------------------------ roles and months


class Stint(NamedTuple):
    """A role read one way: its days are certain, and so is its setting."""

    work: str
    setting: str
    paid: bool
    first: date
    last: date


def day_range(text: str) -> tuple[date, date]:
    """The first and the last day that a written date can mean."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    year, month = parts
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def stints(roles: list[Answers], as_of: date, *, longest: bool, setting_counts: bool) -> list[Stint]:
    found = []
    for role in roles:
        starts = day_range(role["start"])
        ends = (as_of, as_of) if role["end"] is None else day_range(role["end"])
        setting = role["setting"]
        if setting == "not_sure":
            setting = "public_behavioral_health" if setting_counts else "other"
        first, last = (starts[0], ends[1]) if longest else (starts[1], ends[0])
        found.append(Stint(role["work"], setting, role["paid"], first, min(last, as_of)))
    return found


@cache
def months(counted: frozenset[tuple[date, date]]) -> int:
    """Whole calendar months over all periods, and one more for each thirty days left over: walked day by day."""
    days = sorted({day for first, last in counted for day in walk(first, last)})
    whole = leftover = 0
    at = 0
    while at < len(days):
        first, n, since = days[at], 0, 0
        while True:
            since += 1
            if days[at] + timedelta(days=1) == same_day_later(first, n + 1):
                n, since = n + 1, 0
            at += 1
            if at == len(days) or days[at] != days[at - 1] + timedelta(days=1):
                break
        whole += n
        leftover += since
    return whole + leftover // 30


def walk(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)


def same_day_later(day: date, count: int) -> date:
    """The same day some months later, or that month's last day where it is shorter."""
    year, month = day.year, day.month
    for _ in range(count):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def month_ends(roles: list[Answers], as_of: date, counts: Callable[[Stint], bool]) -> tuple[int, int]:
    """The months at the least and at the most: dates read shortest and longest; reversed ends are swapped."""
    least = stints(roles, as_of, longest=False, setting_counts=False)
    most = stints(roles, as_of, longest=True, setting_counts=True)
    ends = [months(frozenset((s.first, s.last) for s in read if counts(s))) for read in (least, most)]
    return min(ends), max(ends)


def months_span(known: Answers, as_of: date, asked: int, counts: Callable[[Stint], bool]) -> Span:
    """Not met or met by months; where roles were not told, both are possible."""
    if "roles" not in known:
        return NOT_MET, MET
    low, high = month_ends(known["roles"], as_of, counts)
    return (MET if low >= asked else NOT_MET), (MET if high >= asked else NOT_MET)


# ------------------------------------------------------------------ requirements of California


def school(known: Answers) -> Span:
    def school_grade(answers: Answers) -> int:
        return {"outside_us": UNCLEAR, "none": NOT_MET}.get(answers["high_school"], MET)

    def degree_grade(answers: Answers) -> int:
        return {"outside_us": UNCLEAR, "none": NOT_MET}.get(answers["college_degree"], MET)

    return any_of(span(known, ("high_school",), school_grade), span(known, ("college_degree",), degree_grade))


def lived_in_california(known: Answers) -> Span:
    def grade(answers: Answers) -> int:
        kinds = set(answers["lived_experience"])
        if kinds & {"own_mental_health_services", "own_co_occurring_services", "family_member", "caregiver"}:
            return MET
        if kinds & {"own_substance_use_services", "own_recovery_without_services"}:
            return UNCLEAR
        return NOT_MET

    return span(known, ("lived_experience",), grade)


def license_of_california(known: Answers) -> Span:
    return span(
        known, ("drivers_license",), lambda a: MET if a["drivers_license"] == "california" else NOT_MET
    )


def peer_support_6_months(known: Answers, as_of: date) -> Span:
    kinds = ("peer_support_to_individuals", "work_with_families_or_caregivers")
    return months_span(known, as_of, 6, lambda stint: stint.work in kinds)


def is_certain(stint: Stint) -> bool:
    right_work = stint.work in ("peer_support_to_individuals", "other_direct_work_with_consumers")
    return stint.paid and right_work and stint.setting in ("public_behavioral_health", "similar")


def is_possible(stint: Stint) -> bool:
    return stint.work != "other" and stint.setting in ("public_behavioral_health", "similar")


def direct_work_or_degree(known: Answers, as_of: date) -> Span:
    def degree(answers: Answers) -> int:
        level = {"outside_us": UNCLEAR, "none": NOT_MET}.get(answers["college_degree"], MET)
        field = {"human_services": MET, "related": UNCLEAR, "other": NOT_MET, None: NOT_MET}
        return min(level, field[answers.get("degree_field")])

    return any_of(
        months_span(known, as_of, 12, is_certain),
        capped(months_span(known, as_of, 12, is_possible)),
        span(known, ("college_degree", "degree_field"), degree),
    )


def not_past(answers: Answers, fact: str, as_of: date) -> bool:
    """The expiry day still counts; one that was not given leaves the certificate current."""
    return fact not in answers or as_of <= date.fromisoformat(answers[fact])


def ca_certificate(known: Answers, as_of: date) -> Span:
    def grade(answers: Answers) -> int:
        current = answers["ca_certificate"] == "current" and not_past(
            answers, "ca_certificate_expires", as_of
        )
        return MET if current else NOT_MET

    return span(known, ("ca_certificate", "ca_certificate_expires"), grade)


def path(known: Answers) -> dict[str, Span]:
    def yes(fact: str, wanted: Any = True) -> Span:
        return span(known, (fact,), lambda a: MET if a[fact] == wanted else NOT_MET)

    return {
        "age_18_or_over": yes("age_18_or_over"),
        "government_photo_id": yes("government_photo_id"),
        "high_school_with_transcripts": all_of(school(known), yes("transcripts_available")),
        "identifies_as_peer": yes("identifies_as_peer"),
        "willing_to_share": yes("willing_to_share"),
        "dedicated_to_recovery": yes("dedicated_to_recovery"),
        "ethics_agreement": yes("ca_ethics_agreement"),
        "training_80_hours": all_of(yes("ca_training", "completed"), yes("ca_training_provider_approved")),
        "exam": yes("ca_exam", "passed"),
    }


# ------------------------------------------------------------------ requirements of Texas


PEER_TYPES = ("mental_health_peer", "recovery_support_peer")
TX = ("tx_certificate", "tx_certificate_expires", "tx_certificate_type")


def tx_certificate(known: Answers, as_of: date) -> Span:
    def grade(answers: Answers) -> int:
        if not not_past(answers, "tx_certificate_expires", as_of):
            return NOT_MET
        if answers["tx_certificate"] == "current":
            return MET if answers["tx_certificate_type"] in PEER_TYPES else UNCLEAR
        return UNCLEAR if answers["tx_certificate"] == "initial" else NOT_MET

    return span(known, TX, grade)


def experience(known: Answers, as_of: date) -> Span:
    def lived(answers: Answers) -> int:
        kinds = answers["lived_experience"]
        if any(kind.startswith("own_") for kind in kinds):
            return MET
        return UNCLEAR if "family_member" in kinds or "caregiver" in kinds else NOT_MET

    def worked() -> Span:
        if "roles" not in known:
            return NOT_MET, MET
        told = MET if any(role["work"] != "other" for role in known["roles"]) else NOT_MET
        return told, told

    def certified(answers: Answers) -> int:
        current = answers["tx_certificate"] == "current" and not_past(
            answers, "tx_certificate_expires", as_of
        )
        return MET if current and answers["tx_certificate_type"] in PEER_TYPES else NOT_MET

    return any_of(
        span(known, ("lived_experience",), lived),
        worked(),
        span(known, TX, certified),
        span(known, ("high_school",), lambda a: NOT_MET if a["high_school"] == "none" else UNCLEAR),
        span(known, ("college_degree",), lambda a: NOT_MET if a["college_degree"] == "none" else UNCLEAR),
    )


def yes_no(known: Answers, fact: str) -> Span:
    return span(known, (fact,), lambda a: MET if a[fact] else NOT_MET)


# ------------------------------------------------------------------ positions


class Position(NamedTuple):
    outcome: str
    requirements: dict[str, Span]
    path: dict[str, Span]  # to the California certificate, while it is not met


STRENGTH = {
    "tx-state-1": {"experience": "expected", "high_school": "preferred"},
    "tx-state-2": {"experience": "expected", "high_school": "preferred"},
}
SERIES = {"ca-calaveras": ("ca-calaveras-1", "ca-calaveras-2"), "tx-state": ("tx-state-1", "tx-state-2")}


def judge(answers: Answers, as_of: date) -> dict[str, Position]:
    known = said(answers)
    certificate = ca_certificate(known, as_of)
    both = {
        "high_school": school(known),
        "lived_experience": lived_in_california(known),
        "drivers_license": license_of_california(known),
    }
    texas = {
        "tx_certificate": tx_certificate(known, as_of),
        "experience": experience(known, as_of),
        "high_school": school(known),
    }
    requirements = {
        "ca-calaveras-1": {**both, "peer_support_6_months": peer_support_6_months(known, as_of)},
        "ca-calaveras-2": {
            **both,
            "direct_work_12_months_or_degree": direct_work_or_degree(known, as_of),
            "ca_certificate": certificate,
        },
        "tx-state-1": {name: capped(part) for name, part in texas.items()},
        "tx-state-2": {
            **texas,
            "can_lead_groups": yes_no(known, "can_lead_groups"),
            "can_serve_as_lead_worker": yes_no(known, "can_serve_as_lead_worker"),
        },
    }
    steps = {} if certificate == (MET, MET) else path(known)
    return {
        name: Position(
            outcome(parts, STRENGTH.get(name, {})), parts, steps if name == "ca-calaveras-2" else {}
        )
        for name, parts in requirements.items()
    }


def outcome(parts: dict[str, Span], strength: dict[str, str]) -> str:
    counted = []
    for name, (low, high) in parts.items():
        if strength.get(name) == "preferred":
            continue
        floor = UNCLEAR if strength.get(name) == "expected" else NOT_MET
        counted.append((max(low, floor), max(high, floor)))
    low, high = all_of(*counted)
    if low == MET:
        return "meets"
    if low == UNCLEAR:
        return "confirm"
    return "not_yet" if high == NOT_MET else "cannot_tell"


def matched(positions: dict[str, Position]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for series, tiers in SERIES.items():
        fitting = [tier for tier in tiers if positions[tier].outcome in ("meets", "confirm")]
        found[series] = fitting[-1] if fitting else None
    return found


def standing(part: Span) -> str:
    return ("not_met", "unclear", "met")[part[0]] if part[0] == part[1] else "unanswered"


# ------------------------------------------------------------------ decisive questions


def decisive(answers: Answers, as_of: date) -> dict[str, set[str]]:
    """For each position the questions whose answer can still move an end: found by giving every answer."""
    known = said(answers)
    now = judge(known, as_of)
    found: dict[str, set[str]] = {name: set() for name in now}
    for fact, values in trials(known, as_of):
        for value in values:
            then = judge({**known, fact: value}, as_of)
            for name, position in now.items():
                if moved(position, then[name]):
                    found[name].add(fact)
    return found


def moved(before: Position, after: Position) -> bool:
    steps = any(before.path[step] != after.path[step] for step in before.path if step in after.path)
    return before.requirements != after.requirements or steps


def trials(known: Answers, as_of: date) -> Iterator[tuple[str, list[Any]]]:
    for fact, values in CHOICES.items():
        if fact not in known and called_for(fact, known):
            yield fact, list(values)
    if "roles" not in known:
        every = [(work, place, paid) for work in WORK for place in SETTINGS for paid in YES_NO]
        yield "roles", [[], *([long_role(*kind, as_of)] for kind in every)]
    else:
        yield (
            "roles",
            [resolved(known["roles"], as_of, longest, counts) for longest in YES_NO for counts in YES_NO],
        )


def long_role(work: str, setting: str, paid: bool, as_of: date) -> Answers:
    start = (as_of - timedelta(days=800)).isoformat()
    return {"work": work, "setting": setting, "paid": paid, "start": start, "end": None}


def resolved(roles: list[Answers], as_of: date, longest: bool, setting_counts: bool) -> list[Answers]:
    """The same roles with every month made a day and every setting known."""
    read = stints(roles, as_of, longest=longest, setting_counts=setting_counts)
    return [
        {
            **role,
            "setting": stint.setting,
            "start": stint.first.isoformat(),
            "end": None if role["end"] is None else stint.last.isoformat(),
        }
        for role, stint in zip(roles, read, strict=True)
    ]
