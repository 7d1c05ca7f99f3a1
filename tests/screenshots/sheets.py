"""Contact sheets: all looks of a scene on one picture, and a page that leads to every picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

ACROSS, GAP, LINE = 480, 12, 22
IN_A_ROW = 6


def contact_sheet(images: Mapping[str, QImage]) -> QImage:
    """The pictures side by side at one width, each under its name."""
    small = {
        name: image.scaledToWidth(ACROSS, Qt.TransformationMode.SmoothTransformation)
        for name, image in images.items()
    }
    rows = [list(small.items())[at : at + IN_A_ROW] for at in range(0, len(small), IN_A_ROW)]
    heights = [max(image.height() for _, image in row) + LINE + GAP for row in rows]
    width = min(len(small), IN_A_ROW) * (ACROSS + GAP) + GAP
    sheet = QImage(width, sum(heights) + GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#777777"))
    painter = QPainter(sheet)
    painter.setPen(QColor("white"))
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        for at, (name, image) in enumerate(row):
            left = GAP + at * (ACROSS + GAP)
            painter.drawText(QRect(left, top, ACROSS, LINE), Qt.AlignmentFlag.AlignVCenter, name)
            painter.drawImage(left, top + LINE, image)
        top += height
    painter.end()
    return sheet


def write_index(folder: Path, pictures: Mapping[str, Sequence[str]]) -> Path:
    """`pictures` has the looks that were taken of each scene."""
    parts = [
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Every page, every look</title>',
        "<style>body{font:16px sans-serif;margin:2em}img{max-width:100%}</style><h1>Every page, every look</h1>",
    ]
    for scene, looks in pictures.items():
        links = " · ".join(f'<a href="{escape(scene)}/{look}.png">{look}</a>' for look in looks)
        parts += [f"<h2>{escape(scene)}</h2><p>{links}</p>"]
        parts += [f'<img loading="lazy" src="{escape(scene)}.png" alt="All looks of {escape(scene)}">']
    page = folder / "index.html"
    page.write_text("\n".join(parts) + "\n", encoding="utf-8")
    return page
