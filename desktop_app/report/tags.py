"""Writes the tags of a PDF (PDF/UA-1, PDF/A-2a) while reportlab paints it; every private hook of reportlab is used here.

reportlab knows neither marked content nor a structure tree. The tree stands before anything is painted (`tag_tree`);
what is painted while one of its elements is current becomes content of that element, and all else an artifact, so that
nothing can be left unmarked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import datetime
from hashlib import md5
from typing import Any, ClassVar, NamedTuple

from reportlab.lib.colors import Color
from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable, Paragraph, Table

from desktop_app.report.tag_tree import Element, Piece, Spot, walk, with_content
from desktop_app.report.xmp import About, packet

PAINTING = (
    "arc bezier circle doForm drawImage drawInlineImage drawPath ellipse grid line linearGradient lines radialGradient rect"
    " roundRect shade wedge"
).split()
"""The canvas's operations that leave something on the page, text aside."""
Foreign = Callable[[str], Sequence[tuple[int, int, str]]]
"""Where in a text words of another language stand (from, to), and of which."""
Furnish = Callable[[Canvas, int, int], None]
"""Paints what stands on every page: on this canvas, for this page, of so many."""


# ---------------------------------------------------------------- what is painted into which element


class Tagged:
    """Something on a page with its place in the structure; without an element it is an artifact."""

    element: Element | None = None
    painted = False
    """A table's head is painted again on every page that the table reaches, and read once."""


@contextmanager
def painting(part: Any) -> Iterator[None]:
    """What is painted within becomes content of the part's element."""
    canvas = part.canv
    if not isinstance(canvas, TaggedCanvas):
        yield
        return
    with canvas.within(None if part.painted else part.element):
        yield
    part.painted = True


@contextmanager
def drawing(part: Any, box: tuple[float, float, float, float]) -> Iterator[None]:
    """What is painted within is one figure, read as the words of the part's element; `box`: x, y, width, height."""
    canvas = part.canv
    with (
        canvas.figure(canvas.current, box)
        if isinstance(canvas, TaggedCanvas) and canvas.current
        else artifact(canvas)
    ):
        yield


def artifact(canvas: Any) -> Any:
    """What is painted within is decoration, as one piece."""
    return (
        canvas.marked(ARTIFACT) if isinstance(canvas, TaggedCanvas) and not canvas.inside else nullcontext()
    )


def check_box(part: Any, box: tuple[float, float, float, float], words: str, ink: Color) -> None:
    """A box that can be ticked in the file."""
    canvas = part.canv
    if isinstance(canvas, TaggedCanvas) and canvas.current:
        canvas.check_box(canvas.current, box, words, ink)


