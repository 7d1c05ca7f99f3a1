"""A new client: a name or code, and their yes to being kept. Before that nothing of them is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from desktop_app.caseload.client import LONGEST_NAME, Client, Consent
from desktop_app.caseload.names import BadNameError, read_name, same
from desktop_app.i18n import LANGUAGES, Message
from desktop_app.ui.accessibility import announce
from desktop_app.ui.desk import HALF_FILLED
from desktop_app.ui.pages.consent_text import VERSION, consent_text
from desktop_app.ui.pages.dates import date_words
from desktop_app.ui.pages.day import HalfDay
from desktop_app.ui.pages.desk_pages import DeskPage
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import column, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.check import Check
from desktop_app.ui.widgets.choice_list import Option
from desktop_app.ui.widgets.date_field import DateField
from desktop_app.ui.widgets.error_summary import ErrorSummary, Problem
from desktop_app.ui.widgets.field import LineField
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.panel import Panel, notice
from desktop_app.ui.widgets.segments import Segments
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Heading, Text

DRAFT = "new_client"


@dataclass(frozen=True)
class Draft:
    """What is filled in so far; it outlives the page being made anew, and not its being left."""

    name: str = ""
    languages: frozenset[str] = frozenset()
    shown: str = ""
    """The language in which the words are read; the window's until another is chosen."""
    yes: bool = False
    day: HalfDay | None = None
    tried: bool = False


