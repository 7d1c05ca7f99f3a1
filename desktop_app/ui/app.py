"""Starts the window; what it is put together from is imported here as late as can be."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.ui.main_window import MainWindow

UNUSABLE = 2


def run_window(
    arguments: Sequence[str] | None = None, *, meet: Callable[[MainWindow], None] | None = None
) -> int:
    """Show the window until it is closed; gives the exit code. `arguments` are for Qt.

    `meet` is given the window before it is shown.
    """
    gc.disable()  # starting makes much and drops little: looking for rubbish would take a tenth of it
    from desktop_app.resources import ResourceError
    from desktop_app.settings import Settings
    from desktop_app.ui.program import App, put_together, system_language

    try:
        app = App(arguments or ())
        settings = Settings.here()
        language = settings.look.language or system_language()
        program = put_together(app, _today, language, settings=settings)
    except ResourceError as error:  # not even the words to say it in
        if sys.stderr is not None:
            print(f"peer-ready: {error}", file=sys.stderr)  # noqa: T201
        return UNUSABLE
    program.window.painted.connect(lambda: _settle(program.window))
    if meet is not None:
        meet(program.window)
    program.window.show()
    return app.exec()


def _today() -> date:
    """The day where the person is."""
    from datetime import date

    return date.today()  # noqa: DTZ011


def _settle(window: MainWindow) -> None:
    """What could wait until the first page was painted."""
    import signal

    from PySide6.QtGui import QIcon

    from desktop_app.dumps import no_dumps
    from desktop_app.resources import folder
    from desktop_app.ui.tidying import Tidying

    no_dumps()
    window.setWindowIcon(QIcon(str(folder() / "icons" / "peer-ready.png")))

    gc.freeze()  # what is there by now stays: it need not be looked through again and again
    window.keep_safe().locking.system.listen()
    Tidying(window)
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # Ctrl+C in the terminal it was started from ends it
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
