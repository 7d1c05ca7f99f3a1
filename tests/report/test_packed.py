"""A file of small objects packed together: all of them can be found again."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from desktop_app.report.packed import TOGETHER, packed

IDENTITY = b"[<00><00>]"


@pytest.mark.parametrize("many", [1, TOGETHER - 4, TOGETHER, 2 * TOGETHER + 1])
def test_all_objects_can_be_found(many):
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[]/Count 0>>",
        3: b"<</Title(x)>>",
        4: b"<</Length 3>>\nstream\nabc\r\nendstream",
        **{5 + at: b"<</At %d>>" % at for at in range(many)},
    }
    reader: Any = PdfReader(BytesIO(packed(objects, 1, 3, IDENTITY)), strict=True)
    assert reader.trailer["/Root"]["/Type"] == "/Catalog"
    assert reader.metadata["/Title"] == "x"
    assert reader.get_object(4).get_data() == b"abc"
    assert [reader.get_object(5 + at)["/At"] for at in range(many)] == list(range(many))


def test_streams_stay_whole():
    made = packed({1: b"<<>>", 2: b"<</Length 1>>\nstream\n1\r\nendstream"}, 1, 1, IDENTITY)
    assert b"2 0 obj\n<</Length 1>>\nstream\n1\r\nendstream\nendobj" in made
    assert b"1 0 obj" not in made
