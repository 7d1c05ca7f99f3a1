"""What is done with saved answers: the commands of the window, and what is said of them around every page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import Message, PlainError, Words
from desktop_app.resources import ResourceError
from desktop_app.ui.accessibility import announce
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.keeper import Keeper, Phase
from desktop_app.ui.locking import Locking
from desktop_app.ui.locking_up import LockingUp
from desktop_app.ui.no_files import NoFiles
from desktop_app.ui.unlocking import Opened, Unlocking
from desktop_app.ui.widgets.kept_line import KeptLine

if TYPE_CHECKING:
    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.casefile.records import Sitting
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.desk_loading import Caseload
    from desktop_app.ui.library import Library
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.together import Together

SOON = 200
"""Milliseconds in which several changes are written as one; all of it is on the disk within a second."""


def now() -> datetime:
    """The moment, in the time zone of the computer."""
    return datetime.now().astimezone()


class Safe(QObject):
    """Holds what belongs together: the file that is open, how others are opened and made, and the lock."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        today: Callable[[], date],
        clock: Callable[[], datetime] = now,
    ) -> None:
        super().__init__(window)
        self._window, self._library, self._today = window, library, today
        self._phase: Phase = "none"
        self.locked = False
        """The window asks for the passphrase of a file that was open: what weakens safety cannot be changed."""
        self.keeper = Keeper(self, clock)
        self.unlocking = Unlocking(window.background, clock)
        self.locking_up = LockingUp(window.background, clock)
        self.locking = Locking(window, self.keeper, self.write_now, clock)
        self.unlocking.opened.connect(self._take_up)
        self.locking_up.made.connect(self._made)
        self.keeper.changed.connect(self._kept_changed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._write)
        self._content: dict[str, Any] = {}
        self.typing: dict[str, str] = {}
        """Passphrases as far as they are typed, until their page is left: it may be made anew on the way."""
        self._aside = ""
        self.desk: Desk | None = None
        """While a caseload is open."""
        self.together: Together | None = None
        """As above: what is done with a client beside one."""
        navigator = window.navigator
        for signal in (navigator.moved, navigator.answered, navigator.drafted):
            signal.connect(self._said)

    # ------------------------------------------------------------ commands

    def save_progress(self) -> None:
        if self.desk is not None:
            return
        self._window.show_beside("keep")

    def change_passphrase(self) -> None:
        if self.handed_over:
            return
        self._window.show_beside("passphrase")

    def lock(self) -> None:
        self.locking.lock()

    def choose_file(self) -> None:
        """Which file is to be opened; then the page that asks for its passphrase."""
        say = self._own_words().say
        if not self.handed_over and not self.may_be_replaced():
            return
        path = self.page_dialogs.ask_open_path(say("unlock.dialog"), say("keep.file_type"))
        if path is not None:
            self.open_file(path)

    @property
    def handed_over(self) -> bool:
        """A client has the mouse: whatever would show something of others is out of reach."""
        return self.desk is not None and self.desk.handed_over

    @property
    def page_desk(self) -> Desk | None:
        """As pages may see it."""
        return None if self.handed_over else self.desk

    @property
    def page_dialogs(self) -> Dialogs:
        """In a dialog about files the names of others' could be read."""
        dialogs = self._window.dialogs
        return NoFiles(dialogs, self._own_words()) if self.handed_over else dialogs

    @property
    def lock_minutes(self) -> int:
        return self._window.lock_minutes

    def words_in(self, language: str) -> Words:
        """The program's own words in a language that the window may not speak just now."""
        return self._library.own_words(language)

    @property
    def is_sitting(self) -> bool:
        """A client's sitting is shown."""
        return self.desk is not None and bool(self.desk.sitting_with)

    def show_caseload(self, page: str) -> None:
        """One of its pages, from the menu."""
        if self.page_desk is None or self.is_sitting:
            return
        if page == "new":
            self._window.navigator.step_aside("new_client")
        else:
            self.page_desk.go(page)

    def back_to_caseload(self) -> None:
        if self.together is not None:
            self.together.ask_back()

    def open_file(self, place: Path, *, locked: bool = False) -> None:
        self.locked = locked
        self.unlocking.choose(place)
        self._window.show_beside("unlock")

    def may_be_replaced(self) -> bool:
        """Answers that no file holds are gone when another sitting is taken up: ask first."""
        touched = self._window.navigator.touched
        if self.write_now() if self.keeper.file is not None else not touched:
            return True
        title, text, yes, no = (
            self._own_words().say(f"unlock.replace.{part}") for part in ("title", "text", "yes", "no")
        )
        return self._window.dialogs.confirm(title, text, yes, no)

    # ------------------------------------------------------------ a file that came

    @Slot(object)
    def _take_up(self, opened: Opened) -> None:
        from desktop_app.ui.taking_up import read_kept, show_kept

        try:
            if opened.caseload is not None:
                self._open_desk(opened, opened.caseload)
                return
            assert opened.sitting is not None  # noqa: S101 - there is one or the other
            kept = read_kept(self._library, self._today(), opened.sitting.content)
        except (PlainError, ResourceError) as error:
            opened.file.close()
            self._tell(error.message if isinstance(error, PlainError) else Message("casefile.trouble"))
            return
        self._begin(opened.file, opened.sitting)
        show_kept(self._window, kept)

    def _begin(self, file: CaseFile, sitting: Sitting | None) -> None:
        self.locked = False
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        self.keeper.begin(file, sitting)
        self._content = dict(sitting.content) if sitting is not None else {}

    @Slot(object)
    def _made(self, opened: Opened) -> None:
        if opened.caseload is not None:
            self._take_up(opened)
            return
        self._begin(opened.file, opened.sitting)
        self._said()  # what came while the file was made
        announce(self._window.page, self._own_words().say("safe.saved_now"))

    # ------------------------------------------------------------ a caseload

    def _open_desk(self, opened: Opened, caseload: Caseload) -> None:
        """Raises PlainError and ResourceError."""
        from desktop_app.ui.desk import Desk
        from desktop_app.ui.together import Together

        window, book = self._window, self._library.book()
        self._library.desk_words(window.language, self._today())
        self._begin(opened.file, None)
        self.desk = desk = Desk(self.keeper, window.navigator, window.background, book, self._today, caseload)
        self.together = Together(window, desk, self.keeper, self._library, self._today, self._put_down)
        self.together.began.connect(self._sit)
        self.together.ended.connect(lambda: self.keeper.sit(None))
        desk.troubled.connect(self._tell)
        desk.changed.connect(self._desk_changed)
        window.navigator.leave(desk.first_page())
        desk.judge()

    @Slot(object)
    def _sit(self, sitting: Sitting) -> None:
        self.keeper.sit(sitting)
        self._content = dict(sitting.content)
        if self.desk is not None and self.desk.looking and self.together is not None:
            # What this program no longer takes is left where it is kept: nobody has changed it.
            self._content["sheet"] = {**self._content["sheet"], "answers": dict(self.together.answers)}

    def _put_down(self) -> dict[str, Any]:
        """All that was said in the sitting that ends."""
        self._said()
        if self._soon.isActive():
            self._write()
        return self.content()

    @Slot()
    def _desk_changed(self) -> None:
        window = self._window
        if window.page.frame == "desk":
            window.page.follow()
            window.frame.follow()  # after the page: where one is may be a client whose name was put right

    def _tell(self, problem: Message) -> None:
        say = self._own_words().say
        self._window.dialogs.tell(say("trouble.title"), say(problem))

    # ------------------------------------------------------------ what is said is kept

    def content(self) -> dict[str, Any]:
        """The sitting as it is now, in what a file keeps."""
        from desktop_app.interview.kept import content_of
        from desktop_app.ui.kept_drafts import drafts_to_keep

        navigator = self._window.navigator
        return {**content_of(navigator.session), "drafts": drafts_to_keep(navigator.drafts)}

    @Slot()
    def _said(self) -> None:
        if self._window.navigator.aside != self._aside:
            if self._aside == "unlock":
                self.unlocking.choose(None)
            self._aside = self._window.navigator.aside
            self.typing.clear()
        if self.keeper.sitting is None or not self._window.navigator.begun:
            return
        content = self.content()
        changed = content != self._content
        looking = self.desk is not None and self.desk.looking
        if changed and (self.keeper.read_only or looking):
            changed = content["sheet"]["answers"] != self._content.get("sheet", {}).get("answers")
        if changed and looking and self.together is not None:
            self.together.begin_if_old()
        if changed:
            self._content = content
            self.keeper.expect()
            self._soon.start()

    @Slot()
    def _write(self) -> None:
        self._soon.stop()
        self.keeper.put(self._content)

    def write_now(self) -> bool:
        """All that was said, before something ends; True if it is on the disk."""
        if self._soon.isActive():
            self._write()
        if self.desk is not None:
            self.desk.settle()
        return self.keeper.settle()

    # ------------------------------------------------------------ what is said of it

    def kept_words(self, words: Words) -> str:
        """For the right end of the action bar; empty while no file is open."""
        keeping = self.keeper.now
        if keeping.phase == "saved" and keeping.when is not None:
            return words.say("safe.saved", time=words.clock(keeping.when.astimezone()))
        return words.say("safe.saving") if keeping.phase == "saving" else ""

    def follow(self) -> None:
        """Say it around the page that is shown."""
        window, words = self._window, self._window.words
        window.frame.tell(self._line(words))
        window.frame.follow_kept(window.page.kept)
        window.menus.follow_safe(self)

    def _line(self, words: Words) -> QWidget | None:
        """What is to be known above the action bar, on every page, while something is wrong."""
        keeping = self.keeper.now
        if keeping.phase not in ("trouble", "reading"):
            return None
        other = words.say("safe.other_name") if self.desk is None else ""  # a caseload stays where it is
        stage = self._window.page.stage
        line = KeptLine(stage.theme, self.trouble(words), other, width=stage.width)
        line.other.clicked.connect(lambda _on=False: self.save_progress())
        return line

    def trouble(self, words: Words) -> str:
        keeping = self.keeper.now
        if keeping.problem is None:
            key = "safe.reading" if self.desk is None else "desk.reading"
            return words.say(key) if keeping.phase == "reading" else ""
        ends = keeping.problem.key == "casefile.changed_elsewhere"
        problem = self._own_words().say(keeping.problem)
        return words.say("safe.not_again" if ends else "safe.trouble", problem=problem)

    @Slot()
    def _kept_changed(self) -> None:
        before, self._phase = self._phase, self.keeper.now.phase
        if self._window.hiding is not None and self._window.hiding.on:
            self._window.hiding.made_anew = True
            return
        self.follow()
        if self._phase == "trouble" and before != "trouble":
            announce(self._window.page, self.trouble(self._window.words), at_once=True)
        elif before == "trouble" and self._phase == "saved":
            announce(self._window.page, self._window.words.say("safe.saved_now"))

    def _own_words(self) -> Words:
        return self._library.own_words(self._window.language)

    # ------------------------------------------------------------ closing

    def close(self) -> None:
        if self._soon.isActive():
            self._write()
        if self.desk is not None:
            self.desk.close()
        self.keeper.end()
