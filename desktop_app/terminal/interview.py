"""The interview from the first line to the last: language, welcome, questions, check, results, report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from desktop_app.center import Center
from desktop_app.i18n import LANGUAGES, load_words
from desktop_app.interview.planning import Trial
from desktop_app.interview.session import CHECK, RESULTS, WELCOME, Interview, Session, View
from desktop_app.rulebook.load import NoRuleInForceError, Rulebook
from desktop_app.terminal.console import Command, Console, QuitError
from desktop_app.terminal.lines import clear, obeys
from desktop_app.terminal.planning import look_at_plan
from desktop_app.terminal.questions import answer_lines, ask_page
from desktop_app.terminal.reading import read_parts
from desktop_app.terminal.results import Part, result_parts
from desktop_app.terminal.saving import save_report
from desktop_app.terminal.stories import story_parts

FINE, STOPPED, UNUSABLE = 0, 1, 2
TO_DO = {
    "plan": "terminal.next.plan",
    "stories": "stories.title",
    "save": "terminal.next.save",
    "back": "terminal.next.back",
    "answers": "terminal.next.answers",
    "again": "terminal.next.again",
    "finish": "terminal.next.finish",
}
"""What one can do once the results are read, and what that is called."""


def run_interview(
    book: Rulebook, as_of: date, language: str | None = None, center: Center | None = None
) -> int:
    """Hold the interview; gives the exit code. The end of the input and Ctrl-C end it with one sentence.

    Whom a center's own page names stands beside each step.
    """
    console = Console(book, language or LANGUAGES[0], center)
    try:
        sitting = _Sitting(book, as_of, console)
    except NoRuleInForceError as error:
        console.tell(error.message)
        return UNUSABLE
    try:
        if language is None:
            _choose_language(console)
        sitting.run()
    except QuitError:
        console.write()
        _part(console)
    except (click.Abort, EOFError, KeyboardInterrupt):
        console.write()
        sitting.tell_stopped()
        return STOPPED
    return FINE


def _part(console: Console) -> None:
    """Leaves nothing to scroll back to, unless it is to be kept; where that cannot be done, says so."""
    if not obeys():
        console.tell("terminal.bye.done")
        return
    try:
        to_keep = console.means(
            "keep", console.line(console.say("terminal.bye.clear", keep=console.key("keep")))
        )
    except (click.Abort, EOFError, KeyboardInterrupt):
        to_keep = False
    if not to_keep:
        clear()


def _choose_language(console: Console) -> None:
    """Asked in every language at once; a number or the language's name. Enter alone stays with the first."""
    every = [load_words(language) for language in LANGUAGES]
    names = [words.say("terminal.language.name") for words in every]
    for words in every:
        console.write(words.say("terminal.language.ask"))
    console.list_options(names)
    prompt = " / ".join(words.say("terminal.language.prompt") for words in every)
    while said := console.ask(prompt):
        if said is Command.LANGUAGE:
            return
        given = said if isinstance(said, str) else console.key(said.value)
        for number, (language, name) in enumerate(zip(LANGUAGES, names, strict=True), 1):
            if given.casefold() in (str(number), name.casefold()):
                console.speak(language)
                return
        for words in every:
            console.write(words.say("terminal.language.unknown", given=given))


