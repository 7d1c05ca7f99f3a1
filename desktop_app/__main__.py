"""Starts Peer Ready: the window, or without a screen the terminal interview, or a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from desktop_app.dumps import no_core_file, no_dumps


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (the process's own when left out); gives the exit code."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if arguments:
        no_dumps()
        from desktop_app.cli import run  # late, like everything here: the window opens without the commands

        return run(arguments)
    from desktop_app.screen import there_is_a_screen

    if there_is_a_screen(os.environ):
        from desktop_app.ui.app import run_window

        no_core_file()  # the rest once the first page is painted
        return run_window()
    from desktop_app.cli import without_a_screen

    no_dumps()
    return without_a_screen()


if __name__ == "__main__":
    sys.exit(main())
