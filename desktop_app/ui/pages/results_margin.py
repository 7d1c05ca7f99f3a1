"""Beside the results, what would tell more and when; below them what is good to know, whom to ask, and the pay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.interview.session import PLAN
from desktop_app.judgement.judge import PositionJudgement
from desktop_app.judgement.standing import MATCHES
from desktop_app.judgement.when_words import when_words
from desktop_app.report.content import report_content
from desktop_app.report.material import Material
from desktop_app.report.summary import Summary
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import STRETCH, Item, column, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.fold import FoldNote
from desktop_app.ui.widgets.kept import Part
from desktop_app.ui.widgets.panel import Panel, note
from desktop_app.ui.widgets.text import Text

MOST_QUESTIONS = 3
"""A few that matter most; the check page has them all."""


def margin_notes(stage: Stage, material: Material, summary: Summary) -> list[Part]:
    return [_telling(stage, material, summary), _when(stage, material)]


def jobs(stage: Stage, summary: Summary) -> Part:
    """What is good to know of each state's jobs."""
    notes = [(one.name, one.notes) for one in summary.series]
    return Part(notes, lambda: _jobs(stage, summary))


def contacts(stage: Stage, summary: Summary) -> Part:
    return Part(summary.contacts, lambda: _contacts(stage, summary))


def pay(stage: Stage, material: Material) -> Part:
    """Folded below everything else."""
    return Part("pay", lambda: _pay(stage, material))


def _telling(stage: Stage, material: Material, summary: Summary) -> Part:
    """For positions we can't tell about: the questions that would tell more, unless they come first anyway."""
    asked: dict[tuple[str, ...], list[PositionJudgement]] = {}
    for position in material.judgement.positions:
        facts = tuple(fact for fact in position.decisive if not material.declined(fact))[:MOST_QUESTIONS]
        comes_first = position.id in summary.first.positions or set(facts) <= set(summary.first.facts)
        if position.outcome == "cannot_tell" and not comes_first:
            asked.setdefault(facts, []).append(position)
    asked = _together(asked)
    told = [(facts, _where(stage, material, positions)) for facts, positions in _each_once(asked)]
    said = {fact: material.sheet.not_said.get(fact) for facts, _ in told for fact in facts}
    return Part((told, said), lambda: _all_questions(stage, material, told))


def _together(
    asked: dict[tuple[str, ...], list[PositionJudgement]],
) -> dict[tuple[str, ...], list[PositionJudgement]]:
    """Few questions stand in one note, for all the positions that they tell about."""
    facts = tuple(dict.fromkeys(fact for several in asked for fact in several))
    if len(facts) > MOST_QUESTIONS:
        return asked
    return {facts: [position for positions in asked.values() for position in positions]}


def _each_once(
    asked: Mapping[tuple[str, ...], list[PositionJudgement]],
) -> Iterator[tuple[tuple[str, ...], list[PositionJudgement]]]:
    """A question that stands there for one position is not put again for the next."""
    before: set[str] = set()
    for facts, positions in asked.items():
        new = tuple(fact for fact in facts if fact not in before)
        before |= set(new)
        if new:
            yield new, positions


def _all_questions(
    stage: Stage, material: Material, told: Sequence[tuple[tuple[str, ...], str]]
) -> QWidget | None:
    notes = [_questions(stage, material, facts, where) for facts, where in told]
    return column(stage.theme, *notes, gap=12) if notes else None


def _questions(stage: Stage, material: Material, facts: tuple[str, ...], where: str) -> Panel:
    theme, words = stage.theme, stage.words
    items: list[Item] = []
    for at, fact in enumerate(facts):
        question = material.question(fact)
        said = material.sheet.not_said.get(fact)
        answer = Button(theme, words.say("results.answer_now"), small=True)
        answer.setAccessibleName(words.say("results.answer", question=question))
        answer.clicked.connect(lambda _on=False, fact=fact: stage.navigator.change(fact))
        items += [14 if at else 2, Text(theme, question, "small")]
        if said:
            words_said = words.say("results.said", answer=words.say(f"answers.{said}"))
            items.append(Text(theme, words_said, "small", "soft"))
        items += [7, left(answer)]
    return note(theme, words.say("results.tells", count=len(facts), positions=where), *items)


