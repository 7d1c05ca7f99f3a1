"""The pictures of the user guide: what is on each, by the scene that is taken."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from desktop_app.ui.main_window import MainWindow
from tests.screenshots.guide_desk import DESK_OWN
from tests.ui.scenes import SAMPLE, Scene, go_to


def _keep(window: MainWindow) -> None:
    """There is nothing to save until the interview has begun."""
    go_to(window, "high_school", SAMPLE)
    window.show_beside("keep")


def _unlock(window: MainWindow) -> None:
    window.keep_safe().open_file(Path("peer-ready.peerready"))


OWN = (Scene("guide-keep", _keep), Scene("guide-unlock", _unlock), *DESK_OWN)

GUIDE: Mapping[str, str] = {
    "welcome": "welcome",
    "question": "high_school",
    "roles": "roles",
    "check": "check",
    "results": "results",
    "plan": "plan",
    "print": "print-preview",
    "keep": "guide-keep",
    "unlock": "guide-unlock",
    "question-200": "high_school",
    "support": "support",
    "center": "center-filled",
    "posting": "posting-compared",
    "today": "guide-today",
    "clients": "guide-clients",
    "new-client": "guide-new-client",
    "client": "guide-client",
    "numbers": "guide-numbers",
    "sheets": "guide-sheets",
}
"""By the name of the picture, which is taken in each language."""

WHOLE = frozenset({"new-client"})
"""Down to the end of the page: what matters on it stands below."""
