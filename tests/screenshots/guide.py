"""The pictures of the user guide: what is on each, by the scene that is taken."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from desktop_app.ui.main_window import MainWindow
from tests.ui.scenes import SAMPLE, Scene, go_to


def _keep(window: MainWindow) -> None:
    """There is nothing to save until the interview has begun."""
    go_to(window, "high_school", SAMPLE)
    window.show_beside("keep")


def _unlock(window: MainWindow) -> None:
    window.keep_safe().open_file(Path("peer-ready.peerready"))


OWN = (Scene("guide-keep", _keep), Scene("guide-unlock", _unlock))

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
}
"""By the name of the picture, which is taken in each language."""
