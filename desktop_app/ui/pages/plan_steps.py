"""The plan in words: each step with its days, fee and source; what it counts on; or why there is no way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
from desktop_app.ui.widgets.panel import Panel, Rule, notice
from desktop_app.ui.widgets.text import Heading, Text

BESIDE_EM = 11.5


def plan_steps(stage: Stage, planning: Planning, teller: PlanTeller) -> list[Item]:
    """What it counts on first, then the steps in order, then what all of it costs."""
    plan = planning.plan
    assert plan is not None  # noqa: S101 - asked for only where there is one
    theme, say = stage.theme, stage.words.say
    told = planning.words(plan, stage.helps)
    steps = _Steps(stage, told, teller)
    items: list[Item] = [Heading(theme, say("plan_page.words"), "h2")] if told.steps else []
    if told.counts_on:
        links = [fact for fact, _ in plan.if_so]
        items += [10, _counts_on(stage, told, links)]
    if told.asks_for:
        asks = say("plan.asks_for", names=told.asks_for)
        items += [10, notice(theme, "info", None, asks, ground="ask_tint", ink="ask")]
    items += [10, *steps.cards()]
    ends = [message for message in (told.goes_on, *told.unlocks, told.ready) if message]
    items += [12, *(Text(theme, say(message)) for message in ends)]
    items += [10, Text(theme, _total(stage, told), "strong")]
    if any(one.step.grounds for one in plan.steps):
        looked_up = say("plan.looked_up", day=planning.looked_up)
        items += [4, Text(theme, looked_up, "small", "soft")]
    papers = _there(stage, told.papers)
    if papers:
        items += [14, Text(theme, say("plan.papers_for_all"), "small_strong")]
        items += [item for paper in papers for item in (3, _bulleted(stage, paper))]
    return items


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


class _Steps:
    """The steps as cards; before the first that costs anything, what would waste the money."""

    def __init__(self, stage: Stage, told: PlanWords, teller: PlanTeller) -> None:
        self._stage, self._told, self._teller = stage, told, teller

    def cards(self) -> Iterator[Item]:
        theme = self._stage.theme
        rows: list[Item] = []
        for number, step in enumerate(self._told.steps, 1):
            if step.before_paying:
                if rows:
                    yield self._card(rows)
                    yield 10
                yield self._before_paying(step.before_paying)
                yield 10
                rows = []
            if rows:
                rows.append(row(theme, wide(Rule(theme)), margins=(18, 0, 0, 0)))
            rows.append(self._step(number, step))
        if rows:
            yield self._card(rows)

    def _card(self, rows: Sequence[Item]) -> Panel:
        panel = Panel(self._stage.theme)
        column(self._stage.theme, *rows, margins=(0, 4, 0, 4), into=panel)
        return panel

    def _before_paying(self, checks: Sequence[Message]) -> Panel:
        theme, say = self._stage.theme, self._stage.words.say
        lines: list[Item] = []
        for check in checks:
            icon = top(Icon(theme, "tick", "ask", 16, beside="small"))
            lines += [4, row(theme, icon, wide(Text(theme, say(check), "small")), gap=8)]
        title = say("plan.before_paying")
        return notice(theme, "alert", title, None, *lines, ground="ask_tint", ink="ask")

    def _step(self, number: int, step: StepWords) -> QWidget:
        theme, say = self._stage.theme, self._stage.words.say
        name = say("plan.step", number=number, name=step.name)
        papers = _there(self._stage, step.papers)
        do: list[Item] = [Text(theme, name, "strong"), 2, Text(theme, say(step.do), "small")]
        if papers:
            do += [4, Text(theme, say("plan.papers", papers="; ".join(papers)), "small")]
        if step.helps:
            do += [5, helps_line(theme, say(step.helps))]
        if step.late:
            do += [4, Text(theme, say(step.late), "small_strong", "ask")]
        if step.source:
            do += [4, Text(theme, say(step.source), "small", "soft")]
        when: list[Item] = [Text(theme, self._teller.dated(step.when), "small_strong")]
        if step.fee:
            when += [3, Text(theme, say("plan_page.fee", amount=step.fee), "small")]
        for message in step.unlocks:
            flag = top(Icon(theme, "flag", "accent", 16, beside="small"))
            when += [5, row(theme, flag, wide(Text(theme, self._teller.dated(message), "small")), gap=6)]
        words, facts = column(theme, *do, STRETCH), column(theme, *when)
        if self._stage.width == "folded":
            return column(theme, words, 8, facts, margins=(18, 12, 16, 12))
        facts.setFixedWidth(theme.em(BESIDE_EM))
        return row(theme, wide(words), 20, top(facts), margins=(18, 12, 16, 12))


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
