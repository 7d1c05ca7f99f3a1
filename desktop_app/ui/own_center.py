"""The center's own page as this computer keeps it: read when first asked for, written when staff save it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:  # pydantic is not there yet when the first page is painted
    from desktop_app.center import Center


class Keeping(Protocol):
    """Where it is kept: the program's settings."""

    @property
    def center(self) -> Mapping[str, Any] | None: ...

    def keep_center(self, center: Mapping[str, Any] | None) -> None:
        """Write it, or take it away. Raises OSError."""


class OwnCenter:
    """One for the window. A page that cannot be used counts as none; its own page says so."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._read = False
        self._center: Center | None = None
        self._usable = True

    @property
    def now(self) -> Center | None:
        if not self._read:
            self._look()
        return self._center

    @property
    def usable(self) -> bool:
        """False where something is kept that is no page."""
        return self.now is not None or self._usable

    def keep(self, center: Center) -> None:
        """Raises OSError."""
        from desktop_app.center import section_of

        self._keeping.keep_center(section_of(center) or None)
        self._read, self._usable, self._center = True, True, center or None

    def remove(self) -> None:
        """Raises OSError."""
        self._keeping.keep_center(None)
        self._read, self._usable, self._center = True, True, None

    def _look(self) -> None:
        self._read = True
        section = self._keeping.center
        if section is None:
            return
        from desktop_app.center import CenterError, center_from

        try:
            self._center = center_from(section) or None
        except CenterError:
            self._usable = False
