"""Puts a theme on the running program: fonts, palette, Fusion, and the two style sheets there are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.ui.theme import ColorRole, Theme

PALETTE: dict[QPalette.ColorRole, ColorRole] = {
    QPalette.ColorRole.Window: "page",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "note",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "soft",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.ToolTipBase: "note",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "card",
    QPalette.ColorRole.Mid: "hair",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
}

FRAME_DARKENED = 140
"""By how much Fusion does, in percent."""

LINE = 2
"""Around the title that the keys are at."""


def load_fonts(folder: Path) -> None:
    """The letters that come with the program; without them Qt takes the system's own."""
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def apply(app: QApplication, theme: Theme) -> None:
    """The style itself, Fusion, is asked for when the application is made: its class is slow to come."""
    app.setPalette(palette(theme))
    app.setFont(theme.font("body"))


def palette(theme: Theme) -> QPalette:
    """For what Qt paints itself: menus, list popups, text fields, message boxes."""
    colors = QPalette()
    for role, ours in PALETTE.items():
        colors.setColor(role, theme.color(ours))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        colors.setColor(QPalette.ColorGroup.Disabled, role, theme.color("rest"))
    return colors


def menu_palette(theme: Theme) -> QPalette:
    """Fusion frames boxes in menus, and popups, with this darkened, as their ground would be: hardly seen on ours."""
    colors = palette(theme)
    colors.setColor(QPalette.ColorRole.Window, theme.color("edge").lighter(FRAME_DARKENED))
    return colors


def menu_bar_sheet(theme: Theme) -> str:
    """Fusion's menu bar cannot be given room or corners by palette alone, nor a menu lines that show on black."""
    rail, ink, hair, tint = (theme.color(role).name() for role in ("rail", "ink", "hair", "tint"))
    chosen = (
        f"border-color: {theme.color('accent').name()};"  # the tint alone hardly shows where the keys are
    )
    if not theme.contrast:
        chosen += f" background: {tint};"
    return f"""
    QMenuBar {{ background: {rail}; color: {ink}; padding: 2px {theme.space(6)}px; border: none;
                border-bottom: {round(theme.line())}px solid {hair}; }}
    QMenuBar::item {{ padding: {theme.space(5) - LINE}px {theme.space(10) - LINE}px; background: transparent;
                      border: {LINE}px solid transparent; border-radius: 5px; color: {ink}; }}
    QMenuBar::item:selected, QMenuBar::item:pressed {{ {chosen} }}
    QMenu::separator {{ height: 1px; background: {hair}; margin: 4px {theme.space(8)}px; }}
    """
