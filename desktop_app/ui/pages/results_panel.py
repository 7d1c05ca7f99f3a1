"""The open position: each requirement with its standing, why, what to ask, what would change it, and its source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.i18n import Message
from desktop_app.judgement.judge import PathStep, RequirementJudgement
from desktop_app.report.material import Material
from desktop_app.report.requirements import RequirementRow, row_of
from desktop_app.report.summary import PositionSummary
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.pages.results_head import answer_link
from desktop_app.ui.pages.results_shelf import STRENGTHS_FIRST
from desktop_app.ui.widgets import requirement_row
from desktop_app.ui.widgets.arrange import Item, column, left, row, top, wide
from desktop_app.ui.widgets.fold import FoldNote
from desktop_app.ui.widgets.icon import Icon, StandingIcon
from desktop_app.ui.widgets.kept import Kept, Part
from desktop_app.ui.widgets.lettering import marked
from desktop_app.ui.widgets.marks import Marks
from desktop_app.ui.widgets.panel import CHOSEN_LINE, Panel, Rule
from desktop_app.ui.widgets.text import Heading, Text

STEPS = "results.steps"
"""While the page is made anew: whose steps are folded out."""


class PositionPanel(Panel):
    """What there is stands first, then what to ask, what is not known, and what is to do."""

    def __init__(self, stage: Stage, title: str) -> None:
        super().__init__(stage.theme, "card", "accent", line=CHOSEN_LINE)
        self._stage, self._title = stage, title
        self._material: Material | None = None
        self._parts = Kept(stage.theme)
        column(stage.theme, self._parts, 4, margins=(2, 2, 2, 2), into=self)
        self.setAccessibleName(title)

    def follow(self, material: Material, summary: PositionSummary) -> None:
        """Show how the position stands now; rows that say the same stay."""
        if material is self._material:
            return
        self._material = material
        position = next(one for one in material.judgement.positions if one.id == summary.id)
        tally = " ".join(part for part in (summary.tally, *summary.rest) if part)
        told = [
            _Requirement(self._stage, material, position.series, one, row_of(material, one, position.series))
            for one in position.requirements
        ]
        told.sort(key=lambda one: (one.is_beside, STRENGTHS_FIRST.index(one.said.status.kind)))
        linked: set[str] = set()
        for one in told:
            one.linked_above = frozenset(linked)
            linked.update(one.open_facts)
        pills = requirement_row.pill_column(self._stage.theme, [one.said.status.word for one in told])
        parts = [Part(tally, lambda: self._head(tally))]
        beside = next((one for one in told if one.is_beside), None)
        for at, one in enumerate(told):
            if one is beside:
                parts.append(self._beside())
            elif at:
                parts.append(self._between())
            parts.append(one.part())
        self._parts.follow(parts)
        for shown in self._parts.contents:
            if isinstance(shown, requirement_row.RequirementRow):
                shown.line_up(pills)

    def _head(self, tally: str) -> QWidget:
        theme = self._stage.theme
        words = (Heading(theme, self._title, "h2"), 2, Text(theme, tally, "body", "soft"))
        return column(theme, column(theme, *words, margins=(20, 16, 20, 14)), Rule(theme))

    def _between(self) -> Part:
        make = partial(requirement_row.between, self._stage.theme, stacked=self._stage.width == "folded")
        return Part("", make, key="between")

    def _beside(self) -> Part:
        words = self._stage.words.say("results.beside")
        return Part(words, partial(requirement_row.beside_these, self._stage.theme, words), key="beside")


class _Requirement:
    """One requirement, made into a row."""

    def __init__(
        self, stage: Stage, material: Material, series: str, one: RequirementJudgement, said: RequirementRow
    ) -> None:
        self._stage, self._material, self._series, self._one, self.said = stage, material, series, one, said
        self.open_facts = self._open_facts(one)
        self.linked_above: frozenset[str] = frozenset()
        """Questions that rows above lead to; each is led to once in a panel."""

    @property
    def is_beside(self) -> bool:
        """Merely good to have: not among the marks of the card."""
        return self._one.rule.strength == "preferred"

    def part(self) -> Part:
        """All that the row says hangs on these."""
        told: list[RequirementJudgement | PathStep] = [self._one, *self._one.path]
        links = [self._open_facts(one) for one in told]
        above = [fact in self.linked_above for fact in self.open_facts]
        return Part((self.said, links, above), self._widget, key=self._one.id)

    def _widget(self) -> requirement_row.RequirementRow:
        said, words = self.said, self._stage.words
        return requirement_row.RequirementRow(
            self._stage.theme,
            said.status.kind,
            said.status.word,
            said.name,
            self._why(),
            ". ".join(part.removesuffix(".") for part in (said.source, *self._remarks())) + ".",
            *self._more(),
            asks=[words.say("report.evidence.ask", question=question) for question in said.questions],
            stacked=self._stage.width == "folded",
        )

    def _remarks(self) -> list[str]:
        """What there is to say of its source; that it is merely good to have stands above it."""
        known = self._stage.words.say("strength.preferred") if self.is_beside else ""
        return [remark for remark in self.said.remarks if remark != known]

    def _why(self) -> str:
        """What is known of it; several open answers are counted, for the links below name them."""
        told, words = self._material.explain(self._one, self._series), self._stage.words
        opens = {f"questions.{fact}.open" for fact in self.open_facts}
        if len(opens) < 2:
            return self.said.why
        others = [said for said in told.why if said.key not in opens]
        return words.say_all([*others, Message("results.answers_open", {"count": len(opens)})])

    def _more(self) -> list[Item]:
        said, theme, words = self.said, self._stage.theme, self._stage.words
        items: list[Item] = []
        if said.status.kind != "met":
            asked = marked(words.say("results.asked", asks=said.asks))
            items += [6, Text(theme, asked, "small")]
        items += self._change()
        for caution in said.cautions:
            items += [6, self._note(caution)]
        return items + list(self._steps())

    def _change(self) -> list[Item]:
        """What would change it: something to do or to ask, or links to the questions that would tell."""
        theme, words, said = self._stage.theme, self._stage.words, self.said
        if not self.open_facts:
            change = marked(words.say("results.change", change=said.change)) if said.change else None
            return [4, Text(theme, change, "small")] if change else []
        here = [fact for fact in self.open_facts if fact not in self.linked_above]
        links = [left(answer_link(self._stage, fact, self._material.question(fact))) for fact in here]
        items: list[Item] = []
        if links:
            items = [4, Text(theme, words.say("results.tell", count=len(links)), "small_strong"), *links]
        above = [words.say(f"questions.{fact}.short") for fact in self.open_facts if fact not in here]
        if above:
            told = words.say("results.tell_above", count=len(above), names=words.names(above))
            items += [4, Text(theme, told, "small")]
        return items

    def _open_facts(self, one: RequirementJudgement | PathStep) -> list[str]:
        """What an answer would tell of; nobody is asked again for what they would rather not say."""
        found = self._material.explain(one, self._series).open_facts
        return [fact for fact in found if not self._material.declined(fact)]

    def _note(self, caution: str) -> Item:
        theme = self._stage.theme
        icon = top(Icon(theme, "info", "soft", 16, beside="small"))
        return row(theme, icon, wide(Text(theme, caution, "small")), gap=7)

    def _steps(self) -> Iterator[Item]:
        """The way to a certificate: signs, what is left, and each step in words where they are folded out."""
        said, theme = self.said, self._stage.theme
        if not said.path:
            return
        yield 10
        kinds = sorted((step.status.kind for step in said.path), key=STRENGTHS_FIRST.index)
        yield Marks(theme, kinds, said.path_title, size=16)
        left_over = " ".join(self._left_over())
        if left_over:
            yield 4
            yield Text(theme, left_over, "small")
        yield 8
        yield self._fold([self._step(*each) for each in zip(self._one.path, said.path, strict=True)])

    def _left_over(self) -> Iterator[str]:
        """'To do: 80 hours of training; the exam.'"""
        for kind in ("todo", "ask", "open"):
            names = [step.name for step in self.said.path if step.status.kind == kind]
            if names:
                words = self._stage.words
                yield words.say(f"report.tally.{kind}", names=words.names(names))

    def _fold(self, steps: list[Item]) -> FoldNote:
        """Folded out or in as it was left, also when the page is made anew."""
        drafts, key = self._stage.navigator.drafts, f"{STEPS}.{self._series}.{self._one.id}"
        met = sum(step.status.kind == "met" for step in self.said.path)
        title = self._stage.words.say("steps.in_place", count=met, total=len(steps))
        fold = FoldNote(self._stage.theme, title, *steps, opened=key in drafts)

        def remember(opened: bool) -> None:
            if opened:
                drafts[key] = True
            else:
                drafts.pop(key, None)

        fold.toggled.connect(remember)
        return fold

    def _step(self, step: PathStep, said: RequirementRow) -> Item:
        theme, words = self._stage.theme, self._stage.words
        name = marked(words.say("results.step", name=said.name, standing=said.status.word))
        items: list[Item] = [Text(theme, name, "small")]
        if said.status.kind == "todo":
            items.append(Text(theme, said.change, "small", "soft"))
        for fact in self._open_facts(step):
            items.append(left(answer_link(self._stage, fact, self._material.question(fact))))
        icon = top(StandingIcon(theme, said.status.kind, size=15, beside="small"))
        return row(theme, icon, wide(column(theme, *items)), gap=8, margins=(0, 3, 0, 3))
