"""The entries of work and volunteering: list, add, change, remove; each field is one prompt."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NamedTuple

from desktop_app.answers.employment import SETTINGS, WORK, Role
from desktop_app.answers.sheet import SheetError, read_role
from desktop_app.glossary import terms_of_question
from desktop_app.i18n import Words
from desktop_app.interview.session import Interview, Session
from desktop_app.terminal.console import Command, Console, in_plain_words
from desktop_app.terminal.days import as_sheet_day, day_in_words

ROLES = "roles"
TAKE_AWAY = "-"
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?", re.ASCII)

Entry = dict[str, Any]
"""A role in the answer sheet's own form, complete or not."""


class Field(NamedTuple):
    """One prompt of an entry: its key in the sheet, its words, the values to choose from."""

    key: str
    words: str
    choices: tuple[Any, ...] = ()
    empty: Any = ...
    """What Enter alone stands for while nothing was given; left out: an answer is needed."""


LEFT_OUT = object()
WITHOUT_ENTRIES: tuple[Any, ...] = ([], "not_sure", "prefer_not_to_say", None)
"""What can be said in place of entries, in the order it is offered; None takes the answer away."""
FIELDS = (
    Field("work", "work", WORK),
    Field("setting", "setting", SETTINGS),
    Field("paid", "paid", (True, False)),
    Field("start", "start"),
    Field("end", "end", empty=None),
    Field("hours_per_week", "hours", empty=LEFT_OUT),
    Field("title", "role_title", empty=LEFT_OUT),
)
STAND_IN: Entry = {"work": WORK[0], "setting": SETTINGS[0], "paid": True, "end": None}
"""For fields not given yet, so that one field can be looked at by the rules of the whole."""


def edit_roles(console: Console, interview: Interview, session: Session) -> tuple[Session, Command | None]:
    """The entries as the person leaves them, and the command that led away; None goes on."""
    while True:
        entries = _entries(session)
        _tell_entries(console, interview, session)
        labels = _labels(console.words, session)
        place = console.pick(labels, console.say(f"terminal.{_prompt(session)}"))
        if isinstance(place, Command):
            return session, place
        if place is None or (entries and place == len(labels) - 1):
            return session, None
        if place == 0:
            session = _add(console, interview, session)
        elif entries:
            session = (_change if place == 1 else _remove)(console, interview, session)
        else:
            return interview.answer(session, ROLES, WITHOUT_ENTRIES[place - 1]), None


def _entries(session: Session) -> list[Entry]:
    told = session.answers.get(ROLES)
    return told if isinstance(told, list) else []


def _prompt(session: Session) -> str:
    if _entries(session):
        return "roles.next"
    return "question.number" if session.answers.get(ROLES) is None else "question.number_keep"


def _labels(words: Words, session: Session) -> list[str]:
    if _entries(session):
        return [words.say(f"terminal.roles.{key}") for key in ("add_another", "change", "remove", "done")]
    labels = [
        words.say("terminal.roles.add"),
        words.say("questions.roles.none"),
        words.say("answers.not_sure"),
        words.say("answers.prefer_not_to_say"),
    ]
    now = session.answers.get(ROLES)
    if now is not None:
        chosen = WITHOUT_ENTRIES.index(now) + 1
        labels[chosen] = words.say("terminal.question.chosen", label=labels[chosen])
        labels.append(words.say("terminal.question.take_away"))
    return labels


def _tell_entries(console: Console, interview: Interview, session: Session) -> None:
    roles: Any = interview.view(session).sheet.known.get(ROLES, ())
    if roles:
        count = console.say("terminal.roles.count", count=len(roles))
        console.tell("terminal.roles.told", count=count)
    for line in _numbered(console.words, roles):
        console.write(line, indent=2, hang=2)


def _numbered(words: Words, roles: tuple[Role, ...]) -> list[str]:
    return [
        words.say("terminal.roles.entry", number=number, role=role_in_words(words, role))
        for number, role in enumerate(roles, 1)
    ]


