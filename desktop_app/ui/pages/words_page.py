"""All words explained, in the order of the alphabet, and found as one types."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from desktop_app.glossary import Term, every_term, plain
from desktop_app.ui.accessibility import announce
from desktop_app.ui.pages.beside import PageBeside
from desktop_app.ui.pages.explained import WORDS_PAGE
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, column, row, wide
from desktop_app.ui.widgets.field import LineField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.panel import Panel, Rule
from desktop_app.ui.widgets.text import Heading, Text

TERM_EM = 12


class _Row(NamedTuple):
    """A word on the page, as it is looked for."""

    letters: str
    shown: QWidget
    rule: QWidget


class WordsPage(PageBeside):
    """What was typed is kept while the page is made anew, in another language or size."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        theme, say = stage.theme, stage.words.say
        sought = stage.navigator.drafts.get(WORDS_PAGE)
        self.search = LineField(
            theme,
            say("glossary.page.search"),
            sought if isinstance(sought, str) else "",
            em=20,
            icon="search",
            hint=say("glossary.page.hint"),
        )
        self.search.entered.connect(self._sought)
        self._rows: list[_Row] = []
        self.panel = Panel(theme)
        self._none = Text(theme, say("glossary.page.none"))
        items = [item for term in every_term(stage.words) for item in self._row(term)]
        column(theme, *items, margins=(0, 3, 0, 3), into=self.panel)
        self.lay(
            column(
                theme,
                Heading(theme, self.name),
                8,
                Text(theme, say("glossary.page.lead"), "lead", "soft"),
                18,
                FormRow(theme, say("glossary.page.search"), self.search),
                14,
                self._none,
                self.panel,
            )
        )
        self._show_found()

    @property
    def name(self) -> str:
        return self.stage.words.say("glossary.page.title")

    def first(self) -> QWidget:
        return self.search

    def on(self) -> None:
        """Enter in the field finds nothing more: the words are found as one types."""

    def found(self) -> int:
        return sum(row.shown.isVisibleTo(self) for row in self._rows)

    def _row(self, term: Term) -> list[Item]:
        theme = self.stage.theme
        rule = row(theme, wide(Rule(theme)), margins=(18, 0, 0, 0))
        name, meaning = Text(theme, term.term, "strong"), Text(theme, term.meaning)
        if self.stage.width == "folded":
            shown = column(theme, name, 3, meaning, margins=(18, 10, 16, 11))
        else:
            name.setFixedWidth(theme.em(TERM_EM))
            shown = row(theme, name, 16, wide(meaning), margins=(18, 9, 16, 10))
        self._rows.append(_Row(plain(f"{term.term} {term.meaning}"), shown, rule))
        return [rule, shown]

    def _sought(self, text: str) -> None:
        self.stage.navigator.drafts[WORDS_PAGE] = text
        self._show_found()
        announce(self.search, self._told())

    def _show_found(self) -> None:
        sought = plain(self.search.text().strip())
        is_first = True
        for one in self._rows:
            found = sought in one.letters
            one.shown.setVisible(found)
            one.rule.setVisible(found and not is_first)
            is_first = is_first and not found
        self.panel.setVisible(not is_first)
        self._none.setVisible(is_first)

    def _told(self) -> str:
        found, words = self.found(), self.stage.words
        return words.say("glossary.page.count", count=found) if found else words.say("glossary.page.none")
