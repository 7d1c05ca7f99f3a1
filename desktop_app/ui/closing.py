"""The one question before the window closes: what would be lost, and what would not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop_app.i18n import Message, Words
from desktop_app.ui.background import Background
from desktop_app.ui.navigator import Navigator
from desktop_app.ui.own_center import OwnCenter

if TYPE_CHECKING:
    from desktop_app.ui.safe import Safe


def closing_question(words: Words, lost: Sequence[Message]) -> tuple[str, str, str, str]:
    """Title, text, and the two answers."""
    return (words.say("close.title"), words.say_all(lost), words.say("close.yes"), words.say("close.no"))


def what_is_lost(
    navigator: Navigator, background: Background, own_center: OwnCenter, safe: Safe | None
) -> Iterator[Message]:
    """By closing now, once everything that has a file was written."""
    if safe is not None and safe.keeper.file is not None:
        if not safe.write_now():
            yield Message("close.unsaved_text")
    elif navigator.touched:
        yield Message("close.saved_text" if _is_saved(navigator, background) else "close.text")
    if safe is not None and safe.desk is not None:
        from desktop_app.ui.client_told import has_half_a_note  # late: without a caseload they are not needed
        from desktop_app.ui.pages.client_half import has_half_a_form

        if has_half_a_note(safe.desk):
            yield Message("client.notes.closing")
        if has_half_a_form(safe.desk):
            yield Message("client.half.closing")
        if _has_half_a_client(navigator):
            yield Message("desk.new.closing")
    if _center_changed(navigator, own_center):
        yield Message("close.center_text")


def _has_half_a_client(navigator: Navigator) -> bool:
    """Whether a new client was filled in and not kept yet."""
    from desktop_app.ui.pages.new_client import DRAFT, Draft  # late: without a caseload it is not needed

    draft = navigator.drafts.get(DRAFT)
    return isinstance(draft, Draft) and bool(draft.name.strip() or draft.languages or draft.yes)


def _center_changed(navigator: Navigator, own_center: OwnCenter) -> bool:
    """Whether the center's page was filled in and not kept."""
    if not navigator.drafts:
        return False
    from desktop_app.ui.pages.center_draft import DRAFT, CenterDraft  # late: most never fill it in

    draft = navigator.drafts.get(DRAFT)
    return isinstance(draft, CenterDraft) and not draft.says_the_same(own_center.now)


def _is_saved(navigator: Navigator, background: Background) -> bool:
    """Whether a report of these very answers was saved."""
    from desktop_app.ui.save_report import ReportSaver  # late: before the first question there is none

    saving = ReportSaver.of(background).saving
    return saving is not None and saving.phase == "saved" and saving.answers is navigator.session.answers
