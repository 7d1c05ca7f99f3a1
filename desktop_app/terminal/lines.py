"""Text as plain lines: nothing that a terminal could obey, wrapped at its width."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
import unicodedata
from typing import TextIO

import click

WIDTH, NARROWEST = 80, 20
PLAIN = str.maketrans(dict(zip("“”‘’–—…·", "\"\"''--.-", strict=True)))
"""Stand-ins for where a terminal's encoding has no such letters."""
HEIGHT = 60
"""Empty lines that leave nothing in sight where a screen cannot be cleared."""
GONE = "\x1b[3J\x1b[2J\x1b[H"
"""Clears what can be scrolled back to, and the screen."""


def wrapped(text: str, indent: int = 0, hang: int = 0) -> str:
    """One paragraph in lines; `hang` sets the lines after the first further in.

    Paths, days and telephone numbers stay whole: they are to be read out, dialed or copied.
    """
    return textwrap.fill(
        written(text),
        max(NARROWEST, shutil.get_terminal_size((WIDTH, 24)).columns),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hang),
        break_long_words=False,
        break_on_hyphens=False,
    )


def written(text: str) -> str:
    """The text as it can be written here: control characters out, missing letters replaced."""
    text = washed(text)
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(PLAIN).encode(encoding, "replace").decode(encoding)
    return text


def washed(text: str) -> str:
    """Without what a terminal would obey rather than show; also what its arrow keys leave in a line."""
    return "".join(
        " " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter
        for letter in click.unstyle(text)
    )


# ---------------------------------------------------------------- what some terminals can do besides


def heading(text: str, indent: int = 0) -> str:
    """A paragraph that stands out where that is wanted; elsewhere as plain as the others."""
    return click.style(wrapped(text, indent), bold=True) if may_style() else wrapped(text, indent)


def may_style() -> bool:
    """Whether anything but letters may be sent: not to a file, a pipe, or where plain text was asked for."""
    return obeys() and "NO_COLOR" not in os.environ


def obeys(stream: TextIO | None = None) -> bool:
    """Whether what is written there, or to stdout, goes to a terminal that understands commands."""
    return (stream or sys.stdout).isatty() and os.environ.get(
        "TERM", "dumb" if os.name == "posix" else ""
    ) != "dumb"


def clear() -> None:
    """Take away what stands on the screen and, where the terminal can, what could be scrolled back to."""
    click.echo(GONE if obeys() else "\n" * HEIGHT, nl=False)
