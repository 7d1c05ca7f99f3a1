"""What all commands share: their exit codes and options, and the one line for what cannot be used."""

from __future__ import annotations

import errno
import re
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any, TypeVar

import click

from desktop_app.i18n import LANGUAGES, Message, PlainError, Words, load_words
from desktop_app.problem import system_reason

FINE, SOME_BAD, UNUSABLE = 0, 1, 2
_T = TypeVar("_T")

language_option = click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True)
existing_path = click.Path(path_type=Path)
force_option = click.option("--force", is_flag=True)


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
    return Message("problems.not_usable", {"reason": system_reason(error)})


class Unusable(click.BadParameter):
    """An option's value that cannot be used; the sentence is found once the language is known."""

    def __init__(self, problem: Message) -> None:
        super().__init__(problem.key)
        self.problem = problem


def usage_problem(error: click.UsageError) -> Message:
    """What was wrong with the way a command was typed; click's own sentences are English."""
    match error:
        case Unusable():
            return error.problem
        case click.NoSuchOption():
            return Message("usage.no_such_option", {"given": error.option_name})
        case click.exceptions.NoSuchCommand():
            return Message("usage.no_such_command", {"given": error.command_name})
        case click.MissingParameter():
            return Message("usage.missing", {"name": _name_of(error)})
        case click.BadOptionUsage():
            key = "takes_no_value" if "not take a value" in error.message else "needs_value"
            return Message(f"usage.{key}", {"name": error.option_name})
        case click.BadParameter(param=parameter) if parameter is not None:
            return _bad_value(error, parameter)
    too_much = re.search(r"\((.*)\)$", error.message)
    if too_much:
        return Message("usage.too_much", {"given": too_much[1]})
    is_group = error.ctx is not None and isinstance(error.ctx.command, click.Group)
    return Message("usage.missing_command" if is_group else "usage.unclear")


def _bad_value(error: click.BadParameter, parameter: click.Parameter) -> Message:
    given = re.match(r"'(.*?)' ", error.message)
    values = {"name": _name_of(error), "given": given[1] if given else "?"}
    match parameter.type:
        case click.Choice(choices=choices):
            return Message("usage.not_a_choice", {**values, "allowed": ", ".join(map(str, choices))})
        case click.IntRange(min=least):
            return Message("usage.not_a_number", {**values, "least": least})
    return Message("usage.not_usable", values)


def _name_of(error: click.BadParameter) -> str:
    """As it is typed: '--as-of', 'SHEET'."""
    parameter = error.param
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.make_metavar(error.ctx) if parameter and error.ctx else "?"


def spoken(arguments: Sequence[str]) -> Words:
    """The words of the language asked for, as far as the arguments can be read."""
    apart = [part for argument in arguments for part in _apart(argument)]
    asked = [after for before, after in pairwise(apart) if before == "--language" and after in LANGUAGES]
    return load_words(asked[-1] if asked else LANGUAGES[0])


def _apart(argument: str) -> Sequence[str]:
    """'--language=es' is typed for '--language es'."""
    return argument.split("=", 1) if argument.startswith("--") else (argument,)


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let Ctrl+C, a closed terminal or a request to stop end a command in order: what is half-written goes."""
    with _at_signals(_stop):
        yield


@contextmanager
def ended_at_once() -> Iterator[None]:
    """Let the same end the window: while Qt waits, nothing of Python's would hear of it."""
    with _at_signals(signal.SIG_DFL):
        yield


@contextmanager
def _at_signals(what: Callable[[int, FrameType | None], Any] | signal.Handlers) -> Iterator[None]:
    names = [name for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        names = []
    before = {name: signal.signal(getattr(signal, name), what) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def _stop(_number: int, _frame: object) -> None:
    raise Stopped