# ---------------------------------------------------------------- add, change, remove


def _add(console: Console, interview: Interview, session: Session) -> Session:
    draft = console.draft
    if draft:
        console.tell("terminal.roles.left_off")
    if not _fill(console, session.as_of, draft):
        return session
    entry = dict(draft)
    draft.clear()
    return _with_entries(console, interview, session, [*_entries(session), entry], "added", entry)


def _change(console: Console, interview: Interview, session: Session) -> Session:
    place = _which(console, interview, session, "change")
    if place is None:
        return session
    entries = _entries(session)
    entry = dict(entries[place])
    if not _fill(console, session.as_of, entry) or entry == entries[place]:
        console.tell("terminal.roles.unchanged")
        return session
    changed = [*entries[:place], entry, *entries[place + 1 :]]
    return _with_entries(console, interview, session, changed, "changed", entry)


def _remove(console: Console, interview: Interview, session: Session) -> Session:
    """Without one entry. With the last one gone there is no answer again: that is not the same as none."""
    place = _which(console, interview, session, "remove")
    if place is None:
        return session
    entries = _entries(session)
    rest = [*entries[:place], *entries[place + 1 :]]
    return _with_entries(console, interview, session, rest or None, "removed", entries[place])


def _with_entries(
    console: Console,
    interview: Interview,
    session: Session,
    entries: list[Entry] | None,
    done: str,
    entry: Entry,
) -> Session:
    session = interview.answer(session, ROLES, entries)
    role = read_role(ROLES, entry, session.as_of)
    console.write()
    console.tell(f"terminal.roles.{done}", role=role_in_words(console.words, role))
    console.unsaved = True
    return session


def _which(console: Console, interview: Interview, session: Session, doing: str) -> int | None:
    """The place of an entry; None when it is left at that. Always asked, so that no key removes by surprise."""
    roles: Any = interview.view(session).sheet.known[ROLES]
    while True:
        console.tell(f"terminal.roles.which_{doing}")
        labels = [role_in_words(console.words, role) for role in roles]
        place = console.pick(labels, console.say("terminal.roles.which"))
        if place is Command.BACK or place is None:
            return None
        if not isinstance(place, Command):
            return place
        if place is Command.HELP:
            console.tell_keys()


# ---------------------------------------------------------------- the fields


def _fill(console: Console, as_of: date, entry: Entry) -> bool:
    """Goes through the fields, filling the entry; False when one goes back before the first."""
    number = 0
    while number < len(FIELDS):
        command = _ask_field(console, as_of, entry, FIELDS[number])
        match command:
            case None:
                console.unsaved = True
                number += 1
            case Command.BACK:
                number -= 1
            case Command.HELP:
                _help_with(console)
            case Command.CHECK | Command.LOOK:
                console.tell("terminal.problems.finish_entry", back=console.key("back"))
        if number < 0:
            return False
    return True


def _ask_field(console: Console, as_of: date, entry: Entry, field: Field) -> Command | None:
    """One field, until it is usable or left by a command."""
    console.write()
    console.head(f"questions.roles.{field.words}.title")
    if console.words.has(hint := f"questions.roles.{field.words}.hint"):
        console.tell(hint)
    if field.key in entry:
        console.tell("terminal.field.now", now=_value_in_words(console.words, as_of, entry, field))
    return (_choose if field.choices else _type)(console, as_of, entry, field)


def _choose(console: Console, as_of: date, entry: Entry, field: Field) -> Command | None:
    labels = [_choice_in_words(console.words, field, choice) for choice in field.choices]
    place = console.pick(labels, console.say(f"terminal.field.{'keep' if field.key in entry else 'choice'}"))
    while place is None and field.key not in entry:
        console.tell("terminal.problems.needed", back=console.key("back"))
        place = console.pick(labels, console.say("terminal.field.choice"))
    if isinstance(place, Command):
        return place
    if place is not None:
        entry[field.key] = field.choices[place]
    return None