class Text(Tagged, Paragraph):
    """A paragraph, kept whole in the structure when a page's end parts it. A heading becomes a bookmark."""

    link: str = ""
    """The words in it that lead somewhere."""
    linked: Element | None = None

    def split(self, wide: float, high: float) -> list[Any]:  # type: ignore[override]
        parts: list[Any] = super().split(wide, high)
        for part in parts:
            part.element, part.link, part.linked = self.element, self.link, self.linked
        return parts

    def draw(self) -> None:
        with painting(self), self._told():
            super().draw()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Let the canvas know whose words come now: it bookmarks headings, marks links and other languages."""
        canvas: Any = self.canv
        if not isinstance(canvas, TaggedCanvas):
            yield
            return
        canvas.begin_paragraph(self)
        yield
        canvas.end_paragraph()

    def passages(self, foreign: Foreign) -> list[_Passage]:
        """Its links and the words of another language in it, by their letters without the spaces."""
        text = self.getPlainText()
        found = [(start, end, Element("Span", language=language)) for start, end, language in foreign(text)]
        if self.linked and self.link in text:
            start = text.index(self.link)
            end = start + len(self.link)
            found = [one for one in found if one[1] <= start or one[0] >= end] + [(start, end, self.linked)]
        return sorted(
            (_letters(text[:start]), _letters(text[:end]), element) for start, end, element in found
        )


_Passage = tuple[int, int, Element]


def _letters(text: str) -> int:
    return sum(not letter.isspace() for letter in text)


def table_of(rows: Sequence[Sequence[Any]], element: Element | None = None, **options: Any) -> Table:
    """A table, or flowables laid out as one, with the element that it stands for."""
    made: Any = Table(rows, **options)
    made.element = element
    return made  # type: ignore[no-any-return]


def row_heights(table: Table, wide: float) -> list[float]:
    table.wrap(wide, 10_000)
    heights: list[float] = vars(table)["_rowHeights"]
    return heights


# ---------------------------------------------------------------- text


class _TaggedText(PDFTextObject):
    """A run of text that marks its own content from the first letter on, anew for every passage."""

    def __init__(self, canvas: TaggedCanvas, x: float, y: float, direction: Any = None) -> None:
        super().__init__(canvas, x, y, direction=direction)
        self._pages, self._into, self._marked = canvas, canvas.current, False
        self._passages, self._told = canvas.passages, 0

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803 - reportlab's names
        if (
            TStar and text and text[-1] not in " -/"
        ):  # read aloud, a line's last word must not run into the next
            text += " "
        runs = [(self._into, text)] if not self._passages else list(self._runs(text))
        for at, (element, run) in enumerate(runs):
            if run:
                self._begin(element)
            super()._textOut(run, TStar if at == len(runs) - 1 else 0)  # type: ignore[misc]

    def _runs(self, text: str) -> Iterator[tuple[Element | None, str]]:
        """The text, parted where a passage begins or ends."""
        run, into = "", self._element()
        for letter in text:
            if not letter.isspace():
                if self._element() is not into:
                    yield into, run
                    run, into = "", self._element()
                self._told += 1
            run += letter
        yield into, run

    def _element(self) -> Element | None:
        return next(
            (one for start, end, one in self._passages if start <= self._told < end), self._pages.current
        )

    def textLine(self, text: str = "") -> None:  # noqa: N802
        if text:
            self._begin(self._into)
        super().textLine(text)

    def getCode(self) -> str:  # noqa: N802
        self._end()
        return str(super().getCode())

    def _begin(self, element: Element | None) -> None:
        if self._marked and element is not self._into:
            self._end()
        self._into = element
        if not self._marked and not self._pages.inside:
            self._code.append(self._pages.mark(element))
            self._marked = True

    def _end(self) -> None:
        if self._marked:
            self._code.append("EMC")
            self._marked = False


class Typeface(TTFont):
    """A font whose text can be copied and read aloud: reportlab's own list of its letters is not valid."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        super().addObjects(doc)  # type: ignore[no-untyped-call]
        for name, stream in doc.idToObject.items():
            if type(stream) is PDFStream:
                content = stream.content
                if name.startswith("toUnicodeCMap:"):
                    content = letters(content)
                doc.idToObject[name] = _Stream(content, stream.dictionary)
                doc.idToObject[name].__InternalName__ = name


