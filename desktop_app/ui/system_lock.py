"""Hears from the system that the screen is locked or the computer goes to sleep, where the system tells.

On Linux both are told over the local message bus; without one nothing is heard, and nothing goes wrong. Windows and
macOS tell it only to programs that ask their own libraries: there the time that nobody used the program has to do.
"""

from __future__ import annotations

from typing import NamedTuple, cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot

LOGIN = "org.freedesktop.login1"


class Told(NamedTuple):
    """Who says it, by which signal; with a value, only `True` counts."""

    service: str
    path: str
    interface: str
    name: str
    with_value: bool


ON_SYSTEM_BUS = (
    Told(LOGIN, "/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", True),
    Told(LOGIN, "", f"{LOGIN}.Session", "Lock", False),
)
ON_SESSION_BUS = (
    Told("org.freedesktop.ScreenSaver", "", "org.freedesktop.ScreenSaver", "ActiveChanged", True),
    Told("org.gnome.ScreenSaver", "", "org.gnome.ScreenSaver", "ActiveChanged", True),
    Told("org.cinnamon.ScreenSaver", "", "org.cinnamon.ScreenSaver", "ActiveChanged", True),
    Told("org.mate.ScreenSaver", "", "org.mate.ScreenSaver", "ActiveChanged", True),
)


ON_VALUE, ON_TOLD = (cast(bytes, SLOT(slot)) for slot in ("on_value(bool)", "on_told()"))
"""They are text: the stubs ask for bytes, and the binding refuses those."""


class SystemLock(QObject):
    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heard_from = 0
        """How many signals are listened for; none where there is no bus."""

    def listen(self) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection  # late, and not there on every system
        except ImportError:
            return
        for bus, signals in (
            (QDBusConnection.systemBus(), ON_SYSTEM_BUS),
            (QDBusConnection.sessionBus(), ON_SESSION_BUS),
        ):
            if bus.isConnected():
                for told in signals:
                    slot = ON_VALUE if told.with_value else ON_TOLD
                    self.heard_from += bus.connect(
                        told.service, told.path, told.interface, told.name, self, slot
                    )

    @Slot(bool)
    def on_value(self, active: bool) -> None:
        if active:
            self.locked.emit()

    @Slot()
    def on_told(self) -> None:
        self.locked.emit()
