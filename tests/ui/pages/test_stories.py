"""Stories to have ready: prompts of each level, with nothing to rate or to answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from desktop_app.i18n import LANGUAGES
from desktop_app.ui.pages.stories import StoriesPage
from tests.ui.pages.conftest import Sitting, answers_of
from tests.ui.pages.use import button, click, said
from tests.ui.tree import unnamed

Begin = Callable[..., Sitting]


def test_each_states_prompts_stand_under_the_levels_they_are_for(sitting: Begin) -> None:
    page = sitting(answers_of("texas-lead"), "stories").open(StoriesPage)
    text = said(page)
    california, texas = text.index("California · Calaveras County"), text.index("Texas · State jobs")
    assert california < text.index("Running a peer group") < texas < text.index("Leading a session")
    assert text.count("For Specialist I and Specialist II") == 2
    assert "The state's own text for Specialist I was not found." in text


def test_there_is_nothing_to_rate_or_to_fill_in(sitting: Begin) -> None:
    one = sitting({}, "stories")
    page = one.open(StoriesPage)
    assert not page.findChildren(QLineEdit)
    assert not [one for one in page.findChildren(QAbstractButton) if one.isCheckable()]
    assert not one.navigator.touched


def test_only_the_chosen_jobs_are_told_of(sitting: Begin) -> None:
    page = sitting({}, "stories", ("tx-state",)).open(StoriesPage)
    assert "Calaveras" not in said(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_in_both_languages(sitting: Begin, language: str) -> None:
    page = sitting({}, "stories").open(StoriesPage, language=language)
    assert page.name in said(page)
    assert unnamed(page) == []


def test_on_and_back_lead_to_the_results(sitting: Begin, qtbot) -> None:
    one = sitting({}, "stories")
    page = one.open(StoriesPage)
    for words in ("Where you stand", "Back"):
        click(qtbot, button(page.window(), words))
        assert one.navigator.session.at == "results"
        one.navigator.go_to("stories")
