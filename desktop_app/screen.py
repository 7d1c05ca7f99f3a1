"""Tells whether a window can be shown here; asked of Qt itself, a no would end the program."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping
from pathlib import Path

XCB = "libxcb.so.1"
XCB_NEEDED = ("libxcb-cursor.so.0", "libxkbcommon-x11.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1")
"""What Qt's xcb plugin ends the program without."""


def there_is_a_screen(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere when a display answers."""
    if not platform.startswith(("linux", "freebsd")):
        return True
    if environment.get("QT_QPA_PLATFORM"):
        return True
    return _wayland_answers(environment) or (bool(environment.get("DISPLAY")) and x11_answers())


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name, folder = environment.get("WAYLAND_DISPLAY"), environment.get("XDG_RUNTIME_DIR", "")
    return bool(name) and (Path(folder) / str(name)).is_socket()


def x11_answers() -> bool:
    """Whether the X server that DISPLAY names takes a connection, and Qt's libraries for it are here."""
    try:
        xcb = ctypes.CDLL(XCB)
        for library in XCB_NEEDED:
            ctypes.CDLL(library)
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    broken = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not broken
