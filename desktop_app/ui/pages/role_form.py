"""The entry of one role: its fields, and what is missing or wrong beside the field that it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop_app.answers.employment import SETTINGS, WORK
from desktop_app.i18n import Words
from desktop_app.ui.pages.dates import date_words
from desktop_app.ui.pages.role_card import link
from desktop_app.ui.pages.role_draft import DateParts, Fault, RoleDraft
from desktop_app.ui.pages.role_words import title_of
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import Placed, column, left, middle, row
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.check import Check
from desktop_app.ui.widgets.choice_list import Option
from desktop_app.ui.widgets.date_field import DateField
from desktop_app.ui.widgets.field import Entry, LineField, SelectField
from desktop_app.ui.widgets.form_row import FormRow, fields_beside
from desktop_app.ui.widgets.panel import CHOSEN_LINE, Panel
from desktop_app.ui.widgets.segments import Segments
from desktop_app.ui.widgets.text import Heading, Text

LONGEST_TITLE = 120
LONGEST_NUMBER = 8
HALF_EM, DATE_EM = 15, 20.5
"""The least widths at which fields, and dates in a line, stand side by side."""


class RoleForm(Panel):
    """Shows a draft and follows what is entered; `changed` comes with every key and choice."""

    changed = Signal()
    done_pressed = Signal()
    remove_pressed = Signal()

    def __init__(self, theme: Theme, words: Words, draft: RoleDraft) -> None:
        super().__init__(theme, "card", "accent", line=CHOSEN_LINE)
        self._theme, self._words, self._draft = theme, words, draft
        self.work = self._select("work", WORK, draft.work)
        self.setting = self._select("setting", SETTINGS, draft.setting)
        self.start = DateField(theme, self._label("start"), date_words(words, words.say("roles.day_unknown")))
        self.end = EndField(theme, words, self._label("end"))
        self.paid = self._segments(draft.paid)
        self.hours = LineField(theme, self._label("hours"), draft.hours, em=6)
        self.hours.setMaxLength(LONGEST_NUMBER)
        self.title = LineField(theme, self._label("role_title"), draft.title)
        self.title.setMaxLength(max(LONGEST_TITLE, len(draft.title)))
        self.rows: Mapping[str, FormRow] = self._make_rows()
        self._heading = Heading(theme, "", "h3")
        self._so_far = Text(theme, "", "small", "soft")
        self._arrange()
        self._fill(draft)
        self._connect()
        self.show_months("")

    def draft(self) -> RoleDraft:
        """What is entered now."""
        return replace(
            self._draft,
            work=self.work.value() or "",
            setting=self.setting.value() or "",
            paid=self.paid.value() or "",
            start=_parts(self.start),
            end=_parts(self.end.date),
            still=self.end.still.isChecked(),
            hours=self.hours.text(),
            title=self.title.text(),
        )

    def show_months(self, months: str) -> None:
        """The title of the entry, and how many months it comes to so far."""
        self._so_far.say(months)
        self._so_far.setVisible(bool(months))
        self._show_title()

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Say beside each field what is missing or wrong in it, the first fault only; take away what was said."""
        said: dict[str, str] = {}
        for fault in faults:
            said.setdefault(fault.field, self._words.say(fault.message))
        for field, form_row in self.rows.items():
            if form_row.error() != said.get(field):
                form_row.show_error(said.get(field))

    def wrong_part(self, field: str) -> QWidget:
        """Where to go to put a field right: in a date, the part that is not there yet."""
        if field == "start":
            return _first_gap(self.start)
        if field == "end":
            return _first_gap(self.end.date)
        return self.rows[field].field

    # ------------------------------------------------------------ the fields

    def _label(self, field: str) -> str:
        return self._words.say(f"questions.roles.{field}.title")

    def _select(self, field: str, choices: Sequence[str], chosen: str) -> SelectField:
        entries = [
            Entry(choice, self._words.say(f"questions.roles.{field}.choices.{choice}")) for choice in choices
        ]
        hint = self._words.say("roles.choose")
        return SelectField(self._theme, self._label(field), entries, chosen or None, hint=hint)

    def _segments(self, chosen: str) -> Segments:
        options = [
            Option(value, self._words.say(f"questions.roles.paid.choices.{value}")) for value in ("yes", "no")
        ]
        return Segments(self._theme, self._label("paid"), options, chosen or None, tight=True, least_em=7)

    def _make_rows(self) -> dict[str, FormRow]:
        hint = self._words.say("questions.roles.role_title.hint")
        fields: dict[str, tuple[str, QWidget, str | None]] = {
            "work": ("work", self.work, None),
            "setting": ("setting", self.setting, None),
            "start": ("start", self.start, None),
            "end": ("end", self.end, None),
            "paid": ("paid", self.paid, None),
            "hours_per_week": ("hours", self.hours, None),
            "title": ("role_title", self.title, hint),
        }
        return {
            name: FormRow(self._theme, self._label(label), field, hint)
            for name, (label, field, hint) in fields.items()
        }

    def _arrange(self) -> None:
        theme, words = self._theme, self._words
        remove = link(theme, words.say("roles.remove"), "bin", words.say("roles.remove"))
        remove.clicked.connect(lambda _on=False: self.remove_pressed.emit())
        done = Button(theme, words.say("roles.done"), small=True)
        done.clicked.connect(lambda _on=False: self.done_pressed.emit())
        self.done = done
        named = Placed(self._heading, 1, Qt.AlignmentFlag.AlignVCenter)  # on the line of the link beside it
        head = row(theme, named, middle(remove), gap=12)
        rows = self.rows
        column(
            theme,
            head,
            self._so_far,
            10,
            self._side_by_side(HALF_EM, rows["work"], rows["setting"]),
            14,
            self._side_by_side(DATE_EM, rows["start"], rows["end"]),
            14,
            self._side_by_side(HALF_EM, rows["paid"], rows["hours_per_week"]),
            14,
            rows["title"],
            14,
            left(done),
            margins=(16, 14, 16, 17),
            into=self,
        )

    def _side_by_side(self, least_em: float, *form_rows: FormRow) -> QWidget:
        return fields_beside(self._theme, *form_rows, least_em=least_em, line_gap=14)

    def _fill(self, draft: RoleDraft) -> None:
        _put(self.start, draft.start)
        _put(self.end.date, draft.end)
        self.end.still.setChecked(draft.still)

    def _connect(self) -> None:
        self.work.changed.connect(self._edited)
        self.setting.changed.connect(self._edited)
        self.start.changed.connect(self._edited)
        self.end.changed.connect(self._edited)
        self.paid.changed.connect(self._edited)
        self.hours.entered.connect(self._edited)
        self.title.entered.connect(self._edited)

    def _edited(self, _what: object = None) -> None:
        self._show_title()
        self.changed.emit()

    def _show_title(self) -> None:
        title = title_of(self._words, self.title.text(), self.work.value() or "")
        self._heading.say(title)
        self.setAccessibleName(title)


