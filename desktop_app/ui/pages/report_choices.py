"""The choices about a report: for whom, about which position, in which language, on which paper, what stays private."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import LANGUAGES
from desktop_app.interview.planning import Trial
from desktop_app.interview.session import PLAN
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.report_wish import KIND_NAMES, PAPER_NAMES, Wish
from desktop_app.ui.widgets.arrange import Item, column
from desktop_app.ui.widgets.choice_list import Option
from desktop_app.ui.widgets.field import Entry, SelectField
from desktop_app.ui.widgets.flow import SideBySide
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.segments import Segments
from desktop_app.ui.widgets.text import Text

LEAVE_OUT, PUT_IN = "leave_out", "put_in"
LEAST_EM = 13


class ReportChoices(QWidget):
    """Each begins with what most people want."""

    changed = Signal()

    def __init__(self, stage: Stage, wish: Wish) -> None:
        super().__init__()
        self._stage, say = stage, stage.words.say
        self._private = _has_private(stage)
        self.kind = self._select(
            "kind", [(one, say(f"report_kinds.choose.{one}.name")) for one in KIND_NAMES]
        )
        self.position = self._select("position", self._positions())
        self.languages = self._select("language", self._languages())
        self.paper = self._select("paper", [(one, say(f"report_kinds.choose.{one}")) for one in PAPER_NAMES])
        self._about = Text(stage.theme, "", "small", "soft")
        self.choice = self._private_choice()
        self._show(wish)
        fields = (self.kind, self.position, self.languages, self.paper)
        for field in fields:
            field.changed.connect(lambda _value: self._chosen())
        self.choice.changed.connect(lambda _value: self.changed.emit())
        self._arrange()

    def wish(self) -> Wish:
        kind = next((one for one in KIND_NAMES if one == self.kind.value()), KIND_NAMES[0])
        paper = next((one for one in PAPER_NAMES if one == self.paper.value()), PAPER_NAMES[0])
        chosen = self.languages.value() or self._stage.words.language
        languages = () if chosen == self._stage.words.language else tuple(chosen.split("+"))
        position = self.position.value() or "" if kind == "employer" else ""
        return Wish(self.choice.value() == PUT_IN, kind, position, paper, languages)

    def asks_private(self) -> bool:
        """Whether there is something to keep private."""
        return self._private

    def ask_for_paper(self, asked: bool) -> None:
        """Not where what is saved has no pages."""
        self._rows["paper"].setVisible(asked)

    # ------------------------------------------------------------ the parts

    def _select(self, name: str, offered: list[tuple[str, str]]) -> SelectField:
        label = self._stage.words.say(f"report_kinds.choose.{name}")
        return SelectField(self._stage.theme, label, [Entry(*one) for one in offered])

    def _positions(self) -> list[tuple[str, str]]:
        return [
            (one.id, self._name(one.series, one.id)) for one in self._stage.navigator.view.judgement.positions
        ]

    def _name(self, series: str, position: str) -> str:
        """'California, Specialist II'."""
        say = self._stage.words.say
        short = say(f"{series}.positions.{position}.short")
        return say("check.position", state=say(f"{series}.series.state"), name=short)

    def _languages(self) -> list[tuple[str, str]]:
        """The window's first; both with it on the left."""
        words = self._stage.words
        here = words.language
        ways = [here, *(one for one in LANGUAGES if one != here)]
        names = {one: words.say(f"report_kinds.choose.languages.{one}") for one in ways}
        both = words.say("report_kinds.choose.both")
        return [*((one, names[one]) for one in ways), ("+".join(ways), both)]

    def _private_choice(self) -> Segments:
        say = self._stage.words.say
        options = [
            Option(value, say(f"save.{value}.name"), say(f"save.{value}.second"))
            for value in (LEAVE_OUT, PUT_IN)
        ]
        return Segments(self._stage.theme, say("save.private"), options, least_em=14)

    def _arrange(self) -> None:
        theme, say = self._stage.theme, self._stage.words.say
        self._rows = {
            name: FormRow(theme, say(f"report_kinds.choose.{name}"), field)
            for name, field in (
                ("kind", self.kind),
                ("position", self.position),
                ("language", self.languages),
                ("paper", self.paper),
            )
        }
        items: list[Item] = [self._line("kind", "position"), 4, self._about]
        items += [12, self._line("language", "paper")]
        self._question = Text(theme, say("save.private"), "strong")
        items += [16, self._question, 8, self.choice]
        column(theme, *items, into=self)
        for part in (self._question, self.choice):
            part.setVisible(self._private)
        self._chosen(quiet=True)

    def _line(self, *names: str) -> QWidget:
        """These side by side where there is room, one that stands alone over the whole line."""
        line, theme = QWidget(), self._stage.theme
        several = SideBySide(line, theme.space(12), theme.em(LEAST_EM), line_gap=theme.space(10))
        for name in names:
            several.addWidget(self._rows[name])
        return line

    def _show(self, wish: Wish) -> None:
        self.kind.choose(wish.kind)
        self.position.choose(wish.position or self._best())
        here = self._stage.words.language
        ways = [one for one, _ in self._languages()]
        self.languages.choose(ways[-1] if len(wish.languages) > 1 else next(iter(wish.languages), here))
        self.paper.choose(wish.paper)
        self.choice.choose(PUT_IN if wish.put_in else LEAVE_OUT)

    def _best(self) -> str:
        """What a copy for an employer is most likely about."""
        from desktop_app.report.kinds import best_position

        return best_position(self._stage.navigator.view.judgement)

    def _chosen(self, *, quiet: bool = False) -> None:
        kind = self.kind.value() or "mine"
        self._about.say(self._stage.words.say(f"report_kinds.choose.{kind}.about"))
        self._rows["position"].setVisible(kind == "employer")
        if not quiet:
            self.changed.emit()


def _has_private(stage: Stage) -> bool:
    view = stage.navigator.view
    facts = view.interview.book.facts
    return any(facts.by_id[fact].private for fact in view.sheet.known)


def trial_of(stage: Stage) -> Trial | None:
    """From when and how fast a person set the plan to go; None where it was not looked at."""
    kept = stage.navigator.drafts.get(PLAN)
    return kept if isinstance(kept, Trial) else None
