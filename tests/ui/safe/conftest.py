"""What a screen reader is told while these tests run."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessibleAnnouncementEvent

from desktop_app.ui import accessibility


@pytest.fixture
def heard(monkeypatch) -> list[str]:
    """Everything that is announced, in order."""
    told: list[str] = []

    def tell(event: QAccessibleAnnouncementEvent) -> None:
        told.append(event.message())

    monkeypatch.setattr(accessibility, "tell", tell)
    return told
