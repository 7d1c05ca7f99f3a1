"""Listens on a message bus as the window does, has another program say things there, and prints what was heard.

`python -m tests.ui.safe.hears_locks ADDRESS`; both buses of the system are at that address, or nothing is.
"""

from __future__ import annotations

import sys
from time import monotonic

from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from desktop_app.ui.system_lock import LOGIN, SystemLock

SAVER, LOGIN_PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/login1"
SAID: tuple[tuple[str, str, str, str, str, list[bool], int], ...] = (
    ("awake", LOGIN, LOGIN_PATH, f"{LOGIN}.Manager", "PrepareForSleep", [False], 0),
    ("sleeps", LOGIN, LOGIN_PATH, f"{LOGIN}.Manager", "PrepareForSleep", [True], 1),
    ("locks", LOGIN, f"{LOGIN_PATH}/session/_31", f"{LOGIN}.Session", "Lock", [], 1),
    ("saver", SAVER, "/org/freedesktop/ScreenSaver", SAVER, "ActiveChanged", [True], 1),
    ("saver over", SAVER, "/org/freedesktop/ScreenSaver", SAVER, "ActiveChanged", [False], 0),
)


def main(address: str) -> None:
    app = QCoreApplication([])
    system = SystemLock()
    heard: list[int] = []
    system.locked.connect(lambda: heard.append(1))
    system.listen()
    if not address:
        tell(f"listens to {system.heard_from}")
        return
    other = QDBusConnection.connectToBus(address, "other")
    for service in (LOGIN, SAVER):
        assert other.registerService(service)
    for name, _service, path, interface, signal, values, times in SAID:
        heard.clear()
        message = QDBusMessage.createSignal(path, interface, signal)
        message.setArguments(values)
        assert other.send(message)
        end = monotonic() + (30 if times else 0.3)
        while monotonic() < end and len(heard) < max(times, 1):
            app.processEvents()
        tell(f"{name}: {len(heard) == times}")


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(sys.argv[1])
