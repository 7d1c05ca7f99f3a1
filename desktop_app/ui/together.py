"""Sitting together: a client's sitting is shown, the mouse handed over, and the passphrase leads back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_app.casefile.contents import APART
from desktop_app.casefile.writing import new_id
from desktop_app.caseload.judging import day_of
from desktop_app.i18n import Message, PlainError
from desktop_app.resources import ResourceError
from desktop_app.ui.taking_up import go_on_with_questions, new_content, read_kept, show_kept

if TYPE_CHECKING:
    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.casefile.records import Sitting
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.keeper import Keeper
    from desktop_app.ui.library import Library
    from desktop_app.ui.main_window import MainWindow


class Together(QObject):
    """For one caseload. `desk` says whose sitting is shown, and whether it is handed over."""

    changed = Signal()
    """Of asking for the passphrase: it is being tried, or it was another one."""
    began = Signal(object)
    """What is said goes into this Sitting from now on."""
    ended = Signal()
    """Into none any more."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        keeper: Keeper,
        library: Library,
        today: Callable[[], date],
        put_down: Callable[[], Mapping[str, Any]],
    ) -> None:
        """`put_down` has what was said last written, and gives the sitting's content."""
        super().__init__(desk)
        self._window, self._desk, self._keeper, self._library = window, desk, keeper, library
        self._today, self._put_down = today, put_down
        self.busy = False
        self.problem: Message | None = None
        self.answers: Mapping[str, Any] = {}
        """As they were when the sitting came up."""
        desk.to_sit.connect(self._start)

    # ------------------------------------------------------------ there

    def _start(self, of: str, page: str) -> None:
        desk = self._desk
        client = desk.client(of)
        if client is None or desk.sitting_with or desk.starting or (desk.read_only and not page):
            return
        if client.consent is None and not page:
            self._ask_first(of)
            return
        today, hands_over = self._today(), not page
        try:
            empty = new_content(self._library, today)
        except (PlainError, ResourceError) as error:
            self._tell(error)
            return
        desk.starting = True

        def work(file: CaseFile) -> Sitting | None:
            return _sitting_of(file, of, today, empty, new=hands_over)

        def failed(message: Message) -> None:
            desk.starting = False
            desk.troubled.emit(message)

        desk.run(work, lambda sitting: self._show(of, page, sitting), failed)

    def _ask_first(self, of: str) -> None:
        """Somebody who was brought in has not said yes here: before that nothing more is kept of them."""
        say = self._window.words.say
        if (self._window.navigator.aside, self._desk.chosen) != ("client", of):
            self._desk.show(of)
        self._window.dialogs.tell(say("client.consent.missing"), say("client.consent.ask"))

    def _show(self, of: str, page: str, sitting: Sitting | None) -> None:
        desk, window = self._desk, self._window
        desk.starting = False
        if sitting is None:
            return
        try:
            kept = read_kept(self._library, self._today(), sitting.content, helping=True)
        except (PlainError, ResourceError) as error:
            self._tell(error)
            return
        self.answers = kept.session.answers
        desk.chosen = desk.sitting_with = of
        desk.handed_over = not page
        desk.tell_opened(of)
        self.began.emit(sitting)
        if desk.handed_over and window.hiding is not None:
            window.hiding.copied.forget()  # it may be a note about somebody else
        show_kept(window, kept)
        if page:
            window.navigator.look(page)
        else:
            go_on_with_questions(window)
            say = window.words.say
            window.dialogs.tell(say("desk.hand_over.title"), say("desk.hand_over.text"))

    # ------------------------------------------------------------ and back

    def ask_back(self) -> None:
        """Straight back, or by the passphrase where it was handed over."""
        if not self._desk.sitting_with:
            return
        if self._desk.handed_over:
            self._window.navigator.step_aside("come_back")
        else:
            self._come_back()

    def back_with(self, passphrase: str) -> None:
        """Off the window's thread: a key is slow to make. `changed` tells what comes of it."""
        if self.busy:
            return
        self.busy, self.problem = True, None
        self.changed.emit()
        self._desk.run(lambda file: file.opens_with(passphrase), self._tried, self._not_tried)

    def forget(self) -> None:
        """What was said of it is known by now."""
        if not self.busy:
            self.problem = None

    def _tried(self, opens: bool) -> None:
        self.busy = False
        if opens:
            self._come_back()
        else:
            self._not_tried(Message("casefile.not_opened"))

    def _not_tried(self, message: Message) -> None:
        self.busy, self.problem = False, message
        self.changed.emit()

    def _come_back(self) -> None:
        """The sitting is over: what it comes to is kept of the client, and their page is shown."""
        desk = self._desk
        content, only_seen = self._put_down(), self._only_seen()
        of, desk.sitting_with, desk.handed_over = desk.sitting_with, "", False
        client = desk.client(of)
        if client is not None and not desk.read_only and not only_seen:
            today = self._today()
            shot = desk.judging.snapshot(content, today)
            if shot is not None and (client.seen, client.snapshot) != (today, shot):
                desk.change(replace(client, seen=today, snapshot=shot), log=None)
        desk.judged_now(of, content)
        self.ended.emit()
        self._window.navigator.leave("clients", "client")

    def begin_if_old(self) -> None:
        """Staff change an answer in a sitting of another day: that one stays as it was said, and a new one begins."""
        desk, keeper, sitting = self._desk, self._keeper, self._keeper.sitting
        if sitting is None or is_of(sitting, self._today()):
            return
        started = max(desk.file.now(), sitting.started + APART)
        keeper.sit(sitting._replace(id=new_id(), started=started))
        keeper.then(partial(desk.file.tell_log, "sitting", sitting.person))

    def _only_seen(self) -> bool:
        """Staff looked at it, and every answer is as it was: nobody was met today for that."""
        return self._desk.looking and self._window.navigator.session.answers == self.answers

    def _tell(self, error: PlainError | ResourceError) -> None:
        say = self._window.words.say
        problem = error.message if isinstance(error, PlainError) else Message("casefile.trouble")
        self._window.dialogs.tell(say("trouble.title"), say(problem))


def _sitting_of(
    file: CaseFile, of: str, today: date, empty: Mapping[str, Any], *, new: bool
) -> Sitting | None:
    """The newest of today; or a new one that takes over what was said before. Without `new`, the newest there is."""
    sittings = file.sittings(of)
    if new:  # one that cannot be read keeps nobody from going on
        sittings = [one for one in sittings if _can_be_taken_up(one)]
    newest = sittings[-1] if sittings else None
    if not new or (newest is not None and is_of(newest, today)):
        return newest
    return file.new_sitting(of, newest.content if newest is not None else empty, log="sitting")


def _can_be_taken_up(sitting: Sitting) -> bool:
    sheet, place = sitting.content.get("sheet"), sitting.content.get("place")
    return isinstance(sheet, dict) and isinstance(sheet.get("answers"), dict) and isinstance(place, dict)


def is_of(sitting: Sitting, day: date) -> bool:
    """Begun on that day, or said as of it: the clock may have been ahead when it was begun."""
    return day in (sitting.started.astimezone().date(), day_of(sitting.content))
