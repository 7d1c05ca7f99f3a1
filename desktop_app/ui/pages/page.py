"""What every page offers the window that shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import Words
from desktop_app.ui.background import Background
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.navigator import Navigator
from desktop_app.ui.own_center import OwnCenter
from desktop_app.ui.theme import Theme, Width
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.slot import in_tab_order
from desktop_app.ui.widgets.text import Heading

if TYPE_CHECKING:
    from desktop_app.judgement.who_helps import WhoHelps
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.safe import Safe

SUPPORT = "support"
"""The page beside the interview that says with whom one can talk."""

Frame = Literal["bare", "strip", "way", "desk"]
"""What is around a page: nothing, the strip above it, the whole way through the interview, or a caseload's pages."""


class Stage(NamedTuple):
    """What a page is made with. The window makes the page anew when any of it changes."""

    theme: Theme
    words: Words
    width: Width
    navigator: Navigator
    dialogs: Dialogs
    background: Background
    own_center: OwnCenter
    follows: bool = False
    """Whether questions show where one stands so far."""
    safe: Safe | None = None
    """What is done with saved answers; there once the first page stands."""
    desk: Desk | None = None
    """The caseload that is open; None without one, and while a client has the mouse."""

    @property
    def helps(self) -> WhoHelps | None:
        """Whom the center's own page names for each step. Raises ResourceError."""
        return self.navigator.interview.who_helps(self.own_center.now)

    @property
    def own_line(self) -> str:
        """The center's own line to call, to stand beside 988; empty where it has none."""
        center = self.own_center.now
        if center is None:
            return ""
        from desktop_app.center import support_line  # late: the first page is painted without

        line = support_line(center)
        return self.words.say("center.own_line", line=line) if line else ""


class Page(QWidget):
    """The content between the strip and the action bar; the window scrolls it."""

    buttons_changed = Signal()
    """One of the page's buttons came or went."""
    frame: Frame = "way"
    scrolls_itself = False
    """It has parts that scroll; around it only what is lower than them does, and without a bar."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.stage = stage

    @property
    def name(self) -> str:
        """What a screen reader hears when the page comes up: its heading."""
        raise NotImplementedError

    @property
    def where(self) -> str:
        """Where one is, for the strip: 'Education · Question 1 of 2'."""
        raise NotImplementedError

    @property
    def kept(self) -> str:
        """What becomes of the answers, for the right end of the action bar."""
        safe, words = self.stage.safe, self.stage.words
        return (safe.kept_words(words) if safe is not None else "") or words.say("window.saved")

    def follow(self) -> None:
        """An answer was kept or taken away while the page is shown: pages that show what follows show it anew."""

    def foot(self) -> str | QWidget:
        """What stands at the right end of the action bar, where there is room."""
        return self.kept

    def first(self) -> QWidget:
        """What takes the focus when the page comes up."""
        raise NotImplementedError

    def reads_first(self, heading: Heading) -> Heading:
        """It is seen and heard before all else, wherever it was put in; Tab leads on to what the page has."""
        heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        in_tab_order([self, heading])
        return heading

    def buttons(self) -> Sequence[Button]:
        """What stands in the action bar."""
        raise NotImplementedError

    def on(self) -> None:
        """Enter or Continue: keep what was entered and go on, or show what is to be put right."""
        raise NotImplementedError

    def back(self) -> None:
        """Alt+Left or Back: the page before."""
        self.stage.navigator.go_back()

    def escape(self) -> None:
        """Escape, which nothing that is open took first: pages beside the interview are left by it."""

    def help(self) -> None:
        """F1: open 'Why we ask' and bring it into view; pages without it do nothing."""

    def has_help(self) -> bool:
        return False

    def save(self) -> None:
        """Ctrl+S: pages that have something to save do so."""

    def can_save(self) -> bool:
        return False

    def print_report(self) -> None:
        """Ctrl+P: pages with a report behind them show how it comes out of the printer."""

    def can_print(self) -> bool:
        return False

    def hide_button(self) -> Button:
        """At the top right of every page: hides everything at once."""
        return Button(self.stage.theme, self.stage.words.say("hide.now"), icon="hide", small=True)

    def back_button(self) -> Button:
        button = Button(self.stage.theme, self.stage.words.say("window.back"), icon="left")
        button.clicked.connect(lambda _on=False: self.back())
        return button

    def on_button(self, words: str = "") -> Button:
        """The one heavy thing of the page; 'Continue' unless it says something better."""
        words = words or self.stage.words.say("window.go_on")
        button = Button(self.stage.theme, words, "primary", after="right")
        button.clicked.connect(lambda _on=False: self.on())
        return button

    def look_button(self) -> Button:
        """Quietly, at any time: where one stands so far. Back leads here again."""
        button = Button(self.stage.theme, self.stage.words.say("window.look"), "quiet")
        button.clicked.connect(lambda _on=False: self.stage.navigator.look())
        return button

    def skip_button(self, skip: Callable[[], None]) -> Button:
        button = Button(self.stage.theme, self.stage.words.say("window.skip"), "quiet")
        button.clicked.connect(lambda _on=False: skip())
        return button
