"""The licenses of all that the program is made of, each with its whole text to unfold."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.licenses import Component, components, to_read
from desktop_app.ui.pages.beside import PageBeside
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, column
from desktop_app.ui.widgets.fold import FoldNote
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.panel import note
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Heading, Text
from desktop_app.ui.widgets.text_area import TextArea

LINES = 18
OPENED = "licenses.opened"


class LicensesPage(PageBeside):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        theme, say = stage.theme, stage.words.say
        self.folds: list[FoldNote] = []
        parts = components()
        items: list[Item] = [self._part(one) for one in parts]
        self.lay(
            column(
                theme,
                Heading(theme, self.name),
                8,
                Text(theme, say("licenses.lead"), "lead", "soft"),
                18,
                column(theme, *items, gap=8),
            ),
            note(theme, say("licenses.qt_title"), Text(theme, say("licenses.qt"), "small")),
        )

    @property
    def name(self) -> str:
        return self.stage.words.say("licenses.title")

    def _part(self, one: Component) -> QWidget:
        """The text is read when it is asked for: together they are as long as a book."""
        theme, say = self.stage.theme, self.stage.words.say
        named = say("licenses.name", name=one.name, version=one.version).strip()
        place = Slot()
        fold = FoldNote(theme, named, Text(theme, one.terms, "small", "soft"), 8, place, opened=False)
        fold.toggled.connect(lambda opened: self._toggled(one, place, opened))
        self.folds.append(fold)
        if one.name in self._opened():
            place.put(self._text(one))
            fold.fold_out(True)
        return fold

    def _opened(self) -> frozenset[str]:
        """What is open stays so while the page is made anew."""
        opened = self.stage.navigator.drafts.get(OPENED)
        return opened if isinstance(opened, frozenset) else frozenset()

    def _toggled(self, one: Component, place: Slot, opened: bool) -> None:
        names = self._opened()
        self.stage.navigator.drafts[OPENED] = names | {one.name} if opened else names - {one.name}
        if opened:
            place.put(self._text(one))

    def _text(self, one: Component) -> QWidget:
        text, say = one.text(), self.stage.words.say
        if not text:
            return Text(self.stage.theme, say("licenses.none"), "small")
        title = say("licenses.read", name=one.name)
        area = TextArea(self.stage.theme, title, to_read(text), lines=LINES)
        area.setReadOnly(True)
        return FormRow(self.stage.theme, title, area)
