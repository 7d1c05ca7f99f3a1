"""The one picture: two chairs of one height by a window on the foothills, in the theme's own colors."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.icons import fill
from desktop_app.ui.theme import Theme

BOARD_WIDTH, BOARD_HEIGHT = 420, 770
"""Drawn on a board of this size, which is scaled to the widget's width and stands on its foot."""

FLOOR = 610
ARCH = 250
WINDOW = QRectF(78, 96, 264, 330)

# height of a hill's ridge, how much it sways, where it begins; far to near
HILLS = ((268, 34, 0), (306, 26, 90), (346, 20, 190), (388, 14, 40))


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """One color with a share of another."""

    def between(start: int, end: int) -> int:
        return round(start + (end - start) * share)

    return QColor(
        between(one.red(), other.red()),
        between(one.green(), other.green()),
        between(one.blue(), other.blue()),
    )


class TwoChairs(QWidget):
    """Decoration: no name, no focus. In high contrast there is none; the welcome page leaves it out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._color = theme.color
        self._night = theme.name == "dark"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(416, 600)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._theme.contrast:
            return
        fill(painter, QRectF(self.rect()), self._color("rail"))
        scale = self.width() / BOARD_WIDTH
        painter.translate(0, self.height() - BOARD_HEIGHT * scale)
        painter.scale(scale, scale)
        self._paint_floor(painter)
        self._paint_window(painter)
        self._paint_light(painter)
        self._paint_chair(painter, QPointF(30, FLOOR + 92), 1, self._color("art_chair"))
        self._paint_chair(painter, QPointF(390, FLOOR + 92), -1, self._color("art_clay"))
        self._paint_table(painter, 210, FLOOR + 96)

    def _floor(self) -> QColor:
        return mixed(self._color("rail"), self._color("art_wheat"), 0.55)

    def _shaded(self, color: QColor, share: float = 0.35) -> QColor:
        return mixed(color, self._color("rail" if self._night else "ink"), share)

    def _paint_floor(self, painter: QPainter) -> None:
        fill(painter, QRectF(0, FLOOR, BOARD_WIDTH, 400), self._floor())
        fill(painter, QRectF(0, FLOOR, BOARD_WIDTH, 5), mixed(self._floor(), self._color("ink"), 0.12))

    def _paint_window(self, painter: QPainter) -> None:
        light = self._color("art_light")
        frame = mixed(light, self._color("rail"), 0.62) if self._night else light
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(frame)
        painter.drawPath(_arched(WINDOW.adjusted(-11, -11, 11, 11), 139))
        painter.setClipPath(_arched(WINDOW, 130))
        self._paint_view(painter)
        painter.setClipping(False)
        painter.setPen(QPen(frame, 7))
        painter.drawLine(QLineF(210, WINDOW.y(), 210, WINDOW.bottom()))
        painter.drawLine(QLineF(WINDOW.x(), 268, WINDOW.right(), 268))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(frame)
        painter.drawRoundedRect(QRectF(56, WINDOW.bottom() + 4, 308, 13), 4, 4)
        fill(
            painter,
            QRectF(64, WINDOW.bottom() + 17, 292, 4),
            mixed(self._color("rail"), self._color("ink"), 0.10),
        )

    def _paint_view(self, painter: QPainter) -> None:
        """Sky, sun or moon, and the foothills."""
        color = self._color
        if self._night:
            sky = mixed(color("art_spruce"), color("page"), 0.62)
            tones = [mixed(color("art_spruce"), color("art_near"), share) for share in (0.18, 0.45, 0.75, 1)]
        else:
            sky = mixed(color("art_sage"), color("art_far"), 0.62)
            tones = [
                mixed(color("art_sage"), color("art_far"), 0.15),
                mixed(color("art_spruce"), color("art_far"), 0.38),
                mixed(color("art_spruce"), color("art_far"), 0.05),
                mixed(color("art_near"), color("art_far"), 0.18),
            ]
        fill(painter, WINDOW, sky)
        painter.setBrush(color("art_sun"))
        painter.drawEllipse(QPointF(262, 216), 27, 27)
        for (ridge, sway, start), tone in zip(HILLS, tones, strict=True):
            painter.setBrush(tone)
            painter.drawPath(_hill(ridge, sway, 60 - start * 0.4))

    def _paint_light(self, painter: QPainter) -> None:
        """What falls through the window onto the floor."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(self._floor(), self._color("art_light"), 0.12 if self._night else 0.38))
        painter.drawPolygon(
            [QPointF(120, FLOOR + 5), QPointF(300, FLOOR + 5), QPointF(350, 770), QPointF(60, 770)]
        )

    def _paint_chair(self, painter: QPainter, foot: QPointF, facing: int, wood: QColor) -> None:
        """A chair from the side; `foot` is that of its back, `facing` 1 to the right and -1 to the left."""
        painter.save()
        painter.translate(foot)
        painter.scale(facing, 1)
        painter.setPen(_round(self._shaded(wood), 7))
        painter.drawLine(QLineF(22, -70, 16, -8))
        painter.drawLine(QLineF(92, -72, 97, -8))
        painter.setPen(_round(self._shaded(wood), 4))
        painter.drawLine(QLineF(20, -36, 94, -36))
        painter.setPen(_round(wood, 8.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        back = QPainterPath(QPointF(8, 0))
        back.cubicTo(16, -40, 18, -60, 14, -84)
        back.cubicTo(10, -120, 6, -146, 0, -172)
        painter.drawPath(back)
        painter.drawLine(QLineF(104, 0, 98, -74))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wood)
        painter.drawRoundedRect(QRectF(4, -88, 106, 14), 7, 7)
        painter.setBrush(mixed(self._color("art_light"), wood, 0.12))
        painter.drawRoundedRect(QRectF(16, -100, 90, 14), 7, 7)
        cushion = QPainterPath(QPointF(10, -164))
        cushion.cubicTo(20, -166, 26, -160, 26, -150)
        cushion.cubicTo(28, -134, 30, -128, 30, -118)
        cushion.cubicTo(30, -110, 24, -108, 19, -108)
        cushion.closeSubpath()
        painter.drawPath(cushion)
        painter.restore()

    def _paint_table(self, painter: QPainter, x: float, base: float) -> None:
        top = mixed(self._color("art_wheat"), self._color("art_clay"), 0.45)
        painter.setPen(_round(self._shaded(top), 7))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(QLineF(x, base - 104, x, base - 10))
        foot = QPainterPath(QPointF(x - 34, base + 2))
        foot.cubicTo(x - 20, base - 14, x - 8, base - 18, x, base - 20)
        foot.cubicTo(x + 8, base - 18, x + 20, base - 14, x + 34, base + 2)
        painter.drawPath(foot)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(top)
        painter.drawRoundedRect(QRectF(x - 62, base - 116, 124, 12), 6, 6)
        self._paint_cup(painter, x - 28, base, -1)
        self._paint_cup(painter, x + 28, base, 1)

    def _paint_cup(self, painter: QPainter, x: float, base: float, handle: int) -> None:
        china = self._color("art_light")
        cup = QPainterPath(QPointF(x - 12, base - 136))
        cup.lineTo(x + 12, base - 136)
        cup.cubicTo(x + 12, base - 120, x + 7, base - 116, x, base - 116)
        cup.cubicTo(x - 7, base - 116, x - 12, base - 120, x - 12, base - 136)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(china)
        painter.drawPath(cup)
        painter.setPen(QPen(china, 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(
            QRectF(x + (9 if handle > 0 else -19), base - 134, 10, 11), -handle * 90 * 16, 180 * 16
        )


def _arched(rect: QRectF, corner: float) -> QPainterPath:
    """A window's outline: round above, square below."""
    arch, foot = QPainterPath(), QPainterPath()
    arch.addRoundedRect(rect, corner, corner)
    foot.addRect(QRectF(rect.x(), ARCH, rect.width(), rect.bottom() - ARCH))
    return arch.united(foot)


def _hill(ridge: float, sway: float, x: float) -> QPainterPath:
    hill = QPainterPath(QPointF(60, 460))
    hill.lineTo(60, ridge + sway * 0.4)
    hill.cubicTo(x + 70, ridge - sway * 1.3, x + 130, ridge - sway * 0.9, x + 170, ridge)
    hill.cubicTo(x + 200, ridge + sway * 0.7, x + 240, ridge - sway * 0.9, x + 300, ridge - sway * 0.6)
    hill.cubicTo(x + 340, ridge - sway * 0.4, 360, ridge + sway * 0.1, 380, ridge + sway * 0.2)
    hill.lineTo(380, 460)
    hill.closeSubpath()
    return hill


def _round(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
