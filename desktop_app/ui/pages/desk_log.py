"""What was done with the caseload, in words and without answers; and which records are due to be deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.casefile.records import Logged
from desktop_app.caseload.overview import arrange
from desktop_app.ui.found import Found
from desktop_app.ui.pages.desk_retention import Retention
from desktop_app.ui.pages.headed import HeadedPage
from desktop_app.ui.pages.in_steps import InSteps
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import STRETCH, Item, column, row, top, wide
from desktop_app.ui.widgets.field import LineField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.kept import Kept, Part, said
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.text import Heading, Text

if TYPE_CHECKING:
    from desktop_app.casefile.casefile import CaseFile

FOUND, FIND, SHOWN = "log.found", "log.find", "log.shown"
SOON = 200
"""Milliseconds after the last key until it is looked for."""
MOST, MOST_LOOKED_THROUGH = 500, 5_000
FEW = 20
"""Clients that are asked for one by one: of more the newest lines are looked through."""
AT_ONCE = 50
CLOCK_EM = 4.5
OF_THE_WHOLE = ("exported", "report", "retention")
"""What reads otherwise where it is about no client."""


class DeskLogPage(HeadedPage):
    about = "desk_log"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        theme, say, drafts = stage.theme, stage.words.say, stage.navigator.drafts
        find = drafts.get(FIND)
        self._found = Found.of(drafts, FOUND)
        self._found.changed.connect(self._show)
        self.retention = Retention(stage, self.desk, self._look)
        self.search = LineField(
            theme, say("desk_log.find"), find if isinstance(find, str) else "", icon="search"
        )
        self.search.entered.connect(self._typed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._look)
        self._steps = InSteps(stage, SHOWN, AT_ONCE, "desk_log.more", self._show_more)
        self.lines = Kept(theme)
        asked = FormRow(theme, say("desk_log.find"), self.search, say("desk_log.find_hint"))
        self._asked = column(theme, asked, 14)  # the gap goes with it
        main = column(
            theme,
            self.head,
            18,
            self.retention,
            26,
            Heading(theme, say("desk_log.log"), "h2"),
            10,
            self._asked,
            self.lines,
            STRETCH,
        )
        self.lay(main)
        if self._found.phase == "none":
            self._look()
        self._show()

    def follow(self) -> None:
        self.retention.follow()
        self._soon.start()  # whatever changed may stand in the log

    def on(self) -> None:
        """Enter: keep the months that are put in."""
        self.retention.on()

    # ------------------------------------------------------------ what is looked for

    def _typed(self, text: str) -> None:
        self.stage.navigator.drafts[FIND] = text
        self._steps.from_the_start()
        self._soon.start()

    def _look(self) -> None:
        text = self.search.text().strip()
        ids = [row.client.id for row in arrange(self.desk.rows, find=text)] if text else None
        self._found.ask(self.desk, partial(lines_of, ids))

    # ------------------------------------------------------------ what is shown

    def _show(self) -> None:
        is_empty = self._found.value is not None and not self._found.value and not self.search.text()
        self._asked.setVisible(not is_empty)  # there is nothing to look through
        if self._found.phase != "busy" or self._found.value is None:
            self.lines.follow(self._parts())

    def _parts(self) -> list[Part]:
        theme, say, found = self.stage.theme, self.stage.words.say, self._found
        if found.problem is not None:
            return [said(theme, say(found.problem), "body", "ask")]
        if found.value is None:
            return [said(theme, say("desk_log.looking"), "body", "soft")]
        lines: Sequence[Logged] = found.value
        if not lines:
            key = "none_found" if self.search.text().strip() else "none"
            return [said(theme, say(f"desk_log.{key}"), "body", "soft")]
        shown = lines[: self._steps.shown]
        more = len(lines) > len(shown) or len(lines) >= MOST
        told = say("desk_log.newest" if more else "desk_log.all", count=len(shown))
        return [said(theme, told, "small", "soft"), *self._days(shown), *self._steps.rest(len(lines))]

    def _days(self, lines: Iterable[Logged]) -> Iterator[Part]:
        """A card for each day, the newest first."""
        days: dict[date, list[tuple[str, str]]] = {}
        words = self.stage.words
        for one in lines:
            at = one.at.astimezone()
            days.setdefault(at.date(), []).append((words.clock(at), self._told(one)))
        for day, told in days.items():
            says = (words.day(day), tuple(told))
            yield Part(says, partial(self._day, *says), 14, key=day)

    def _told(self, one: Logged) -> str:
        """'D-1147: opened'. Whoever is not there any more has no name, and neither has what a newer program wrote."""
        words, client = self.stage.words, self.desk.client(one.person)
        if one.person and client is None and one.what == "deleted":
            return words.say("desk_log.gone_deleted")
        if not one.person:
            who = words.say("desk_log.caseload")
        else:
            who = client.name if client is not None else words.say("desk_log.gone")
        key = "did_to_all" if not one.person and one.what in OF_THE_WHOLE else "did"
        did = f"desk_log.{key}.{one.what}"
        return words.say(
            "desk_log.line", who=who, did=words.say(did if words.has(did) else "desk_log.did.changed")
        )

    def _day(self, day: str, told: Sequence[tuple[str, str]]) -> QWidget:
        theme = self.stage.theme
        panel = Panel(theme)
        items: list[Item] = []
        for clock, what in told:
            when = Text(theme, clock, "small", "soft")
            when.setFixedWidth(theme.em(CLOCK_EM))
            items.append(row(theme, top(when), wide(Text(theme, what, "small")), gap=8))
        column(theme, *items, gap=6, margins=(18, 12, 16, 13), into=panel)
        return column(theme, Heading(theme, day, "h3", level=3), 6, panel)

    def _show_more(self, _before: int) -> None:
        self._show()
        if self.focusWidget() is None:  # the button is gone with the last of them
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)


def lines_of(ids: Sequence[str] | None, file: CaseFile) -> list[Logged]:
    """The log of these clients, or of all, the newest first. Raises CaseFileError."""
    if ids is None:
        return file.log(most=MOST)
    if len(ids) > FEW:
        wanted = set(ids)
        return [one for one in file.log(most=MOST_LOOKED_THROUGH) if one.person in wanted][:MOST]
    found = [one for of in ids for one in file.log(of=of, most=MOST)]
    return sorted(found, key=lambda one: one.at, reverse=True)[:MOST]
