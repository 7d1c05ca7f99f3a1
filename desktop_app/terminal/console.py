"""Says paragraphs and asks for lines, in a language that can change on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

import click

from desktop_app.answers.sheet import SheetError
from desktop_app.i18n import LANGUAGES, Message, Words, load_words
from desktop_app.rulebook.load import Rulebook, words_with
from desktop_app.terminal.lines import washed, wrapped


class Command(Enum):
    """What can be typed at every prompt in place of an answer."""

    BACK = "back"
    HELP = "help"
    CHECK = "check"
    LANGUAGE = "language"
    """The language has changed; what was being asked is to be said again."""
    QUIT = "quit"


class QuitError(Exception):
    """The person wants to end here, and is sure."""


class Console:
    """One terminal. Prompts are whole lines, with nothing drawn over: a screen reader gets it all in order."""

    def __init__(self, book: Rulebook, language: str) -> None:
        self._book = book
        self.words = self._words(language)
        self.unsaved = False
        """Whether anything would be lost by quitting now."""

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

    def list_options(self, labels: Sequence[str]) -> None:
        for number, label in enumerate(labels, 1):
            mark = f"{number}. "
            self.write(f"{mark}{label}", indent=2, hang=len(mark))

    def key(self, command: str) -> str:
        """The letter to type for a command, in the language spoken."""
        return self.say(f"terminal.keys.{command}").split()[0]

    def tell_keys(self) -> None:
        self.tell("terminal.at_any_time", **{command.value: self.key(command.value) for command in Command})

    # ------------------------------------------------------------ asking

    def ask(self, prompt: str) -> str | Command:
        """One line, without the blanks around it, or the command it stands for. Raises QuitError."""
        while True:
            said = self._line(prompt)
            command = next((one for one in Command if self.means(one.value, said)), None)
            if command is Command.QUIT:
                self.quit()
            elif command is Command.LANGUAGE:
                self.speak(_next_language(self.words.language))
                return command
            else:
                return command or said

    def means(self, word: str, said: str) -> bool:
        """Whether what was said is one of the ways to type this word."""
        return said.casefold() in self.say(f"terminal.keys.{word}").split()

    def pick(self, labels: Sequence[str], prompt: str) -> int | Command | None:
        """The place of one of these in its list, a command, or None for Enter alone."""
        self.list_options(labels)
        while True:
            said = self.ask(prompt)
            if isinstance(said, Command):
                return said
            if not said:
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

    def quit(self) -> None:
        """Asks once if something would be lost; anything but a plain yes stays. Raises QuitError."""
        if not self.unsaved:
            raise QuitError
        self.tell("terminal.quit.sure")
        self.list_options([self.say("terminal.quit.leave"), self.say("terminal.quit.stay")])
        said = self._line(self.say("terminal.quit.prompt"))
        if said == "1" or self.means("yes", said) or self.means("quit", said):
            raise QuitError

    def _line(self, prompt: str) -> str:
        while True:
            try:
                said: str = click.prompt(wrapped(prompt), default="", show_default=False, prompt_suffix=" ")
            except UnicodeDecodeError:
                self.tell("terminal.problems.unreadable")
                continue
            return washed(said).strip()


def _next_language(language: str) -> str:
    return LANGUAGES[(LANGUAGES.index(language) + 1) % len(LANGUAGES)]


def in_plain_words(error: SheetError, place: str, labels: Mapping[str, str]) -> Message:
    """A sheet's fault, told to the person who typed: the sheet's own names replaced by what they read."""
    values = {**error.message.values, "place": place}
    for name in ("given", "other"):
        if values.get(name) in labels:
            values[name] = f"“{labels[values[name]]}”"
    return Message(error.message.key, values)


def terms_of(words: Words, fact: str) -> list[str]:
    """The keys of the words explained for a question, in their order."""
    every, start, end = words.keys(), f"questions.{fact}.terms.", ".term"
    return [key.removesuffix(end) for key in every if key.startswith(start) and key.endswith(end)]