def _type(console: Console, as_of: date, entry: Entry, field: Field) -> Command | None:
    name = {"hours_per_week": "hours"}.get(field.key, field.key)
    prompt = console.say(f"terminal.field.{name}{'_keep' if field.key in entry else ''}")
    while True:
        said = console.ask(prompt)
        if isinstance(said, Command):
            return said
        if not said and field.key not in entry and field.empty is ...:
            console.tell("terminal.problems.needed", back=console.key("back"))
            continue
        value = _typed(field, said, entry)
        try:
            read_role(ROLES, _looked_at(entry, field, value), as_of)
        except SheetError as error:
            console.tell(in_plain_words(error, console.say(f"terminal.field.names.{field.key}"), {}))
            continue
        entry.pop(field.key, None)
        if value is not LEFT_OUT:
            entry[field.key] = value
        return None


def _typed(field: Field, said: str, entry: Entry) -> Any:
    """What was typed in the sheet's own form; what does not fit stays text, for the sheet to refuse."""
    if not said:
        return entry.get(field.key, field.empty)
    if said == TAKE_AWAY and field.empty is not ...:
        return field.empty
    if field.key in ("start", "end"):
        return as_sheet_day(said)
    if field.key == "hours_per_week" and _NUMBER.fullmatch(said):
        hours = float(said.replace(",", "."))
        return int(hours) if hours.is_integer() else hours
    return said


def _looked_at(entry: Entry, field: Field, value: Any) -> Entry:
    """The entry with this value, as far as the value can be judged: a start does not wait for the end after it."""
    whole = {**STAND_IN, **entry, field.key: value}
    if field.key == "start":
        whole["end"] = None
    return {key: given for key, given in whole.items() if given is not LEFT_OUT}


def _help_with(console: Console) -> None:
    for one in terms_of_question(console.words, ROLES):
        console.tell("terminal.help.term", term=one.term, meaning=one.meaning)
    console.tell_keys()


# ---------------------------------------------------------------- in words


def role_in_words(words: Words, role: Role) -> str:
    """'“Greeter”. Peer support for people. A similar place. Volunteer. Since January 2026.'."""
    time = _period(words, role)
    if role.hours_per_week is not None:
        hours = _hours(words, role.hours_per_week)
        time = words.say("terminal.roles.span_hours", time=time, hours=hours)
    line = words.say(
        "terminal.roles.line",
        what=words.say(f"questions.roles.work.choices.{role.work}"),
        where=words.say(f"questions.roles.setting.choices.{role.setting}"),
        paid=words.say(f"questions.roles.paid.choices.{'yes' if role.paid else 'no'}"),
        time=time,
    )
    return words.say("terminal.roles.titled", title=f"“{role.title}”", line=line) if role.title else line


def _period(words: Words, role: Role) -> str:
    start = day_in_words(words, role.start)
    if role.end is None:
        return words.say("terminal.roles.since", start=start)
    return words.say("terminal.roles.span", start=start, end=day_in_words(words, role.end))


def _hours(words: Words, hours: float) -> str:
    count = int(hours) if hours.is_integer() else hours
    return words.say("terminal.roles.hours", count=count)


def _choice_in_words(words: Words, field: Field, choice: Any) -> str:
    if isinstance(choice, bool):
        choice = "yes" if choice else "no"
    return words.say(f"questions.roles.{field.words}.choices.{choice}")


def _value_in_words(words: Words, as_of: date, entry: Entry, field: Field) -> str:
    value = entry[field.key]
    if field.choices:
        return _choice_in_words(words, field, value)
    if field.key == "end" and value is None:
        return words.say("questions.roles.end.still")
    if field.key in ("start", "end"):
        role = read_role(ROLES, {**STAND_IN, "start": value}, date.max)
        return day_in_words(words, role.start)
    return words.number(float(value)) if field.key == "hours_per_week" else f"“{value}”"
