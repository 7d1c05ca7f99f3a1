"""What the forms of a client's page share: drafts that outlive the page being made anew, and a day to put in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from desktop_app.ui.client_told import ClientReader
from desktop_app.ui.pages.dates import date_words
from desktop_app.ui.pages.day import HalfDay
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, column
from desktop_app.ui.widgets.date_field import DateField
from desktop_app.ui.widgets.field import LineField
from desktop_app.ui.widgets.fold import FoldNote
from desktop_app.ui.widgets.form_row import FormRow


class Drafts:
    """What is half filled in about one client."""

    def __init__(self, stage: Stage, of: str) -> None:
        self._drafts, self._of = ClientReader.of(stage).drafts, of

    def text(self, name: str, usual: str = "") -> str:
        found = self.get(name)
        return found if isinstance(found, str) else usual

    def get(self, name: str) -> object:
        return self._drafts.get((self._of, name))

    def keep(self, name: str, draft: object) -> None:
        self._drafts[self._of, name] = draft

    def drop(self, *names: str) -> None:
        for name in names:
            self._drafts.pop((self._of, name), None)


class DayRow(FormRow):
    """A day with its label; what is half of one is kept as a draft."""

    def __init__(
        self, stage: Stage, label: str, drafts: Drafts, name: str, day: date | None, hint: str | None = None
    ) -> None:
        self._stage, self._drafts, self._name = stage, drafts, name
        self.date = DateField(stage.theme, label, date_words(stage.words), day.isoformat() if day else "")
        super().__init__(stage.theme, label, self.date, hint)
        draft = drafts.get(name)
        if isinstance(draft, HalfDay):
            self.date.month.choose(draft.month)
            self.date.day.choose(draft.day)
            self.date.year.setText(draft.year)
        self.date.changed.connect(self._entered)

    def day(self) -> date | None:
        value = self.date.value()
        return date.fromisoformat(value) if value else None

    def set_day(self, day: date | None) -> None:
        self._drafts.drop(self._name)
        self.date.set_value(day.isoformat() if day else "")
        self.show_error(None)

    def problem(self, wrong: Callable[[date], str | None]) -> bool:
        """Say what is to be put right, where something is; `wrong` looks at a whole day."""
        state, day = self.date.state(), self.day()
        said = self._stage.words.say(f"question.date.{state}") if state in ("partial", "impossible") else None
        if state == "empty":
            said = self._stage.words.say("client.day_missing")
        self.show_error(wrong(day) if day is not None else said)
        return self.error() is not None

    def _entered(self) -> None:
        self.show_error(None)
        half = HalfDay(self.date.month.value(), self.date.day.value(), self.date.year.text())
        self._drafts.keep(self._name, half)


def line_row(
    stage: Stage,
    label: str,
    drafts: Drafts,
    name: str,
    usual: str = "",
    *,
    most: int,
    hint: str | None = None,
) -> tuple[LineField, FormRow]:
    """A line to type in, kept as a draft."""
    field = LineField(stage.theme, label, drafts.text(name, usual))
    field.setMaxLength(most)
    row = FormRow(stage.theme, label, field, hint)

    def entered(text: str) -> None:
        row.show_error(None)
        drafts.keep(name, text)

    field.entered.connect(entered)
    return field, row


def fold(stage: Stage, drafts: Drafts, name: str, title: str, *items: Item, opened: bool = False) -> FoldNote:
    """Part of the page that is closed until it is wanted, and then stays open."""
    before = drafts.get(f"fold {name}")
    made = FoldNote(
        stage.theme, title, column(stage.theme, *items), opened=before if isinstance(before, bool) else opened
    )
    made.toggled.connect(lambda on: drafts.keep(f"fold {name}", on))
    return made
