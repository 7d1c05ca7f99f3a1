"""Draws the program's icon in every size and format from resources/icons/peer-ready.svg.

Run by hand after the SVG has changed (`.venv/bin/python packaging/icons.py`); what it writes is committed.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter, Qt
from PySide6.QtSvg import QSvgRenderer

PACKAGING = Path(__file__).resolve().parent
ICONS = PACKAGING.parent / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def main() -> None:
    QGuiApplication(["icons", "-platform", "offscreen"])
    drawing = QSvgRenderer(str(ICONS / "peer-ready.svg"))
    drawn = {size: paint(drawing, size) for size in (*SIZES, 512)}
    drawn[256].save(ICONS / "peer-ready.png", optimize=True)
    small_to_large = [drawn[size] for size in SIZES]
    sizes = [image.size for image in small_to_large]
    drawn[256].save(PACKAGING / "windows" / "peer-ready.ico", sizes=sizes, append_images=small_to_large)
    drawn[512].save(PACKAGING / "macos" / "peer-ready.icns", append_images=[drawn[128], drawn[256]])


def paint(drawing: QSvgRenderer, size: int) -> Image.Image:
    """Each size is drawn anew: a scaled-down picture of round lines is a blur."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter)
    painter.end()
    png = QByteArray()
    buffer = QBuffer(png)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, b"PNG")
    return Image.open(io.BytesIO(png.data()))


if __name__ == "__main__":
    main()
