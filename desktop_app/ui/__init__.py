"""What is seen: the window, its pages and their parts; the only room that knows Qt."""

import sys

import PySide6.QtCore  # noqa: F401 - first, so that what follows finds it there


def _leave_sources_unread() -> None:
    """Keep PySide6 from reading the source of every module imported from here on.

    It looks there for its switch to snake_case names, which nothing here uses, and keeps all that it read: 8 MB,
    and a tenth of the time to start (docs/performance.md). A release without this hook starts as slowly as before.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: False  # type: ignore[union-attr]


_leave_sources_unread()
