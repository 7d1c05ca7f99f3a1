"""Whom new rules touch and how, before and after, as a list to work through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.caseload.judging import Judging
from desktop_app.caseload.postings import Touched, touched
from desktop_app.i18n import Words
from desktop_app.ui.accessibility import announce
from desktop_app.ui.background import Report
from desktop_app.ui.client_told import ClientReader
from desktop_app.ui.found import Found
from desktop_app.ui.pages.headed import HeadedPage
from desktop_app.ui.pages.in_steps import InSteps
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import STRETCH, Item, column, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.check import Check
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.kept import Kept, Part, nothing, said
from desktop_app.ui.widgets.panel import Panel, note, notice
from desktop_app.ui.widgets.text import Heading, Text

FOUND, SHOWN = "touched.found", "touched.shown"
AT_ONCE = 25
"""Clients that are shown at first, and with each "Show more"."""


class Line(NamedTuple):
    """One client as it is shown."""

    found: Touched
    name: str
    told: bool
    can_tell: bool


class TouchedPage(HeadedPage):
    about = "touched"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        theme = stage.theme
        self._words = ClientReader.of(stage).words(stage)
        self._found = Found.of(stage.navigator.drafts, FOUND)
        self._found.changed.connect(self.follow)
        self._steps = InSteps(stage, SHOWN, AT_ONCE, "touched.more", self._show_more)
        self.lines = Kept(theme)
        self.lay(column(theme, self.head, 18, self.lines, STRETCH), self._margin())
        if self._found.phase == "none":
            self._look()
        self.follow()

    def follow(self) -> None:
        self.lines.follow(self._parts())

    # ------------------------------------------------------------ what is shown

    def _look(self) -> None:
        desk = self.desk
        rows, book, today, file = desk.rows, desk.book(), desk.today(), desk.file

        def work(_report: Report) -> tuple[Touched, ...]:
            contents = {of: sitting.content for of, sitting in file.latest().items()}
            return touched(rows, contents, Judging(book), today)

        self._found.ask_beside(self.stage.background, work)

    def _lines(self) -> list[Line]:
        """Those that were found, as their clients are now; without those who are gone."""
        found: Sequence[Touched] = self._found.value or ()
        lines = []
        for one in found:
            client = self.desk.client(one.row.client.id)
            if client is not None:
                told = client.told.get(one.series) == one.after
                lines.append(Line(one, client.name, told, not self.desk.read_only))
        return lines

    def _parts(self) -> list[Part]:
        theme, say, found = self.stage.theme, self.stage.words.say, self._found
        if found.problem is not None:
            return [Part(found.problem, partial(notice, theme, "alert", say(found.problem), None))]
        if found.phase != "there":
            return [said(theme, say("touched.looking"), "body", "soft")]
        lines = self._lines()
        if not lines:
            words = say("touched.nobody.title"), say("touched.nobody.text")
            return [Part("nobody", partial(notice, theme, "tick", *words, ink="met"))]
        return [*self._head(lines), *self._list(lines)]

    def _head(self, lines: Sequence[Line]) -> Iterator[Part]:
        theme, say = self.stage.theme, self.stage.words.say
        open_ = sum(not line.told for line in lines)
        changed = sum(line.found.changed for line in lines)
        yield said(theme, say("touched.count", count=changed), "strong")
        yield said(theme, say("touched.left", count=open_) if open_ else say("touched.done"), above=2)

    def _list(self, lines: Sequence[Line]) -> Iterator[Part]:
        """Those for whom something is different first; a long list in steps."""
        shown = self._steps.shown
        for key, group in (
            ("changed", [line for line in lines[:shown] if line.found.changed]),
            ("same", [line for line in lines[:shown] if not line.found.changed]),
        ):
            if not group:
                continue
            yield Part(key, partial(title_above, self.stage, key), 22, key=key)
            if key == "same":
                same = [line for line in lines if not line.found.changed]
                yield from self._tick_all(same)
            for line in group:
                make = partial(TouchedCard, self, line)
                yield Part(line, make, 10, "card", key=(line.found.row.client.id, line.found.series))
        yield from self._steps.rest(len(lines))

    def _tick_all(self, same: Sequence[Line]) -> Iterator[Part]:
        can = any(not line.told for line in same) and not self.desk.read_only
        yield Part(can, self._all_button, 8, key="all") if can else nothing()

    def _all_button(self) -> QWidget:
        words = self.stage.words.say("touched.same_all")
        button = Button(self.stage.theme, words, small=True, icon="tick")
        button.clicked.connect(lambda _on=False: self._tell_all())
        return column(self.stage.theme, left(button))

    def _show_more(self, before: int) -> None:
        self.follow()
        cards = self.lines.findChildren(TouchedCard)
        if len(cards) > before:
            cards[before].open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _margin(self) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        notes = (
            note(theme, say(f"touched.notes.{one}"), Text(theme, say(f"touched.notes.{one}_text"), "small"))
            for one in ("how", "answers")
        )
        return column(theme, *notes, gap=12)

    # ------------------------------------------------------------ what is done

    @property
    def words(self) -> Words:
        return self._words

    def tell(self, found: Touched, *, on: bool) -> None:
        """Ticked: it was talked over. Taken back: what stood there before stands again."""
        client = self.desk.client(found.row.client.id)
        if client is None:
            return
        told = dict(client.told)
        before = found.row.client.told.get(found.series)
        if on:
            told[found.series] = found.after
        elif before is None:
            told.pop(found.series, None)
        else:
            told[found.series] = before
        self.desk.change(replace(client, told=told), log="told")

    def _tell_all(self) -> None:
        for line in self._lines():
            if not line.found.changed and not line.told:
                self.tell(line.found, on=True)
        left_ = sum(not line.told for line in self._lines())
        say = self.stage.words.say
        announce(self, say("touched.left", count=left_) if left_ else say("touched.done"))


def title_above(stage: Stage, key: str) -> QWidget:
    theme, say = stage.theme, stage.words.say
    more = Text(theme, say("touched.same_text"), "small", "soft") if key == "same" else None
    return column(theme, Heading(theme, say(f"touched.{key}"), "h2"), 3, more)


class TouchedCard(Panel):
    """One client: before and after for each position, the tick, and the way to their page."""

    def __init__(self, page: TouchedPage, line: Line) -> None:
        theme, words, found = page.stage.theme, page.words, line.found
        super().__init__(theme)
        self._page, self._shown_line = page, line
        say = words.say
        series = say(f"{found.series}.series.name")
        self.head = Heading(theme, line.name, "h3", level=3)
        versions = say(
            "touched.versions",
            series=series,
            before=version_told(words, found.before),
            after=version_told(words, found.after),
        )
        items: list[Item] = [self.head, 2, Text(theme, versions, "small", "soft"), 8]
        for one in found.lines:
            items += [Text(theme, words.say_all(one.messages), "body" if one.changed else "small"), 4]
        self.tick = Check(theme, say("touched.told"), on=line.told)
        self.tick.toggled.connect(lambda on: page.tell(self._shown_line.found, on=on))
        self.open = Button(theme, say("touched.open"), icon="person", small=True)
        self.open.clicked.connect(lambda _on=False: page.desk.show(self._shown_line.found.row.client.id))
        items += [6, in_lines(self.tick, self.open, gap=theme.space(20), line_gap=theme.space(6))]
        column(theme, *items, margins=(20, 14, 20, 14), into=self)
        self._series = series
        self.follow(line)

    def follow(self, line: Line) -> None:
        self._shown_line = line
        self.head.say(line.name)
        self.setAccessibleName(self._page.words.say("touched.card", name=line.name, series=self._series))
        quiet = self.tick.blockSignals(True)
        self.tick.setChecked(line.told)
        self.tick.blockSignals(quiet)
        self.tick.setEnabled(line.can_tell)


def version_told(words: Words, version: str) -> str:
    """A version is the day from which it holds, wherever it can be read as one."""
    try:
        return words.day(date.fromisoformat(version))
    except ValueError:
        return version