def _where(stage: Stage, material: Material, positions: list[PositionJudgement]) -> str:
    """'Texas, Specialist II'; 'Texas' where it is about all levels, 'California and Texas' about both states."""
    series = {position.series for position in positions}
    states = stage.words.listed([material.state(pack) for pack in material.packs if pack.series in series])
    of_series = [one for one in material.judgement.positions if one.series in series]
    if len(series) > 1 or len(positions) == len(of_series) > 1:
        return states
    return stage.words.say("results.card", state=states, short=material.shorts(positions))


def _when(stage: Stage, material: Material) -> Part:
    """When each position that does not match yet could, by time alone; and months that are reached meanwhile."""
    alike: dict[tuple[str, ...], list[PositionJudgement]] = {}
    for position in material.judgement.positions:
        if position.outcome not in MATCHES:
            said = tuple(stage.words.say(message) for message in when_words(position))
            alike.setdefault(said, []).append(position)
    told = [(_names(stage, material, positions), said) for said, positions in alike.items()]
    return Part(told, lambda: _dates(stage, told) if told else None)


def _names(stage: Stage, material: Material, positions: list[PositionJudgement]) -> list[str]:
    """A line for each state: 'Texas, Specialist I and Specialist II'."""
    by_series = [[one for one in positions if one.series == pack.series] for pack in material.packs]
    return [_where(stage, material, several) for several in by_series if several]


def _dates(stage: Stage, told: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Panel:
    """What holds for positions alike is told once under their names: a day, and what else there is to say."""
    theme, say = stage.theme, stage.words.say
    items: list[Item] = []
    for at, (names, (day, *more)) in enumerate(told):
        items += [10 if at else 2, *(Text(theme, name, "small_strong") for name in names)]
        items += [Text(theme, day, "small"), *(Text(theme, line, "small", "soft") for line in more)]
    see = Button(theme, say("plan_page.see"), small=True)
    see.clicked.connect(lambda _on=False: stage.navigator.go_to(PLAN))
    return note(theme, say("plan_page.when.title"), *items, 11, left(see))


def _jobs(stage: Stage, summary: Summary) -> Panel:
    """The posting's day, that it may no longer be open, and what else holds for all of a series."""
    theme = stage.theme
    items: list[Item] = []
    for at, series in enumerate(summary.series):
        items += [12 if at else 2, Text(theme, series.name, "small_strong")]
        for said in series.notes:
            items += [4, Text(theme, said, "small")]
    return note(theme, stage.words.say("results.jobs"), *items, STRETCH)


def _contacts(stage: Stage, summary: Summary) -> Panel:
    theme = stage.theme
    items: list[Item] = []
    for at, contact in enumerate(summary.contacts):
        items += [
            10 if at else 2,
            Text(theme, contact.name, "small_strong"),
            Text(theme, contact.how, "small"),
            Text(theme, contact.about, "small", "soft"),
        ]
    return note(theme, stage.words.say("report.ask_whom"), *items, STRETCH)


def _pay(stage: Stage, material: Material) -> FoldNote:
    """As posted, with its day and contradictions; folded, for it decides nothing."""
    theme = stage.theme
    content = report_content(
        material.judgement, material.sheet, material.packs, material.facts, material.words
    )
    items: list[Item] = []
    for at, series in enumerate(content.pay.series):
        items += [12 if at else 2, Text(theme, series.name, "small_strong")]
        for line in series.lines:
            items += [
                4,
                Text(theme, f"{line.positions}: {line.amount}", "small"),
                Text(theme, line.where, "small", "soft"),
            ]
        for said in series.notes:
            items += [4, Text(theme, said, "small", "soft")]
    return FoldNote(theme, content.pay.title, *items, opened=False)
