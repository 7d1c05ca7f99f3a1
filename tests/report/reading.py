"""Reads a PDF as a screen reader does: its structure with the words in it, and where on the page they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject

Matrix = tuple[float, float, float, float, float, float]
WHITE = (1.0, 1.0, 1.0)
INVISIBLE = (3, 7)


class Run(NamedTuple):
    """Some letters as they are painted."""

    text: str
    page: int
    x: float
    y: float
    size: float
    font: str
    ink: tuple[float, ...]
    paper: tuple[float, ...]
    mode: int


class Painted(NamedTuple):
    """One marked piece of a page: its number (None: an artifact, or unmarked), and the letters in it."""

    page: int
    number: int | None
    marked: bool
    runs: list[Run]


@dataclass
class Node:
    """An element of the structure, with what it holds in the order of reading."""

    tag: str
    alt: str = ""
    language: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    parts: list[Node | Painted | dict[str, Any]] = field(default_factory=list)

    @property
    def kids(self) -> list[Node]:
        return [part for part in self.parts if isinstance(part, Node)]

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def of(self, *tags: str) -> list[Node]:
        return [node for node in self.walk() if node.tag in tags]

    @property
    def runs(self) -> list[Run]:
        found: list[Run] = []
        for part in self.parts:
            found += part.runs if isinstance(part, (Node, Painted)) else []
        return found

    @property
    def text(self) -> str:
        """What is read: alternate words instead of a drawing."""
        said = [self.alt] if self.alt else [_said(part) for part in self.parts]
        glue = "" if self.tag in INLINE or _inline_only(self) else " "
        return _plain(glue.join(said))

    @property
    def clicks(self) -> list[dict[str, Any]]:
        return [part for part in self.parts if isinstance(part, dict)]


INLINE = ("Span", "Link")


def _said(part: Node | Painted | dict[str, Any]) -> str:
    if isinstance(part, Node):
        if part.tag in INLINE:
            return "".join(_said(each) for each in part.parts)
        return part.text
    return "".join(run.text for run in part.runs) if isinstance(part, Painted) else ""


def _inline_only(node: Node) -> bool:
    return all(kid.tag in INLINE for kid in node.kids)


def _plain(text: str) -> str:
    return " ".join(text.split())


class Reading:
    """A whole document."""

    def __init__(self, pdf: bytes) -> None:
        self.bytes = pdf
        self.reader = PdfReader(BytesIO(pdf))
        self.root: Any = self.reader.trailer["/Root"]
        self.painted = [piece for at, page in enumerate(self.reader.pages, 1) for piece in _pieces(page, at)]

    @cached_property
    def tree(self) -> Node:
        pieces = {(piece.page, piece.number): piece for piece in self.painted if piece.number is not None}
        numbers = {page.indirect_reference.idnum: at for at, page in enumerate(self.reader.pages, 1)}  # type: ignore[union-attr]
        structure = self.root.get("/StructTreeRoot")
        top = Node("")
        if structure is None:
            return top
        for kid in _listed(structure["/K"]):
            top.parts.append(_node(kid.get_object(), None, pieces, numbers))
        return top

    @cached_property
    def text(self) -> str:
        return self.tree.text

    @property
    def artifacts(self) -> list[Painted]:
        return [piece for piece in self.painted if piece.number is None and piece.runs]

    @property
    def bookmarks(self) -> list[tuple[int, str]]:
        return list(_outline(self.reader.outline, 1))

    @property
    def everything(self) -> bytes:
        """All that is in the file, unpacked."""
        found = [re.sub(rb"\nstream\n.*?\r\nendstream", b"", self.bytes, flags=re.DOTALL)]
        for number in range(1, int(str(self.reader.trailer["/Size"]))):
            made: Any = self.reader.get_object(number)
            if hasattr(made, "get_data"):
                found.append(made.get_data())
        return b"\n".join(found)


def _outline(entries: Any, level: int) -> Iterator[tuple[int, str]]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _outline(entry, level + 1)
        else:
            yield level, str(entry.title)


def _listed(value: Any) -> list[Any]:
    value = value.get_object() if hasattr(value, "get_object") else value
    return list(value) if isinstance(value, ArrayObject) else [value]


def _node(made: Any, page: int | None, pieces: dict[Any, Painted], numbers: dict[int, int]) -> Node:
    if "/Pg" in made:
        page = numbers[made.raw_get("/Pg").idnum]
    attributes = {
        key: value for each in _listed(made.get("/A", ArrayObject())) for key, value in each.items()
    }
    node = Node(made["/S"][1:], str(made.get("/Alt", "")), str(made.get("/Lang", "")), attributes)
    for held in _listed(made.get("/K", ArrayObject())):
        kid: Any = held.get_object() if hasattr(held, "get_object") else held
        if isinstance(kid, int):
            node.parts += [pieces[page, kid]] if (page, kid) in pieces else []
        elif kid.get("/Type") == "/MCR":
            node.parts.append(pieces[numbers[kid.raw_get("/Pg").idnum], int(kid["/MCID"])])
        elif kid.get("/Type") == "/OBJR":
            node.parts.append(dict(kid["/Obj"].get_object()))
        else:
            node.parts.append(_node(kid, page, pieces, numbers))
    return node


# ---------------------------------------------------------------- what is painted on a page


def _times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _at(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    return x * matrix[0] + y * matrix[2] + matrix[4], x * matrix[1] + y * matrix[3] + matrix[5]


class _State(NamedTuple):
    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    ink: tuple[float, ...] = (0.0, 0.0, 0.0)
    font: str = ""
    size: float = 0.0
    mode: int = 0


def _pieces(page: Any, number: int) -> Iterator[Painted]:
    painter = _Painter(page, number)
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        painter.do(operator.decode(), operands)
    return iter(painter.pieces)


class _Painter:
    """Follows the operators of one page."""

    def __init__(self, page: Any, number: int) -> None:
        self.number = number
        fonts = page["/Resources"].get("/Font", {})
        self.letters = {name: _letters(font.get_object()) for name, font in fonts.items()}
        self.names = {name: str(font.get_object()["/BaseFont"]) for name, font in fonts.items()}
        self.state, self.saved = _State(), []  # type: ignore[var-annotated]
        self.text = self.line = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        self.leading = 0.0
        self.stack: list[Painted | None] = []
        self.pieces: list[Painted] = []
        self.loose = Painted(number, None, False, [])
        self.pieces.append(self.loose)
        self.path: list[tuple[float, float]] = []
        self.fills: list[tuple[float, float, float, float, tuple[float, ...]]] = []

    def do(self, operator: str, operands: Any) -> None:
        action = getattr(self, f"_{NAMES.get(operator, operator)}", None)
        if action is not None:
            action(*operands)

    def _q(self) -> None:
        self.saved.append(self.state)

    def _Q(self) -> None:
        self.state = self.saved.pop()

    def _cm(self, *numbers: Any) -> None:
        self.state = self.state._replace(matrix=_times(_floats(numbers), self.state.matrix))

    def _rg(self, *color: Any) -> None:
        self.state = self.state._replace(ink=tuple(map(float, color)))

    def _Tr(self, mode: Any) -> None:
        self.state = self.state._replace(mode=int(mode))

    def _Tf(self, name: Any, size: Any) -> None:
        self.state = self.state._replace(font=str(name), size=float(size))

    def _TL(self, leading: Any) -> None:
        self.leading = float(leading)

    def _BT(self) -> None:
        self.text = self.line = (1, 0, 0, 1, 0, 0)

    def _Tm(self, *numbers: Any) -> None:
        self.text = self.line = _floats(numbers)

    def _Td(self, x: Any, y: Any) -> None:
        self.text = self.line = _times((1, 0, 0, 1, float(x), float(y)), self.line)

    def _next_line(self) -> None:
        self._Td(0, -self.leading)

    def _Tj(self, shown: Any) -> None:
        state = self.state
        codes = shown.original_bytes if hasattr(shown, "original_bytes") else bytes(shown)
        text = "".join(self.letters[state.font].get(code, "\ufffd") for code in codes)
        matrix = _times(self.text, state.matrix)
        x, y = _at(0, 0, matrix)
        size = state.size * abs(matrix[3])
        paper = self._paper(x, y + size * 0.3)
        run = Run(text, self.number, x, y, size, self.names[state.font], state.ink, paper, state.mode)
        open_piece = next((piece for piece in reversed(self.stack) if piece is not None), self.loose)
        open_piece.runs.append(run)

    def _begin(self, tag: Any, about: Any = None) -> None:
        number = about.get("/MCID") if isinstance(about, DictionaryObject) else None
        if number is None and self.stack:
            self.stack.append(None)
            return
        piece = Painted(self.number, None if number is None else int(number), True, [])
        self.pieces.append(piece)
        self.stack.append(piece)

    def _EMC(self) -> None:
        self.stack.pop()

    def _point(self, *numbers: Any) -> None:
        self.path.append(_at(float(numbers[-2]), float(numbers[-1]), self.state.matrix))

    def _re(self, x: Any, y: Any, wide: Any, high: Any) -> None:
        self._point(x, y)
        self._point(float(x) + float(wide), float(y) + float(high))

    def _fill(self) -> None:
        if self.path:
            xs, ys = zip(*self.path, strict=True)
            self.fills.append((min(xs), min(ys), max(xs), max(ys), self.state.ink))
        self.path = []

    def _end_path(self) -> None:
        self.path = []

    def _paper(self, x: float, y: float) -> tuple[float, ...]:
        for left, low, right, high, color in reversed(self.fills):
            if left <= x + 1 <= right and low <= y <= high:
                return color
        return WHITE


NAMES = {
    **dict.fromkeys(("f", "F", "f*", "B", "B*", "b", "b*"), "fill"),
    **dict.fromkeys(("n", "S", "s"), "end_path"),
    **dict.fromkeys(("m", "l", "c", "v", "y"), "point"),
    **dict.fromkeys(("BDC", "BMC"), "begin"),
    "T*": "next_line",
}


def _floats(numbers: Any) -> Any:
    return tuple(map(float, numbers))


def _letters(font: Any) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    cmap = font["/ToUnicode"].get_data().decode("latin-1")
    body = "".join(re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S))
    pairs = re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", body)
    return {int(code, 16): bytes.fromhex(value).decode("utf-16-be") for code, value in pairs}
