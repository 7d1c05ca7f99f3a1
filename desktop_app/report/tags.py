"""Tags a PDF (PDF/UA-1, PDF/A-2a) while reportlab paints it; private hooks of reportlab are used here and in `objects`.

reportlab knows neither marked content nor a structure tree. The tree stands before anything is painted (`tag_tree`);
what is painted while one of its elements is current becomes content of that element, and all else an artifact, so that
nothing can be left unmarked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, NamedTuple

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Table

from desktop_app.report.objects import TREE, Stream, Written, whole_file
from desktop_app.report.tag_tree import Element, Piece, Spot, walk, with_content
from desktop_app.report.xmp import About, identity, packet, stamp

PAINTING = (
    *(
        "arc",
        "bezier",
        "circle",
        "doForm",
        "drawImage",
        "drawInlineImage",
        "drawPath",
        "ellipse",
        "grid",
        "line",
    ),
    *("linearGradient", "lines", "radialGradient", "rect", "roundRect", "shade", "wedge"),
)
"""The canvas's operations that leave something on the page, text aside."""
Foreign = Callable[[str], Sequence[tuple[int, int, str]]]
"""Where in a text words of another language stand (from, to), and of which."""
Furnish = Callable[[Canvas, int, int], None]
"""Paints what stands on every page: on this canvas, for this page, of so many."""


Passage = tuple[int, int, Element]
"""Letters of a paragraph that are an element of their own: from, to (not counting spaces), and which."""
Box = tuple[float, float, float, float]
"""x, y, width, height; from where the canvas stands."""


def row_heights(table: Table, wide: float) -> list[float]:
    table.wrap(wide, 10_000)
    heights: list[float] = vars(table)["_rowHeights"]
    return heights


# ---------------------------------------------------------------- text


class _TaggedText(PDFTextObject):
    """A run of text that marks its own content from the first letter on, anew for every passage."""

    _code: list[str]

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


# ---------------------------------------------------------------- the canvas


class TaggedCanvas(Canvas):
    """Marks what is painted; when it is saved, writes the structure and what the file says of itself."""

    # reportlab's own, which its types do not tell of
    _doc: Any
    _code: list[str]
    _annotationrefs: list[Any]
    _absRect: Callable[..., Sequence[float]]  # noqa: N815

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
        self._root, self._about, self._profile, self._furnish, self.foreign = (
            root,
            about,
            profile,
            furnish,
            foreign,
        )
        self._shown = _Shown([], [], [], [])
        self.passages: list[Passage] = []
        self._link: tuple[Element, str] | None = None
        super().__init__(*arguments, **(options | {"pdfVersion": (1, 7)}))
        self._doc._timeStamp, self._doc._ID = stamp(about), identity(about)

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
    def figure(self, element: Element, box: Box) -> Iterator[None]:
        """All that is painted within is one figure."""
        element.attributes |= {"O": "Layout", "Placement": "Block", "BBox": self._corners(box)}
        with self.marked(self.mark(element)):
            yield

    def artifact(self) -> AbstractContextManager[None]:
        """What is painted within is decoration, as one piece."""
        return nullcontext() if self.inside else self.marked(ARTIFACT)

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

    def bookmark(self, heading: Element, title: str, height: float) -> None:
        """Name a heading among the bookmarks; `height`: how far above the present place it begins."""
        key = f"h{len(self._shown.headings)}"
        self._shown.headings.append(key)
        self.bookmarkHorizontal(key, 0, height)
        self.addOutlineEntry(title.replace("\u00a0", " "), key, heading.level - 1)

    @contextmanager
    def telling(self, passages: list[Passage], link: Element | None, words: str) -> Iterator[None]:
        """A paragraph with these passages; `words` are those of its link."""
        self.passages, self._link = passages, (link, words) if link else None
        try:
            yield
        finally:
            self.passages, self._link = [], None

    def linkURL(self, url: str, rect: Any, relative: Any = 0, *_: Any, **options: Any) -> None:  # noqa: N802
        """A place to click, in the element of its words."""
        if self._link:
            element, words = self._link
            link = {"Type": PDFName("Annot"), "Subtype": PDFName("Link"), "Border": PDFArray([0, 0, 0])}
            link["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(url)})
            link["Contents"] = PDFString(words)
            self._clickable(element, link, self._absRect(rect, relative))

    def _corners(self, box: Box) -> tuple[float, ...]:
        x, y, wide, high = box
        return tuple(round(at, 2) for at in self._absRect((x, y, x + wide, y + high), 1))

    def check_box(self, element: Element, box: Box, words: str, ink: Color) -> None:
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
                    Stream(content, PDFDictionary(box | {"Resources": PDFDictionary({})})), name
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
            page.Contents = Stream("\n".join([*self._code, page.stream]))
        self._code.clear()
        self._write_structure()
        self._write_catalog()
        self._doc.format = lambda: whole_file(self._doc)
        super().save()

    def _write_structure(self) -> None:
        document = self._doc
        names = {element: f"tag-{at}" for at, element in enumerate(walk(self._root)) if with_content(element)}
        tree = {"Type": PDFName("StructTreeRoot"), "K": PDFObjectReference(names[self._root])}
        document.Reference(PDFDictionary(tree), TREE)
        names_of = {element: PDFObjectReference(name) for element, name in names.items()}
        for element, name in names.items():
            document.Reference(Written(element, names), name)
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
        profile = document.Reference(Stream(self._profile, PDFDictionary({"N": 3})))
        intent = {"Type": PDFName("OutputIntent"), "S": PDFName("GTS_PDFA1"), "DestOutputProfile": profile}
        intent |= dict.fromkeys(("OutputConditionIdentifier", "Info"), PDFString("sRGB IEC61966-2.1"))
        catalog: Any = document.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        self.setCatalogEntry("OutputIntents", [PDFDictionary(intent)])
        self.setCatalogEntry("StructTreeRoot", PDFObjectReference(TREE))
        self.setCatalogEntry("MarkInfo", {"Marked": "true"})
        about = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        self.setCatalogEntry("Metadata", Stream(packet(self._about), about, packed=False))
        if self._shown.boxes:
            self.setCatalogEntry("AcroForm", {"Fields": PDFArray(self._shown.boxes)})
        self.setViewerPreference("DisplayDocTitle", "true")


ARTIFACT = "/Artifact BMC"
PAGINATION = "/Artifact <</Type /Pagination>> BDC"


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
        with self.artifact():
            return paint(self, *arguments, **options)

    return painted


for _name in PAINTING:
    setattr(TaggedCanvas, _name, _as_artifact(_name))
