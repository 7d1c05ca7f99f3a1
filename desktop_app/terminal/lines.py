"""Text as plain lines: nothing that a terminal could obey, wrapped at its width."""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata

import click

WIDTH, NARROWEST = 80, 20
PLAIN = str.maketrans(dict(zip("“”‘’–—…·", "\"\"''--.-", strict=True)))
"""Stand-ins for where a terminal's encoding has no such letters."""


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
