"""The work that was told of, a line a role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.answers.employment import Role, RoleDate
from desktop_app.answers.sheet import Known
from desktop_app.i18n import Words
from desktop_app.report.material import Material

LONGEST_TITLE = 160
"""Letters of a job's title that are printed; more is a story, and it is not asked for."""


class RoleLine(NamedTuple):
    title: str
    work: str
    setting: str
    paid: str
    when: str
    hours: str


@dataclass(frozen=True)
class Roles:
    title: str
    columns: tuple[str, str, str, str, str]
    lines: tuple[RoleLine, ...]
    none: str
    """Said where no role was given."""


def roles(material: Material) -> Roles:
    return roles_in_words(material.words, material.sheet.known.get("roles"))


def roles_in_words(words: Words, given: Known | None) -> Roles:
    """Roles as they were answered; None where nothing was said of them."""
    told: tuple[Role, ...] = given if isinstance(given, tuple) else ()  # type: ignore[assignment]
    none = words.say("questions.roles.open" if given is None else "questions.roles.said_none")
    return Roles(
        words.say("report.roles.title"),
        (
            words.say("report.roles.what"),
            words.say("report.roles.where"),
            words.say("report.roles.paid"),
            words.say("report.roles.when"),
            words.say("report.roles.hours"),
        ),
        tuple(_role(words, role) for role in told),
        "" if told else none,
    )


def _role(words: Words, role: Role) -> RoleLine:
    title = role.title.strip()
    if len(title) > LONGEST_TITLE:
        title = words.say("report.roles.cut", text=title[:LONGEST_TITLE].rstrip())
    hours = role.hours_per_week
    return RoleLine(
        title,
        words.say(f"questions.roles.work.choices.{role.work}"),
        words.say(f"questions.roles.setting.choices.{role.setting}"),
        words.say(f"questions.roles.paid.choices.{'yes' if role.paid else 'no'}"),
        _when(words, role),
        words.say("report.roles.untold") if hours is None else words.number(hours),
    )


def _when(words: Words, role: Role) -> str:
    start = _role_date(words, role.start)
    if role.end is None:
        return words.say("report.roles.since", start=start)
    return words.say("report.roles.span", start=start, end=_role_date(words, role.end))


def _role_date(words: Words, day: RoleDate) -> str:
    return words.short_day(day.first) if day.exact else words.short_month(day.first, with_year=True)
