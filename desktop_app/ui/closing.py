"""The one question before the window closes: what would be lost, and what would not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import Words
from desktop_app.ui.background import Background
from desktop_app.ui.navigator import Navigator

if TYPE_CHECKING:
    from desktop_app.ui.safe import Safe


def closing_question(
    words: Words, navigator: Navigator, background: Background, safe: Safe | None = None
) -> tuple[str, str, str, str]:
    """Title, text, and the two answers."""
    text = "close.saved_text" if _is_saved(navigator, background) else "close.text"
    if safe is not None and safe.keeper.file is not None:
        text = "close.unsaved_text"
    return (words.say("close.title"), words.say(text), words.say("close.yes"), words.say("close.no"))


def _is_saved(navigator: Navigator, background: Background) -> bool:
    """Whether a report of these very answers was saved."""
    from desktop_app.ui.save_report import ReportSaver  # late: before the first question there is none

    saving = ReportSaver.of(background).saving
    return saving is not None and saving.phase == "saved" and saving.answers is navigator.session.answers