class NewClientPage(DeskPage):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        kept = stage.navigator.drafts.get(DRAFT)
        self.draft = kept if isinstance(kept, Draft) else Draft()
        self._busy = False
        self._told, self._text = Slot(), Slot()
        if self.desk.read_only:
            self.lay(self._nothing())
            return
        self._fields()
        theme, say = stage.theme, stage.words.say
        lead = Text(theme, say("desk.new.lead"), "lead", "soft")
        about = column(
            theme, self.name_row, 16, self.languages_row, margins=(20, 17, 20, 17), into=Panel(theme)
        )
        self.lay(
            column(theme, Heading(theme, self.name), 8, lead, self._told, 18, about, 14, self._consent())
        )
        self._show_text()
        if self.draft.tried:
            self._show_problems()

    @property
    def name(self) -> str:
        return self.stage.words.say("desk.new.title")

    def first(self) -> QWidget:
        return self._back if self.desk.read_only else self.name_field

    def buttons(self) -> Sequence[Button]:
        if self.desk.read_only:
            return super().buttons()
        keep = Button(self.stage.theme, self.stage.words.say("desk.new.button"), "primary", icon="lock")
        keep.clicked.connect(lambda _on=False: self.on())
        return (*super().buttons(), keep)

    def back(self) -> None:
        self.stage.navigator.drafts.pop(DRAFT, None)
        super().back()

    def on(self) -> None:
        """Keep this client, or show what is to be put right."""
        if self._busy or self.desk.read_only:
            return
        if summary := self._show_problems():
            summary.take_focus()
            return
        self._busy = True
        self._tell(self.stage.words.say("desk.new.busy"))
        self.desk.add(self._client(), self._added, self._not_added, self)

    @property
    def _shown_in(self) -> str:
        return self.draft.shown or self.stage.words.language

    # ------------------------------------------------------------ the page

    def _nothing(self) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        told = notice(theme, "info", say("desk.read_only.title"), say("desk.read_only.text"))
        return column(theme, Heading(theme, self.name), 14, told)

    def _fields(self) -> None:
        theme, words, say = self.stage.theme, self.stage.words, self.stage.words.say
        self.name_field = LineField(theme, say("desk.new.name"), self.draft.name)
        self.name_field.setMaxLength(LONGEST_NAME)
        self.name_field.entered.connect(lambda text: self._keep(name=text))
        self.name_row = FormRow(theme, say("desk.new.name"), self.name_field, say("desk.new.name_hint"))
        self.speaks: Mapping[str, Check] = {
            one: Check(theme, say(f"desk.languages.{one}"), on=one in self.draft.languages)
            for one in LANGUAGES
        }
        for one, check in self.speaks.items():
            check.toggled.connect(lambda on, one=one: self._speaks(one, on=on))
        languages = say("desk.new.languages")
        choices = in_lines(
            *self.speaks.values(), gap=theme.space(20), line_gap=theme.space(4), group=languages
        )
        self.languages_row = column(
            theme,
            Text(theme, languages, "small_strong"),
            4,
            choices,
            Text(theme, say("desk.new.languages_hint"), "small", "soft"),
        )
        options = [Option(one, say(f"desk.languages.{one}")) for one in LANGUAGES]
        self.shown = Segments(theme, say("desk.new.in_language"), options, self._shown_in, tight=True)
        self.shown.setMaximumWidth(theme.em(20))
        self.shown.changed.connect(self._show_in)
        self.yes = Check(theme, say("desk.new.said_yes"), on=self.draft.yes)
        self.yes.toggled.connect(lambda on: self._keep(yes=on))
        self.day = DateField(theme, say("desk.new.day"), date_words(words))
        half = self.draft.day
        if half is None:
            self.day.set_value(self.desk.today().isoformat())
        else:
            self.day.month.choose(half.month)
            self.day.day.choose(half.day)
            self.day.year.setText(half.year)
        self.day.changed.connect(self._day_entered)

    def _consent(self) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        self.yes_row = FormRow(theme, say("desk.new.answer"), self.yes)
        self.day_row = FormRow(theme, say("desk.new.day"), self.day)
        return column(
            theme,
            Heading(theme, say("desk.new.consent"), "h2"), 4,
            Text(theme, say("desk.new.consent_lead"), "body", "soft"), 10,
            Text(theme, say("desk.new.in_language"), "small_strong"), 4,
            self.shown, 12,
            self._text, 14,
            self.yes_row, 12,
            left(self.day_row),
            margins=(20, 15, 20, 17),
            into=Panel(theme),
        )  # fmt: skip

    def _show_text(self) -> None:
        safe, center = self.stage.safe, self.stage.own_center.now
        if safe is None:
            return
        words = safe.words_in(self._shown_in)
        name = center.name if center is not None else ""
        self._text.put(consent_text(self.stage.theme, words, name, self.desk.keep_months))

    # ------------------------------------------------------------ what is entered

    def _keep(self, **what: object) -> None:
        self.draft = replace(self.draft, **what)  # type: ignore[arg-type]  # by the names of its own fields
        self.stage.navigator.drafts[DRAFT] = self.draft
        for row in (self.name_row, self.yes_row, self.day_row):
            if row.error():
                row.show_error(None)

    def _speaks(self, language: str, *, on: bool) -> None:
        spoken = self.draft.languages
        self._keep(languages=spoken | {language} if on else spoken - {language})

    def _show_in(self, language: str) -> None:
        self._keep(shown=language)
        self._show_text()

    def _day_entered(self) -> None:
        self._keep(day=HalfDay(self.day.month.value(), self.day.day.value(), self.day.year.text()))

    def _show_problems(self) -> ErrorSummary | None:
        """At the fields and at the top of the page; None where there are none."""
        found = [
            (self.name_row, self.name_field, self._name_problem()),
            (self.yes_row, self.yes, None if self.yes.isChecked() else Message("desk.new.problems.consent")),
            (self.day_row, self.day.focusProxy() or self.day, self._day_problem()),
        ]
        say = self.stage.words.say
        for row, _field, message in found:
            row.show_error(say(message) if message else None)
        problems = [Problem(say(message), field) for _row, field, message in found if message]
        if not problems:
            return None
        self.draft = replace(self.draft, tried=True)
        self.stage.navigator.drafts[DRAFT] = self.draft
        summary = ErrorSummary(self.stage.theme, say("question.problems", count=len(problems)), problems)
        self._told.put(column(self.stage.theme, 14, summary))
        return summary

    def _name_problem(self) -> Message | None:
        try:
            name = read_name(self.name_field.text())
        except BadNameError as error:
            empty = not self.name_field.text().strip()
            return Message("desk.new.problems.name") if empty else error.message
        taken = any(same(name) == same(row.client.name) for row in self.desk.rows)
        return Message("desk.new.problems.taken", {"name": name}) if taken else None

    def _day_problem(self) -> Message | None:
        value = self.day.value()
        if not value:
            return Message("desk.new.problems.day")
        today = self.desk.today()
        future = date.fromisoformat(value) > today
        return Message("desk.new.problems.future", {"today": today}) if future else None

    def _client(self) -> Client:
        """Its id and the moment come from the file."""
        spoken = tuple(one for one in LANGUAGES if one in self.draft.languages)
        given = Consent(date.fromisoformat(self.day.value()), self._shown_in, VERSION)
        return Client(
            "", read_name(self.name_field.text()), datetime.now().astimezone(), given, languages=spoken
        )

    # ------------------------------------------------------------ what comes of it

    def _added(self, of: str) -> None:
        navigator = self.stage.navigator
        navigator.drafts.pop(DRAFT, None)
        self.desk.chosen = of
        navigator.go_home("clients", "client", keep=HALF_FILLED)

    def _not_added(self, message: Message) -> None:
        self._busy = False
        words = self.stage.words.say(message)
        theme = self.stage.theme
        self._told.put(column(theme, 14, notice(theme, "alert", words, None, ink="ask")))
        announce(self, words, at_once=True)

    def _tell(self, words: str) -> None:
        theme = self.stage.theme
        self._told.put(column(theme, 14, notice(theme, "lock", words, None)))
        announce(self, words)
