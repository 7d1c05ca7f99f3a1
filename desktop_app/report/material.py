"""What a report is made from, and the few phrases that every part of it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from desktop_app.answers.sheet import Sheet
from desktop_app.center import support_line
from desktop_app.i18n import Words
from desktop_app.judgement.explain import Explanation, caution, cited, explain
from desktop_app.judgement.result import Judgement, PathStep, PositionJudgement, RequirementJudgement
from desktop_app.judgement.who_helps import WhoHelps
from desktop_app.rulebook.citation import Citation, Source
from desktop_app.rulebook.load import Facts, LoadedPack
from desktop_app.rulebook.model import Pack

Kind = Literal["met", "ask", "todo", "open"]
"""How a status is painted: solid, tinted, an open line, dashes."""

KIND_OF_STANDING: dict[str, Kind] = {"met": "met", "unclear": "ask", "not_met": "todo", "unanswered": "open"}
KIND_OF_OUTCOME: dict[str, Kind] = {
    "meets": "met",
    "confirm": "ask",
    "not_yet": "todo",
    "cannot_tell": "open",
}
MATCHES = ("meets", "confirm")
HOURS = ("hours_missing", "part_time_hours")
"""Cautions that every pack shares: hours the employer may count otherwise."""


class Status(NamedTuple):
    """A standing or an outcome, as it is painted and as it is said."""

    kind: Kind
    word: str


@dataclass(frozen=True)
class Material:
    """A judgement and everything needed to put it into words; `words` know the packs' own."""

    judgement: Judgement
    sheet: Sheet
    packs: tuple[Pack, ...]
    facts: Facts
    words: Words
    name_private: bool = False
    helps: WhoHelps | None = None
    """Whom a center's own page names."""

    @classmethod
    def of(
        cls,
        judgement: Judgement,
        sheet: Sheet,
        packs: Sequence[LoadedPack | Pack],
        facts: Facts,
        words: Words,
        *,
        name_private: bool = False,
        helps: WhoHelps | None = None,
    ) -> Material:
        """Those packs that were judged by, in their order."""
        plain = [pack.pack if isinstance(pack, LoadedPack) else pack for pack in packs]
        judged = tuple(pack for pack in plain if pack.series in judgement.versions)
        return cls(judgement, sheet, judged, facts, words, name_private, helps)

    def explain(self, judged: RequirementJudgement | PathStep, series: str) -> Explanation:
        return explain(judged, series, self.facts, name_private=self.name_private)

    def positions(self, pack: Pack) -> tuple[PositionJudgement, ...]:
        return self.judgement.of_series(pack.series)

    def short(self, position: PositionJudgement) -> str:
        """'Specialist II'."""
        return self.words.say(f"{position.series}.positions.{position.id}.short")

    def shorts(self, positions: Sequence[PositionJudgement]) -> str:
        """'Specialist I and Specialist II'."""
        return self.words.listed([self.short(position) for position in positions])

    def state(self, pack: Pack) -> str:
        return self.words.say(f"{pack.series}.series.state")

    def name(self, judged: RequirementJudgement | PathStep, series: str) -> str:
        return self.words.say(f"{series}.{_branch(judged)}.{judged.id}.name")

    def detail(self, judged: RequirementJudgement | PathStep, series: str, what: str) -> str:
        """What it asks, its paper or what to do about it; empty where the pack says nothing."""
        key = f"{series}.{_branch(judged)}.{judged.id}.{what}"
        return self.words.say(key) if self.words.has(key) else ""

    def caution(self, series: str, id_: str) -> str:
        return self.words.say(caution(series, id_, self.words))

    def standing(self, word: str) -> Status:
        return Status(KIND_OF_STANDING[word], self.words.say(f"standing.{word}"))

    def outcome(self, position: PositionJudgement) -> Status:
        return Status(KIND_OF_OUTCOME[position.outcome], self.words.say(f"outcome.{position.outcome}"))

    def dated(self, pack: Pack) -> Source:
        """The source whose day stands for the pack's: the first that has one."""
        return next((source for source in pack.sources if source.date), pack.sources[0])

    def document(self, pack: Pack) -> str:
        """That source in words: its title, its day, and when it was read."""
        source = self.dated(pack)
        title = self.words.say(f"{pack.series}.sources.{source.id}.title")
        key = "from_dated" if source.date else "from"
        dated = {"date": source.date} if source.date else {}
        document = self.words.say(f"report.evidence.{key}", title=title, **dated)
        return f"{document} {self.words.say('report.evidence.read', retrieved=source.retrieved)}"

    def citation(self, cite: Citation, series: str) -> str:
        """'Posting, “Special Requirements”, line 1'."""
        return self.words.say(cited(series, cite))

    def place(self, cite: Citation, series: str, within: Citation | None = None) -> str:
        """The same without the source, where the pack has only one, and without a section just named."""
        pack = next(pack for pack in self.packs if pack.series == series)
        if len(pack.sources) > 1:
            return self.citation(cite, series)
        known = within is not None and within.section == cite.section
        for kind, number in (("line", cite.line), ("bullet", cite.bullet)):
            if number is not None:
                key = f"report.evidence.{'same_' if known else ''}{kind}"
                return self.words.say(key, section=cite.section, number=number)
        return self.words.say("report.evidence.section", section=cite.section)

    def who_helps(self, one: RequirementJudgement | PathStep | None = None, series: str = "") -> str:
        """Whom the center's own page names for a requirement, or for anything else; empty without such a page."""
        if self.helps is None:
            return ""
        told = self.helps.toward(one, series) if one else self.helps.besides()
        return self.words.say(told) if told else ""

    def own_line(self) -> str:
        """The center's own line to call, to stand beside 988; empty where it has none."""
        line = support_line(self.helps.center) if self.helps else None
        return self.words.say("center.own_line", line=line) if line else ""

    def questions(self, position: PositionJudgement) -> Iterator[str]:
        """The exact questions to put to the employer about one position, what must be first."""
        by_weight = sorted(position.requirements, key=lambda one: one.rule.strength == "preferred")
        for requirement in by_weight:
            for ask in self.explain(requirement, position.series).ask:
                yield self.words.say(ask)
        if any(caution in HOURS for one in position.requirements for caution in one.cautions):
            yield self.words.say("report.first.hours")

    def declined(self, fact: str) -> bool:
        """Whether a person said that they would rather not say: nobody is asked that again and again."""
        return self.sheet.not_said.get(fact) == "prefer_not_to_say"

    def question(self, fact: str) -> str:
        """An open question, so that it can stand alone; of roles already told, what is still open about them."""
        if fact == "roles" and fact in self.sheet.known:
            return self.words.say("report.first.roles_open")
        elsewhere = f"questions.{fact}.elsewhere"
        return self.words.say(elsewhere if self.words.has(elsewhere) else f"questions.{fact}.title")


def deciding(position: PositionJudgement) -> tuple[RequirementJudgement, ...]:
    """The requirements that are counted: all but what is merely good to have."""
    return tuple(one for one in position.requirements if one.rule.strength != "preferred")


def act_and_detail(text: str) -> tuple[str, str]:
    """The first sentence, which says what to do, and the rest, which explains it."""
    act, _, detail = re.sub(r"(?<=[.?!])\s+", "\n", text, count=1).partition("\n")
    return act, detail


def _branch(judged: RequirementJudgement | PathStep) -> str:
    return "path" if isinstance(judged, PathStep) else "requirements"
