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
from desktop_app.ui.keeper import Keeper, Phase
from desktop_app.ui.locking import Locking
from desktop_app.ui.locking_up import LockingUp
from desktop_app.ui.pages.welcome import ALL, Wish
from desktop_app.ui.unlocking import Opened, Unlocking
from desktop_app.ui.widgets.kept_line import KeptLine

if TYPE_CHECKING:
    from desktop_app.ui.library import Library
    from desktop_app.ui.main_window import MainWindow

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
        navigator = window.navigator
        for signal in (navigator.moved, navigator.answered, navigator.drafted):
            signal.connect(self._said)

    # ------------------------------------------------------------ commands

    def save_progress(self) -> None:
        self._window.show_beside("keep")

    def change_passphrase(self) -> None:
        self._window.show_beside("passphrase")

    def lock(self) -> None:
        self.locking.lock()

    def choose_file(self) -> None:
        """Which file is to be opened; then the page that asks for its passphrase."""
        window, say = self._window, self._own_words().say
        if not self._may_be_replaced():
            return
        path = window.dialogs.ask_open_path(say("unlock.dialog"), say("keep.file_type"))
        if path is not None:
            self.open_file(path)

    def open_file(self, place: Path, *, locked: bool = False) -> None:
        self.locked = locked
        self.unlocking.choose(place)
        self._window.show_beside("unlock")

    def _may_be_replaced(self) -> bool:
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
        from desktop_app.interview.kept import take_up
        from desktop_app.ui.kept_drafts import drafts_from

        window = self._window
        try:
            book = self._library.book()
            taken = take_up(opened.sitting.content, book, self._today())
            interview = self._library.interview(taken.session.series, taken.session.as_of)
        except (PlainError, ResourceError) as error:
            opened.file.close()
            problem = error.message if isinstance(error, PlainError) else Message("casefile.trouble")
            window.dialogs.tell(self._own_words().say("trouble.title"), self._own_words().say(problem))
            return
        self.locked = False
        self.keeper.begin(opened.file, opened.sitting)
        self._content = dict(opened.sitting.content)
        roles = taken.session.answers.get("roles")
        drafts = drafts_from(opened.sitting.content, book.facts, len(roles) if isinstance(roles, list) else 0)
        series = taken.session.series
        window.wish = Wish(taken.session.helping, series[0] if len(series) == 1 else ALL)
        window.navigator.take_up(interview, taken.session, drafts)
        if taken.left_out:
            self._tell_left_out(taken.left_out)

    def _tell_left_out(self, facts: tuple[str, ...]) -> None:
        words = self._window.words
        names = [
            words.say(f"questions.{fact}.short") for fact in facts if words.has(f"questions.{fact}.short")
        ]
        text = words.say("unlock.left_out.text", questions=names or list(facts))
        self._window.dialogs.tell(words.say("unlock.left_out.title"), text)

    @Slot(object)
    def _made(self, opened: Opened) -> None:
        self.keeper.begin(opened.file, opened.sitting)
        self._content = dict(opened.sitting.content)
        self._said()  # what came while the file was made
        announce(self._window.page, self._own_words().say("safe.saved_now"))

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
        if self.keeper.file is None or not self._window.navigator.begun:
            return
        content = self.content()
        changed = content != self._content
        if changed and self.keeper.read_only:
            changed = content["sheet"]["answers"] != self._content.get("sheet", {}).get("answers")
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
        line = KeptLine(self._window.appearance.theme, self.trouble(words), words.say("safe.other_name"))
        line.other.clicked.connect(lambda _on=False: self.save_progress())
        return line

    def trouble(self, words: Words) -> str:
        keeping = self.keeper.now
        if keeping.problem is None:
            return words.say("safe.reading") if keeping.phase == "reading" else ""
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
        self.keeper.end()