class EndField(QWidget):
    """Still there, or the date when it ended."""

    changed = Signal()
    spoken_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, words: Words, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.still = Check(theme, words.say("questions.roles.end.still"))
        self.date = DateField(theme, name, date_words(words, words.say("roles.day_unknown")))
        self._or = Text(theme, words.say("roles.or_end"), "small", "soft")
        column(theme, left(self.still), 2, self._or, 4, self.date, into=self)
        self.setFocusProxy(self.still)
        self.still.toggled.connect(self._toggled)
        self.date.changed.connect(self.changed)

    def show_problem(self, problem: bool) -> None:
        self.date.show_problem(problem)

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self.still.setAccessibleDescription(description)
        self.date.setAccessibleDescription(description)

    def _toggled(self, still: bool) -> None:
        self.date.setVisible(not still)
        self._or.setVisible(not still)
        self.changed.emit()


def _parts(field: DateField) -> DateParts:
    return DateParts(field.year.text(), field.month.value() or "", field.day.value() or "")


def _put(field: DateField, parts: DateParts) -> None:
    """Also a date that is only half there."""
    if parts.whole:
        field.set_value(parts.text)
        return
    field.year.setText(parts.year)
    field.month.choose(parts.month or None)
    field.day.choose(parts.day or None)


def _first_gap(field: DateField) -> QWidget:
    if not field.month.value():
        return field.month
    return field.year if len(field.year.text()) < len("YYYY") else field.month
