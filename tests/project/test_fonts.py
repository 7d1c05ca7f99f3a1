"""The bundled font has every letter of both languages: no text falls back to a font that may be missing."""

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFont

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789áéíóúüñÁÉÍÓÚÜÑ"
SIGNS = "¿¡.,;:!?()[]/&%$€+-–—…“”‘’'\"«»§·•@#*=×½º ª"


@pytest.mark.parametrize("file", sorted(FONTS.glob("*.ttf")), ids=lambda file: file.stem)
def test_the_font_has_every_letter_of_english_and_spanish(file):
    face = TTFont(file.stem, str(file)).face
    assert [letter for letter in LETTERS + SIGNS if ord(letter) not in face.charToGlyph] == []


def test_two_weights_come_with_their_license():
    assert len(list(FONTS.glob("*.ttf"))) == 2
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8").upper()
