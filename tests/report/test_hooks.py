"""The private names of reportlab that the tags rest on: a newer reportlab without one of them fails here first."""

from __future__ import annotations

import inspect
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFPage, PDFPages, PDFStream
from reportlab.pdfbase.pdfdoc import format as format_object
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Paragraph, Table

from desktop_app import report, resources
from desktop_app.report.lettering import FILES, REGULAR, fonts
from desktop_app.report.tags import PAINTING
from desktop_app.report.xmp import letters

NOT_PAINTING = {
    # text, which marks itself
    *("drawString", "drawRightString", "drawCentredString", "drawAlignedString", "drawText", "beginText"),
    # made of the painting ones
    *("cross", "drawBoundary"),
    # state, pages, and what stands in no content stream
    *(
        "absolutePosition",
        "addLiteral",
        "addOutlineEntry",
        "addPageLabel",
        "addPostScriptCommand",
        "beginForm",
    ),
    *("beginPath", "bookmarkHorizontal", "bookmarkHorizontalAbsolute", "bookmarkPage", "clipPath", "endForm"),
    *("delCatalogEntry", "delViewerPreference", "freeTextAnnotation", "getAvailableFonts", "getCatalogEntry"),
    *("getCurrentPageContent", "getNamedCB", "getPageNumber", "getViewerPreference", "getpdfdata", "hasForm"),
    *("highlightAnnotation", "init_graphics_state", "inkAnnotation", "linkAbsolute", "linkRect", "linkURL"),
    *(
        "listLoadedFonts0",
        "pageHasData",
        "pop_state_stack",
        "push_state_stack",
        "resetTransforms",
        "restoreState",
    ),
    *(
        "rotate",
        "save",
        "saveState",
        "scale",
        "showFullScreen0",
        "showOutline",
        "showPage",
        "skew",
        "stringWidth",
    ),
    *("inkAnnotation0", "textAnnotation", "textAnnotation0", "transform", "translate"),
}


@pytest.fixture
def canvas():
    return Canvas(BytesIO())


def test_the_canvas(canvas):
    canvas.line(0, 0, 1, 1)
    assert "l S" in canvas._code[-1]
    assert canvas._annotationrefs == []
    assert canvas._absRect((1, 2, 3, 4), 1) == (1, 2, 3, 4)
    assert list(inspect.signature(Canvas.linkURL).parameters)[:4] == ["self", "url", "rect", "relative"]


def test_the_document_behind_it(canvas):
    document = canvas._doc
    assert document._timeStamp.YMDhms
    assert document._ID is None
    assert document.thisPageRef().name == "Page1"
    stream = PDFStream()
    document.Reference(stream, "ours")
    assert document.idToObject["ours"] is stream
    assert document.idToObjectNumberAndVersion["ours"] == (document.objectcounter, 0)
    assert "StructTreeRoot" in document.Catalog.__NoDefault__
    canvas.showPage()
    page = document.Pages.pages[-1]
    assert isinstance(document.Pages, PDFPages)
    assert isinstance(page, PDFPage)
    assert isinstance(page.stream, str)
    assert page.Contents is None


def test_the_file_is_written_by_a_method_that_can_be_replaced(canvas):
    assert inspect.getsource(PDFDocument.GetPDFData).rstrip().endswith("return self.format()")
    document = canvas._doc
    reference = document.Reference(document.Catalog)
    assert document.numberToId[document.idToObjectNumberAndVersion[reference.name][0]] == reference.name
    assert b"/Catalog" in format_object(document.Catalog, document, toplevel=1)


def test_whatever_paints_is_known():
    made = {name for name, _ in inspect.getmembers(Canvas, inspect.isfunction)}
    unknown = {name for name in made if not name.startswith(("_", "set"))} - set(PAINTING) - NOT_PAINTING
    assert not unknown, "does it leave something on the page? Then it belongs in PAINTING."
    assert set(PAINTING) <= made


def test_text(canvas):
    text: Any = PDFTextObject(canvas)
    textual: Any = PDFTextObject
    assert text._code[0] == "BT"
    assert list(inspect.signature(textual._textOut).parameters) == ["self", "text", "TStar"]
    assert "self._textOut(" not in inspect.getsource(PDFTextObject.textLine)  # else it would be marked twice
    text._textOut("some words", 1)
    assert text._code[-1].endswith("T*")
    assert text.getCode().endswith("ET")
    assert "self.beginText" in inspect.getsource(Paragraph.drawPara)


def test_the_fonts_own_list_of_letters(canvas):
    fonts()
    font = TTFont("hooks", str(resources.folder() / "fonts" / FILES[REGULAR]))
    font.splitString("a → ñ", canvas._doc)
    font.getSubsetInternalName(0, canvas._doc)
    font.addObjects(canvas._doc)
    (listed,) = [
        stream for name, stream in canvas._doc.idToObject.items() if name.startswith("toUnicodeCMap:")
    ]
    assert type(listed) is PDFStream
    assert "<0000>" in listed.content, "reportlab has mended it: Typeface is not needed any more"
    assert "<61> <0061>" in letters(listed.content)
    assert "<0000>" not in letters(listed.content)


def test_a_table_knows_how_high_its_rows_are():
    table: Any = Table([["a"], ["b"]], rowHeights=[10, 20])
    table.wrap(100, 100)
    assert table._rowHeights == [10, 20]


def test_a_stamp_takes_a_moment():
    assert {"t", "lt", "YMDhms", "dhh", "dmm", "tzname"} <= set(vars(TimeStamp(invariant=1)))


def test_nobody_else_uses_a_private_name_of_reportlab():
    private = (
        "_doc",
        "_code",
        "_absRect",
        "_rowHeights",
        "_annotationrefs",
        "_textOut",
        "_timeStamp",
        "idToObject",
    )
    for file in Path(report.__file__).parent.glob("*.py"):
        if file.name not in ("tags.py", "objects.py"):
            assert not [
                name for name in private if f".{name}" in file.read_text() or f'"{name}"' in file.read_text()
            ]
