"""The program itself in a terminal of its own, which neither echoes nor changes a byte."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
NO_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "NO_COLOR", "COLUMNS")
END = b"\x04"
"""Ends the input, so that no program waits for a line that never comes."""
MOST_SECONDS = 300


def held_in_a_terminal(
    lines: Sequence[str], folder: Path, term: str, environment: Mapping[str, str] | None = None
) -> tuple[int, bytes]:
    """The exit code, and every byte that the program wrote, when these lines are typed."""
    ours, theirs = pty.openpty()
    mode = termios.tcgetattr(theirs)
    mode[1] &= ~termios.OPOST
    mode[3] &= ~termios.ECHO
    termios.tcsetattr(theirs, termios.TCSANOW, mode)
    inherited = {name: value for name, value in os.environ.items() if name not in NO_SCREEN}
    program = subprocess.Popen(
        [sys.executable, "-m", "desktop_app"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env={**inherited, "PYTHONPATH": str(ROOT), "TERM": term, **(environment or {})},
    )
    os.close(theirs)
    os.write(ours, "".join(f"{line}\n" for line in lines).encode() + END)
    written = _until_it_ends(ours)
    os.close(ours)
    return program.wait(MOST_SECONDS), written


def _until_it_ends(terminal: int) -> bytes:
    written, last = b"", time.monotonic() + MOST_SECONDS
    while time.monotonic() < last:
        if select.select([terminal], [], [], 1)[0]:
            try:
                written += os.read(terminal, 1 << 16)
            except OSError:  # the program has closed its side
                break
    return written
