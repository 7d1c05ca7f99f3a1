"""Finds words that a language's catalogs do not have, in whatever a person can see or hear of a widget."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape

from babel import Locale
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from desktop_app.i18n import LANGUAGES, load_words
from desktop_app.licenses import components
from desktop_app.rulebook.load import load_rulebook, words_with
from desktop_app.rulebook.references import citations
from tests.i18n.reading import NAMES
from tests.i18n.test_catalogs import NOT_READ
from tests.ui.tree import name, spoken, walk

NAMED = (
    *NAMES,
    "English", "Español",  # each language by its own name, on either page
    "Atkinson Hyperlegible Next", "Qt for Python", "PySide6", "Qt", "LGPL", "OFL", "Apache License",
    "PDF", "XCB", "peer-ready", "ca-calaveras", "tx-state",
)  # fmt: skip
"""Names, which are the same in every language."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_QUOTED = re.compile(r"“[^”]*”")


# ---------------------------------------------------------------- what can be seen or heard


def texts_of(window: QWidget) -> list[str]:
    """Every text in a window and its menus, hidden help and descriptions with it; what was typed is left out."""
    found: list[str] = [window.windowTitle()]
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisibleTo(window) or isinstance(widget, QMenu):
            found += _texts_of_one(widget)
    for action in window.findChildren(QAction):
        found += [action.text(), action.toolTip(), action.statusTip(), action.whatsThis()]
    for node in walk(spoken(window)):
        if node.role() not in (QAccessible.Role.EditableText,):
            found += [name(node), node.text(QAccessible.Text.Description), node.text(QAccessible.Text.Help)]
    return sorted({_plain(text) for text in found if text})


def _texts_of_one(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.whatsThis())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QGroupBox() | QMenu():
            yield widget.title()
        case QTabBar():
            yield from (widget.tabText(at) for at in range(widget.count()))


def _plain(text: str) -> str:
    """Without mnemonics, marks and tags."""
    return unescape(re.sub(r"<[^>]+>|&(?=\w)", "", text)).replace("**", "")


# ---------------------------------------------------------------- what a language knows


def foreign(
    texts: Iterable[str], language: str, typed: Iterable[str] = (), *, quotes: bool = True
) -> list[str]:
    """The texts with a word that this language's catalogs do not have, with the word.

    Not looked at: what was typed, names, and without `quotes` whatever stands in quotes.
    """
    found = []
    names = _any_of(tuple(typed))
    for text in texts:
        left = text if quotes else _QUOTED.sub(" ", text)
        left = names.sub(" ", left)
        left = _QUOTED.sub(lambda quote: _quote_left(quote[0], language), left)
        strange = [word for word in _words(left) if word not in _known(language)]
        if strange:
            found.append(f"{text!r}: {', '.join(strange)}")
    return found


@cache
def _any_of(typed: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted((*typed, *NAMED, *_parts(), *_same_in_both()), key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in longest_first if one))


@cache
def _parts() -> frozenset[str]:
    """What the program is made of and under which licenses: others have named these."""
    return frozenset(name for one in components() for name in (one.name, one.terms))


def _quote_left(quote: str, language: str) -> str:
    """What others wrote stays as they wrote it: the headings of what is cited, and words that are explained."""
    known = _known(language) | _quoted(language)
    return " " if all(word in known for word in _words(quote)) else quote


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


@cache
def _entries(language: str) -> tuple[str, ...]:
    """What is said to the person, and what is said to staff of their client."""
    book = load_rulebook()
    own = load_words(language)
    voices = [words_with(words, book.packs) for words in (own, own.of_client())]
    numbers = (1, 2)  # a plural entry has a form for one and one for others
    keys = [key for key in list(voices[0].keys()) if not key.startswith(NOT_READ)]
    said = {words.say(key, count=number): None for words in voices for key in keys for number in numbers}
    return tuple(said)


@cache
def _same_in_both() -> frozenset[str]:
    """Names: what every language's catalogs have as it stands, each a word or more and no sentence."""
    every = [{_plain(re.sub(r"\{\w+\}", "", text)) for text in _entries(one)} for one in LANGUAGES]
    return frozenset(text for text in set.intersection(*every) if _words(text) and "." not in text)


@cache
def _known(language: str) -> frozenset[str]:
    """The words of a language's catalogs outside quotes, and those of its calendar."""
    locale = Locale(language)
    calendar = [
        each
        for names in (locale.months, locale.days, locale.day_periods)
        for widths in names.values()
        for width in widths.values()
        for each in width.values()
    ]
    texts = (
        _QUOTED.sub(" ", re.sub(r"\{\w+\}", " ", _plain(text))) for text in (*_entries(language), *calendar)
    )
    return frozenset(word for text in texts for word in _words(text))


@cache
def _quoted(language: str) -> frozenset[str]:
    """Words that stand in quotes in the catalogs, and the headings of what the packs cite."""
    quotes = [quote for text in _entries(language) for quote in _QUOTED.findall(text)]
    cited = [
        cite.section for loaded in load_rulebook().packs for _, cite in citations(loaded.pack) if cite.section
    ]
    return frozenset(word for text in (*quotes, *cited) for word in _words(text))
