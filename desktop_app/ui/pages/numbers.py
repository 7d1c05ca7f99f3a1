"""What the center's work comes to, without names: as charts, tables and sentences, and as a PDF for a funder."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.caseload.numbers_told import numbers_told
from desktop_app.caseload.small import SMALL
from desktop_app.report.funder import FunderReport
from desktop_app.ui.accessibility import announce
from desktop_app.ui.client_told import ClientReader
from desktop_app.ui.counting import Counting, Stretch
from desktop_app.ui.found import Found
from desktop_app.ui.pages.headed import HeadedPage
from desktop_app.ui.pages.numbers_chart import ChartPart
from desktop_app.ui.pages.numbers_paper import FunderPaper
from desktop_app.ui.pages.numbers_time import TimePart
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import STRETCH, column
from desktop_app.ui.widgets.kept import Kept, Part, said
from desktop_app.ui.widgets.panel import note, notice
from desktop_app.ui.widgets.text import Text

FOUND, SAVED = "numbers.found", "numbers.saved"
SOON = 300
"""Milliseconds until what changed is counted: while clients are judged, much comes one after the other."""


class NumbersPage(HeadedPage):
    about = "numbers"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        theme, drafts = stage.theme, stage.navigator.drafts
        self._counting = Counting.of(drafts, FOUND)
        self._counting.changed.connect(self._show)
        self.time = TimePart(stage, self.desk.today())
        self.time.chosen.connect(self._count)
        self.paper = FunderPaper(stage, Found.of(drafts, SAVED), self._report)
        self.counted, self.shown = Kept(theme), Kept(theme)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(lambda: self._count(self.time.stretch))
        self._told: FunderReport | None = None
        wide = stage.width == "wide"
        above = () if wide else (16, self.paper)  # below all charts nobody would find it
        self._choices = column(theme, self.time, 18)
        self._beside = self._margin(self.paper if wide else None)
        main = column(
            theme,
            self.head,
            18,
            self._choices,
            self.counted,
            *above,
            self.shown,
            STRETCH,
        )
        self.lay(main, self._beside)
        if self._counting.phase == "none":
            self._count(self.time.stretch)
        else:
            self._show()

    def follow(self) -> None:
        self._soon.start()

    def on(self) -> None:
        """Enter: the days that are put in."""
        self.time.on()

    def can_save(self) -> bool:
        return bool(self.desk.rows)

    def save(self) -> None:
        self.paper.save()

    # ------------------------------------------------------------ what is counted

    def _count(self, stretch: Stretch) -> None:
        if self.desk.rows:
            self._counting.count(self.desk, self.stage.background, stretch)
        else:
            self._counting.put(None)

    def _report(self) -> FunderReport | None:
        """As it is shown; None while there is nothing to show."""
        numbers = self._counting.numbers
        if numbers is None or not self.desk.rows:
            return None
        center = self.stage.own_center.now
        words = ClientReader.of(self.stage).words(self.stage)
        return numbers_told(numbers, words, center.name if center is not None else "")

    def _show(self) -> None:
        before, self._told = self._told, self._report()
        for part in (self._choices, self._beside, self.paper):
            part.setHidden(not self.desk.rows)  # with nobody to count there is nothing to choose or save
        self.counted.follow(self._parts())
        shows = self._told if self._counting.problem is None else None
        self.shown.follow(self._charts(shows) if shows else ())
        if before is not None and self._told is not None and before != self._told:
            announce(self, self.stage.words.say("numbers.counted"))

    def _parts(self) -> list[Part]:
        """Which time and how many clients it is about, or why there is nothing to show."""
        theme, say = self.stage.theme, self.stage.words.say
        told, counting = self._told, self._counting
        if not self.desk.rows:
            nobody = partial(notice, theme, "info", say("numbers.none.title"), say("numbers.none.text"))
            return [Part("nobody", nobody)]
        if counting.problem is not None:
            return [Part(counting.problem, partial(notice, theme, "alert", say(counting.problem), None))]
        waiting = say("numbers.counting") if told is None or counting.busy else ""
        about = f"{told.period} {told.clients}" if told is not None else ""
        return [said(theme, waiting, "body", "soft"), said(theme, about)]

    def _charts(self, told: FunderReport) -> list[Part]:
        return [
            Part((chart, told.picture), partial(ChartPart, self.stage, told, chart), 26, key=chart.kept)
            for chart in told.charts
        ]

    def _margin(self, paper: QWidget | None) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        lines = ("caseload.numbers.notes.said", "numbers.today_or_time")
        small = say("caseload.numbers.notes.small", small=SMALL, most=SMALL - 1)
        texts = [Text(theme, one, "small") for one in (small, *map(say, lines))]
        how = note(theme, say("numbers.notes"), column(theme, *texts, gap=8))
        return column(theme, paper, how, gap=12)
