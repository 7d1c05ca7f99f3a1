"""A page of the report as it comes out of the printer: white, whatever the window's colors are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import Theme

WIDEST_EM = 38


class Sheet(QWidget):
    """As wide as there is room."""

    spoken_role = QAccessible.Role.Graphic

    def __init__(self, theme: Theme, image: QImage, name: str, words: str) -> None:
        super().__init__()
        self._theme, self._image = theme, image
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self.setMaximumWidth(theme.em(WIDEST_EM))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._image.height() / max(1, self._image.width()))

    def sizeHint(self) -> QSize:
        width = self._theme.em(WIDEST_EM)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._theme.em(10)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = QRectF(0, 0, self.width(), self.heightForWidth(self.width()))
        painter.drawImage(page, self._image)
        line = self._theme.line()
        painter.setPen(QPen(self._theme.color("edge" if self._theme.contrast else "hair"), line))
        painter.drawRect(page.adjusted(line / 2, line / 2, -line / 2, -line / 2))
