"""The ways to each position as plain lines, and a kind word where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import click

from desktop_app.answers.sheet import Sheet
from desktop_app.i18n import Message, Words
from desktop_app.judgement.case import case_of
from desktop_app.judgement.no_way import NoWay
from desktop_app.judgement.plan_words import PlanWords, StepWords, plan_words
from desktop_app.judgement.planned import Planned
from desktop_app.judgement.schedule import Pace
from desktop_app.judgement.who_helps import WhoHelps
from desktop_app.rulebook.load import Facts, LoadedPack
from desktop_app.terminal.results import STEP, Line, Part, Write


def print_plans(
    ways: Iterable[Planned],
    sheet: Sheet,
    packs: Sequence[LoadedPack],
    facts: Facts,
    words: Words,
    start: date,
    pace: Pace,
    write: Write = click.echo,
    helps: WhoHelps | None = None,
) -> None:
    """Writes the plans. `words` must know the packs' own (rulebook.load.words_with)."""
    write(words.say("app.self_assessment", as_of=sheet.as_of))
    write(words.say("plan.counted", start=start, training=float(pace.training), work=float(pace.work)))
    teller = _Teller(sheet, packs, facts, words, pace, helps)
    for one in ways:
        for part in teller.parts(one):
            part.write_to(write)


def plan_parts(
    one: Planned,
    sheet: Sheet,
    packs: Sequence[LoadedPack],
    facts: Facts,
    words: Words,
    pace: Pace,
    helps: WhoHelps | None = None,
) -> tuple[Part, ...]:
    """How one position stands; then each way to it."""
    return tuple(_Teller(sheet, packs, facts, words, pace, helps).parts(one))


class _Teller:
    """Puts plans into lines of one language."""

    def __init__(
        self,
        sheet: Sheet,
        packs: Sequence[LoadedPack],
        facts: Facts,
        words: Words,
        pace: Pace,
        helps: WhoHelps | None,
    ) -> None:
        self._packs = {loaded.pack.series: loaded for loaded in packs}
        self._known = case_of(sheet, facts).known
        self._facts, self._words, self._pace, self._helps = facts, words, pace, helps

    def parts(self, one: Planned) -> Iterator[Part]:
        """A position and how it stands; then each way to it."""
        series, say = one.position.series, self._words.say
        title = say(
            "terminal.results.position",
            state=say(f"{series}.series.state"),
            name=say(f"{series}.positions.{one.position.id}.name"),
        )
        head = [
            Line(
                say(
                    "terminal.results.outcome", position=title, outcome=say(f"outcome.{one.position.outcome}")
                )
            )
        ]
        if one.matches:
            head.append(Line(say(f"plan.matches.{one.position.outcome}"), STEP))
        elif one.no_way:
            head += self._no_way(one.no_way, series)
        elif any(step.step.grounds for plan in one.plans for step in plan.steps):
            head.append(Line(say("plan.looked_up", day=self._looked_up(series)), STEP))
        yield Part(title, tuple(head))
        for number, plan in enumerate(one.plans, 1):
            told = plan_words(plan, one.position, self._known, self._pace, self._facts, self._helps)
            yield Part(title, tuple(self._plan(told, number, len(one.plans))))

    def _looked_up(self, series: str) -> date:
        """The day of the source that was read the longest ago."""
        return min(source.retrieved for source in self._packs[series].route_sources())

    def _no_way(self, found: NoWay, series: str) -> Iterator[Line]:
        say = self._words.say
        yield Line(say("plan.none.own_life" if found.own_life else "plan.none.steps"), STEP)
        for message in found.own_life:
            yield Line(say(message), STEP)
        for way in found.closed:
            closed = say("plan.none.closed", route=way.name, why=self._words.say_all(way.why))
            yield Line(closed, STEP)
            yield from self._list("plan.before_paying", way.before_paying, STEP)
        contact = self._packs[series].pack.contacts[0]
        yield Line(say("plan.none.ask", contact=say(f"{series}.contacts.{contact}.name")), STEP)

    def _plan(self, told: PlanWords, number: int, count: int) -> Iterator[Line]:
        say = self._words.say
        key = "plan.way" if count > 1 else "plan.only_way"
        yield Line(say(key, number=number, count=count, name=told.name), STEP, strong=True)
        below = 2 * STEP
        yield from self._list("plan.counts_on", told.counts_on, below)
        if told.asks_for:
            names = self._words.names(map(say, told.asks_for))
            yield Line(say("plan.asks_for", names=names), below)
        for place, step in enumerate(told.steps, 1):
            yield from self._step(step, place, below)
        yield Line("")
        for message in (*told.unlocks, told.goes_on, told.ready):
            if message:
                yield Line(say(message), below)
        if told.steps:
            yield Line(self._total(told), below)
        yield from self._list("plan.papers_for_all", self._there(told.papers), below)

    def _step(self, step: StepWords, number: int, indent: int) -> Iterator[Line]:
        say, below = self._words.say, indent + STEP
        yield Line("")
        yield from self._list("plan.before_paying", step.before_paying, indent)
        yield Line(say("plan.step", number=number, name=step.name), indent)
        yield Line(say(step.do), below)
        yield Line(say(step.when), below)
        if step.late:
            yield Line(say(step.late), below)
        if step.fee:
            yield Line(say("plan.fee", amount=step.fee), below)
        papers = self._there(step.papers)
        if papers:
            yield Line(say("plan.papers", papers=self._words.names(map(say, papers))), below)
        for message in (step.helps, *step.unlocks, step.source):
            if message:
                yield Line(say(message), below)

    def _total(self, told: PlanWords) -> str:
        parts = [self._words.say("plan.total", amount=told.fees)] if told.fees else []
        if told.fees_unknown:
            parts.append(self._words.say(told.fees_unknown))
        return " ".join(parts) or self._words.say("plan.total_free")

    def _list(self, title: str, messages: Sequence[Message], indent: int) -> Iterator[Line]:
        if messages:
            yield Line(self._words.say(title), indent)
        for message in messages:
            yield Line(self._words.say("plan.part", part=message), indent + STEP, STEP)

    def _there(self, messages: Sequence[Message]) -> tuple[Message, ...]:
        """Those that the catalog has."""
        return tuple(message for message in messages if self._words.has(message.key))
