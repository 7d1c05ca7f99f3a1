"""What stands in the file of a tagged PDF, as PDF/A asks and reportlab would not write it: streams, elements, fonts."""

from __future__ import annotations

from typing import Any, ClassVar
from zlib import compress

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject, PDFStream, PDFString
from reportlab.pdfbase.pdfdoc import format as format_object
from reportlab.pdfbase.ttfonts import TTFont

from desktop_app.report.packed import packed
from desktop_app.report.tag_tree import Element, written
from desktop_app.report.xmp import letters

TREE = "structure"
"""The name of the structure's own object."""


def whole_file(document: Any) -> bytes:
    """All objects, those among them that are made while others are written too."""
    objects: dict[int, bytes] = {}
    while (number := len(objects) + 1) in document.numberToId:
        held = document.idToObject[document.numberToId[number]]
        objects[number] = format_object(held, document, toplevel=1)
    root, info = (document.Reference(part).name for part in (document.Catalog, document.info))
    numbers = document.idToObjectNumberAndVersion
    return packed(objects, numbers[root][0], numbers[info][0], document.ID().strip())


class Stream(PDFStream):
    """A stream with an end of line before its end, as PDF/A asks: of two bytes, for its own last may be half of one."""

    def __init__(
        self, content: str | bytes, about: PDFDictionary | None = None, *, packed: bool = True
    ) -> None:
        super().__init__(about, content)
        self._packed = packed

    def format(self, document: Any) -> bytes:
        body = self.content.encode("latin-1") if isinstance(self.content, str) else self.content
        about = dict(self.dictionary.dict)
        if self._packed:
            body, about["Filter"] = compress(body), PDFName("FlateDecode")
        head = PDFDictionary(about | {"Length": len(body)}).format(document)
        return bytes(head) + b"\nstream\n" + body + b"\r\nendstream\n"


class Written(PDFObject):
    """An element as it stands in the file."""

    __RefOnly__: ClassVar[int] = 1

    def __init__(self, element: Element, names: dict[Element, str]) -> None:
        self._element, self._names = element, names

    def format(self, document: Any) -> bytes:
        numbers, names = document.idToObjectNumberAndVersion, self._names

        def at(kept: Element | str | int | None) -> bytes:
            if isinstance(kept, int):
                name: str | None = f"Page{kept}"
            else:
                name = kept if isinstance(kept, str) else names.get(kept, TREE) if kept else TREE
            return b"%d 0 R" % numbers[name][0]

        return written(self._element, at, names, lambda text: bytes(PDFString(text).format(document)))


class Typeface(TTFont):
    """A font whose text can be copied and read aloud: reportlab's own list of its letters is not valid."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if type(stream) is PDFStream:
                content = stream.content
                if name.startswith("toUnicodeCMap:"):
                    content = letters(content)
                doc.idToObject[name] = Stream(content, stream.dictionary)
                doc.idToObject[name].__InternalName__ = name
