"""What a report is to be, changed by numbers: for whom, in which language, on which paper, locked or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from desktop_app.i18n import LANGUAGES
from desktop_app.interview.session import View
from desktop_app.report.forms import Form
from desktop_app.report.kinds import KINDS, KindName, best_position
from desktop_app.report.paper import PAPERS, PaperName
from desktop_app.terminal.console import LEAVING, Command, Console

_Value = TypeVar("_Value")
Offers = Callable[[], Sequence[tuple[_Value, str]]]
"""Values with what they are called, in the language that is spoken by then."""


@dataclass(frozen=True)
class Wanted:
    """Begins with what most people want."""

    kind: KindName = "mine"
    position: str = ""
    """What a copy for an employer is about; empty: what it is most likely about."""
    languages: tuple[str, ...] = ()
    """The left-hand one first; empty: the one that is spoken."""
    paper: PaperName = "letter"
    password: str = field(default="", repr=False)


def change_wanted(console: Console, view: View, wanted: Wanted, form: Form) -> tuple[Wanted, bool]:
    """What is wanted after all, and whether to go on with it; else one goes back."""
    while True:
        chosen = _Chosen(console, view, wanted)
        parts = chosen.parts(form)
        console.write()
        console.tell("terminal.save.so_far")
        if form != "pdf":
            console.tell("web.no_lock")
        place = console.pick([chosen.line(part) for part in parts], console.say("terminal.save.go_on"))
        if place is None or place in LEAVING:
            return wanted, place is None
        if isinstance(place, Command):
            _help(console, place)
        else:
            wanted = chosen.changed(parts[place])


class _Chosen:
    """What was chosen so far, part by part."""

    def __init__(self, console: Console, view: View, wanted: Wanted) -> None:
        self._console, self._view, self._wanted = console, view, wanted

    def parts(self, form: Form) -> list[str]:
        """Nothing but a PDF is on paper, or can have a password."""
        about = ["position"] if self._wanted.kind == "employer" else []
        return ["kind", *about, "language", *(["paper", "password"] if form == "pdf" else [])]

    def line(self, part: str) -> str:
        now = {
            "kind": self._kind(self._wanted.kind),
            "position": self._position(self._position_now()),
            "language": self._language(self._languages_now()),
            "paper": self._paper(self._wanted.paper),
            "password": self._say(f"terminal.save.password_{'set' if self._wanted.password else 'none'}"),
        }
        return self._say(f"terminal.save.lines.{part}", chosen=now[part])

    def changed(self, part: str) -> Wanted:
        wanted = self._wanted
        match part:
            case "kind":
                kind = self._choose(part, lambda: [(one, self._kind(one)) for one in KINDS], wanted.kind)
                self._console.tell(f"report_kinds.choose.{kind}.about")
                return replace(wanted, kind=kind)
            case "position":
                ids = [one.id for one in self._view.judgement.positions]
                now = self._position_now()
                position = self._choose(part, lambda: [(one, self._position(one)) for one in ids], now)
                return replace(wanted, position=position)
            case "language":
                ways = self._ways()
                languages = self._choose(
                    part, lambda: [(one, self._language(one)) for one in ways], wanted.languages
                )
                return replace(wanted, languages=languages)
            case "paper":
                paper = self._choose(part, lambda: [(one, self._paper(one)) for one in PAPERS], wanted.paper)
                return replace(wanted, paper=paper)
        return replace(wanted, password=_ask_password(self._console, wanted.password))

    def _choose(self, part: str, offers: Offers[_Value], now: _Value) -> _Value:
        """One of these; Enter alone, or a command that leads away, leaves it as it is."""
        console = self._console
        while True:
            console.write()
            console.tell(f"report_kinds.choose.{part}")
            offered = offers()
            place = console.pick([label for _, label in offered], console.say("terminal.field.keep"))
            if place is None or place in LEAVING:
                return now
            if not isinstance(place, Command):
                return offered[place][0]
            _help(console, place)

    # ------------------------------------------------------------ in words

    def _say(self, key: str, **values: str) -> str:
        return self._console.say(key, **values)

    def _kind(self, kind: KindName) -> str:
        return self._say(f"report_kinds.choose.{kind}.name")

    def _position_now(self) -> str:
        return self._wanted.position or best_position(self._view.judgement)

    def _position(self, id_: str) -> str:
        series = next(one.series for one in self._view.judgement.positions if one.id == id_)
        short = self._say(f"{series}.positions.{id_}.short")
        return self._say("check.position", state=self._say(f"{series}.series.state"), name=short)

    def _ways(self) -> list[tuple[str, ...]]:
        """The language that is spoken, the others, and both with the spoken one on the left."""
        here = self._console.words.language
        every = (here, *(one for one in LANGUAGES if one != here))
        return [*((one,) for one in every), every]

    def _languages_now(self) -> tuple[str, ...]:
        return self._wanted.languages or (self._console.words.language,)

    def _language(self, languages: tuple[str, ...]) -> str:
        one = "both" if len(languages) > 1 else f"languages.{languages[0]}"
        return self._say(f"report_kinds.choose.{one}")

    def _paper(self, paper: PaperName) -> str:
        return self._say(f"report_kinds.choose.{paper}")


def _ask_password(console: Console, now: str) -> str:
    """Typed twice; Enter alone for none. A command that leads away leaves it as it is."""
    console.write()
    for key in ("about", "warning"):
        console.tell(f"report_kinds.password.{key}")
    first = ""
    while True:
        asked = "password_again" if first else "password"
        said = console.ask(console.say(f"terminal.save.{asked}"), secret=True)
        if said in LEAVING:
            return now
        if isinstance(said, Command):
            _help(console, said)
        elif not first:
            first = said
            if not first:
                return ""
        elif said == first:
            return first
        else:
            console.tell("terminal.save.password_differs")
            first = ""


def _help(console: Console, command: Command) -> None:
    if command is Command.HELP:
        console.tell("terminal.save.help_wanted")
        console.tell_keys()
