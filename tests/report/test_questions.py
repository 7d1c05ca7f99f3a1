"""What to put to the employer: every unclear line's question, once, with the levels it is for."""

from __future__ import annotations

import pytest

from tests.report.conftest import printed
from tests.report.test_summary import CALIFORNIA_ONE

UNCLEAR = {**CALIFORNIA_ONE, "lived_experience": ["own_substance_use_services"], "high_school": "outside_us"}


def test_what_several_levels_ask_is_asked_once(report):
    (county, *_) = report(UNCLEAR).questions.series
    assert county.contact == "Calaveras County · Behavioral Health, San Andreas"
    texts = [question.text for question in county.questions]
    assert "Does my lived experience count?" in texts
    assert len(texts) == len(set(texts))
    (shared,) = [
        question for question in county.questions if question.text == "Does my lived experience count?"
    ]
    assert shared.positions == "Specialist I and Specialist II"


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_question_of_the_evidence_is_there_with_room_for_an_answer(report, language):
    content = report(UNCLEAR, language=language)
    asked = {question.text for series in content.questions.series for question in series.questions}
    rows = [row for part in content.evidence for group in part.groups for row in group.rows]
    assert {text for row in rows for text in row.questions} <= asked
    assert printed(content).count(content.questions.answer) >= len(asked)


def test_where_there_is_nothing_to_ask_nothing_is_said_of_it(report):
    content = report({}, series=("ca-calaveras",))
    assert content.questions.series == ()
    assert content.questions.title not in printed(content)
