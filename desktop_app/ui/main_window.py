"""The window: shows the page the sitting is at, and makes it anew when language, look or width change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop_app.i18n import LANGUAGES, Words
from desktop_app.resources import ResourceError
from desktop_app.settings import Settings
from desktop_app.ui import style
from desktop_app.ui.accessibility import announce
from desktop_app.ui.appearance import Appearance
from desktop_app.ui.background import Background
from desktop_app.ui.dialogs import Dialogs, QtDialogs
from desktop_app.ui.frame import PageFrame
from desktop_app.ui.library import Library
from desktop_app.ui.look_kept import LookKept
from desktop_app.ui.menu import Menus
from desktop_app.ui.navigator import Navigator
from desktop_app.ui.own_center import OwnCenter
from desktop_app.ui.pages.page import SUPPORT, Page, Stage
from desktop_app.ui.pages.welcome import WelcomePage, Wish
from desktop_app.ui.picture_beside import fit_picture, picture_beside
from desktop_app.ui.place import WayBack, place_on, return_to, show_keys
from desktop_app.ui.qt_words import QtWords
from desktop_app.ui.theme import ThemeName, Width
from desktop_app.ui.widgets.focus import FocusRing

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.ui.hidden import Hiding
    from desktop_app.ui.safe import Safe

WELCOME = "welcome"
USUAL_MINUTES = 10
"""Until it locks, unless something else is kept."""
USUAL, SMALLEST = QSize(1280, 800), QSize(480, 400)
AROUND = QSize(8, 40)
"""What the system puts around a window; on a small screen the buttons at the foot would end up below it."""


class MainWindow(QMainWindow):
    painted = Signal()
    """The first page stands on the screen: now there is time to read the rules."""

    def __init__(
        self,
        library: Library,
        appearance: Appearance,
        language: str,
        today: Callable[[], date],
        dialogs: Dialogs | None = None,
        settings: Settings | None = None,
    ) -> None:
        super().__init__()
        self._library, self.appearance, self.language, self._today = library, appearance, language, today
        self.dialogs = dialogs or QtDialogs(self)
        self.background = Background(self)
        settings = settings or Settings()
        self.own_center = OwnCenter(settings)
        self.look_kept = LookKept(self, settings, lambda: library.own_words(self.language))
        self.navigator: Navigator = Navigator(parent=self)
        self.wish = Wish()
        self._way_back = WayBack()
        self._is_arranged = self._has_painted = self._was_closed = False
        self.hiding: Hiding | None = None
        """Once the first page was painted."""
        self.safe: Safe | None = None
        """As above."""
        self.shift_hides = settings.look.triple_shift_hides is not False
        self.lock_minutes = settings.look.lock_minutes or USUAL_MINUTES
        self._qt_words = QtWords()
        self._ring = FocusRing(appearance.theme, self)
        self.menus: Menus = Menus(self.menuBar(), self)
        self.setWindowTitle(self.words.say("app.name"))
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL.boundedTo(self.screen().availableSize() - AROUND))
        self._width: Width
        self.frame: PageFrame
        self.page: Page
        self._speak()
        self.navigator.moved.connect(lambda: self._show(new=True))
        self.navigator.answered.connect(self._answered)
        appearance.changed.connect(self._look_changed)

    @property
    def words(self) -> Words:
        """On the first page only what it needs."""
        if self.navigator.begun:
            return self._library.words(self.language, self.navigator.interview)
        if self.safe is not None and self.safe.desk is not None:
            return self._library.desk_words(self.language, self._today())
        if self.navigator.aside:
            return self._library.own_words(self.language)
        return self._library.first_words(self.language)

    def load(self) -> None:
        """Read the rules ahead of the first question; what is wrong with them is said when it is asked for."""
        try:
            self._library.book()
        except ResourceError as error:
            self.tell_of_files(error)

    # ------------------------------------------------------------ pages

    def _show(self, *, new: bool) -> None:
        """Put the page on show; a `new` one from its top, one made anew as it was."""
        if not self._is_arranged:
            return  # where it begins is shown once it is known how wide it is
        if self.hiding is not None and self.hiding.on:
            self.hiding.made_anew = True
            return
        shown, focus = self.centralWidget(), self.focusWidget()
        before = self._way_back.to(self.navigator, shown, focus) if new else place_on(self.frame, focus)
        stage = self._stage()
        self.page = self._page(stage)
        self.frame = PageFrame(stage, self.page, picture_beside(stage, self.page))
        fit_picture(self.frame.beside, self.width(), stage.theme)
        self.frame.stop_chosen.connect(self._go_to_stop)
        self.frame.language_pressed.connect(self._other_language)
        self.frame.hide_pressed.connect(self.hide_now)
        self.setCentralWidget(self.frame)
        self.menus.follow(self.page, begun=self.navigator.begun)
        if self.safe is not None:
            self.safe.follow()
        if before is not None:
            return_to(before, self.frame, self.page)
        else:
            self.page.first().setFocus(Qt.FocusReason.OtherFocusReason)
        if new:
            announce(self.page, self.page.name)
            QTimer.singleShot(0, self.frame, partial(self._show_keys, self.frame))  # once all has its place

    def _show_keys(self, frame: PageFrame) -> None:
        if frame is self.frame:  # one that has come since has nothing in its place yet
            show_keys(frame, self.page, self.focusWidget())

    def _go_to_stop(self, stop: str) -> None:
        from desktop_app.ui.way import go_to_stop

        go_to_stop(self._stage(), stop)

    def _answered(self) -> None:
        self.frame.follow()
        self.page.follow()

    def _stage(self) -> Stage:
        safe = self.safe
        return Stage(
            self.appearance.theme,
            self.words,
            self._width,
            self.navigator,
            safe.page_dialogs if safe is not None else self.dialogs,
            self.background,
            self.own_center,
            self.appearance.follows,
            safe,
            safe.page_desk if safe is not None else None,
        )

    def _page(self, stage: Stage) -> Page:
        if self.navigator.aside:
            from desktop_app.ui.pages.beside import page_beside

            return page_beside(self.navigator.aside, stage)
        at = self.navigator.session.at if self.navigator.begun else WELCOME
        if at == WELCOME:
            return self._welcome(stage)
        from desktop_app.ui.pages.table import page_at  # late: these pages know the rules

        return page_at(at, stage)

    def _welcome(self, stage: Stage) -> WelcomePage:
        page = WelcomePage(stage, self._library.series(self.language), self.wish)
        page.wished.connect(self._wished)
        page.language_chosen.connect(self.speak)
        page.hide_pressed.connect(self.hide_now)
        page.talk_pressed.connect(lambda: self.show_beside(SUPPORT))
        page.open_pressed.connect(lambda: self.keep_safe().choose_file())
        page.left.connect(self._begin)
        return page

    def _wished(self, wish: Wish) -> None:
        self.wish = wish

    def _begin(self) -> None:
        from desktop_app.ui.beginning import begin  # late: it brings the rules

        begin(self, self._library, self._today)

    def tell_of_files(self, error: ResourceError) -> None:
        self._tell_of_trouble(self.words.say("trouble.files", problem=str(error)))

    def tell_of_fault(self) -> None:
        """Something in here went wrong; nothing that was entered is lost by it."""
        self._tell_of_trouble(self.words.say("trouble.text"))

    def _tell_of_trouble(self, text: str) -> None:
        title = self.words.say("trouble.title")
        if self.hiding is not None:
            self.hiding.when_shown(lambda: self.dialogs.tell(title, text))
        else:
            self.dialogs.tell(title, text)

    # ------------------------------------------------------------ made anew

    def _look_changed(self) -> None:
        self._dress()
        if self._is_arranged:
            self._width = self.appearance.theme.width(self.width())
            self._show(new=False)

    def _dress(self) -> None:
        theme = self.appearance.theme
        app = QApplication.instance()
        if isinstance(app, QApplication):
            style.apply(app, theme)
        self.menuBar().setStyleSheet(style.menu_bar_sheet(theme))
        self._ring.use(theme)
        if self.hiding is None or not self.hiding.on:
            self._name_menus()

    def _name_menus(self) -> None:
        self.menus.name(self.appearance.theme, self.words)
        if self._has_painted:
            self.menus.fill(self.appearance.colors)

    def _speak(self) -> None:
        self._qt_words.speak(self.language)
        self._dress()

    def _other_language(self) -> None:
        self.speak(LANGUAGES[(LANGUAGES.index(self.language) + 1) % len(LANGUAGES)])

    # ------------------------------------------------------------ commands

    def save(self) -> None:
        self.page.save()

    def print_report(self) -> None:
        self.page.print_report()

    def hide_now(self) -> None:
        if self.hiding is not None:
            self.hiding.hide()

    def come_back(self, *, made_anew: bool) -> None:
        """What was hidden stands in the window again."""
        self._name_menus()
        if made_anew:
            self._show(new=False)
        else:
            self.menus.follow(self.page, begun=self.navigator.begun)
        if self.safe is not None:
            self.safe.locking.shown_again()
            self.safe.follow()

    def close_window(self) -> None:
        self.close()

    def close_for_good(self) -> None:
        """Asked already."""
        self._was_closed = True
        self.close()

    def keep_safe(self) -> Safe:
        """What is done with saved answers: there once the first page stands, or earlier for a file to open."""
        if self.safe is None:
            from desktop_app.ui.safe import Safe

            self.safe = Safe(self, self._library, self._today)
        return self.safe

    def larger(self) -> None:
        self.appearance.larger()

    def smaller(self) -> None:
        self.appearance.smaller()

    def zoom(self, scale: float) -> None:
        self.appearance.zoom(scale)

    def use_colors(self, colors: ThemeName | None) -> None:
        self.appearance.use(colors)

    def back(self) -> None:
        self.page.back()

    def on(self) -> None:
        self.page.on()

    def check(self) -> None:
        self.navigator.check()

    def look(self, page: str = "") -> None:
        self.navigator.look(page)

    def help(self) -> None:
        self.page.help()

    def speak(self, language: str) -> None:
        if language != self.language:
            self.language = language
            self._speak()
            if self._is_arranged:
                self._show(new=False)

    def show_beside(self, page: str) -> None:
        """A page beside the interview (pages/beside.py)."""
        try:
            self._library.own_words(self.language)
        except ResourceError as error:
            self.tell_of_files(error)
        else:
            self.navigator.step_aside(page)

    # ------------------------------------------------------------ events

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self, self._first_page_stands)  # once all of it is on the screen

    def _first_page_stands(self) -> None:
        if QApplication.focusWidget() is None:
            self.page.first().setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        announce(self.page, self.page.name)
        from desktop_app.ui.hidden import Hiding

        self.hiding = Hiding(self)
        self.keep_safe()
        self.menus.fill(self.appearance.colors)
        self.menus.follow(self.page, begun=self.navigator.begun)
        self.keep_safe().follow()
        self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The first one comes before the window is painted: only now is it known how wide it is."""
        super().resizeEvent(event)
        before = self._width if self._is_arranged else None
        self._width = self.appearance.theme.width(self.width())
        if before is None:
            self._is_arranged = True
            self._show(new=True)
        elif before != self._width:
            QTimer.singleShot(0, self, lambda: self._show(new=False))
        fit_picture(self.frame.beside, self.width(), self.appearance.theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return comes here when nothing that has the keys wants it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.page.on()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is not saved is gone then: ask once."""
        if not self._was_closed and not self._sure():
            event.ignore()
            return
        self._was_closed = True
        if self.hiding is not None:
            self.hiding.copied.forget()
        self.background.close()
        if self.safe is not None:
            self.safe.close()
        self._qt_words.stop()
        event.accept()

    def _sure(self) -> bool:
        from desktop_app.ui.closing import closing_question, what_is_lost  # late: only at the end

        lost = list(what_is_lost(self.navigator, self.background, self.own_center, self.safe))
        if not lost:
            return True
        if self.hiding is not None and self.hiding.on:
            self.hiding.ask_to_close()
            return False
        return self.dialogs.confirm(*closing_question(self.words, lost))
