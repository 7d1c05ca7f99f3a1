"""What the file has of one client and what it comes to, read off the window's thread for the pages that show it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop_app.caseload.between import Change, changes
from desktop_app.caseload.judging import Judging
from desktop_app.caseload.progress import Progress, progress
from desktop_app.interview.planning import Planning, Trial
from desktop_app.resources import ResourceError
from desktop_app.rulebook.load import words_with
from desktop_app.ui.save_report import ReportSaver

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.casefile.records import Logged, Note, Sitting
    from desktop_app.caseload.client import Client
    from desktop_app.i18n import Words
    from desktop_app.interview.session import View
    from desktop_app.judgement.plan_words import PlanWords, StepWords
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.pages.page import Stage
    from desktop_app.ui.report_wish import Wish
    from desktop_app.ui.save_report import Saving

MOST_KEPT = 8
"""Clients of whom it is held: those that one goes to and fro between."""


class Step(NamedTuple):
    """A step of a plan, by the name under which it is ticked off."""

    key: str
    told: StepWords


class Way(NamedTuple):
    """The steps to the nearest position of a series that does not match yet."""

    series: str
    position: str
    told: PlanWords
    steps: tuple[Step, ...]


class Told(NamedTuple):
    """Everything of one client, as of today."""

    client: Client
    """As it was when this was read."""
    sittings: tuple[Sitting, ...]
    """The newest last."""
    notes: tuple[Note, ...]
    log: tuple[Logged, ...]
    changes: tuple[Change, ...]
    """The newest first."""
    progress: Progress
    view: View | None
    """Of the newest sitting."""
    ways: tuple[Way, ...]


class ClientReader(QObject):
    """Hangs from the desk. Pages ask it for a client, show what is known at once, and follow `came`."""

    came = Signal(str)
    """More is known of the client with this id."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__(desk)
        self._desk = desk
        self._told: OrderedDict[str, Told] = OrderedDict()
        self._wanted = ""
        self._judging: Judging | None = None
        self._words: dict[str, Words] = {}
        self.drafts: dict[tuple[str, str], object] = {}
        """What is half filled in, by client and field: it outlives that one looks at other pages meanwhile."""
        desk.changed.connect(self._drop_gone)
        self._saver = ReportSaver.of(stage.background)
        self._saver.changed.connect(self._saving_changed)
        self._saves: tuple[str, object] = ("", None)
        """A staff copy that was asked for: of whom, and of which answers."""

    @classmethod
    def of(cls, stage: Stage) -> ClientReader:
        """The one of the caseload that is open; made when first asked for."""
        assert stage.desk is not None  # noqa: S101 - pages about clients are shown only then
        return stage.desk.findChild(cls) or cls(stage.desk, stage)

    def told(self, of: str) -> Told | None:
        return self._told.get(of)

    def look(self, of: str) -> None:
        """Read it (again); who is asked for meanwhile comes instead."""
        client, today = self._desk.client(of), self._desk.today()
        if client is None:
            return
        if of != self._wanted:
            self.forget_saving()
        self._wanted = of

        def work(file: CaseFile) -> Told | None:
            return self._read(file, client, today) if self._wanted == of else None

        self._desk.run(work, self._take, about=self)

    def _drop_gone(self) -> None:
        """Nothing is held of a client who was deleted."""
        for of in {*self._told, *(of for of, _ in self.drafts)}:
            if self._desk.client(of) is None:
                self._told.pop(of, None)
                for key in [key for key in self.drafts if key[0] == of]:
                    del self.drafts[key]

    def words(self, stage: Stage) -> Words:
        """Those in which a client is told of to staff."""
        language = stage.words.language
        if language not in self._words:
            try:
                self._words[language] = words_with(stage.words.of_client(), self._desk.book().packs)
            except ResourceError:  # it is told of where the caseload is opened; these will do meanwhile
                return stage.words
        return self._words[language]

    # ------------------------------------------------------------ the staff's copy of the report

    def save_copy(self, told: Told, stage: Stage, path: Path, wish: Wish) -> None:
        """Raises ResourceError."""
        view = told.view
        if view is not None:
            helps = view.interview.who_helps(stage.own_center.now)
            self._saves = (told.client.id, view.session.answers)
            self._saver.save(view, stage.words, path, wish=wish, helps=helps)

    def forget_saving(self) -> None:
        """What was said of a copy is known by now."""
        if self.saving(self._saves[0]) is not None:
            self._saver.forget()

    def saving(self, of: str) -> Saving | None:
        """What has become of a copy for this client, where one was asked for."""
        saving = self._saver.saving
        return saving if saving is not None and self._saves == (of, saving.answers) else None

    def _saving_changed(self) -> None:
        """A report that was written stands in the log, whichever page it was saved on."""
        saving, desk = self._saver.saving, self._desk
        if saving is None or desk.over:
            return
        of = self._saves[0] if saving.answers is self._saves[1] else desk.sitting_with
        if saving.phase == "saved" and desk.client(of) is not None and not desk.read_only:
            desk.run(lambda file: file.tell_log("report", of), lambda _: self.look(of), about=self)
        elif of:
            self.came.emit(of)

    # ------------------------------------------------------------ off the window's thread

    def _read(self, file: CaseFile, client: Client, today: date) -> Told:
        self._judging = judging = self._judging or Judging(self._desk.book())
        sittings = tuple(file.sittings(client.id))
        view = judging.view(sittings[-1].content, today) if sittings else None
        if view is not None:
            _ = view.judgement, view.sheet  # worked out here, and not where the window would wait
        return Told(
            client,
            sittings,
            tuple(file.notes(client.id)),
            tuple(file.log(of=client.id)),
            changes(sittings, judging),
            progress(sittings, judging, today),
            view,
            tuple(_ways(view)) if view is not None else (),
        )

    def _take(self, told: Told | None) -> None:
        if told is None:
            return
        self._told[told.client.id] = told
        self._told.move_to_end(told.client.id)
        while len(self._told) > MOST_KEPT:
            self._told.popitem(last=False)
        self.came.emit(told.client.id)


def _ways(view: View) -> Iterator[Way]:
    """For each series the position that is reached first."""
    planning = Planning(view, Trial())
    for series in view.session.series:
        there = [one for one in planning.planned if one.position.series == series and one.plans]
        if not there:
            continue
        nearest = min(there, key=lambda one: one.plans[0].ready)
        tried = planning.trying(Trial(position=nearest.position.id))
        plan = nearest.plans[0]
        told = tried.words(plan)
        keys = [f"{series}/{dated.route}/{dated.step.id}" for dated in plan.steps]
        steps = tuple(Step(key, step) for key, step in zip(keys, told.steps, strict=True))
        if steps:
            yield Way(series, nearest.position.id, told, steps)


NOTE, CORRECTED = "note", "note corrected"
"""Under which drafts a new note and a corrected one are held."""


def has_half_a_note(desk: Desk) -> bool:
    """Whether something was written about a client and not kept yet."""
    reader = desk.findChild(ClientReader)
    drafts = reader.drafts.items() if reader is not None else ()
    return any(name in (NOTE, CORRECTED) and str(draft).strip() for (_, name), draft in drafts)


def reports_in(log: Sequence[Logged]) -> list[Logged]:
    """Those lines that say a report was made, the newest first."""
    return [line for line in log if line.what == "report"]
