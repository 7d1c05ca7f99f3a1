"""How long records are kept, which of them are due to be deleted, and deleting those for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from desktop_app.caseload.today import Item as Due
from desktop_app.i18n import Message
from desktop_app.ui.accessibility import announce
from desktop_app.ui.desk_loading import MOST_MONTHS
from desktop_app.ui.found import Found
from desktop_app.ui.icons import IconName
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.theme import ColorRole
from desktop_app.ui.widgets.arrange import Item, column, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.choice_list import Option
from desktop_app.ui.widgets.choosing import Choosing
from desktop_app.ui.widgets.field import LineField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.panel import Panel, Rule, notice
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Heading, Text

if TYPE_CHECKING:
    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.ui.desk import Desk

MONTHS, CHOSEN, TOLD = "log.months", "log.chosen", "log.told"
NOBODY: frozenset[str] = frozenset()
MOST_NAMED = 10
"""Names in the question before they are deleted."""


class Gone(NamedTuple):
    """Who was deleted, and which files may still hold them."""

    ids: tuple[str, ...]
    left: tuple[Path, ...]


class Retention(Panel):
    """`look_again` is called when the log has something new."""

    def __init__(self, stage: Stage, desk: Desk, look_again: Callable[[], None]) -> None:
        theme, say = stage.theme, stage.words.say
        super().__init__(theme)
        self._stage, self._desk, self._look_again = stage, desk, look_again
        self._told_now = Found.of(stage.navigator.drafts, TOLD)
        self._told_now.changed.connect(self._follow_told)
        self._fields()
        self._told, self._due = Slot(), Slot()
        keep = column(theme, 10, left(self.keep))
        if desk.read_only:
            keep.hide()
        self._shown: object = None
        self.list: Choosing | None = None
        self.delete: Button | None = None
        self._delete_line: QWidget | None = None
        column(
            theme,
            Heading(theme, say("desk_log.keep.title"), "h2"),
            self._told,
            10,
            self._form,
            keep,
            16,
            Rule(theme),
            14,
            Heading(theme, say("desk_log.due.title"), "h3", level=3),
            6,
            self._due,
            margins=(20, 15, 20, 19),
            into=self,
        )
        self.follow()
        self._tell()

    def _fields(self) -> None:
        theme, say, drafts = self._stage.theme, self._stage.words.say, self._stage.navigator.drafts
        typed = drafts.get(MONTHS)
        months = str(self._desk.keep_months) if self._desk.keep_months else ""
        self.months = LineField(
            theme, say("desk_log.keep.label"), typed if isinstance(typed, str) else months, em=5
        )
        self.months.setMaxLength(4)
        self.months.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self.months))
        self.months.entered.connect(self._typed)
        self.months.setEnabled(not self._desk.read_only)
        self._form = FormRow(theme, say("desk_log.keep.label"), self.months, say("desk_log.keep.hint"))
        self.keep = Button(theme, say("desk_log.keep.save"), small=True)
        self.keep.clicked.connect(lambda _on=False: self._keep())

    def on(self) -> None:
        """Enter, where the months are put in."""
        if self.months.hasFocus():
            self._keep()

    def follow(self) -> None:
        """The clients are other ones now, or the rule is."""
        due = self._due_now()
        shown = (self._desk.keep_months, [(one.row.client.id, one.row.client.name, one.day) for one in due])
        if shown != self._shown:
            self._shown = shown
            self._due.put(self._list(due))

    def _due_now(self) -> Sequence[Due]:
        return self._desk.due().to_delete

    # ------------------------------------------------------------ how long

    def _typed(self, text: str) -> None:
        self._stage.navigator.drafts[MONTHS] = text
        self._form.show_error(None)

    def _keep(self) -> None:
        text, say = self.months.text().strip(), self._stage.words.say
        months = int(text) if text else 0
        if text and not 1 <= months <= MOST_MONTHS:
            self._form.show_error(say("desk_log.keep.wrong", most=MOST_MONTHS))
            self._form.ask_again()
            return
        self._stage.navigator.drafts.pop(MONTHS, None)
        if months == 1:
            message = Message("desk_log.keep.saved_one")
        else:
            message = (
                Message("desk_log.keep.saved", {"count": months}) if months else Message("desk_log.keep.off")
            )
        self._desk.set_months(months)
        self._told_now.put(message)

    # ------------------------------------------------------------ what is due

    def _list(self, due: Sequence[Due]) -> QWidget:
        theme, say = self._stage.theme, self._stage.words.say
        self.list = self.delete = None
        self._delete_line = None
        if not due:
            key = "nobody" if self._desk.keep_months else "off"
            return Text(theme, say(f"desk_log.due.{key}"), "body", "soft")
        options = {one.row.client.id: _option(one, say("desk_log.due.since", day=one.day)) for one in due}
        kept = self._stage.navigator.drafts.get(CHOSEN)
        chosen = frozenset(one for one in kept if one in options) if isinstance(kept, frozenset) else NOBODY
        items: list[Item] = [Text(theme, say("desk_log.due.text"), "small", "soft"), 10]
        if self._desk.read_only:
            lines = [Text(theme, f"{one.words}. {one.second}", "small") for one in options.values()]
            return column(theme, *items, *lines)
        names = say("desk_log.due.list"), say("desk_log.due.more")
        self.list = Choosing(theme, *names, list(options), options.__getitem__, chosen)
        self.list.changed.connect(self._choose)
        self.delete = Button(theme, "", small=True, icon="bin")
        self.delete.clicked.connect(lambda _on=False: self._ask())
        self._delete_line = column(theme, 12, left(self.delete))
        made = column(theme, *items, self.list, self._delete_line)
        self._choose(chosen)  # only now: without a parent the button would come up as a window of its own
        return made

    def _choose(self, chosen: frozenset[str]) -> None:
        self._stage.navigator.drafts[CHOSEN] = chosen
        if self.delete is not None:
            self.delete.say(self._stage.words.say("desk_log.due.delete", count=len(chosen)))
        if self._delete_line is not None:
            self._delete_line.setHidden(not chosen)

    def _ask(self) -> None:
        """Once, with their names; then they go for good."""
        if self.list is None or self._told_now.busy:
            return
        going = [one.row.client for one in self._due_now() if one.row.client.id in self.list.chosen]
        words, ids = self._stage.words, tuple(client.id for client in going)
        names = [client.name for client in going[:MOST_NAMED]]
        if len(going) > MOST_NAMED:
            names.append(words.say("desk_log.ask.and_more", count=len(going) - MOST_NAMED))
        text = words.say("desk_log.ask.text", names=names, count=len(going))
        title, yes, no = (words.say(f"desk_log.ask.{one}") for one in ("title", "yes", "no"))
        if ids and self._stage.dialogs.confirm(title, text, yes, no):
            work = partial(_deleted, ids)
            self._told_now.ask(self._desk, work, always=self._desk.read_anew)  # some of it may be done

    # ------------------------------------------------------------ what came of it

    def _follow_told(self) -> None:
        gone = self._told_now.value
        if self._told_now.phase == "there" and isinstance(gone, Gone) and self._desk.client(gone.ids[0]):
            self._stage.navigator.drafts.pop(CHOSEN, None)
            self._desk.forget(gone.ids)
        told = self._tell()
        if told:
            announce(self, told)
        if self._told_now.phase == "there":
            self._look_again()

    def _tell(self) -> str:
        say, now = self._stage.words.say, self._told_now
        icon: IconName = "tick"
        ink: ColorRole = "met"
        more: str | None = None
        if now.busy:
            told, icon, ink = say("desk_log.due.deleting"), "clock", "accent"
        elif now.problem is not None:
            told, icon, ink = say(now.problem), "alert", "ask"
        elif isinstance(now.value, Gone):
            told = say("desk_log.due.deleted", count=len(now.value.ids))
            if now.value.left:
                more = say("desk_log.due.left", files=[file.name for file in now.value.left])
        elif isinstance(now.value, Message):
            told = say(now.value)
        else:
            self._told.put(None)
            return ""
        self._told.put(column(self._stage.theme, 10, notice(self._stage.theme, icon, told, more, ink=ink)))
        return " ".join(filter(None, (told, more)))


def _deleted(ids: tuple[str, ...], file: CaseFile) -> Gone:
    return Gone(ids, tuple(file.delete_people(ids)))


def _option(one: Due, until: str) -> Option:
    return Option(one.row.client.id, one.row.client.name, until)
