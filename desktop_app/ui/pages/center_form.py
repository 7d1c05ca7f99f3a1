"""The fields of a center's own page: the center, its own line to talk, places to volunteer, and trainers."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.center import MOST_ENTRIES
from desktop_app.ui.pages.center_draft import SERIES, CenterDraft, Fault, Place, Series
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, Placed, column, left, row, wide
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.error_summary import Problem, go_to
from desktop_app.ui.widgets.field import LineField
from desktop_app.ui.widgets.form_row import FormRow, fields_beside
from desktop_app.ui.widgets.panel import Panel, Rule
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Heading, Text

LEAST_EM = 13
"""The least width at which two fields stand side by side."""
BELOW_AWAY = 3
"""So that its words stand on one line with those in the fields, which are taller."""
LONGEST_TYPED = 400
"""More than any line may have: too long a one is told of, and not cut off unseen."""


class CenterForm(QWidget):
    """Shows a draft and follows what is entered; `changed` comes with every key."""

    changed = Signal()

    def __init__(self, stage: Stage, draft: CenterDraft) -> None:
        super().__init__()
        self._stage, self._draft = stage, draft
        self.rows: dict[Place, FormRow] = {}
        self.adders: dict[Series, Button] = {}
        self.lists: dict[Series, Slot] = {series: Slot() for series in SERIES}
        theme, say = stage.theme, stage.words.say
        center: list[Item] = [
            self._beside(Place("name"), Place("phone")),
            14,
            self._row(Place("languages"), say("center.hints.languages")),
        ]
        items: list[Item] = [
            self._panel("center", center),
            14,
            self._panel("support", [self._beside(Place("support_name"), Place("support_how"))]),
        ]
        for series in SERIES:
            items += [14, self._panel(series, [self.lists[series]])]
        column(theme, *items, into=self)
        for series in SERIES:
            self._fill(series)

    def draft(self) -> CenterDraft:
        """What is entered now."""
        lines = {place: self._field(place).text() for place in self.rows}
        told = frozenset(place for place, form_row in self.rows.items() if form_row.error())
        return CenterDraft(lines, self._draft.counts, told)

    def show_faults(self, faults: Iterable[Fault]) -> list[Problem]:
        """Say beside each field what is wrong in it; the same for the top of the page."""
        words, said = self._stage.words, {fault.place: fault.message for fault in faults}
        for place, form_row in self.rows.items():
            form_row.show_error(words.say(said[place]) if place in said else None)
        return [
            Problem(
                words.say("center.problems.in_file", where=self._label(place), problem=words.say(message)),
                self._field(place),
            )
            for place, message in said.items()
        ]

    def show_faults_of_touched(self, faults: Iterable[Fault]) -> None:
        """Take away what has been put right."""
        wrong = {fault.place for fault in faults}
        for place, form_row in self.rows.items():
            if place not in wrong and form_row.error():
                form_row.show_error(None)

    # ------------------------------------------------------------ the fields

    def _label(self, place: Place) -> str:
        return self._stage.words.say(f"center.labels.{place.label}", number=place.number)

    def _field(self, place: Place) -> LineField:
        field = self.rows[place].field
        assert isinstance(field, LineField)  # noqa: S101 - every row has one
        return field

    def _row(self, place: Place, hint: str | None = None) -> FormRow:
        theme, label = self._stage.theme, self._label(place)
        field = LineField(theme, label, self._draft.lines.get(place, ""))
        field.setMaxLength(LONGEST_TYPED)
        field.setCursorPosition(0)  # a long line is read from its beginning
        field.entered.connect(lambda _text: self.changed.emit())
        self.rows[place] = FormRow(theme, label, field, hint)
        return self.rows[place]

    def _beside(self, *places: Place) -> QWidget:
        rows = [self._row(place) for place in places]
        return fields_beside(self._stage.theme, *rows, least_em=LEAST_EM, line_gap=12)

    def _panel(self, part: str, items: list[Item]) -> Panel:
        theme, words = self._stage.theme, self._stage.words
        head: list[Item] = [Heading(theme, words.say(f"center.parts.{part}"), "h3")]
        if words.has(f"center.leads.{part}"):
            head.append(Text(theme, words.say(f"center.leads.{part}"), "small", "soft"))
        panel = Panel(theme)
        column(theme, *head, 12, *items, margins=(18, 15, 18, 19), into=panel)
        return panel

    # ------------------------------------------------------------ the lists

    def _fill(self, series: Series) -> None:
        """The entries of a list, and the way to one more."""
        theme, say = self._stage.theme, self._stage.words.say
        for place in [place for place in self.rows if place.label.startswith(series)]:
            del self.rows[place]
        items: list[Item] = []
        count = self._draft.counts[series]
        for number in range(1, count + 1):
            items += [14, Rule(theme), 12] if items else []
            items.append(self._entry(series, number))
        if count < MOST_ENTRIES:
            more = Button(theme, say(f"center.add.{series}"), icon="plus", small=True)
            more.clicked.connect(lambda _on=False: self._add(series))
            self.adders[series] = more
            items += [16, left(more)]
        else:
            items += [14, Text(theme, say("center.full", most=MOST_ENTRIES), "small", "soft")]
        self.lists[series].put(column(theme, *items))

    def _entry(self, series: Series, number: int) -> QWidget:
        theme, say = self._stage.theme, self._stage.words.say
        fields = self._beside(Place(f"{series}_name", number), Place(f"{series}_how", number))
        name = say(f"center.take_away_one.{series}", number=number)
        away = Button(theme, say("center.take_away"), "quiet", icon="bin", small=True, flush=True)
        away.setAccessibleName(name)
        # Its foot is the field's, whatever is said above the field.
        away.clicked.connect(lambda _on=False: self._take_away(series, number))
        if self._stage.width == "folded":
            return column(theme, fields, 6, left(away))
        lifted = column(theme, away, margins=(0, 0, 0, BELOW_AWAY))
        return row(theme, wide(fields), 14, Placed(lifted, side=Qt.AlignmentFlag.AlignBottom))

    def _add(self, series: Series) -> None:
        self._change(self.draft().with_one_more(series), series)
        go_to(self._field(Place(f"{series}_name", self._draft.counts[series])))

    def _take_away(self, series: Series, number: int) -> None:
        """The keys go to what moves up to its place."""
        self._change(self.draft().without(series, number), series)
        go_to(self._field(Place(f"{series}_name", min(number, self._draft.counts[series]))))

    def _change(self, draft: CenterDraft, series: Series) -> None:
        self._draft = draft
        self._fill(series)
        self.changed.emit()
