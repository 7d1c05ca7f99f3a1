"""The plan in words: each step with its days, fee and source; what it counts on; or why there is no way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from desktop_app.i18n import Message
from desktop_app.interview.planning import Planning
from desktop_app.judgement.plan_words import PlanWords, StepWords
from desktop_app.judgement.planned import Planned
from desktop_app.report.material import act_and_detail
from desktop_app.report.plan_told import PlanTeller
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.pages.results_head import answer_link
from desktop_app.ui.pages.who_helps import helps_line
from desktop_app.ui.widgets.arrange import STRETCH, Item, column, left, row, top, wide
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.kept import Kept, Part, nothing, said
from desktop_app.ui.widgets.panel import Panel, Rule, notice
from desktop_app.ui.widgets.text import Heading, Text

BESIDE_EM = 13


def plan_steps(stage: Stage, planning: Planning, teller: PlanTeller) -> list[Part]:
    """What it counts on first, then the steps in order, then what all of it costs."""
    plan = planning.plan
    assert plan is not None  # noqa: S101 - asked for only where there is one
    theme, say = stage.theme, stage.words.say
    told = planning.words(plan, stage.helps)
    parts = [
        Part("steps", lambda: Heading(theme, say("plan_page.words"), "h2"), 22) if told.steps else nothing()
    ]
    links = [fact for fact, _ in plan.if_so]
    below = 10 if told.steps else 18  # under the heading of the steps, or under what is planned for
    counts = Part((told.counts_on, links), lambda: _counts_on(stage, told, links), below)
    asks = say("plan.asks_for", names=stage.words.names(map(say, told.asks_for))) if told.asks_for else ""
    to_ask = Part(asks, lambda: notice(theme, "info", None, asks, ground="ask_tint", ink="ask"), 10)
    parts += [counts if told.counts_on else nothing(), to_ask if asks else nothing()]
    parts += _cards(stage, told, teller)
    ends = [say(message) for message in (told.goes_on, *told.unlocks, told.ready) if message]
    parts += [said(theme, end, above=0 if at else 12) for at, end in enumerate(ends)]
    parts.append(said(theme, _total(stage, told), "strong", above=10))
    if any(one.step.grounds for one in plan.steps):
        looked_up = say("plan.looked_up", day=planning.looked_up)
        parts.append(said(theme, looked_up, "small", "soft", above=4))
    papers = _there(stage, told.papers)
    if papers:
        parts.append(Part(papers, lambda: _papers(stage, papers), 14))
    return parts


def _papers(stage: Stage, papers: Sequence[str]) -> QWidget:
    title = Text(stage.theme, stage.words.say("plan.papers_for_all"), "small_strong")
    return column(stage.theme, title, *(item for paper in papers for item in (3, _bulleted(stage, paper))))


def _papers_of_step(stage: Stage, papers: Sequence[str]) -> QWidget:
    """One on the line of its name; of several each on its own, as below the plan."""
    theme, one = stage.theme, stage.words.names(papers) if len(papers) == 1 else ""
    title = Text(theme, stage.words.say("plan.papers", papers=one).strip(), "small")
    more = papers if len(papers) > 1 else ()
    return column(theme, title, *(item for paper in more for item in (3, _bulleted(stage, paper))))


def _counts_on(stage: Stage, told: PlanWords, facts: Sequence[str]) -> QWidget:
    """Open answers that it takes for granted, each a link to its question."""
    theme, say = stage.theme, stage.words.say
    links: list[Item] = []
    for message, fact in zip(told.counts_on, facts, strict=False):
        links += [3, left(answer_link(stage, fact, say(message)))]
    return notice(theme, "info", say("plan.counts_on"), None, *links)


def _total(stage: Stage, told: PlanWords) -> str:
    say = stage.words.say
    parts = [say("plan.total", amount=told.fees)] if told.fees else []
    if told.fees_unknown:
        parts.append(say(told.fees_unknown))
    return " ".join(parts) or say("plan.total_free")


def _there(stage: Stage, messages: Sequence[Message]) -> list[str]:
    """Those that the catalog has."""
    return [stage.words.say(message) for message in messages if stage.words.has(message.key)]


def _bulleted(stage: Stage, text: str) -> QWidget:
    icon = top(Icon(stage.theme, "doc", "soft", 16, beside="small"))
    return row(stage.theme, icon, wide(Text(stage.theme, text, "small")), gap=8)


class _Numbered(NamedTuple):
    """A step as it is shown."""

    number: int
    step: StepWords


def _cards(stage: Stage, told: PlanWords, teller: PlanTeller) -> Iterator[Part]:
    """The steps as cards; before the first that costs anything, what would waste the money."""
    rows: list[_Numbered] = []
    for number, step in enumerate(told.steps, 1):
        if step.before_paying:
            if rows:
                yield _card(stage, teller, tuple(rows))
            make = partial(_before_paying, stage, step.before_paying)
            yield Part(step.before_paying, make, 10, key="before paying")
            rows = []
        rows.append(_Numbered(number, step))
    if rows:
        yield _card(stage, teller, tuple(rows))


def _card(stage: Stage, teller: PlanTeller, rows: tuple[_Numbered, ...]) -> Part:
    return Part(rows, lambda: _Card(stage, teller, rows), 10, "steps", "steps")


def _before_paying(stage: Stage, checks: Sequence[Message]) -> Panel:
    theme, say = stage.theme, stage.words.say
    lines: list[Item] = []
    for check in checks:
        icon = top(Icon(theme, "tick", "ask", 16, beside="small"))
        lines += [4, row(theme, icon, wide(Text(theme, say(check), "small")), gap=8)]
    title = say("plan.before_paying")
    return notice(theme, "alert", title, None, *lines, ground="ask_tint", ink="ask")


class _Card(Panel):
    """Steps one under the other."""

    def __init__(self, stage: Stage, teller: PlanTeller, rows: Sequence[_Numbered]) -> None:
        super().__init__(stage.theme)
        self._stage, self._teller = stage, teller
        self._rows = Kept(stage.theme)
        column(stage.theme, self._rows, margins=(0, 4, 0, 4), into=self)
        self.follow(rows)

    def follow(self, rows: Sequence[_Numbered]) -> None:
        parts: list[Part] = []
        for one in rows:
            if parts:
                parts.append(Part("", self._between, key="between"))
            make = partial(StepRow, self._stage, self._teller, one)
            parts.append(Part(one, make, kind="step", key=one.step.id))
        self._rows.follow(parts)

    def _between(self) -> QWidget:
        return row(self._stage.theme, wide(Rule(self._stage.theme)), margins=(18, 0, 0, 0))


class StepRow(QWidget):
    """A step: what to do on the left; when, for how much and what it leads to on the right."""

    def __init__(self, stage: Stage, teller: PlanTeller, one: _Numbered) -> None:
        super().__init__()
        self._stage, self._teller = stage, teller
        theme = stage.theme
        self._do, self._when = Kept(theme), Kept(theme)
        margins = (18, 12, 16, 12)
        if stage.width == "folded":
            column(theme, self._do, 8, self._when, margins=margins, into=self)
        else:
            self._when.setFixedWidth(theme.em(BESIDE_EM))
            words = wide(column(theme, self._do, STRETCH))
            row(theme, words, 20, top(self._when), margins=margins, into=self)
        self.follow(one)

    def follow(self, one: _Numbered) -> None:
        theme, say, step = self._stage.theme, self._stage.words.say, one.step
        papers = _there(self._stage, step.papers)
        helps = say(step.helps) if step.helps else ""
        self._do.follow(
            [
                said(theme, say("plan.step", number=one.number, name=step.name), "strong"),
                said(theme, say(step.do), "small", above=2),
                Part(papers, lambda: _papers_of_step(self._stage, papers) if papers else None, 4),
                Part(helps, lambda: helps_line(theme, helps) if helps else None, 5),
                said(theme, say(step.late) if step.late else "", "small_strong", "ask", above=4),
                said(theme, say(step.source) if step.source else "", "small", "soft", above=4),
            ]
        )
        fee = say("plan_page.fee", amount=step.fee) if step.fee else ""
        leads_to = [self._teller.dated(message) for message in step.unlocks]
        self._when.follow(
            [
                said(theme, self._teller.dated(step.when), "small_strong"),
                said(theme, fee, "small", above=3),
                *(Part(each, partial(self._unlocks, each), 5) for each in leads_to),
            ]
        )

    def _unlocks(self, what: str) -> QWidget:
        theme = self._stage.theme
        flag = top(Icon(theme, "flag", "accent", 16, beside="small"))
        return row(theme, flag, wide(Text(theme, what, "small")), gap=6)


def no_way_panel(stage: Stage, planned: Planned, teller: PlanTeller) -> Panel:
    """Why no steps lead there, kindly, and whom to ask."""
    theme, say = stage.theme, stage.words.say
    found, series = planned.no_way, planned.position.series
    assert found is not None  # noqa: S101 - there is a reason where there is no plan
    items: list[Item] = [
        Text(theme, say("plan.none.own_life" if found.own_life else "plan.none.steps"), "strong")
    ]
    for message in found.own_life:
        act, detail = act_and_detail(say(message))
        items += [6, Text(theme, " ".join(part for part in (act, detail) if part))]
    for way in found.closed:
        why = stage.words.say_all(way.why)
        items += [8, Text(theme, say("plan.none.closed", route=way.name, why=why))]
    pack = next(one.pack for one in stage.navigator.interview.packs if one.pack.series == series)
    contact = say(f"{series}.contacts.{pack.contacts[0]}.name")
    items += [8, Text(theme, say("plan.none.ask", contact=contact))]
    panel = Panel(theme)
    column(theme, *items, margins=(20, 16, 20, 18), into=panel)
    return panel
