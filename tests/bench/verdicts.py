"""One verdict beside zen-engine's: the same four-valued rule of California I, compiled there as an expression."""

from __future__ import annotations

from typing import Any

import zen

from desktop_app.judgement.case import Case

SCHOOL = ("diploma", "ged_or_hiset", "california_proficiency")
DEGREE = ("associate", "bachelor_or_higher")
CLOSE = ("own_mental_health_services", "own_co_occurring_services", "family_member", "caregiver")
ASKED = ("own_substance_use_services", "own_recovery_without_services")


def california_one() -> Any:
    """Its requirements as intervals over 0 (not met), 1 (unclear), 2 (met), and the outcome from both ends."""
    school = f"max([{_choice('high_school', SCHOOL)}[END], {_choice('college_degree', DEGREE)}[END]])"
    lived = (
        f"(lived_experience == null ? [0, 2] : some(lived_experience, # in {_listed(CLOSE)}) ? [2, 2] : "
        f"some(lived_experience, # in {_listed(ASKED)}) ? [1, 1] : [0, 0])[END]"
    )
    months = "(months == null ? [0, 2] : months.low >= 6 ? [2, 2] : months.high >= 6 ? [0, 2] : [0, 0])[END]"
    license_ = "(drivers_license == null ? [0, 2] : drivers_license == 'california' ? [2, 2] : [0, 0])[END]"
    end = f"min([{school}, {lived}, {months}, {license_}])"
    low, high = end.replace("END", "0"), end.replace("END", "1")
    return zen.compile_expression(
        f"{low} == 2 ? 'meets' : {low} == 1 ? 'confirm' : {high} == 0 ? 'not_yet' : 'cannot_tell'"
    )


def told(case: Case, months: tuple[int, int]) -> dict[str, Any]:
    """The case as zen-engine reads it; the months are counted for it, as they are for ours."""
    lived: Any = case.known.get("lived_experience")
    return {
        "high_school": case.known.get("high_school"),
        "college_degree": case.known.get("college_degree"),
        "lived_experience": list(lived) if lived else None,
        "months": {"low": months[0], "high": months[1]} if "roles" in case.known else None,
        "drivers_license": case.known.get("drivers_license"),
    }


def _choice(fact: str, met: tuple[str, ...]) -> str:
    return f"({fact} == null ? [0, 2] : {fact} in {_listed(met)} ? [2, 2] : {fact} == 'outside_us' ? [1, 1] : [0, 0])"


def _listed(choices: tuple[str, ...]) -> str:
    return "[" + ", ".join(f"'{choice}'" for choice in choices) + "]"
