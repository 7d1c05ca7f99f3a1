"""Reports broken in one way each: every check of ours, and the validators, are seen to find what they are for."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from desktop_app.report import first_page, lettering, marks, objects, pages, pdf, tables, tagged, tags
from desktop_app.report.pdf import pdf_bytes
from desktop_app.report.tag_tree import Element, adopt, cell, header
from desktop_app.report.tags import TaggedCanvas
from desktop_app.report.xmp import packet
from tests.report.gate import CHECKS, findings
from tests.report.said import said_of
from tests.report.test_gate import failures

Way = Callable[[pytest.MonkeyPatch], None]


class Broken:
    """Ways to break a report, each with what is to find it: a check of the gate, or a profile of the validator."""

    ways: dict[str, tuple[str, Way]] = {}  # noqa: RUF012

    @classmethod
    def found_by(cls, check: str) -> Callable[[Way], Way]:
        def kept(way: Way) -> Way:
            cls.ways[way.__name__] = check, way
            return way

        return kept


found_by = Broken.found_by


def swapped(monkeypatch: pytest.MonkeyPatch, where: Any, name: str, made: Callable[[Any], Any]) -> None:
    """Put in its place what `made` makes of the real one."""
    monkeypatch.setattr(where, name, made(getattr(where, name)))


# ---------------------------------------------------------------- headings and the document


@found_by("headings")
def no_first_heading(monkeypatch):
    monkeypatch.setattr(TaggedCanvas, "bookmark", lambda *_: None)
    swapped(
        monkeypatch,
        first_page,
        "heading",
        lambda real: lambda text, level, name: real(text, max(level, 2), name),
    )


@found_by("headings")
def two_first_headings(monkeypatch):
    swapped(monkeypatch, pages, "heading", lambda real: lambda text, level, name: real(text, 1, name))


@found_by("headings")
def a_level_left_out(monkeypatch):
    monkeypatch.setattr(TaggedCanvas, "bookmark", lambda *_: None)
    swapped(monkeypatch, pages, "heading", lambda real: lambda text, level, name: real(text, level * 2, name))


@found_by("headings")
def something_before_the_title(monkeypatch):
    before = lambda real: lambda *given: [lettering.paragraph("Hello"), *real(*given)]  # noqa: E731
    swapped(monkeypatch, pages, "first_page", before)


@found_by("bookmarks")
def no_bookmarks(monkeypatch):
    monkeypatch.setattr(TaggedCanvas, "bookmark", lambda *_: None)


@found_by("bookmarks")
def bookmarks_cut_short(monkeypatch):
    swapped(
        monkeypatch,
        TaggedCanvas,
        "bookmark",
        lambda real: lambda canvas, of, title, up: real(canvas, of, title[:9], up),
    )


@found_by("title")
def the_file_name_is_shown(monkeypatch):
    monkeypatch.setattr(TaggedCanvas, "setViewerPreference", lambda *_: None)


@found_by("title")
def another_title(monkeypatch):
    swapped(monkeypatch, pdf, "About", lambda real: lambda _title, *rest: real("untitled", *rest))


# ---------------------------------------------------------------- languages


@found_by("language")
def the_wrong_language(monkeypatch):
    swapped(monkeypatch, pdf, "About", lambda real: lambda *given: real(*given)._replace(language="en"))


@found_by("language")
def words_of_the_source_in_the_reports_language(monkeypatch):
    monkeypatch.setattr(pdf, "finder", lambda _known: lambda _text: [])


@found_by("language")
def words_in_a_language_that_is_not_theirs(monkeypatch):
    monkeypatch.setattr(pdf, "finder", lambda _known: lambda text: [(0, len(text), "en")])


# ---------------------------------------------------------------- what is seen and what is read


@found_by("seen")
def invisible_text(monkeypatch):
    def hidden(real: Any) -> Any:
        def draw(self: Any) -> None:
            self.canv.saveState()
            self.canv.addLiteral("3 Tr")
            real(self)
            self.canv.restoreState()

        return draw

    swapped(monkeypatch, tagged.Text, "draw", hidden)


@found_by("seen")
def white_text_on_white(monkeypatch):
    monkeypatch.setitem(lettering.COLORS, "soft", lettering.COLORS["card"])


@found_by("seen")
def pale_text(monkeypatch):
    monkeypatch.setitem(lettering.COLORS, "soft", lettering.COLORS["hair"])


@found_by("seen")
def small_print(monkeypatch):
    monkeypatch.setitem(lettering.TYPES, "small", lettering.Type(lettering.REGULAR, 7.5, 10, "soft"))


@found_by("read")
def text_that_is_decoration(monkeypatch):
    swapped(monkeypatch, pages, "paragraph", lambda real: lambda *given: _without_element(real(*given)))


def _without_element(text: Any) -> Any:
    text.element = None
    return text


@found_by("read")
def the_running_foot_read_as_text(monkeypatch):
    def told(real: Any) -> Any:
        return lambda content, paper: [*real(content, paper), lettering.paragraph(content.furniture.foot)]

    swapped(monkeypatch, pdf, "story", told)


@found_by("read")
def a_tables_head_read_on_every_page(monkeypatch):
    monkeypatch.setattr(tagged.Tagged, "painted", property(lambda _self: False, lambda _self, _value: None))


@found_by("words_apart")
def lines_that_run_together(monkeypatch):
    def joined(real: Any) -> Any:
        return lambda self, text, TStar=0: real(self, text, 0) or self._code.append("T*" if TStar else "")  # noqa: N803

    swapped(monkeypatch, tags._TaggedText, "_textOut", joined)


@found_by("order")
def the_end_read_first(monkeypatch):
    monkeypatch.setattr(pdf, "adopt", lambda root, parts: adopt(root, [*parts[:1], *reversed(parts[1:])]))


# ---------------------------------------------------------------- tables, lists, figures


@found_by("tables")
def names_of_rows_that_head_nothing(monkeypatch):
    monkeypatch.setattr(
        tables, "header", lambda scope, wide=1: cell(wide) if scope == "Row" else header(scope, wide)
    )


@found_by("tables")
def names_of_columns_that_head_nothing(monkeypatch):
    monkeypatch.setattr(
        tables, "header", lambda scope, wide=1: cell(wide) if scope == "Column" else header(scope, wide)
    )


@found_by("tables")
def all_cells_are_headers(monkeypatch):
    monkeypatch.setattr(tables, "cell", lambda wide=1: header("Row", wide))


@found_by("tables")
def headers_of_nothing_in_particular(monkeypatch):
    monkeypatch.setattr(tables, "header", lambda _scope, _wide=1: Element("TH"))


@found_by("tables")
def rows_of_unlike_length(monkeypatch):
    monkeypatch.setattr(tables, "header", lambda scope, _wide=1: header(scope))


@found_by("figures")
def a_figure_without_words(monkeypatch):
    monkeypatch.setattr(marks, "figure", lambda _alt: Element("Figure"))


@found_by("figures")
def a_figure_that_says_what_it_is(monkeypatch):
    monkeypatch.setattr(
        marks, "figure", lambda _alt: Element("Figure", alt="Image of some small round icons.png")
    )


@found_by("figures")
def a_figure_that_says_little(monkeypatch):
    monkeypatch.setattr(marks, "figure", lambda _alt: Element("Figure", alt="4 icons"))


@found_by("lists")
def paragraphs_in_a_list(monkeypatch):
    monkeypatch.setattr(tables, "item", lambda parent, label, body: adopt(parent, [*label, *body]))


@found_by("lists")
def items_of_no_list(monkeypatch):
    monkeypatch.setattr(tables, "listing", lambda: Element("Div"))


# ---------------------------------------------------------------- links and boxes


@found_by("links")
def a_link_outside_the_structure(monkeypatch):
    def loose(real: Any) -> Any:
        def click(self: Any, element: Element, about: Any, box: Any) -> Any:
            made = real(self, element, about, box)
            if "A" in about:
                element.kids.pop()
            return made

        return click

    swapped(monkeypatch, TaggedCanvas, "_clickable", loose)


@found_by("links")
def a_link_without_words(monkeypatch):
    swapped(
        monkeypatch,
        TaggedCanvas,
        "telling",
        lambda real: lambda self, told, link, _words: real(self, told, link, ""),
    )


@found_by("links")
def a_link_that_is_not_safe(monkeypatch):
    swapped(
        monkeypatch,
        TaggedCanvas,
        "linkURL",
        lambda real: lambda self, _url, *rest, **more: real(self, "http://a.b", *rest, **more),
    )


@found_by("boxes")
def a_box_without_words(monkeypatch):
    swapped(
        monkeypatch,
        TaggedCanvas,
        "check_box",
        lambda real: lambda self, of, box, _words, ink: real(self, of, box, "", ink),
    )


@found_by("boxes")
def a_box_with_the_words_of_another(monkeypatch):
    words = "Something else"
    swapped(
        monkeypatch,
        TaggedCanvas,
        "check_box",
        lambda real: lambda self, of, box, _words, ink: real(self, of, box, words, ink),
    )


# ---------------------------------------------------------------- what the file tells


@found_by("leaks")
def who_made_it(monkeypatch):
    swapped(
        monkeypatch,
        pdf,
        "About",
        lambda real: lambda title, subject, *rest: real(title, f"{subject} {Path.home()}", *rest),
    )


@found_by("leaks")
def when_it_was_made(monkeypatch):
    made = lambda real: lambda *given: real(*given)._replace(made=given[4] + timedelta(hours=9))  # noqa: E731
    swapped(monkeypatch, pdf, "About", made)


@found_by("leaks")
def it_does_something_when_opened(monkeypatch):
    def acting(real: Any) -> Any:
        def write(self: Any) -> None:
            real(self)
            self.setCatalogEntry("OpenAction", {"S": "/JavaScript", "JS": "app.alert(1)"})

        return write

    swapped(monkeypatch, TaggedCanvas, "_write_catalog", acting)


@found_by("small")
def too_large(monkeypatch):
    swapped(
        monkeypatch, pdf, "color_profile", lambda real: lambda: real() + bytes(range(256)) * 10 + _noise()
    )


def _noise() -> bytes:
    import random

    return random.Random(1).randbytes(150 * 1024)


# ---------------------------------------------------------------- what the validators find


@found_by("ua1")
def nothing_is_marked_as_tagged(monkeypatch):
    swapped(
        monkeypatch,
        TaggedCanvas,
        "setCatalogEntry",
        lambda real: lambda self, key, value: real(self, key, value) if key != "MarkInfo" else None,
    )


@found_by("ua1")
def nothing_says_which_standard(monkeypatch):
    monkeypatch.setattr(
        tags, "packet", lambda about: _packet(about).replace(b"pdfuaid:part", b"pdfuaid:port")
    )


@found_by("2a")
def nothing_says_which_archive_standard(monkeypatch):
    monkeypatch.setattr(tags, "packet", lambda about: _packet(about).replace(b"pdfaid:part", b"pdfaid:port"))


_packet = packet


@found_by("2a")
def no_color_profile(monkeypatch):
    swapped(
        monkeypatch,
        TaggedCanvas,
        "setCatalogEntry",
        lambda real: lambda self, key, value: real(self, key, value) if key != "OutputIntents" else None,
    )


@found_by("2a")
def streams_that_end_amid_a_line(monkeypatch):
    def cut(real: Any) -> Any:
        return lambda self, document: real(self, document).replace(b"\r\nendstream\n", b"endstream\n")

    swapped(monkeypatch, objects.Stream, "format", cut)


@found_by("ua1")
def letters_that_are_none(monkeypatch):
    monkeypatch.setattr(objects.Typeface, "addObjects", TTFont.addObjects)


@found_by("ua1")
def a_font_that_is_not_inside(monkeypatch):
    def foreign(real: Any) -> Any:
        def furnish(canvas: Any, *given: Any) -> None:
            real(canvas, *given)
            canvas.setFont("Helvetica", 9)
            canvas.drawString(54, 30, "A self-assessment.")

        return furnish

    swapped(monkeypatch, pdf, "furnish", foreign)


@found_by("ua1")
def content_that_is_neither(monkeypatch):
    @contextmanager
    def unmarked(self: Any, _operator: str) -> Iterator[None]:
        self.inside += 1
        yield
        self.inside -= 1

    monkeypatch.setattr(TaggedCanvas, "marked", unmarked)


@found_by("ua1")
def pages_without_an_order_for_keys(monkeypatch):
    def untabbed(real: Any) -> Any:
        def show(self: Any) -> None:
            real(self)
            self._doc.Pages.pages[-1].Tabs = None

        return show

    swapped(monkeypatch, TaggedCanvas, "showPage", untabbed)


# ---------------------------------------------------------------- they are found


@pytest.fixture(scope="module")
def content(report):
    return report("four-months-and-counting", language="es")


def test_unbroken_nothing_is_found(content):
    made = pdf_bytes(content)
    assert [findings(made, said_of(content)), failures(made, "ua1"), failures(made, "2a")] == [[], [], []]


@pytest.mark.parametrize("what", Broken.ways)
def test_it_is_found(content, monkeypatch, what):
    check, way = Broken.ways[what]
    with monkeypatch.context() as patched:
        way(patched)
        made = pdf_bytes(content)
    if check in ("ua1", "2a"):
        assert failures(made, check)
    else:
        assert check in {found.partition(":")[0] for found in findings(made, said_of(content))}


def test_each_check_has_found_something():
    assert {check.__name__ for check in CHECKS} | {"ua1", "2a"} == {
        check for check, _ in Broken.ways.values()
    }
    assert len(Broken.ways) >= 20
    assert getpass.getuser()  # what must not be in the file is known here
