"""The whole tree behind a standing, in catalog keys and values: what was observed, asked for, and what settles it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from desktop_app.answers.sheet import Known
from desktop_app.i18n import Message
from desktop_app.judgement.case import called_for
from desktop_app.judgement.explain import deciding, told_of
from desktop_app.judgement.finding import Finding
from desktop_app.judgement.result import PathStep, RequirementJudgement
from desktop_app.rulebook.load import Facts

GROUPS = ("all", "any", "at_best_unclear")
"""Kinds of node that only say how their parts count."""


class Reason(NamedTuple):
    """One node of the tree, and the nodes below it."""

    standing: str | None
    """The standing's word; None for a follow-up that was not asked after what was said before it."""
    why: tuple[Message, ...]
    """What was observed; of a node with parts, how they count."""
    asked: tuple[Message, ...]
    """The answers that count here, where the sentence does not name what is asked for."""
    may_count: bool
    """Whether the source is silent about some of these answers."""
    settles: bool
    """Whether the standing of the whole rests on this part rather than on those beside it."""
    parts: tuple[Reason, ...]


def reason(
    judged: RequirementJudgement | PathStep,
    series: str,
    known: Mapping[str, Known],
    facts: Facts,
    *,
    name_private: bool = False,
) -> Reason:
    """The tree of a requirement or a step. `known` is what was told; private answers are named with `name_private`."""
    teller = _Teller(series, known, facts, name_private)
    return teller.node(judged.finding, settles=False, whole=judged.finding.standing.settled)


class _Teller:
    def __init__(self, series: str, known: Mapping[str, Known], facts: Facts, name_private: bool) -> None:
        self._series, self._known, self._facts = series, known, facts
        self._name_private = name_private

    def node(self, finding: Finding, *, settles: bool, whole: bool) -> Reason:
        """`whole`: whether all of what is settled rests on this node."""
        if finding.fact and not called_for(finding.fact, self._known, self._facts):
            return Reason(
                None, (Message("tree.not_asked", {"question": _short(finding)}),), (), False, False, ()
            )
        parts = tuple(self._parts(finding, whole=whole))
        return Reason(
            finding.standing.word,
            self._why(finding),
            tuple(self._asked(finding)),
            bool(finding.words) and finding.kind == "answer",
            settles,
            parts,
        )

    def _parts(self, finding: Finding, *, whole: bool) -> Iterator[Reason]:
        """Those that settle it are marked, unless it takes all there are."""
        decisive = list(deciding(finding)) if finding.parts else []
        several, telling = len(finding.parts) > 1, len(decisive) < len(finding.parts)
        for part in finding.parts:
            settles = whole and telling and any(part is one for one in decisive)
            yield self.node(part, settles=settles, whole=settles or (whole and not several))

    def _why(self, finding: Finding) -> tuple[Message, ...]:
        if finding.kind in GROUPS:
            return (Message(f"tree.{finding.kind}"),)
        return told_of(finding, self._series, self._facts, name_private=self._name_private)

    def _asked(self, finding: Finding) -> Iterator[Message]:
        """What would count; which kinds of a private answer do is left to the requirement's own words."""
        if finding.kind == "answer" and not self._is_kept(finding):
            for answer in finding.asked:
                yield answer_words(finding.fact, answer)
        elif finding.observed is None and finding.kind in ("months", "years_since"):
            yield Message(f"tree.{finding.kind}", {"count": finding.asked})

    def _is_kept(self, finding: Finding) -> bool:
        return self._facts.by_id[finding.fact].private and not self._name_private


def answer_words(fact: str, answer: str | bool) -> Message:
    """One answer as it stands among a question's choices."""
    if isinstance(answer, bool):
        return Message("answers.yes" if answer else "answers.no")
    return Message(f"questions.{fact}.choices.{answer}")


def _short(finding: Finding) -> Message:
    return Message(f"questions.{finding.fact}.short")
