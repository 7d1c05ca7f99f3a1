"""Keeps what a person said out of the picture that a system may take of a program that crashed."""

from __future__ import annotations

import sys
from contextlib import suppress

PR_SET_DUMPABLE = 4


def no_core_file() -> None:
    """At the very start: it costs nothing. Windows has no such file."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def no_dumps() -> None:
    """Before anything is said. On Linux a core may go to another program, which no limit stops; this does, and it keeps
    other programs of the same person from looking into this one.
    """
    no_core_file()
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):
            import ctypes  # late: it takes a while, and the first page holds nothing of anyone

            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
