"""What all commands share: their exit codes and options, and the one line for what cannot be used."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from desktop_app.i18n import LANGUAGES, Message, PlainError, Words

FINE, SOME_BAD, UNUSABLE = 0, 1, 2
_T = TypeVar("_T")

language_option = click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True)
existing_path = click.Path(path_type=Path)


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
        problem = words.say(_os_problem(error))
    name = click.format_filename(file)
    raise Refused(words.say("problems.at_file", file=name, problem=problem))


def _os_problem(error: OSError) -> Message:
    """What the system refused, in words where they are common."""
    if isinstance(error, FileNotFoundError):
        return Message("problems.not_found")
    if isinstance(error, PermissionError):
        return Message("problems.no_permission")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Message("problems.no_space")
    return Message("problems.not_usable", {"reason": error.strerror or str(error)})
