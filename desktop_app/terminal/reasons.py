"""Why each requirement stands as it does, as plain lines: the whole tree, and where it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from desktop_app.answers.sheet import Sheet
from desktop_app.i18n import Words
from desktop_app.judgement.case import case_of
from desktop_app.judgement.reasons import Reason, reason
from desktop_app.judgement.result import Judgement, PathStep, PositionJudgement, RequirementJudgement
from desktop_app.report.material import Material
from desktop_app.report.requirements import RequirementRow, row_of
from desktop_app.rulebook.load import Facts, LoadedPack
from desktop_app.terminal.results import STEP, Line, Part, Write, ended


def print_reasons(
    judgement: Judgement,
    positions: Sequence[PositionJudgement],
    sheet: Sheet,
    packs: Sequence[LoadedPack],
    facts: Facts,
    words: Words,
    write: Write = click.echo,
    *,
    name_private: bool = False,
) -> None:
    """Writes the trees of these positions. The kind of lived experience is named only with `name_private`."""
    material = Material.of(judgement, sheet, packs, facts, words, name_private=name_private)
    write(words.say("app.self_assessment", as_of=judgement.as_of))
    for position in positions:
        teller = _Teller(material, position.series)
        Part(position.id, tuple(teller.position(position))).write_to(write)


class _Teller:
    """Puts the trees of one series into lines."""

    def __init__(self, material: Material, series: str) -> None:
        self._material, self._words, self._series = material, material.words, series
        self._known = case_of(material.sheet, material.facts).known

    def position(self, position: PositionJudgement) -> Iterator[Line]:
        words = self._words
        title = words.say(
            "terminal.results.position",
            state=words.say(f"{self._series}.series.state"),
            name=words.say(f"{self._series}.positions.{position.id}.name"),
        )
        outcome = words.say(f"outcome.{position.outcome}")
        yield Line(words.say("terminal.results.outcome", position=title, outcome=outcome))
        for one in position.requirements:
            yield from self._requirement(one, row_of(self._material, one, self._series))

    def _requirement(self, one: RequirementJudgement, row: RequirementRow) -> Iterator[Line]:
        yield from self._judged(one, row, STEP)
        if row.path:
            yield Line(row.path_title, 2 * STEP)
        for step, below in zip(one.path, row.path, strict=True):
            yield from self._judged(step, below, 3 * STEP)

    def _judged(
        self, one: RequirementJudgement | PathStep, row: RequirementRow, indent: int
    ) -> Iterator[Line]:
        """Standing and name; what is asked; the tree; what is open, to ask or to do; where it is written."""
        yield self._line("row", indent, standing=row.status.word, name=row.name)
        below = indent + STEP
        yield self._line("asks", below, asks=row.asks)
        yield from self._tree(one, below)
        for fact in self._material.explain(one, self._series).open_facts:
            question = self._material.question(fact)
            yield Line(self._words.say("explain.open", question=question), below)
        for question in row.questions:
            yield self._line("question", below, question=question)
        if row.change and row.status.kind == "todo":
            yield self._line("change", below, change=row.change)
        for caution in row.cautions:
            yield self._line("note", below, caution=caution)
        source = " ".join(map(ended, (row.source, *row.remarks)))
        yield self._line("source", below, source=source)

    def _tree(self, one: RequirementJudgement | PathStep, indent: int) -> Iterator[Line]:
        material = self._material
        tree = reason(one, self._series, self._known, material.facts, name_private=material.name_private)
        if tree.parts:
            yield Line(self._words.say("explain.how"), indent)
            yield from self._node(tree, indent + STEP)
        else:
            # The standing of the whole says that of its only part.
            yield Line(" ".join(self._sentences(tree)), indent)

    def _node(self, node: Reason, indent: int) -> Iterator[Line]:
        text = " ".join(self._sentences(node))
        if node.standing and not node.parts:
            standing = self._words.say(f"standing.{node.standing}")
            text = self._words.say("explain.standing", standing=standing, why=text)
        yield Line(self._words.say("explain.part", text=text), indent, STEP)
        for part in node.parts:
            yield from self._node(part, indent + STEP)

    def _sentences(self, node: Reason) -> Iterator[str]:
        yield self._words.say_all(node.why)
        if node.asked and node.standing not in ("met", "unclear"):
            answers = [self._words.say(message) for message in node.asked]
            if all(message.key.startswith("tree.") for message in node.asked):
                yield from answers
            else:
                key = "explain.may_count" if node.may_count else "explain.counts"
                yield self._words.say(key, answers="; ".join(answers))
        if node.settles:
            yield self._words.say("explain.settles")

    def _line(self, key: str, indent: int, **values: str) -> Line:
        return Line(self._words.say(f"terminal.results.{key}", **values), indent)
