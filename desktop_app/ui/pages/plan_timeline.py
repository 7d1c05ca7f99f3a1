"""The picture of a plan over time, with its legend, and the same facts for those who hear it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop_app.i18n import Words
from desktop_app.judgement.plan_rows import Row
from desktop_app.judgement.schedule import Pace
from desktop_app.report.over_time import picture
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import column
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.timeline import Bar, Legend, Line, Scale, Tick, Timeline

ROOM_AFTER = 0.3
"""Days on the right for what stands there, as a share of all."""


def timeline_panel(theme: Theme, words: Words, rows: Sequence[Row], today: date, pace: Pace) -> Panel:
    shown = picture(words, rows, today, pace, room=ROOM_AFTER)
    lines = [Line(line.name, line.note, [Bar(*bar) for bar in line.bars], line.flag) for line in shown.lines]
    ticks = [Tick(*tick) for tick in shown.ticks]
    scale = Scale(shown.first, shown.last, ticks, shown.today, shown.today_words)
    panel = Panel(theme)
    legend = column(theme, Legend(theme, shown.legend), margins=(16, 14, 16, 12))
    column(theme, legend, Timeline(theme, lines, scale, shown.spoken), into=panel)
    return panel
