"""A field with its label above, its hint, and what is wrong with it said between the two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from desktop_app.ui.accessibility import announce
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import row, top, wide
from desktop_app.ui.widgets.error_summary import go_to
from desktop_app.ui.widgets.flow import SideBySide
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.text import Text


class _CanBeWrong(Protocol):
    def show_problem(self, problem: bool) -> None: ...


class FormRow(QWidget):
    """Label, error, field, hint. Pressing the label goes to the field; a screen reader hears them all."""

    def __init__(self, theme: Theme, label: str, field: QWidget, hint: str | None = None) -> None:
        super().__init__()
        self.field = field
        self._hint = hint
        self.label = Text(theme, label, "small_strong")
        self.label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        self._error = Text(theme, "", "small", "error")
        self._error_line = row(
            theme,
            top(Icon(theme, "alert", "error", 17, beside="small")),
            wide(self._error),
            gap=7,
            margins=(0, 0, 0, 3),  # the ring around the field would touch the words
        )
        self._error_line.hide()
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.space(4))
        box.addWidget(self.label)
        box.addWidget(self._error_line)
        self._given = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        box.addSpacerItem(self._given)
        box.addWidget(field)
        if hint:
            box.addWidget(Text(theme, hint, "small", "soft"))
        box.addStretch(1)
        self._describe(None)

    def error(self) -> str | None:
        return self._error.text() or None

    def show_error(self, error: str | None) -> None:
        """Say what is wrong and what to do, or take it away."""
        self._error.say(error or "")
        self._error_line.setVisible(bool(error))
        if hasattr(self.field, "show_problem"):
            cast(_CanBeWrong, self.field).show_problem(bool(error))
        self._describe(error)

    def head_height(self, width: int) -> int:
        """Of what stands above the field: its label, and what is wrong with it."""
        height = _height(self.label, width)
        if not self._error_line.isHidden():
            height += self._box.spacing() + _height(self._error_line, width)
        return height

    def below_height(self, width: int) -> int:
        """Of the field and what stands below it."""
        whole = self._box.totalHeightForWidth(width) - self._given.sizeHint().height()
        return whole - self.head_height(width)

    def give_head(self, height: int, width: int) -> None:
        """Begin the field as far down as those beside it begin."""
        more = max(0, height - self.head_height(width))
        if more != self._given.sizeHint().height():
            self._given.changeSize(0, more, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            self._box.invalidate()

    def ask_again(self) -> None:
        """Lead to the field and say at once what is wrong: one who is in it already would hear nothing."""
        go_to(self.field.focusProxy() or self.field)
        announce(self, self.error() or "", at_once=True)

    def _describe(self, error: str | None) -> None:
        self.field.setAccessibleDescription(" ".join(part for part in (error, self._hint) if part))


def _height(widget: QWidget, width: int) -> int:
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()


def fields_beside(theme: Theme, *form_rows: FormRow, least_em: float, line_gap: float) -> QWidget:
    """Form rows side by side where there is room; their fields stay on one line, whatever is said above one."""
    cells = QWidget()
    line = _OnOneLine(cells, theme.space(16), theme.em(least_em), line_gap=theme.space(line_gap))
    for form_row in form_rows:
        line.addWidget(form_row)
    return cells


class _OnOneLine(SideBySide):
    """What is wrong with one field makes room above those beside it as well."""

    def setGeometry(self, rect: QRect) -> None:
        for line, widths in self._lines(rect.marginsRemoved(self.contentsMargins()).width()):
            head = _tallest_head(line, widths)
            for form_row, width in zip(line, widths, strict=True):
                form_row.give_head(head, width)
        super().setGeometry(rect)

    def _lines(self, width: int) -> list[tuple[list[FormRow], list[int]]]:
        """The rows of each line, with their widths."""
        lines: dict[int, tuple[list[FormRow], list[int]]] = {}
        for item, place in zip(self._shown(), self._places(width), strict=True):
            form_rows, widths = lines.setdefault(place.y(), ([], []))
            form_rows.append(cast(FormRow, item.widget()))
            widths.append(place.width())
        return list(lines.values())

    def _line_height(self, line: Sequence[QLayoutItem], widths: Sequence[int]) -> int:
        form_rows = [cast(FormRow, item.widget()) for item in line]
        below = (one.below_height(width) for one, width in zip(form_rows, widths, strict=True))
        return _tallest_head(form_rows, widths) + max(below)


def _tallest_head(form_rows: Sequence[FormRow], widths: Sequence[int]) -> int:
    return max(one.head_height(width) for one, width in zip(form_rows, widths, strict=True))