def letters(cmap: str) -> str:
    """The list of letters without those that are none (U+0000), in blocks of at most a hundred, as the standard asks."""
    body = cmap.partition("beginbfchar")[2]
    pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]+)>", body)
    shown = [
        f"<{code}> <{chr(int(value, 16)).encode('utf-16-be').hex().upper()}>"
        for code, value in pairs
        if int(value, 16)
    ]
    blocks = [shown[at : at + 100] for at in range(0, len(shown), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <00> <FF> endcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    )


# ---------------------------------------------------------------- the canvas


class TaggedCanvas(Canvas):
    """A canvas that marks what is painted, and writes the structure and what the file says of itself when it is saved."""

    # reportlab's own, which its types do not tell of
    _doc: Any
    _code: list[str]
    _annotationrefs: list[Any]
    _absRect: Callable[..., Sequence[float]]

    def __init__(
        self,
        *arguments: Any,
        root: Element,
        about: About,
        profile: bytes,
        furnish: Furnish,
        foreign: Foreign,
        **options: Any,
    ) -> None:
        self.inside = 0
        self.current: Element | None = None
        self._root, self._about, self._profile, self._furnish, self._foreign = (
            root,
            about,
            profile,
            furnish,
            foreign,
        )
        self._shown = _Shown([], [], [], [])
        self._paragraph: Text | None = None
        self.passages: list[_Passage] = []
        super().__init__(*arguments, **options, pdfVersion=(1, 7))
        self._doc._timeStamp, self._doc._ID = _stamp(about.made), _identity(about)

    # ---- marks

    @contextmanager
    def within(self, element: Element | None) -> Iterator[None]:
        """Text painted within becomes content of `element`; None: of nothing, it is an artifact."""
        before, self.current = self.current, element
        try:
            yield
        finally:
            self.current = before

    @contextmanager
    def figure(self, element: Element, box: tuple[float, float, float, float]) -> Iterator[None]:
        """All that is painted within is one figure."""
        element.attributes |= {"O": "Layout", "Placement": "Block", "BBox": self._corners(box)}
        with self.marked(self.mark(element)):
            yield

    @contextmanager
    def marked(self, operator: str) -> Iterator[None]:
        self._code.append(operator)
        self.inside += 1
        try:
            yield
        finally:
            self.inside -= 1
            self._code.append("EMC")

    def mark(self, element: Element | None) -> str:
        """The operator that begins a piece of `element`."""
        if element is None:
            return ARTIFACT
        element = element.taker
        if element.held_by is None and self.current is not None:
            self.current.taker.add(element)  # a passage is held where its first words stand
        number = len(self._shown.open)
        self._shown.open.append(element)
        element.kids.append(Piece(self.getPageNumber(), number))
        return f"/{element.tag} <</MCID {number}>> BDC"

    # ---- text, links, boxes

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> _TaggedText:  # noqa: N802
        return _TaggedText(self, x, y, direction)

    def begin_paragraph(self, text: Text) -> None:
        self._paragraph = text
        self.passages = text.passages(self._foreign) if self.current else []
        level = text.element.level if text.element and not text.element.kids else 0
        if level:
            key = f"h{len(self._shown.headings)}"
            self._shown.headings.append(key)
            self.bookmarkHorizontal(key, 0, text.height)
            self.addOutlineEntry(text.getPlainText(), key, level - 1)

    def end_paragraph(self) -> None:
        self._paragraph, self.passages = None, []

    def linkURL(self, url: str, rect: Any, relative: Any = 0, *_: Any, **options: Any) -> None:  # noqa: N802
        """A place to click, in the element of its words."""
        paragraph = self._paragraph
        if paragraph is None or paragraph.linked is None or not self.current:
            return
        link = {"Type": PDFName("Annot"), "Subtype": PDFName("Link"), "Border": PDFArray([0, 0, 0])}
        link["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(url)})
        link["Contents"] = PDFString(paragraph.link)
        self._clickable(paragraph.linked, link, self._absRect(rect, relative))

    def _corners(self, box: tuple[float, float, float, float]) -> tuple[float, ...]:
        x, y, wide, high = box
        return tuple(round(at, 2) for at in self._absRect((x, y, x + wide, y + high), 1))

    def check_box(
        self, element: Element, box: tuple[float, float, float, float], words: str, ink: Color
    ) -> None:
        """A box that can be ticked; its frame is painted apart, for paper."""
        name, size = f"box-{len(self._shown.boxes) + 1}", box[2]
        field = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Widget"),
            "FT": PDFName("Btn"),
            "T": PDFString(name),
        }
        field |= {
            "TU": PDFString(words),
            "V": PDFName("Off"),
            "AS": PDFName("Off"),
            "AP": self._ticks(size, ink),
        }
        self._shown.boxes.append(self._clickable(element, field, self._corners(box)))

    def _ticks(self, size: float, ink: Color) -> PDFDictionary:
        """How a box looks ticked and not, written once for all of them."""
        at = [round(part * size, 2) for part in (0.2, 0.52, 0.42, 0.26, 0.8, 0.78)]
        color = " ".join(f"{part:.3f}" for part in ink.rgb())
        tick = f"q {color} RG 1.6 w 1 J 1 j {at[0]} {at[1]} m {at[2]} {at[3]} l {at[4]} {at[5]} l S Q"
        looks = {}
        for state, content in (("Yes", tick), ("Off", "q Q")):
            name = f"tick-{state}-{size}"
            if name not in self._doc.idToObject:
                box = {
                    "Type": PDFName("XObject"),
                    "Subtype": PDFName("Form"),
                    "BBox": PDFArray([0, 0, size, size]),
                }
                self._doc.Reference(
                    _Stream(content, PDFDictionary(box | {"Resources": PDFDictionary({})})), name
                )
            looks[state] = PDFObjectReference(name)
        return PDFDictionary({"N": PDFDictionary(looks)})

    def _clickable(self, element: Element, about: dict[str, Any], box: Sequence[float]) -> PDFObjectReference:
        name = f"click-{len(self._shown.parents)}-{self.getPageNumber()}"
        element.kids.append(Spot(self.getPageNumber(), name))
        where = {"Rect": PDFArray([round(at, 2) for at in box]), "F": 4, "P": self._doc.thisPageRef()}
        found = self._doc.Reference(
            PDFDictionary(about | where | {"StructParent": len(self._shown.parents)}), name
        )
        self._shown.parents.append(element)
        self._annotationrefs.append(found)
        return found  # type: ignore[no-any-return]

    # ---- pages and the document

    def showPage(self) -> None:  # noqa: N802
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.Tabs, page.StructParents = PDFName("S"), len(self._shown.parents)
        self._shown.parents.append(self._shown.open[:])
        self._shown.open.clear()

    def save(self) -> None:
        if self._code:
            self.showPage()
        pages = self._doc.Pages.pages
        for number, page in enumerate(
            pages, 1
        ):  # first on each page, though the number of pages is known only now
            self._code.clear()
            self.saveState()
            with self.marked(PAGINATION):
                self._furnish(self, number, len(pages))
            self.restoreState()
            page.Contents = _Stream("\n".join([*self._code, page.stream]))
        self._code.clear()
        self._write_structure()
        self._write_catalog()
        super().save()

    def _write_structure(self) -> None:
        document = self._doc
        names = {element: f"tag-{at}" for at, element in enumerate(walk(self._root)) if with_content(element)}
        tree = {"Type": PDFName("StructTreeRoot"), "K": PDFObjectReference(names[self._root])}
        document.Reference(PDFDictionary(tree), TREE)
        names_of = {element: PDFObjectReference(name) for element, name in names.items()}
        for element, name in names.items():
            document.Reference(_Written(element, names), name)
        numbers: list[Any] = []
        for key, held in enumerate(self._shown.parents):
            numbers += [
                key,
                PDFArray([names_of[one] for one in held]) if isinstance(held, list) else names_of[held],
            ]
        tree["ParentTree"] = PDFDictionary({"Nums": PDFArray(numbers)})
        tree["ParentTreeNextKey"] = len(self._shown.parents)
        document.idToObject[TREE].dict.update(tree)

    def _write_catalog(self) -> None:
        document = self._doc
        profile = document.Reference(_Stream(self._profile.decode("latin-1"), PDFDictionary({"N": 3})))
        intent = {"Type": PDFName("OutputIntent"), "S": PDFName("GTS_PDFA1"), "DestOutputProfile": profile}
        intent |= dict.fromkeys(("OutputConditionIdentifier", "Info"), PDFString("sRGB IEC61966-2.1"))
        catalog: Any = document.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        self.setCatalogEntry("OutputIntents", [PDFDictionary(intent)])
        self.setCatalogEntry("StructTreeRoot", PDFObjectReference(TREE))
        self.setCatalogEntry("MarkInfo", {"Marked": "true"})
        about = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        self.setCatalogEntry("Metadata", _Stream(packet(self._about).decode("latin-1"), about, filters=[]))
        if self._shown.boxes:
            self.setCatalogEntry("AcroForm", {"Fields": PDFArray(self._shown.boxes)})
        self.setViewerPreference("DisplayDocTitle", "true")


ARTIFACT = "/Artifact BMC"
PAGINATION = "/Artifact <</Type /Pagination>> BDC"
TREE = "structure"


class _Shown(NamedTuple):
    """What has been shown so far."""

    open: list[Element]
    """The elements of the pieces on the page being painted, by number."""
    parents: list[Element | list[Element]]
    """What each page's pieces and each place to click belong to, by their key."""
    headings: list[str]
    boxes: list[PDFObjectReference]


def _as_artifact(name: str) -> Callable[..., Any]:
    paint: Callable[..., Any] = getattr(Canvas, name)

    def painted(self: TaggedCanvas, *arguments: Any, **options: Any) -> Any:
        if self.inside:
            return paint(self, *arguments, **options)
        with self.marked(ARTIFACT):
            return paint(self, *arguments, **options)

    return painted


for _name in PAINTING:
    setattr(TaggedCanvas, _name, _as_artifact(_name))


# ---------------------------------------------------------------- what is written


class _Stream(PDFStream):
    """A stream with an end of line before its end, which PDF/A asks for."""

    def __init__(self, content: Any, about: PDFDictionary | None = None, filters: Any = None) -> None:
        super().__init__(about, content, [PDFZCompress] if filters is None else filters)

    def format(self, document: Any) -> bytes:
        written: bytes = super().format(document)
        return written[: -len(b"endstream\n")] + b"\nendstream\n"


class _Written(PDFObject):
    """An element as it stands in the file."""

    __RefOnly__: ClassVar[int] = 1

    def __init__(self, element: Element, names: dict[Element, str]) -> None:
        self._element, self._names = element, names

    def format(self, document: Any) -> bytes:
        element = self._element

        def at(name: str) -> bytes:
            return b"%d 0 R" % document.idToObjectNumberAndVersion[name][0]

        parent = self._names.get(element.held_by, TREE) if element.held_by else TREE
        parts = [b"/S/%s/P %s" % (element.tag.encode(), at(parent))]
        pages = [kid.page for kid in element.kids if isinstance(kid, Piece)]
        if pages:
            parts.append(b"/Pg " + at(f"Page{pages[0]}"))
        kids = []
        for kid in element.kids:
            if isinstance(kid, Element):
                kids += [at(self._names[kid])] if kid in self._names else []
            elif isinstance(kid, Spot):
                kids.append(b"<</Type/OBJR/Pg %s/Obj %s>>" % (at(f"Page{kid.page}"), at(kid.name)))
            elif kid.page == pages[0]:
                kids.append(b"%d" % kid.number)
            else:
                kids.append(b"<</Type/MCR/Pg %s/MCID %d>>" % (at(f"Page{kid.page}"), kid.number))
        if kids:
            parts.append(b"/K " + (kids[0] if len(kids) == 1 else b"[%s]" % b" ".join(kids)))
        for key, text in ((b"/Alt", element.alt), (b"/Lang", element.language)):
            if text:
                parts.append(key + bytes(PDFString(text).format(document)))
        if element.attributes:
            told = (b"/%s %s" % (key.encode(), _value(value)) for key, value in element.attributes.items())
            parts.append(b"/A<<" + b"".join(told) + b">>")
        return b"<<" + b"".join(parts) + b">>"


def _value(value: str | int | tuple[float, ...]) -> bytes:
    if isinstance(value, str):
        return b"/" + value.encode()
    if isinstance(value, int):
        return b"%d" % value
    return b"[" + " ".join(map(str, value)).encode() + b"]"


def _stamp(made: datetime) -> TimeStamp:
    """The given moment in UTC: no clock, no time zone of this machine."""
    stamp = TimeStamp(invariant=1)
    stamp.t, stamp.lt, stamp.YMDhms = made.timestamp(), made.timetuple(), tuple(made.timetuple())[:6]
    stamp.dhh = stamp.dmm = 0
    stamp.tzname = "UTC"
    return stamp


def _identity(about: About) -> bytes:
    """The file's identity, which every PDF must have: made of the day and the title alone, never of the answers."""
    digest = md5(
        f"{about.subject} {about.made.date().isoformat()}".encode(), usedforsecurity=False
    ).hexdigest()
    return f"\n[<{digest}><{digest}>]\n".encode("ascii")
