"""How a center's numbers look on paper: each count as a chart, as a table and in words; readable in grey."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from reportlab.lib.utils import simpleSplit
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop_app.report.funder import Chart, CountedLine, FunderReport
from desktop_app.report.lettering import COLORS, TYPES, fonts, heading, paragraph, printable, width
from desktop_app.report.marks import Sign
from desktop_app.report.paper import LETTER, Paper
from desktop_app.report.pdf import Imprint, print_parts
from desktop_app.report.tables import Rows, bulleted, height_of, section
from desktop_app.report.tag_tree import figure
from desktop_app.report.tagged import drawing
from desktop_app.report.tags import row_heights

NAMES = 0.36
"""Of the width, for the names on the left."""
PAD, LEADING, BAR, CORNER = 4.5, 11.5, 11, 2.5
FEW, AWAY = 12, 30
"""Lengths that stand for numbers that are not shown: always the same, so that they tell nothing."""
DASHES = [2.4, 1.8]
BETWEEN = 9
"""A picture, its table and its words."""
AT_ONCE = 30
"""Bars of one picture: more of them would not stand on a page."""


def funder_pdf(report: FunderReport, paper: Paper = LETTER) -> bytes:
    """The same numbers give the same bytes."""
    fonts()
    stream = BytesIO()
    imprint = Imprint(report.language, report.as_of, report.foreign, (report.furniture, None), paper)
    print_parts(list(_story(report, paper)), imprint, stream)
    return stream.getvalue()


def _story(report: FunderReport, paper: Paper) -> Iterator[Flowable]:
    yield heading(report.title, 1, "h1")
    if report.center:
        yield Spacer(0, 3)
        yield paragraph(report.center, "lead", strong=report.center)
    yield Spacer(0, 3)
    yield paragraph(report.period, "soft")
    yield Spacer(0, 10)
    yield paragraph(report.clients)
    yield Spacer(0, 12)
    yield heading(report.notes_title, 2, "h2")
    yield Spacer(0, 3)
    yield from bulleted(report.notes, paper.wide)
    for chart in report.charts:
        yield from _chart(report, chart, paper)


def _chart(report: FunderReport, chart: Chart, paper: Paper) -> Iterator[Flowable]:
    head = heading(chart.title, 2, "h2")
    vars(head)["spaceBefore"] = 26  # which a page's top swallows
    said, *others = chart.sentences
    top: list[Flowable] = [head, Spacer(0, 2), paragraph(said, "soft"), Spacer(0, 8)]
    if not chart.lines:
        yield from section(top, paragraph(" ".join(others)), paper.wide)
        return
    pictures = list(_pictures(report, chart, paper))
    table = _table(chart, paper)
    words = [heading(report.words, 3, "head"), Spacer(0, 2), paragraph(" ".join(others), "small_ink")]
    begins = sum(height_of(part, paper.wide) for part in (*top, pictures[0]))
    whole = sum(height_of(part, paper.wide) for part in (*top, *pictures, *words))
    whole += sum(row_heights(table, paper.wide)) + 2 * BETWEEN
    yield CondPageBreak(whole if whole <= paper.high else begins)
    yield from top
    for picture in pictures:
        yield CondPageBreak(picture.height)
        yield picture
    yield Spacer(0, BETWEEN)
    yield from section([], table, paper.wide)
    yield Spacer(0, BETWEEN)
    yield from section(words[:-1], words[-1], paper.wide)


def _pictures(report: FunderReport, chart: Chart, paper: Paper) -> Iterator[Bars]:
    for at in range(0, len(chart.lines), AT_ONCE):
        lines = chart.lines[at : at + AT_ONCE]
        yield Bars(lines, chart.longest, report.heard(chart, lines), paper.wide)


def _table(chart: Chart, paper: Paper) -> Any:
    rows = Rows((paper.wide * 0.7, paper.wide * 0.3), pad=2.5)
    rows.head(chart.columns)
    for line in chart.lines:
        rows.row((paragraph(line.label, "small_ink"), paragraph(line.shown, "small_ink")))
    if chart.total is not None:
        rows.row((paragraph(chart.total.label, "small_strong"), paragraph(chart.total.shown, "small_strong")))
    return rows.table()


class Bars(Sign):
    """Solid as long as the number; an open stub for fewer than some, a dashed one for what is not shown."""

    def __init__(self, lines: tuple[CountedLine, ...], longest: int, heard: str, wide: float) -> None:
        super().__init__(wide, figure(printable(heard)))
        fonts()
        kind = TYPES["small_ink"]
        self._names = wide * NAMES
        self._rows = [
            (line, simpleSplit(printable(line.label), kind.font, kind.size, self._names - 10))
            for line in lines
        ]
        numbers = max(width(line.shown, "small_strong") for line in lines)
        self._unit = (wide - self._names - numbers - 10) / max(1, longest)
        self.height = sum(_high(names) for _, names in self._rows)

    def paint(self, canvas: Any) -> None:
        with drawing(self, (0, 0, self.width, self.height)):
            top = self.height
            for line, names in self._rows:
                self._row(canvas, line, names, top)
                top -= _high(names)
            canvas.setStrokeColor(COLORS["edge"])
            canvas.setLineWidth(0.9)
            canvas.line(self._names, 0, self._names, self.height)

    def _row(self, canvas: Any, line: CountedLine, names: list[str], top: float) -> None:
        kind, middle = TYPES["small_ink"], top - _high(names) / 2
        canvas.setFillColor(COLORS["ink"])
        canvas.setFont(kind.font, kind.size)
        y = middle + LEADING * len(names) / 2 - 8.5
        for name in names:
            canvas.drawString(0, y, name)
            y -= LEADING
        end = self._bar(canvas, line, middle - BAR / 2)
        strong = TYPES["small_strong"]
        canvas.setFillColor(COLORS["ink"])
        canvas.setFont(strong.font, strong.size)
        canvas.drawString(end + 6, middle - 3, printable(line.shown))

    def _bar(self, canvas: Any, line: CountedLine, low: float) -> float:
        """Gives where it ends."""
        wide = {"few": FEW, "hidden": AWAY}.get(line.how, line.number * self._unit)
        if not wide:
            return self._names
        canvas.saveState()
        canvas.setLineWidth(0.9)
        canvas.setStrokeColor(COLORS["accent"])
        canvas.setFillColor(COLORS["accent" if line.how == "exact" else "card"])
        if line.how == "hidden":
            canvas.setDash(DASHES)
        canvas.drawPath(self._outline(canvas, low, wide), stroke=1, fill=1)
        canvas.restoreState()
        return self._names + wide

    def _outline(self, canvas: Any, low: float, wide: float) -> Any:
        """Round at its end; where it begins, the line that all begin at is its edge."""
        path, corner = canvas.beginPath(), min(CORNER, wide / 2)
        left, right, high, soft = self._names, self._names + wide, low + BAR, corner * 0.45
        path.moveTo(left, low)
        path.lineTo(right - corner, low)
        path.curveTo(right - soft, low, right, low + soft, right, low + corner)
        path.lineTo(right, high - corner)
        path.curveTo(right, high - soft, right - soft, high, right - corner, high)
        path.lineTo(left, high)
        return path


def _high(names: list[str]) -> float:
    return 2 * PAD + LEADING * max(1, len(names))
