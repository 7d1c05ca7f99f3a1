"""Reads a web page as words in their order and as its elements, with nothing but Python's own parser."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

ALONE = ("meta", "input", "col", "br", "img")
INLINE = ("span", "strong", "a", "use", "path", "rect", "circle", "symbol")


@dataclass
class Element:
    """One element, with the text in it."""

    name: str
    attributes: dict[str, str]
    inside: tuple[str, ...]
    """The names of the elements around it."""
    text: str = ""


@dataclass
class Page(HTMLParser):
    """A web page as it is read: its words, and each of its elements."""

    elements: list[Element] = field(default_factory=list)
    _open: list[Element] = field(default_factory=list)
    _said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    @classmethod
    def of(cls, markup: str) -> Page:
        page = cls()
        page.feed(markup)
        page.close()
        assert not page._open, page._open
        return page

    def of_name(self, *names: str) -> list[Element]:
        return [one for one in self.elements if one.name in names]

    @property
    def words(self) -> str:
        return spoken("".join(self._said))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        one = Element(tag, given, tuple(each.name for each in self._open))
        self.elements.append(one)
        if tag not in INLINE:
            self._say(" ")
        if given.get("role") == "img" and "aria-label" in given:
            self._say(f" {given['aria-label']} ")
        if tag not in ALONE:
            self._open.append(one)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {k: v or "" for k, v in attrs}, tuple(e.name for e in self._open)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open, tag
        assert self._open[-1].name == tag, f"{tag} ends {self._open[-1].name}"
        self._open.pop()
        if tag not in INLINE:
            self._say(" ")

    def handle_data(self, data: str) -> None:
        names = [one.name for one in self._open]
        for one in self._open:
            one.text += data
        if "style" not in names and "title" not in names and not ("svg" in names and "text" in names):
            self._say(data)

    def _say(self, text: str) -> None:
        self._said.append(text)


def spoken(text: str) -> str:
    """The words alone: neither signs nor where a line ends."""
    return " ".join(re.findall(r"[^\W_]+", text))


def missing(said: list[str], words: str) -> list[str]:
    """Which of the texts are not among the words, each after the one before it."""
    at, lost = 0, []
    for text in said:
        wanted = f" {spoken(text)} "
        found = f" {words} ".find(wanted, at)
        if found < 0:
            lost.append(text)
        else:
            at = found + len(wanted) - 1
    return lost
