"""A page in its scroll, with the bar of its buttons, and around it the way through the interview."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.pages.page import Page, Stage
from desktop_app.ui.widgets.action_bar import ActionBar
from desktop_app.ui.widgets.scroll import Scroll
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.ui.way import Way

MOST_AROUND = 0.37
"""Of the height, for what stands around a page and does not scroll."""

LOW_EM = 30
"""Of less height, the text is so large that what stands around a page is to take as little as it can."""

_Box = TypeVar("_Box", QHBoxLayout, QVBoxLayout)


class PageFrame(QWidget):
    """With the rail and the strip, or with the rail folded into the strip.

    The welcome page has neither, a page beside the interview only the strip.
    """

    stop_chosen = Signal(str)
    language_pressed = Signal()
    hide_pressed = Signal()

    def __init__(self, stage: Stage, page: Page, beside: QWidget | None = None) -> None:
        super().__init__()
        self._stage, self._page, self.beside = stage, page, beside
        buttons = page.buttons()
        self.bar = ActionBar(stage.theme, buttons, page.foot(), width=stage.width)
        self._has_bar = bool(buttons)
        self._scrolled = QWidget() if stage.width == "folded" else None
        if self._scrolled is not None:
            _box(QVBoxLayout(self._scrolled)).addWidget(page, 1)
        self.scroller = Scroll(stage.theme, self._scrolled or page, bar=not page.scrolls_itself)
        self._across = _box(QHBoxLayout(self))
        self._down = _box(QVBoxLayout())
        self.rail: QWidget | None = None
        self.strip: QWidget | None = None
        self._across.addLayout(self._down, 1)
        self._down.addWidget(self.scroller, 1)
        self._told = Slot()
        self._down.addWidget(self._told)
        self._down.addWidget(self.bar)
        self.bar.setVisible(self._has_bar)
        page.buttons_changed.connect(self._place_bar_again)
        if beside is not None:
            self._across.addWidget(beside)
        self._way = self._surround()

    def _surround(self) -> Way | None:
        if self._page.frame == "bare":
            return None
        from desktop_app.ui.way import Way  # late: the first page has no way around it

        chosen, language, hide = self.stop_chosen.emit, self.language_pressed.emit, self.hide_pressed.emit
        way = Way(self._stage, self._page, chosen, language, hide)
        self.strip, self.rail = way.strip, way.beside
        self._down.insertWidget(0, way.strip)
        if way.beside is not None:
            self._across.insertWidget(0, way.beside)
        return way

    def follow(self) -> None:
        """Show how far one is now: an answer may change what is asked."""
        if self._way is not None:
            self._way.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down scroll the page from its buttons too: it may have nothing else that takes keys.

        So does Escape what it does on the page.
        """
        turns = {
            Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
            Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
        }
        turn = next((turn for key, turn in turns.items() if key == event.key()), None)
        if event.key() == Qt.Key.Key_Escape:
            self._page.escape()
        elif turn is None:
            super().keyPressEvent(event)
        else:
            self.scroller.verticalScrollBar().triggerAction(turn)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """A scroll area brings into sight what Tab comes to inside it, but not what Tab comes to from beside it."""
        moved = super().focusNextPrevChild(forward)
        if moved:
            self._bring_keys_into_sight()
        return moved

    def _bring_keys_into_sight(self) -> None:
        focus: QWidget | None = self.window().focusWidget()
        if focus is not None and self.scroller.isAncestorOf(focus):
            self.scroller.ensureWidgetVisible(focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._way is not None:
            self._way.fit(self.width(), low=self.height() < self._stage.theme.em(LOW_EM))
        self._place_bar()

    def _place_bar_again(self) -> None:
        """A button that comes or goes may change how many lines the bar has, and so where it has room."""
        focus: QWidget | None = self.window().focusWidget()
        if not self.isVisible() or (focus is not None and self.bar.isAncestorOf(focus)):
            return  # taken from one place to another, it would lose the keys
        before = self.bar.parentWidget()
        self.bar.count_lines_again()
        self._place_bar()
        if self.bar.parentWidget() is not before:  # it may now stand where the field was that one is in
            QTimer.singleShot(0, self, self._bring_keys_into_sight)

    def give_places(self) -> None:
        """At once: the bar may just have made room by going to the end of the page."""
        self._across.activate()

    def _place_bar(self) -> None:
        """Under the page, in sight; where that would leave it too little room, at its end."""
        if self._scrolled is None:
            return
        told = self._told if self._told.content is not None else None
        bar = self.bar if self._has_bar else None
        parts = [part for part in (self.strip, bar, told) if part is not None]
        around = sum(part.heightForWidth(self.width()) for part in parts)
        box = self._scrolled.layout() if around > self.height() * MOST_AROUND else self._down
        if box is None:
            return
        for part in (self._told, self.bar):
            if box.indexOf(part) < 0:
                box.addWidget(part)  # a layout takes it from the other
                part.setHidden(part not in parts)

    def areas(self) -> tuple[QWidget | None, ...]:
        """Where the keys may be: the page first, and what is around it."""
        return (self._page, self.bar, self.strip, self.rail, self._told)

    def tell(self, line: QWidget | None) -> None:
        """What is to be known on every page, above the action bar; None takes it away."""
        if line is not None or self._told.content is not None:
            self._told.put(line)
            self._place_bar()

    def follow_kept(self, words: str) -> None:
        """What has become of the answers, at the right end of the action bar."""
        if isinstance(self.bar.last, Text) and words and words != self.bar.last.text():
            self.bar.last.say(words)


def _box(box: _Box) -> _Box:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    return box
