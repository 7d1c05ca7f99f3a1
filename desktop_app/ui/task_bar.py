"""What X11's task bars know a window by, beside its title and icon: class and identity, taken off while all is hidden.

Qt writes these once, when it makes the window, and has no way to change them; they are changed on Qt's own connection
to the screen. Under Wayland, Windows and macOS no program can take its name out of the task bar: nothing is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import CDLL, POINTER, byref, c_int, c_long, c_ubyte, c_ulong, c_void_p, string_at
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication

ON_X11 = "xcb"
CLASS = "WM_CLASS"
IDENTITIES = (CLASS, "_GTK_APPLICATION_ID", "_KDE_NET_WM_DESKTOP_FILE")
NEUTRAL = b"window\0Window\0"
"""An instance and a class, as ICCCM wants them: without any, some task bars look for the program by its process."""
ANY_TYPE, REPLACE, LONGEST = 0, 0, 1024
"""The last: how many words of four bytes are read at most."""


class Property(NamedTuple):
    """A text that stands at a window, and the atom of its type."""

    kind: int
    content: bytes


class TaskBarIdentity:
    """Of the window with this id; `take_off` and `put_back` may each be said at any time."""

    def __init__(self, window: int) -> None:
        self._window = c_ulong(window)
        self._taken: dict[str, Property] = {}

    def take_off(self) -> None:
        x = _x11()
        if x is None or self._taken:
            return
        self._taken = dict(self._standing(x))
        for name, was in self._taken.items():
            if name == CLASS:
                self._write(x, name, Property(was.kind, NEUTRAL))
            else:
                x.lib.XDeleteProperty(x.display, self._window, x.atom(name))
        x.lib.XFlush(x.display)

    def put_back(self) -> None:
        x = _x11()
        if x is None:
            return
        for name, was in self._taken.items():
            self._write(x, name, was)
        x.lib.XFlush(x.display)
        self._taken = {}

    def _standing(self, x: _X11) -> Iterator[tuple[str, Property]]:
        for name in IDENTITIES:
            found = x.read(self._window, name)
            if found is not None:
                yield name, found

    def _write(self, x: _X11, name: str, text: Property) -> None:
        kind, bits, length = c_ulong(text.kind), c_int(8), c_int(len(text.content))
        x.lib.XChangeProperty(
            x.display, self._window, x.atom(name), kind, bits, c_int(REPLACE), text.content, length
        )


class _X11(NamedTuple):
    """The library that Qt has loaded for the screen, and Qt's own connection."""

    lib: CDLL
    display: c_void_p

    def atom(self, name: str) -> c_ulong:
        return c_ulong(self.lib.XInternAtom(self.display, name.encode(), c_int(0)))

    def read(self, window: c_ulong, name: str) -> Property | None:
        kind, form, length, more, content = c_ulong(), c_int(), c_ulong(), c_ulong(), POINTER(c_ubyte)()
        self.lib.XGetWindowProperty(
            self.display, window, self.atom(name), c_long(0), c_long(LONGEST), c_int(0), c_ulong(ANY_TYPE),
            byref(kind), byref(form), byref(length), byref(more), byref(content),
        )  # fmt: skip
        if not kind.value:
            return None
        found = Property(kind.value, string_at(content, length.value))
        self.lib.XFree(content)
        return found


def _x11() -> _X11 | None:
    """None where the screen is another system's, or none at all."""
    if QGuiApplication.platformName() != ON_X11:
        return None
    from PySide6.QtGui import QNativeInterface  # late: not every system's Qt has it

    app = QGuiApplication.instance()
    native = app.nativeInterface() if isinstance(app, QGuiApplication) else None
    if not isinstance(native, QNativeInterface.QX11Application):
        return None
    try:
        lib = CDLL("libX11.so.6")
    except OSError:
        return None
    lib.XInternAtom.restype = c_ulong
    return _X11(lib, c_void_p(native.display()))
