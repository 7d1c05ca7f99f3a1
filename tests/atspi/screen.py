"""The screen as others see it: a window manager on it, and what windows tell a task bar about themselves."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CDLL, POINTER, byref, c_char_p, c_int, c_long, c_ubyte, c_ulong, c_void_p, cast, string_at

from tests.atspi.reader import PATIENCE, NotThere

WINDOW_MANAGER = ("matchbox-window-manager", "-use_titlebar", "no")
SIGN = "_NET_SUPPORTING_WM_CHECK"
"""What every window manager leaves at the root of the screen once it is there."""
WINDOWS = "_NET_CLIENT_LIST"
TOLD = (
    "WM_NAME", "_NET_WM_NAME", "WM_ICON_NAME", "_NET_WM_ICON_NAME", "WM_CLASS", "WM_WINDOW_ROLE", "WM_COMMAND",
    "_GTK_APPLICATION_ID", "_KDE_NET_WM_DESKTOP_FILE",
)  # fmt: skip
"""What a task bar may show of a window, or look its menu entry up by."""
ANY_TYPE, LONGEST = 0, 1024


def manage() -> subprocess.Popen[bytes]:
    """Up before the program is: a window that comes first may never get the keys."""
    manager = subprocess.Popen(WINDOW_MANAGER, stderr=subprocess.DEVNULL)
    with _screen() as screen:
        ends = time.monotonic() + PATIENCE
        while not screen.read(screen.root, SIGN):
            if time.monotonic() > ends:
                raise NotThere("a window manager")
            time.sleep(0.02)
    return manager


def told_to_task_bars() -> list[str]:
    """Every text of every window that the window manager knows."""
    with _screen() as screen:
        found = [screen.read(window, name) for window in screen.windows() for name in TOLD]
    return [text.replace(b"\0", b" ").decode(errors="replace") for text in found if text]


class _Screen:
    def __init__(self, x: CDLL, display: c_void_p) -> None:
        self._x, self._display = x, display
        self.root = int(x.XDefaultRootWindow(display))

    def windows(self) -> list[int]:
        """Numbers come as C's longs, whatever their size in the protocol."""
        return list(memoryview(self.read(self.root, WINDOWS, size=8)).cast("L"))

    def read(self, window: int, name: str, size: int = 1) -> bytes:
        """Nothing, where there is none; each item has `size` bytes."""
        atom = c_ulong(self._x.XInternAtom(self._display, name.encode(), c_int(0)))
        kind, form, count, more, content = c_ulong(), c_int(), c_ulong(), c_ulong(), POINTER(c_ubyte)()
        self._x.XGetWindowProperty(
            self._display, c_ulong(window), atom, c_long(0), c_long(LONGEST), c_int(0), c_ulong(ANY_TYPE),
            byref(kind), byref(form), byref(count), byref(more), byref(content),
        )  # fmt: skip
        if not kind.value:
            return b""
        read = string_at(cast(content, c_void_p), count.value * size)
        self._x.XFree(content)
        return read


@contextmanager
def _screen() -> Iterator[_Screen]:
    x = CDLL("libX11.so.6")
    x.XOpenDisplay.restype = c_void_p
    x.XOpenDisplay.argtypes = [c_char_p]
    x.XDefaultRootWindow.restype = x.XInternAtom.restype = c_ulong
    display = c_void_p(x.XOpenDisplay(None))
    try:
        yield _Screen(x, display)
    finally:
        x.XCloseDisplay(display)