class _Sitting:
    """One person's interview: holds the session and moves it from page to page."""

    def __init__(self, book: Rulebook, as_of: date, console: Console) -> None:
        self.book, self.console = book, console
        self.session = Session(as_of, book.series())
        self.interview = Interview(book, self.session.series, as_of)
        self.trial = Trial()
        """What was set and tried out with the plan."""
        self.left_at: str | None = None
        """The question that was left for a look at the answers."""
        self.saved: Mapping[str, Any] = {}
        """The answers that are in the saved report."""
        self.saved_as: Path | None = None

    def run(self) -> None:
        """Page after page. Ends by QuitError alone."""
        self._tell_welcome()
        pages = {WELCOME: self._welcome, CHECK: self._check, RESULTS: self._results}
        while True:
            self.console.unsaved = self._unsaved()
            self.session = pages.get(self.session.at, self._question)()

    def _unsaved(self) -> bool:
        begun = bool(self.console.draft)
        return begun or (self.session.touched and self.session.answers != self.saved)

    def tell_stopped(self) -> None:
        if self.saved_as and not self._unsaved():
            self.console.tell("terminal.bye.stopped_saved", path=str(self.saved_as))
        else:
            self.console.tell("terminal.bye.stopped")

    # ------------------------------------------------------------ welcome

    def _tell_welcome(self) -> None:
        self.console.write()
        self.console.head("terminal.welcome.title", name=self.console.say("app.name"))
        for key in ("what", "answers", "skipping"):
            self.console.write()
            self.console.tell(f"terminal.welcome.{key}")
        self.console.tell_keys()

    def _welcome(self) -> Session:
        """For whom, and which jobs; one goes back and forth between the two."""
        session: Session | None = None
        while session is None:
            labels = [self.console.say(f"terminal.welcome.{key}") for key in ("myself", "client")]
            place = self._ask_welcome("for_whom", labels, int(self.session.helping))
            if not isinstance(place, Command):
                self.session = replace(self.session, helping=bool(place))
                session = self._ask_states()
        if session.helping:
            self.console.tell("terminal.welcome.together")
        self.interview = Interview(self.book, session.series, session.as_of)
        return self.interview.start(session)

    def _ask_states(self) -> Session | None:
        """The session with the jobs chosen, or None to go back."""
        every = self.book.series()
        choices = [*((series,) for series in every), *([every] if len(every) > 1 else [])]
        now = choices.index(self.session.series)
        while True:
            labels = [*map(self._state, every), self.console.say(_all_of(every))][: len(choices)]
            place = self._ask_welcome("states", labels, now)
            if place is Command.BACK:
                return None
            if not isinstance(place, Command):
                return replace(self.session, series=choices[place])

    def _ask_welcome(self, question: str, labels: list[str], now: int) -> int | Command:
        """One of these, or `now` for Enter alone. A command that means nothing here is answered."""
        self.console.write()
        self.console.head(f"terminal.welcome.{question}")
        place = self.console.pick(labels, self.console.say("terminal.welcome.number", number=now + 1))
        if place is Command.HELP:
            self.console.tell(f"terminal.welcome.help_{question}")
            self.console.tell_keys()
        elif place in (Command.CHECK, Command.LOOK):
            self.console.tell("terminal.welcome.nothing_yet")
        elif place is Command.BACK and question == "for_whom":
            self.console.tell("terminal.welcome.first")
        return now if place is None else place

    def _state(self, series: str) -> str:
        name, about = (self.console.say(f"{series}.series.{key}") for key in ("state", "about"))
        return self.console.say("terminal.welcome.state", name=name, about=about)

    # ------------------------------------------------------------ questions, check

    def _question(self) -> Session:
        here, changing = self.session.at, self.session.from_check
        moved = ask_page(self.console, self.interview, self.session)
        if not changing:
            left = moved.at == CHECK and here != self.interview.view(moved).asked[-1]
            self.left_at = here if left else None
        return moved

    def _check(self) -> Session:
        """Every answer by its number. Enter alone goes on, or back to the question that was left for this."""
        asked = self.interview.view(self.session).asked
        left_at = self.left_at if self.left_at in asked else None
        self._tell_answers()
        match self.console.ask(self.console.say(f"terminal.check.{'return' if left_at else 'next'}")):
            case "":
                return self.interview.go_to(self.session, left_at or RESULTS)
            case str(said):
                return self._change(asked, said)
            case Command.BACK if left_at:
                return self.interview.go_to(self.session, left_at)
            case Command.BACK:
                return self.interview.go_back(self.session)
            case Command.LOOK:
                return self.interview.go_to(self.session, RESULTS)
            case Command.HELP:
                self.console.tell_keys()
        return self.session

    def _change(self, asked: tuple[str, ...], said: str) -> Session:
        """To the question that the number names, or to the results behind the last of them."""
        place = self.console.number(said, len(asked) + 1)
        if place is None:
            return self.session
        if place == len(asked):
            return self.interview.go_to(self.session, RESULTS)
        return self.interview.change(self.session, asked[place])

    def _tell_answers(self) -> None:
        """The answers under their sections, numbered through, and the way to the results as the last number."""
        console, view = self.console, self.interview.view(self.session)
        console.write()
        console.head("sections.check")
        number, width = 0, len(str(len(view.asked) + 1))
        for section in view.sections:
            console.write()
            console.tell(f"sections.{section.id}")
            for name in section.questions:
                number += 1
                fact = self.book.facts.by_id[name]
                first, *more = answer_lines(view, fact, console.words)
                short = console.say(f"questions.{name}.short")
                line = console.say("terminal.check.line", short=short, answer=first)
                mark = f"{number}. "
                console.write(mark + line, indent=4 + width - len(mark), hang=len(mark))
                for text in more:
                    console.write(text, indent=4 + width, hang=2)
        console.write()
        console.write(f"{number + 1}. {console.say('terminal.check.results')}", indent=2)
        console.write()
        if view.open_questions:
            console.tell("terminal.check.open", count=len(view.open_questions))
        console.tell("terminal.check.lead")

    # ------------------------------------------------------------ results

    def _results(self) -> Session:
        """The results, and what one can do with them. A command that leads away ends this, and nothing else does."""
        view = self.interview.view(self.session)
        self.left_at = None
        led = read_parts(self.console, lambda: self._result_parts(view))
        if led:
            return self._leave(led)
        while True:
            self.console.unsaved = self._unsaved()
            self.console.write()
            self.console.tell("terminal.save.what_now")
            to_do = [key for key in TO_DO if key != "back" or self.session.left_at]
            labels = [self.console.say(TO_DO[key]) for key in to_do]
            place = self.console.pick(labels, self.console.say("terminal.save.number"))
            if place is None:
                self.console.tell("terminal.problems.nothing_typed")
                continue
            leads_to = self._answer(place) if isinstance(place, Command) else self._do(to_do[place], view)
            if leads_to:
                return leads_to

    def _result_parts(self, view: View) -> Sequence[Part]:
        interview, words = view.interview, self.console.words
        helps = interview.who_helps(self.console.center)
        packs, facts = interview.packs, interview.book.facts
        return result_parts(view.judgement, view.sheet, packs, facts, words, helps=helps)

    def _answer(self, command: Command) -> Session | None:
        if command is Command.HELP:
            self.console.tell("terminal.save.help")
            self.console.tell_keys()
        elif command in (Command.BACK, Command.CHECK):
            return self._leave(command)
        return self.session if command in (Command.LANGUAGE, Command.LOOK) else None

    def _do(self, what: str, view: View) -> Session | None:
        """The session where that leads elsewhere."""
        led: Command | None = None
        match what:
            case "plan":
                self.trial, led = look_at_plan(self.console, view, self.trial)
            case "stories":
                led = read_parts(self.console, lambda: story_parts(view, self.console.words))
            case "save":
                self._save()
            case "back":
                led = Command.BACK
            case "answers":
                led = Command.CHECK
            case "again":
                led = Command.LOOK
            case "finish":
                self.console.quit()
        # From what stands behind the results one goes back to these.
        if led is Command.BACK and what != "back":
            return None
        return self._leave(led) if led else None

    def _leave(self, command: Command) -> Session:
        if command is Command.LOOK:
            return self.session
        if command is Command.BACK and self.session.left_at:
            return self.interview.go_back(self.session)
        return self.interview.go_to(self.session, CHECK)

    def _save(self) -> None:
        saved_as = save_report(self.console, self.interview.view(self.session), self.trial)
        if saved_as:
            self.saved, self.saved_as = self.session.answers, saved_as


def _all_of(series: tuple[str, ...]) -> str:
    return f"terminal.welcome.{'both' if len(series) == 2 else 'all'}"
