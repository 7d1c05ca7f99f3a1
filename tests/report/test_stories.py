"""Stories to have ready: what the levels name alike once, in both languages, whatever was answered."""

from __future__ import annotations

import pytest

from desktop_app.i18n import LANGUAGES
from tests.report.conftest import SAMPLES, printed
from tests.report.test_summary import CALIFORNIA


def test_what_both_levels_name_is_told_once_and_then_what_the_higher_one_adds(report):
    (california,) = report("mostly-silent", series=CALIFORNIA).stories.series
    assert [group.title for group in california.groups] == [
        "For Specialist I and Specialist II",
        "For Specialist II",
    ]
    names = [story.name for group in california.groups for story in group.stories]
    assert len(set(names)) == len(names) == 10
    assert california.note == ""


def test_a_level_whose_text_was_not_found_is_said_to_be_so(report):
    texas = report("mostly-silent").stories.series[1]
    assert texas.note.startswith("The state's own text for Specialist I was not found.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_hang_on_no_answer(report, language):
    told = {report(name, language=language).stories for name in SAMPLES}
    assert len(told) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_them_are_printed(report, language):
    content = report("texas-lead", language=language)
    text = printed(content)
    assert content.stories.title in text
    assert content.stories.lead in text
    for series in content.stories.series:
        for group in series.groups:
            assert all(f"{story.name} {story.prompt}" in text for story in group.stories)
