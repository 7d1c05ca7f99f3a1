"""Asks one question: says it with its choices, takes numbers, and helps where help is wanted."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NamedTuple, cast

from desktop_app.answers.employment import Role
from desktop_app.answers.sheet import Known, SheetError
from desktop_app.glossary import terms_of_question
from desktop_app.i18n import Words
from desktop_app.interview.session import CHECK, Interview, Session, View
from desktop_app.judgement.explain import cited
from desktop_app.rulebook.model import Fact
from desktop_app.rulebook.question_words import grouped
from desktop_app.terminal.console import Command, Console, in_plain_words
from desktop_app.terminal.days import as_sheet_day
from desktop_app.terminal.roles import WITHOUT_ENTRIES, edit_roles, role_in_words

_BETWEEN = re.compile(r"[\s,;+]+")


class Option(NamedTuple):
    """One numbered line of a question, and the answer it stands for; None takes an answer away."""

    value: Any
    label: str


class UnusableError(Exception):
    """What was typed is no answer to the question; it was said why."""


def ask_page(console: Console, interview: Interview, session: Session) -> Session:
    """The question that the session is at, until an answer, a skip or a command leads elsewhere."""
    fact = interview.book.facts.by_id[session.at]
    while True:
        _tell_question(console, interview.view(session), fact)
        ask = edit_roles if fact.kind == "roles" else _ask_line
        before, (session, command) = session, ask(console, interview, session)
        match command:
            case None:
                _acknowledge(console, interview, before, session, fact)
                return interview.go_on(session)
            case Command.BACK:
                return interview.go_back(session)
            case Command.CHECK:
                return interview.go_to(session, CHECK)
            case Command.LOOK:
                return interview.look(session)
            case Command.HELP:
                help_with(console, interview, fact)


def _tell_question(console: Console, view: View, fact: Fact) -> None:
    section = console.say(f"sections.{fact.section}")
    number, total = view.asked.index(fact.id) + 1, len(view.asked)
    console.write()
    console.tell("terminal.question.heading", section=section, number=number, total=total)
    console.head(f"questions.{fact.id}.title")
    if console.words.has(lead := f"questions.{fact.id}.lead"):
        console.tell(lead)
    if fact.private:
        console.tell("question.private.text")


def _ask_line(console: Console, interview: Interview, session: Session) -> tuple[Session, Command | None]:
    """Asks until something can be used; the question is said again after each answer that cannot."""
    fact = interview.book.facts.by_id[session.at]
    now = session.answers.get(fact.id)
    options = _options(console.words, fact, now)
    if fact.kind == "date" and fact.id in interview.view(session).sheet.known:
        console.tell(
            "terminal.question.answer_now",
            answer=answer_in_words(interview.view(session), fact, console.words),
        )
    labels = [_marked(console.words, option, now) for option in options]
    console.list_options(labels, _titles(console.words, fact))
    prompt = console.say(f"terminal.question.{_prompt(fact)}{'' if now is None else '_keep'}")
    while True:
        said = console.ask(prompt)
        if isinstance(said, Command):
            return session, said
        try:
            answered = _answered(console, interview, session, fact, options, said)
        except UnusableError:
            console.tell(f"questions.{fact.id}.title")
            continue
        return answered, None


def _titles(words: Words, fact: Fact) -> dict[int, str]:
    """What stands before some of the options, by their places: nothing where all are of one kind."""
    groups = grouped(fact, words)
    if len(groups) < 2:
        return {}
    titles, place = {}, 0
    for title, part in groups:
        titles[place] = title or ""
        place += len(part)
    return {**titles, place: ""}


def _prompt(fact: Fact) -> str:
    return {"choices": "numbers", "date": "day"}.get(fact.kind, "number")


def _options(words: Words, fact: Fact, now: Any) -> list[Option]:
    """Everything that can be answered by number, in the order of the window."""
    base = f"questions.{fact.id}"
    choices = [choice for _, part in grouped(fact, words) for choice in part]
    options = [Option(choice, words.say(f"{base}.choices.{choice}")) for choice in choices]
    if fact.kind == "yes_no":
        options = [Option(True, words.say("answers.yes")), Option(False, words.say("answers.no"))]
    options.append(Option("not_sure", words.say("answers.not_sure")))
    if fact.personal:
        options.append(Option("prefer_not_to_say", words.say("answers.prefer_not_to_say")))
    if now is not None:
        options.append(Option(None, words.say("terminal.question.take_away")))
    return [_hinted(words, base, option) for option in options]


def _hinted(words: Words, base: str, option: Option) -> Option:
    hint = f"{base}.hints.{option.value}"
    if not words.has(hint):
        return option
    label = words.say("terminal.question.hint", label=option.label, hint=words.say(hint))
    return option._replace(label=label)


def _marked(words: Words, option: Option, now: Any) -> str:
    chosen = now is not None and (option.value in now if isinstance(now, list) else option.value == now)
    return words.say("terminal.question.chosen", label=option.label) if chosen else option.label


# ---------------------------------------------------------------- what was typed


def _answered(
    console: Console, interview: Interview, session: Session, fact: Fact, options: list[Option], said: str
) -> Session:
    """The session with what was typed; Enter alone, or the word for it, leaves it as it is.

    Raises UnusableError, having said why.
    """
    if not said or console.means("skip", said):
        return session
    value = _value(console, fact, options, said)
    try:
        return interview.answer(session, fact.id, value)
    except SheetError as error:
        labels = {option.value: option.label for option in options if isinstance(option.value, str)}
        console.tell(in_plain_words(error, _named(console, fact), labels))
        raise UnusableError from error


def _value(console: Console, fact: Fact, options: list[Option], said: str) -> Any:
    if fact.kind == "yes_no":
        for word, meant in (("yes", True), ("no", False)):
            if console.means(word, said):
                return meant
    if fact.kind == "date" and not (said.isdigit() and len(said) < len("2026")):
        return as_sheet_day(said)
    numbers = [number for number in _BETWEEN.split(said) if number and not console.means("and", number)]
    chosen = [_place(console, number, len(options)) for number in numbers or [said]]
    values = [options[place].value for place in dict.fromkeys(chosen)]
    if fact.kind == "choices" and all(value in fact.choices for value in values):
        return values
    if len(values) == 1:
        return values[0]
    if fact.kind != "choices":
        console.tell("terminal.problems.one_only", given=said)
        raise UnusableError
    alone = next(options[place].label for place in chosen if options[place].value not in fact.choices)
    other = next(options[place].label for place in chosen if options[place].label != alone)
    console.tell("problems.not_alone", place=_named(console, fact), given=f"“{alone}”", other=f"“{other}”")
    raise UnusableError


def _named(console: Console, fact: Fact) -> str:
    """A question in a sentence on what was typed: its short name, in quotes."""
    return f"“{console.say(f'questions.{fact.id}.short')}”"


def _place(console: Console, number: str, count: int) -> int:
    place = console.number(number, count)
    if place is None:
        raise UnusableError
    return place


def _acknowledge(console: Console, interview: Interview, before: Session, after: Session, fact: Fact) -> None:
    """Says back what was understood, so that a slip is noticed at once; entries were said back one by one."""
    now = after.answers.get(fact.id)
    if now is None:
        console.tell(f"terminal.question.{'skipped' if fact.id not in before.answers else 'taken_away'}")
    elif fact.kind != "roles" or now in WITHOUT_ENTRIES:
        answer = answer_in_words(interview.view(after), fact, console.words)
        console.tell("terminal.question.noted", answer=answer)


# ---------------------------------------------------------------- answers in words


def answer_in_words(view: View, fact: Fact, words: Words) -> str:
    """An answer as it is said back; of what is private, only how much was chosen."""
    return " ".join(answer_lines(view, fact, words))


def answer_lines(view: View, fact: Fact, words: Words) -> tuple[str, ...]:
    """The same in lines: of several roles, how many, and then each."""
    not_said = view.sheet.not_said.get(fact.id)
    if not_said is not None:
        return (words.say(f"answers.{not_said}"),)
    known = view.sheet.known.get(fact.id)
    if known is None:
        return (words.say("answers.skipped"),)
    if fact.kind == "roles" and known:
        roles = cast("tuple[Role, ...]", known)
        count = words.say("terminal.roles.count", count=len(roles))
        return (count, *(role_in_words(words, role) for role in roles))
    return (_known_in_words(fact, known, words),)


def _known_in_words(fact: Fact, known: Known, words: Words) -> str:
    if isinstance(known, bool):
        return words.say(f"answers.{'yes' if known else 'no'}")
    if isinstance(known, date):
        return words.day(known)
    if isinstance(known, str):
        return words.say(f"questions.{fact.id}.choices.{known}")
    if not known:
        return words.say("questions.roles.none")
    if fact.private:
        return words.say("answers.kept_private", count=len(known))
    return "; ".join(words.say(f"questions.{fact.id}.choices.{choice}") for choice in known)


# ---------------------------------------------------------------- help


def help_with(console: Console, interview: Interview, fact: Fact) -> None:
    """Why it is asked, where that comes from, the words explained, what can be typed, and the support line."""
    console.write()
    console.tell("terminal.help.why", why=console.say(f"questions.{fact.id}.why"))
    packs = {loaded.pack.series: loaded.pack for loaded in interview.packs}
    for series, cite in interview.judge.sources_of(fact.id):
        read = console.say("citation.retrieved", day=packs[series].source(cite.source).retrieved)
        console.tell("terminal.help.source", source=cited(series, cite), read=read)
    for one in terms_of_question(console.words, fact.id):
        console.tell("terminal.help.term", term=one.term, meaning=one.meaning)
    console.tell_keys()
