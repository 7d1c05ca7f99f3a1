"""What the window does with the caseload that is open: its clients as rows, the one that is looked at, and its file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import Shiboken

from desktop_app.caseload.client import Client, client_of, content_of
from desktop_app.caseload.judging import Judging
from desktop_app.caseload.overview import Row, row_of
from desktop_app.caseload.today import Today, today_of
from desktop_app.i18n import PlainError
from desktop_app.ui.background import Report
from desktop_app.ui.desk_errands import Errand, Errands, Failed
from desktop_app.ui.desk_judging import Judged, judge_all
from desktop_app.ui.desk_loading import KEEP_MONTHS, SETTING, Caseload, load
from desktop_app.ui.keeper import LONGEST_WAIT

if TYPE_CHECKING:
    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.casefile.records import Person
    from desktop_app.caseload.client import Snapshot
    from desktop_app.rulebook.load import Rulebook
    from desktop_app.ui.background import Background, Job
    from desktop_app.ui.keeper import Keeper
    from desktop_app.ui.navigator import Navigator

HALF_FILLED = ("center", "new_client")
"""Drafts that outlive a look at another page: what was typed there stands nowhere else yet."""


HEARD = ("next", "told")
"""Words of the log for which a client was in touch, besides what is dated itself."""


@dataclass(frozen=True)
class Listing:
    """What of the list of clients is shown, and in which order; `arrange` takes these."""

    find: str = ""
    show: frozenset[str] = frozenset()
    sort: str = "next"
    down: bool = False


class Desk(QObject):
    """There while a caseload is open. Pages reach it as `stage.desk`, and are told of changes by their `follow`."""

    changed = Signal()
    """The rows are other ones now, or more is known of them."""
    troubled = Signal(object)
    """An errand came to nothing and nobody in particular is to be told: a Message."""
    to_sit = Signal(str, str)
    """A client's sitting is to be shown: with whom, and at which page; ui/together.py does it."""
    _judged = Signal(object)

    def __init__(
        self,
        keeper: Keeper,
        navigator: Navigator,
        background: Background,
        book: Rulebook,
        today: Callable[[], date],
        caseload: Caseload,
    ) -> None:
        super().__init__(keeper)
        assert keeper.file is not None  # noqa: S101 - it is begun with one
        self.file: CaseFile = keeper.file
        self._keeper, self._navigator, self._background = keeper, navigator, background
        self._book, self._today = book, today
        self.judging = Judging(book)
        self.listing = Listing()
        self.chosen = ""
        """The client that is looked at, by id; empty where none is."""
        self.sitting_with = ""
        """The client whose sitting is on show."""
        self.handed_over = False
        """The client has the mouse: nothing of others may be seen, and only the passphrase leads back."""
        self.starting = False
        """A sitting is on its way."""
        self.over = False
        """Another file is open, or none: what is still on its way is dropped."""
        self._opened = ""
        self._errands = Errands(background, self.file, keeper.wait, self.troubled.emit)
        self._due: Today | None = None
        self._people: dict[str, Person] = {}
        self._noted = 0
        """How often something of a client was changed."""
        self._by_id: dict[str, Row] = {}
        self._now: dict[str, Snapshot | None] = {}
        self._rows: tuple[Row, ...] | None = None
        self._judging: Job | None = None
        self._judged.connect(self._take_judged)
        self._take(caseload)

    # ------------------------------------------------------------ what is known

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every client, as of today as soon as that is known, and until then as of the last sitting."""
        if self._rows is None:
            self._rows = tuple(self._by_id.values())
        return self._rows

    def row(self, of: str) -> Row | None:
        return self._by_id.get(of)

    def client(self, of: str) -> Client | None:
        row = self._by_id.get(of)
        return row.client if row is not None else None

    @property
    def looking(self) -> bool:
        """Staff look at a sitting: unless an answer changes, nothing of it is written."""
        return bool(self.sitting_with) and not self.handed_over

    @property
    def read_only(self) -> bool:
        """Somebody else has it open: nothing can be written."""
        return self._keeper.read_only

    @property
    def keep_months(self) -> int:
        """Months after the last sitting after which a record is due to be deleted; 0 where none are set."""
        return self._keep_months

    def today(self) -> date:
        return self._today()

    def book(self) -> Rulebook:
        return self._book

    def due(self) -> Today:
        """What is to be done today; worked out once for these rows."""
        if self._due is None:
            self._due = today_of(self.rows, self._book, self.today(), self._keep_months)
        return self._due

    # ------------------------------------------------------------ where one is

    def first_page(self) -> str:
        """Where the day begins: with what is due, or with everyone."""
        due = self.due()
        return "today" if due.due or due.runs_out or due.ready_since or due.to_delete else "clients"

    def go(self, page: str) -> None:
        """To one of the pages in the rail: today, clients, numbers, touched, exchange, log."""
        if self.sitting_with:
            return
        if self.today() != self._day:
            self._begin_day()
        self._navigator.go_home(page, keep=HALF_FILLED)

    def show(self, of: str, page: str = "client") -> None:
        """A client's own page, over the one that is shown; Back leads there again."""
        if self.sitting_with:
            return
        self.tell_opened(of)
        self.chosen = of
        self._navigator.step_aside(page)

    def tell_opened(self, of: str) -> None:
        """In the log; once, for as long as it is the same client."""
        if of != self._opened:
            self._opened = of
            self._keeper.then(lambda: self.file.tell_log("opened", of))

    def arrange(self, **what: Any) -> None:
        """What of the list is shown: find, show, sort, down."""
        self.listing = replace(self.listing, **what)

    def sit_with(self, of: str) -> None:
        """Go on with a client's questions and hand over the mouse; the way back is by the passphrase."""
        self.to_sit.emit(of, "")

    def look_at(self, of: str, page: str = "results") -> None:
        """A client's newest sitting at results, plan, stories or check, for staff alone; nothing is handed over."""
        self.to_sit.emit(of, page)

    # ------------------------------------------------------------ writing and reading

    def change(self, client: Client, log: str | None = "changed") -> None:
        """At once in the rows; in the file after all that waits, and again until it is there."""
        if client.id not in self._people or self.read_only:
            return
        if log in HEARD:
            client = replace(client, heard=self.today())
        person = self._note(client)
        self._tell()
        self._keeper.then(lambda: self.file.change_person(person, log=log))

    def wrote(self) -> None:
        """An errand put something into the file just now."""
        self._keeper.wrote()

    def heard_of(self, of: str) -> None:
        """Something was written down about a client today."""
        client = self.client(of)
        if client is not None and client.heard != self.today():
            self.change(replace(client, heard=self.today()), log=None)

    def add(self, client: Client, done: Callable[[str], None], failed: Failed, about: QObject) -> None:
        """A new one; its id, for `done`, comes from the file. Consent is to be in it."""

        def work(file: CaseFile) -> Person:
            return file.add_person(client.name, content_of(client), log="added")

        def added(person: Person) -> None:
            self._people[person.id] = person
            self._put(client_of(person))
            self._tell()
            if Shiboken.isValid(about):
                done(person.id)

        self.run(work, added, failed)

    def forget(self, ids: Iterable[str]) -> None:
        """Clients that the file no longer has."""
        for gone in ids:
            self._people.pop(gone, None)
            self._by_id.pop(gone, None)
            self._now.pop(gone, None)
            if self.chosen == gone:
                self.chosen = ""
        self.arrange(find="")  # it may name who is gone
        self._rows = self._due = None
        self._tell()

    def set_months(self, months: int) -> None:
        """After which a record is due to be deleted; 0 for none."""
        self._keep_months, self._due = months, None
        setting = {KEEP_MONTHS: months}
        self._keeper.then(lambda: self.file.set_setting(SETTING, setting, log="retention"))
        self._tell()

    def run(
        self,
        work: Callable[[CaseFile], Any],
        done: Callable[[Any], None] | None = None,
        failed: Failed | None = None,
        about: QObject | None = None,
    ) -> None:
        """Do something with the file off the window's thread: in order, and after all that is to be written.

        `done` and `failed` are called in the window's thread, as long as `about` is there. It is tried once. Where
        nobody takes what went wrong, the window tells it.
        """
        self._errands.run(Errand(work, done, failed, about))

    def read_anew(self, done: Callable[[], None] | None = None) -> None:
        """After something was written that the rows do not know of."""
        noted = self._noted

        def taken(caseload: Caseload | None) -> None:
            if self._noted != noted:  # what was changed meanwhile is not in what was read
                self.read_anew(done)
                return
            if caseload is not None:
                self._take(caseload)
                self._tell()
                self.judge()
            if done is not None:
                done()

        self.run(load, taken)

    # ------------------------------------------------------------ as of today

    def judge(self) -> None:
        """Every client's newest sitting as of today, in the background; what comes of it is shown bit by bit."""
        book_of, day = self.judging, self.today()
        known = {of: (row.client.seen, row.client.snapshot) for of, row in self._by_id.items()}

        def work(report: Report) -> None:
            for found in judge_all(self.file, book_of, day, known, partial(report, 0, 0)):
                self._judged.emit(found)

        if self._judging is not None and Shiboken.isValid(self._judging):
            self._judging.stop()
        self._judging = self._background.run(work)
        self._judging.failed.connect(self._not_judged)

    def judged_now(self, of: str, content: Mapping[str, Any]) -> None:
        """A sitting has just ended: its client's row follows at once."""
        client = self.client(of)
        if client is not None:
            self._now[of] = self.judging.snapshot(content, self.today())
            self._put(client)
            self._tell()

    def _take_judged(self, found: Mapping[str, Judged]) -> None:
        if self.over:
            return
        summed_up = []
        for of, judged in found.items():
            client = self.client(of)
            if client is None:
                continue
            self._now[of] = judged.now
            if judged.then is not None and of != self.sitting_with:  # it was cut off before it was summed up
                summed_up.append(self._note(replace(client, seen=judged.seen, snapshot=judged.then)))
            else:
                self._put(client)
        self._tell()
        if summed_up:
            self._keeper.then(lambda: self.file.change_people(summed_up))

    def _not_judged(self, error: Exception) -> None:
        if not isinstance(error, PlainError):
            raise error

    # ------------------------------------------------------------ inside

    def _begin_day(self) -> None:
        """It is past midnight: everyone as of the new day."""
        self._day = self.today()
        for row in self.rows:
            self._put(row.client)
        self.judge()

    def _take(self, caseload: Caseload) -> None:
        self._day = self.today()
        self._keep_months = caseload.keep_months
        self._people = {person.id: person for person in caseload.people}
        self._now, self._by_id = {}, {}
        for person in caseload.people:
            self._put(client_of(person))

    def _note(self, client: Client) -> Person:
        """As it is from now on, and is to be written."""
        before = self._people[client.id]
        person = before._replace(name=client.name, content=_content_over(before.content, client))
        self._people[client.id] = person
        self._noted += 1
        self._put(client)
        return person

    def _put(self, client: Client) -> None:
        now = self._now.get(client.id, client.snapshot)
        self._by_id[client.id] = row_of(client, now, self._book, self.today())
        self._rows = self._due = None

    def _tell(self) -> None:
        self.changed.emit()

    def settle(self, seconds: float = LONGEST_WAIT) -> None:
        """Wait for the errand that runs: what it writes is to be in the file before that is closed."""
        self._errands.settle(seconds)

    def close(self) -> None:
        """Nothing more is begun; what runs is dropped when it comes back."""
        self.over = True
        self._errands.close()
        if self._judging is not None and Shiboken.isValid(self._judging):
            self._judging.stop()


OURS = ("consent", "next", "languages", "papers", "done", "told", "seen", "snapshot", "heard")


def _content_over(before: Mapping[str, Any], client: Client) -> dict[str, Any]:
    """What a newer program put there stays."""
    others = {name: value for name, value in before.items() if name not in OURS}
    return {**others, **content_of(client)}
