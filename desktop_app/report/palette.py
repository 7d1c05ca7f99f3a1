"""The report's colors as hexadecimal values: on paper, and on a screen that is dark."""

from __future__ import annotations

PAPER = {
    "card": "FFFFFF",
    "tint": "E4EFED",
    "note": "F4F1EA",
    "hair": "DDD8CD",
    "edge": "7B8582",
    "ink": "1F2A2C",
    "soft": "55605F",
    "accent": "175660",
    "met": "1E6A40",
    "ask": "86520A",
    "ask_tint": "FAEFD9",
    "todo": "3C4A8F",
    "open": "59605F",
}

DARK = {
    "card": "1D2122",
    "tint": "24403F",
    "note": "24292A",
    "hair": "475051",
    "edge": "8A9593",
    "ink": "EFEBE4",
    "soft": "B8B9B2",
    "accent": "86CBD0",
    "met": "84CF9C",
    "ask": "EDBE6B",
    "ask_tint": "3B301B",
    "todo": "AEB9F2",
    "open": "B9BDBB",
}
"""As the window is in the dark (ui/theme.py)."""
