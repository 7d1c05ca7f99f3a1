"""The words of a plan's picture: in any language, text size and width, none stand over others or leave it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF

from desktop_app import resources
from desktop_app.i18n import LANGUAGES, load_words
from desktop_app.interview.planning import Planning, Trial
from desktop_app.interview.session import Interview, Session
from desktop_app.report.over_time import Picture, picture
from desktop_app.rulebook.load import Rulebook, words_with
from desktop_app.ui.pages.plan_timeline import ROOM_AFTER, drawn
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.timeline import Timeline
from desktop_app.ui.widgets.timeline_places import Places
from tests.conftest import TODAY

SHEETS = sorted((Path(__file__).parents[2] / "sheets").glob("*.json"))
WIDTHS = (300, 480, 604, 820, 1232, 1600)
STARTS = (None, TODAY + timedelta(days=75))


def answers() -> Iterator[dict[str, Any]]:
    for sheet in (resources.folder() / "sample" / "candidate.json", *SHEETS):
        if not sheet.name.endswith(".expected.json"):
            yield json.loads(sheet.read_text("utf-8"))["answers"]


@pytest.fixture(scope="module", params=LANGUAGES)
def pictures(request: pytest.FixtureRequest, book: Rulebook) -> list[Picture]:
    """The way to each position that has one, for each sheet; begun today and some months from now."""
    words = words_with(load_words(request.param), book.packs)
    made: dict[Picture, None] = {}
    for given in answers():
        view = Interview(book, book.series(), TODAY).view(Session(TODAY, book.series(), answers=given))
        for start in STARTS:
            made |= dict.fromkeys(_of_one(Planning(view, Trial(start=start)), words, start))
    return list(made)


def _of_one(planning: Planning, words: Any, start: date | None) -> Iterator[Picture]:
    for one in planning.planned:
        planned = planning.trying(Trial(position=one.position.id, start=start))
        if planned.plan and any(row.bars for row in planned.rows(planned.plan)):
            yield picture(words, planned.rows(planned.plan), TODAY, planned.trial.pace, room=ROOM_AFTER)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_words_stand_over_others_or_leave_the_picture(
    qapp, spoken_roles, pictures: list[Picture], scale: float
) -> None:
    theme = Theme(scale=scale)
    assert len(pictures) > 10
    for one in pictures:
        timeline = Timeline(theme, *drawn(one))
        for width in WIDTHS:
            if width >= theme.em(18):  # narrower than any page has room for
                assert list(faults(timeline.places(width), width)) == [], (width, one.lines)


def faults(places: Places, width: int) -> Iterator[str]:
    words = list(places.words())
    inside = QRectF(0, 0, width, places.height).adjusted(-0.5, -0.5, 0.5, 0.5)
    for place in words:
        if not inside.contains(place.at):
            yield f"{place.words.text} leaves the picture"
        if place.words.height(place.at.width()) > place.at.height() + 0.5:
            yield f"{place.words.text} has too little room"
    for first, second in combinations(words, 2):
        if first.at.intersects(second.at):
            yield f"{first.words.text} runs into {second.words.text}"
    for row in places.rows:
        for drawing in (*row.bars, *([row.flag] if row.flag else [])):
            if not inside.contains(drawing):
                yield f"what {row.line.name} has leaves the picture"
            if row.note and not row.within and row.note.at.intersects(drawing):
                yield f"{row.note.words.text} runs over what it is about"
        if (
            row.note
            and row.note.at.left() < places.today < row.note.at.right()
            and _crossed(places, row.note.at)
        ):
            yield f"{row.note.words.text} runs over today"


def _crossed(places: Places, at: QRectF) -> bool:
    return any(begins < at.bottom() and ends > at.top() for begins, ends in places.free)
