"""A window manager on the screen, up before the program is: a window that comes first may never get the keys."""

from __future__ import annotations

import subprocess
import time
from ctypes import CDLL, POINTER, byref, c_char_p, c_int, c_long, c_ubyte, c_ulong, c_void_p

from tests.atspi.reader import PATIENCE, NotThere

WINDOW_MANAGER = ("matchbox-window-manager", "-use_titlebar", "no")
SIGN = b"_NET_SUPPORTING_WM_CHECK"
"""What every window manager leaves at the root of the screen once it is there."""
ANY_TYPE = 0


def manage() -> subprocess.Popen[bytes]:
    manager = subprocess.Popen(WINDOW_MANAGER, stderr=subprocess.DEVNULL)
    x = CDLL("libX11.so.6")
    x.XOpenDisplay.restype = c_void_p
    x.XOpenDisplay.argtypes = [c_char_p]
    screen = c_void_p(x.XOpenDisplay(None))
    x.XDefaultRootWindow.restype = x.XInternAtom.restype = c_ulong
    root, sign = c_ulong(x.XDefaultRootWindow(screen)), c_ulong(x.XInternAtom(screen, SIGN, c_int(0)))
    ends = time.monotonic() + PATIENCE
    while not _is_there(x, screen, root, sign):
        if time.monotonic() > ends:
            raise NotThere("a window manager")
        time.sleep(0.02)
    x.XCloseDisplay(screen)
    return manager


def _is_there(x: CDLL, screen: c_void_p, root: c_ulong, sign: c_ulong) -> bool:
    kind, form, count, more, content = c_ulong(), c_int(), c_ulong(), c_ulong(), POINTER(c_ubyte)()
    x.XGetWindowProperty(
        screen, root, sign, c_long(0), c_long(1), c_int(0), c_ulong(ANY_TYPE),
        byref(kind), byref(form), byref(count), byref(more), byref(content),
    )  # fmt: skip
    return count.value > 0
