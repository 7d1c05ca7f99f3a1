"""The picture of a plan over time, with its legend, and the same facts for those who hear it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from desktop_app.i18n import Words
from desktop_app.judgement.plan_rows import Row
from desktop_app.judgement.schedule import Pace
from desktop_app.report.over_time import Picture, picture
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import column
from desktop_app.ui.widgets.kept import Kept, Part
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.timeline import Bar, Legend, Line, Scale, Tick, Timeline

ROOM_AFTER = 0.3
"""Days on the right for what stands there, as a share of all."""


class OverTime(NamedTuple):
    """What is drawn, and on which day it is looked at."""

    rows: Sequence[Row]
    today: date
    pace: Pace


class TimelinePanel(Panel):
    """Drawn anew where the plan changes; the legend stays while it explains the same signs."""

    def __init__(self, theme: Theme, words: Words, told: OverTime) -> None:
        super().__init__(theme)
        self._words = words
        shown = self._picture(told)
        self._legend = Kept(theme, [self._explained(shown)])
        self._timeline = Timeline(theme, *drawn(shown))
        column(theme, self._legend, self._timeline, into=self)

    def follow(self, told: OverTime) -> None:
        shown = self._picture(told)
        self._legend.follow([self._explained(shown)])
        self._timeline.follow(*drawn(shown))

    def _picture(self, told: OverTime) -> Picture:
        return picture(self._words, told.rows, told.today, told.pace, room=ROOM_AFTER)

    def _explained(self, shown: Picture) -> Part:
        legend = partial(Legend, self.theme, shown.legend)
        return Part(shown.legend, lambda: column(self.theme, legend(), margins=(16, 14, 16, 12)))


def drawn(shown: Picture) -> tuple[list[Line], Scale, str]:
    """What the picture is made of: its lines, its days, and all of it in words."""
    lines = [Line(line.name, line.note, [Bar(*bar) for bar in line.bars], line.flag) for line in shown.lines]
    ticks = [Tick(*tick) for tick in shown.ticks]
    return lines, Scale(shown.first, shown.last, ticks, shown.today, shown.today_words), shown.spoken
