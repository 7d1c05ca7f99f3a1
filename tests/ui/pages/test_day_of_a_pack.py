"""A pack's question for a day that is no expiry is asked by the window's own page for days."""

from __future__ import annotations

import pytest

from desktop_app.rulebook.load import Rulebook, load_rulebook
from desktop_app.ui.pages.day import DayPage
from desktop_app.ui.pages.review import ReviewPage
from tests.packs.every import HERE
from tests.ui.pages.use import said
from tests.ui.tree import unnamed

RECOVERY = {"lived_experience": ["own_recovery_without_services"]}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    """The sitting of these tests runs by the invented county."""
    return load_rulebook(HERE)


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Since when have you been in recovery?"), ("es", "¿Desde cuándo está en recuperación?")],
)
def test_the_day_is_asked_and_kept(sitting, language, title):
    one = sitting(RECOVERY, "in_recovery_since")
    page = one.open(DayPage, language=language)
    assert title in said(page)
    assert unnamed(page) == []
    page.field.month.choose("05")
    page.field.day.choose("01")
    page.field.year.setText("2024")
    page.field.changed.emit()
    assert one.answers["in_recovery_since"] == "2024-05-01"
    page.on()
    assert one.navigator.session.at == "high_school"


def test_what_is_offered_in_place_of_a_personal_day(sitting):
    page = sitting(RECOVERY, "in_recovery_since").open(DayPage)
    assert "I'd rather not say" in said(page)


def test_the_check_page_says_it_back(sitting):
    page = sitting({**RECOVERY, "in_recovery_since": "2024-05-01"}, "check").open(ReviewPage)
    assert "May 1, 2024" in said(page)
