"""A field for a long plain text, with the frame that all fields have."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.scroll import Bar

PROBLEM_LINE = 2.2
RIM, FRAME = 9, 3


class TextArea(QPlainTextEdit):
    """Takes plain text alone, and of what is pasted only what is fit; Tab leads on to the next control."""

    refused = Signal(str)
    """What would have stood there after something was pasted, and is not fit."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        text: str = "",
        *,
        lines: int,
        fit: Callable[[str], bool] = lambda _text: True,
    ) -> None:
        super().__init__()
        self.theme, self._lines, self._fit = theme, lines, fit
        self._problem = False
        self.ring_corner = theme.corner("field")
        self.setFont(theme.font("body"))
        self.setAccessibleName(name)
        self.setFrameStyle(QFrame.Shape.Box)
        self.setLineWidth(FRAME)  # the room that the bar leaves for the frame; it is painted below
        self.setVerticalScrollBar(Bar(theme, "card"))
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # a file dropped here would leave its path in the text
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)  # our own ground shows through
        self.setPalette(colors)
        rim = round(theme.space(RIM))
        self.setViewportMargins(rim, rim, round(theme.space(4)), rim)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlainText(text)

    def show_problem(self, problem: bool) -> None:
        self._problem = problem
        self.update()

    def sizeHint(self) -> QSize:
        line = ceil(QFontMetricsF(self.font()).lineSpacing())  # as the text is laid out: no line is cut
        height = self._lines * line + 2 * (FRAME + round(self.theme.space(RIM)))
        return QSize(self.theme.em(24), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.em(10), self.sizeHint().height())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Looked at before it is laid out, which takes long for some of what is no text."""
        text, before, at = source.text(), self.toPlainText(), self.textCursor()
        after = before[: at.selectionStart()] + text + before[at.selectionEnd() :]
        if self._fit(after):
            self.insertPlainText(text)
        else:
            self.refused.emit(after)

    def event(self, event: QEvent) -> bool:
        """The ground and the frame, under the text."""
        if event.type() is QEvent.Type.Paint:
            self._paint_frame()
            return True
        return super().event(event)

    def _paint_frame(self) -> None:
        painter, theme = QPainter(self), self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = PROBLEM_LINE if self._problem else theme.line() + (0 if theme.contrast else 0.25)
        painter.setPen(QPen(theme.color("error" if self._problem else "edge"), line))
        painter.setBrush(theme.color("card"))
        half, corner = line / 2, theme.corner("field")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), corner, corner)
