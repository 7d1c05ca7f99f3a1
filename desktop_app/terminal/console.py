"""Says paragraphs and asks for lines, in a language that can change on the way."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

import click

from desktop_app.answers.sheet import SheetError
from desktop_app.center import Center, support_line
from desktop_app.i18n import LANGUAGES, Message, Words, load_words
from desktop_app.rulebook.load import Rulebook, words_with
from desktop_app.terminal.lines import clear, heading, washed, wrapped


class Command(Enum):
    """What can be typed at every prompt in place of an answer, in the order in which it is listed."""

    HELP = "help"
    BACK = "back"
    CHECK = "check"
    LOOK = "look"
    """At the results so far."""
    AGAIN = "again"
    """Say what was being asked again; also after all of it was hidden."""
    HIDE = "hide"
    LANGUAGE = "language"
    """The language has changed; what was being asked is to be said again."""
    QUIT = "quit"


LEAVING = (Command.BACK, Command.CHECK, Command.LOOK)
"""What leads away from something that is done on the way."""


class QuitError(Exception):
    """The person wants to end here, and is sure."""


class Console:
    """One terminal. Prompts are whole lines, with nothing drawn over: a screen reader gets it all in order."""

    def __init__(self, book: Rulebook, language: str, center: Center | None = None) -> None:
        self._book, self.center = book, center
        self.words = self._words(language)
        self.unsaved = False
        """Whether anything would be lost by quitting now."""
        self.draft: dict[str, Any] = {}
        """An entry that was begun and left."""

    def _words(self, language: str) -> Words:
        return words_with(load_words(language), self._book.packs)

    def speak(self, language: str) -> None:
        self.words = self._words(language)

    # ------------------------------------------------------------ saying

    def say(self, key: str | Message, /, **values: Any) -> str:
        return self.words.say(key, **values)

    def write(self, text: str = "", indent: int = 0, hang: int = 0) -> None:
        click.echo(wrapped(text, indent, hang) if text else "")

    def tell(self, key: str | Message, /, **values: Any) -> None:
        """One paragraph by its key."""
        self.write(self.say(key, **values))

    def head(self, key: str | Message, /, **values: Any) -> None:
        """A heading by its key."""
        click.echo(heading(self.say(key, **values)))

    def list_options(self, labels: Sequence[str], titles: Mapping[int, str] | None = None) -> None:
        """Numbered lines, set off from what is around them; before the options of some places, a title."""
        self.write()
        width = len(str(len(labels)))
        for number, label in enumerate(labels, 1):
            title = (titles or {}).get(number - 1)
            if title is not None:
                self._begin_group(title, first=number == 1)
            mark = f"{number}. "
            self.write(f"{mark}{label}", indent=2 + width - len(str(number)), hang=len(mark))
        self.write()

    def _begin_group(self, title: str, *, first: bool) -> None:
        """An empty title only sets apart."""
        if not first:
            self.write()
        if title:
            self.write(title)

    def key(self, command: str) -> str:
        """The letter to type for a command, in the language spoken."""
        return self.say(f"terminal.keys.{command}").split()[0]

    def tell_keys(self) -> None:
        """Everything that can be typed in place of an answer, a line each."""
        self.write()
        self.tell("terminal.at_any_time.title")
        for command in Command:
            what = self.say(f"terminal.at_any_time.{command.value}")
            line = self.say("terminal.at_any_time.line", key=self.key(command.value), what=what)
            self.write(line, indent=2, hang=2)
        self.write()
        self.tell("support.line")
        if self.center and (own := support_line(self.center)):
            self.tell("center.own_line", line=own)

    # ------------------------------------------------------------ asking

    def ask(self, prompt: str, *, secret: bool = False) -> str | Command:
        """One line, without the blanks around it, or the command it stands for. Raises QuitError.

        What is `secret` is not shown, and stays as it was typed.
        """
        while True:
            typed = self.line(prompt, secret=secret)
            said = washed(typed).strip()
            command = next((one for one in Command if self.means(one.value, said)), None)
            if command is Command.QUIT:
                self.quit()
            elif command is Command.LANGUAGE:
                self.speak(_next_language(self.words.language))
                return command
            elif command is Command.HIDE:
                self.hide()
                return Command.AGAIN
            else:
                return command or (typed if secret and said else said)

    def means(self, word: str, said: str) -> bool:
        """Whether what was said is one of the ways to type this word."""
        return said.casefold() in self.say(f"terminal.keys.{word}").split()

    def pick(
        self, labels: Sequence[str], prompt: str, titles: Mapping[int, str] | None = None
    ) -> int | Command | None:
        """The place of one of these in its list, a command, or None for Enter alone or the word for it."""
        self.list_options(labels, titles)
        while True:
            said = self.ask(prompt)
            if isinstance(said, Command):
                return said
            if not said or self.means("skip", said):
                return None
            place = self.number(said, len(labels))
            if place is not None:
                return place

    def number(self, said: str, count: int) -> int | None:
        """The place that a typed number names, from 0; None, having said so, where it names none."""
        if said.isascii() and said.isdigit() and 1 <= int(said[:4]) <= count:
            return int(said[:4]) - 1
        self.tell("terminal.problems.not_listed", given=said, first=1, last=count)
        return None

    def hide(self) -> None:
        """Nothing in sight until a word is typed that nobody types by chance."""
        clear()
        prompt = self.say("terminal.hidden.prompt", word=self.key("show"))
        while not self.means("show", self.line(prompt)):
            clear()

    def quit(self) -> None:
        """Asks once if something would be lost; anything but a plain yes stays. Raises QuitError."""
        if not self.unsaved:
            raise QuitError
        self.tell("terminal.quit.sure")
        self.list_options([self.say("terminal.quit.leave"), self.say("terminal.quit.stay")])
        said = self.line(self.say("terminal.quit.prompt"))
        if said == "1" or self.means("yes", said) or self.means("quit", said):
            raise QuitError

    def line(self, prompt: str, *, secret: bool = False) -> str:
        """What was typed, whatever it stands for. Raises click.Abort at the end of the input."""
        unseen = secret and sys.stdin.isatty()  # from elsewhere nothing is shown anyway
        while True:
            try:
                said: str = click.prompt(
                    wrapped(prompt), default="", show_default=False, prompt_suffix=" ", hide_input=unseen
                )
            except UnicodeDecodeError:
                self.tell("terminal.problems.unreadable")
                continue
            return said if secret else washed(said).strip()


def _next_language(language: str) -> str:
    return LANGUAGES[(LANGUAGES.index(language) + 1) % len(LANGUAGES)]


def in_plain_words(error: SheetError, place: str, labels: Mapping[str, str]) -> Message:
    """A sheet's fault, told to the person who typed: the sheet's own names replaced by what they read."""
    values = {**error.message.values, "place": place}
    for name in ("given", "other"):
        if values.get(name) in labels:
            values[name] = f"“{labels[values[name]]}”"
    return Message(error.message.key, values)
