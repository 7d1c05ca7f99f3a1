"""Starts the window; what it is put together from is imported here as late as can be."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow

UNUSABLE = 2


def run_window(
    arguments: Sequence[str] | None = None, *, meet: Callable[[MainWindow], None] | None = None
) -> int:
    """Show the window until it is closed; gives the exit code. `arguments` are for Qt.

    `meet` is given the window before it is shown.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal it was started from ends it
    gc.disable()  # starting makes much and drops little: looking for rubbish would take a tenth of it
    from desktop_app.resources import ResourceError
    from desktop_app.ui.program import make_app, put_together, system_language

    app = make_app(arguments or ())
    today = date.today()  # noqa: DTZ011 - the day where the person is
    try:
        program = put_together(app, today, system_language())
    except ResourceError as error:  # not even the words to say it in
        if sys.stderr is not None:
            print(f"peer-ready: {error}", file=sys.stderr)  # noqa: T201
        return UNUSABLE
    program.window.painted.connect(gc.enable)
    if meet is not None:
        meet(program.window)
    program.window.show()
    return app.exec()
