"""Reads parts out one after the other, so that nothing runs off the screen unread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from desktop_app.terminal.console import Command, Console
from desktop_app.terminal.results import Part


def read_parts(console: Console, make: Callable[[], Sequence[Part]]) -> Command | None:
    """Part after part, until the last or a 1; the command that led away, if one did.

    `make` gives them in the language that is spoken then, for that may change on the way.
    """
    parts, place = make(), 0
    parts[place].write_to(click.echo)
    while place + 1 < len(parts):
        console.write()
        said = console.ask(console.say("terminal.results.more", title=parts[place + 1].title))
        match said:
            case Command.BACK | Command.CHECK:
                return said
            case Command.HELP:
                console.tell_keys()
            case Command():
                parts = make()
                parts[place].write_to(click.echo)
            case "":
                place += 1
                parts[place].write_to(click.echo)
            case str(given):
                if console.number(given, 1) is not None:
                    return None
    return None
