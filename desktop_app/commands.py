"""What all commands share: their exit codes and options, and the one line for what cannot be used."""

from __future__ import annotations

import errno
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import click

from desktop_app.i18n import LANGUAGES, Message, PlainError, Words, load_words

FINE, SOME_BAD, UNUSABLE = 0, 1, 2
_T = TypeVar("_T")

language_option = click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True)
existing_path = click.Path(path_type=Path)


class Stopped(BaseException):
    """The command was asked to end."""


class Refused(click.ClickException):
    """What could not be used, as one line; nothing was written."""

    exit_code = UNUSABLE

    def show(self, file: object = None) -> None:
        click.echo(f"peer-ready: {' '.join(self.format_message().split())}", err=True)


def told(words: Words, file: Path, step: Callable[[], _T]) -> _T:
    """What `step` gives; a fault in what was given becomes one line that names the file."""
    try:
        return step()
    except PlainError as error:
        problem = words.say(error.message)
    except OSError as error:
        problem = words.say(os_problem(error))
    name = click.format_filename(file)
    raise Refused(words.say("problems.at_file", file=name, problem=problem))


def os_problem(error: OSError) -> Message:
    """What the system refused, in words where they are common."""
    if isinstance(error, FileNotFoundError):
        return Message("problems.not_found")
    if isinstance(error, PermissionError):
        return Message("problems.no_permission")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Message("problems.no_space")
    return Message("problems.not_usable", {"reason": error.strerror or str(error)})


def spoken(arguments: Sequence[str]) -> Words:
    """The words of the language asked for, as far as the arguments can be read."""
    asked = [after for before, after in pairwise(arguments) if before == "--language" and after in LANGUAGES]
    return load_words(asked[-1] if asked else LANGUAGES[0])


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let Ctrl+C, a closed terminal or a request to stop end a command in order: what is half-written goes."""
    names = [name for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        names = []
    before = {name: signal.signal(getattr(signal, name), _stop) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def _stop(_number: int, _frame: object) -> None:
    raise Stopped
