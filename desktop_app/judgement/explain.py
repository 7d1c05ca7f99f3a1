"""Says why a requirement stands as it does: catalog keys and values, never prose."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from desktop_app.i18n import Message, Words
from desktop_app.judgement.case import MonthRange, years_after
from desktop_app.judgement.finding import Finding, facts_of
from desktop_app.judgement.judge import PathStep, RequirementJudgement
from desktop_app.judgement.standing import NOT_MET, Grade
from desktop_app.rulebook.citation import Citation
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import Pack


class Explanation(NamedTuple):
    """One requirement in sentences."""

    why: tuple[Message, ...]
    """What it rests on, what is short of it, or what is not known yet."""
    ask: tuple[Message, ...]
    """The exact questions to put to the employer, while it is unclear."""
    open_facts: tuple[str, ...]
    """The facts whose answers would tell, while it is unanswered."""
    change: Message | None
    """What would change it; None where it is met."""


def explain(
    judged: RequirementJudgement | PathStep, series: str, facts: Facts, *, name_private: bool = False
) -> Explanation:
    """Why a requirement, or a step toward a credential, stands as it does.

    What was chosen of a private fact (the kind of lived experience) is named only with `name_private`.
    """
    teller = _Teller(series, facts, name_private)
    word = judged.standing.word
    kept = () if name_private else [fact.id for fact in facts.by_id.values() if fact.private]
    told = _called_for(list(_telling(judged.finding, kept)), facts)
    ask: tuple[Message, ...] = ()
    if word == "unclear":
        told = [found for found in told if found.observed is not None or not found.fact] or told
        # An inferred rule is unclear even where nothing in it is: then the level itself is the question.
        keys = list(_asks(judged.finding)) or ["inferred"]
        ask = once(Message(f"{series}.asks.{key}") for key in keys)
    open_facts = (
        tuple(dict.fromkeys(found.fact for found in told if _is_open(found))) if word == "unanswered" else ()
    )
    return Explanation(once(teller.sentences(told)), ask, open_facts, _change(judged, series, open_facts))


def told_of(
    finding: Finding, series: str, facts: Facts, *, name_private: bool = False
) -> tuple[Message, ...]:
    """What one leaf of a tree says: what was observed, and what was asked for where the words name it."""
    return tuple(_Teller(series, facts, name_private).sentences([finding]))


def cited(series: str, cite: Citation) -> Message:
    """Where a requirement stands, in words: the source, its section, the line or bullet."""
    values = {"source": Message(f"{series}.sources.{cite.source}.short"), "section": cite.section}
    if cite.line is not None:
        return Message("citation.line", {**values, "number": cite.line})
    if cite.bullet is not None:
        return Message("citation.bullet", {**values, "number": cite.bullet})
    return Message("citation.section", values)


def filing(pack: Pack, as_of: date) -> Message | None:
    """When one can apply, as seen from a day; None where the pack does not say."""
    if pack.filing is None:
        return None
    opens, closes = pack.filing.opens, pack.filing.closes
    if as_of < opens:
        return Message("filing.not_yet", {"opens": opens})
    if closes is None:
        return Message("filing.until_filled", {"opens": opens})
    return Message("filing.open" if as_of <= closes else "filing.closed", {"closes": closes})


def caution(series: str, id_: str, words: Words) -> Message:
    """A caution's words: the pack's own, or those that every pack shares."""
    own = f"{series}.cautions.{id_}"
    return Message(own if words.has(own) else f"cautions.{id_}")


def _called_for(told: list[Finding], facts: Facts) -> list[Finding]:
    """Without the follow-ups to a question that is itself still open."""
    silent = {found.fact for found in told if found.observed is None}
    before = {found.fact: facts.by_id[found.fact].read_when for found in told if found.fact}
    return [found for found in told if not (asked := before.get(found.fact)) or asked.fact not in silent]


def _change(
    judged: RequirementJudgement | PathStep, series: str, open_facts: tuple[str, ...]
) -> Message | None:
    word = judged.standing.word
    kind = "path" if isinstance(judged, PathStep) else "requirements"
    todo = Message(f"{series}.{kind}.{judged.id}.todo")
    if word == "not_met":
        return todo
    if word == "unclear":
        # What may be earned once hired is something to do, and a yes alone would not settle it.
        return todo if _may_wait(judged.finding) else Message("change.unclear")
    if word == "unanswered":
        return Message(
            "change.unanswered", {"questions": tuple(Message(f"questions.{f}.short") for f in open_facts)}
        )
    return None


def _may_wait(finding: Finding) -> bool:
    """Whether a standing is unclear for what may still be earned once hired."""
    if finding.kind == "within_months_of_hire":
        return finding.parts[0].standing == NOT_MET
    return any(_may_wait(part) for part in (deciding(finding) if finding.parts else ()))


def _telling(finding: Finding, kept: Collection[str] = ()) -> Iterator[Finding]:
    """The leaves that a standing rests on: those that make it so, not all there are.

    Before them how many are wanted, and after them how long they may wait.
    """
    if not finding.parts:
        yield finding
        return
    if finding.kind == "at_least":
        yield finding
    for part in deciding(finding, kept):
        yield from _telling(part, kept)
    if finding.kind == "within_months_of_hire" and finding.standing.low is not Grade.MET:
        yield finding


def deciding(finding: Finding, kept: Collection[str] = ()) -> Iterable[Finding]:
    """The parts of a node that make its standing what it is.

    Of several that each would do, one without a fact that is `kept` private: naming it would say what was chosen.
    """
    parts, standing = finding.parts, finding.standing
    if finding.kind in ("at_best_unclear", "within_months_of_hire"):
        return parts
    if finding.kind == "at_least" and standing.low is Grade.MET:
        return [part for part in parts if part.standing.low is Grade.MET][: finding.asked]
    if finding.kind == "any":
        if standing.low is Grade.MET:
            met = [part for part in parts if part.standing.low is Grade.MET]
            return ([part for part in met if not facts_of(part).intersection(kept)] or met)[:1]
        return [part for part in parts if part.standing != NOT_MET] if standing != NOT_MET else parts
    if standing.high is Grade.NOT_MET:
        return [part for part in parts if part.standing.high is Grade.NOT_MET]
    short = [part for part in parts if part.standing.low is not Grade.MET]
    if finding.kind == "at_least":
        short = [part for part in short if part.standing != NOT_MET]
    return short or parts


def _asks(finding: Finding) -> Iterator[str]:
    """The questions behind an unclear standing."""
    if finding.standing.high is Grade.NOT_MET or finding.standing.low is Grade.MET:
        return
    if finding.kind in _ASKING and finding.words:
        yield finding.words
    if finding.kind not in ("at_best_unclear", "within_months_of_hire"):
        for part in deciding(finding) if finding.parts else ():
            yield from _asks(part)


_ASKING = ("answer", "credential", "at_best_unclear", "within_months_of_hire", "employer_decides")


def _is_open(finding: Finding) -> bool:
    return bool(finding.fact) and not finding.standing.settled


class _Teller:
    """Turns the leaves of a judgement into messages."""

    def __init__(self, series: str, facts: Facts, name_private: bool) -> None:
        self.series, self.facts, self.name_private = series, facts, name_private

    def sentences(self, told: list[Finding]) -> Iterator[Message]:
        counted: set[MonthRange] = set()
        for found in told:
            if found.kind == "months" and found.observed is not None:
                if found.observed in counted:
                    continue  # the same months, counted another way
                counted.add(found.observed)
            yield from self._leaf(found)

    def _leaf(self, found: Finding) -> Iterator[Message]:
        if not found.fact:
            yield Message(f"reasons.{found.kind}", self._counted(found))
        elif found.observed is None:
            yield Message(f"questions.{found.fact}.open")
        elif found.kind == "months":
            yield self._months(found)
        elif found.kind == "has_role":
            known = "some" if found.standing.high is Grade.MET else "none"
            yield Message(f"{self.series}.counts.{found.words}.{known}")
        elif found.kind == "credential":
            yield self._credential(found)
        elif found.kind == "years_since":
            yield from self._years(found)
        else:
            yield from self._answer(found)

    def _counted(self, found: Finding) -> dict[str, int]:
        """How many are wanted, of how many, and how many there are."""
        if found.kind == "at_least":
            return {"asked": found.asked, "total": len(found.parts), "count": found.observed}
        return {"count": found.asked} if found.asked else {}

    def _years(self, found: Finding) -> Iterator[Message]:
        base = f"questions.{found.fact}"
        if self._is_kept(found):
            yield Message(f"{base}.kept.{found.standing.word}")
            return
        yield Message(f"{base}.since", {"day": found.observed})
        if found.standing == NOT_MET:
            on = years_after(found.observed, found.asked)
            yield Message("reasons.years_since", {"count": found.asked, "day": on})

    def _is_kept(self, found: Finding) -> bool:
        return self.facts.by_id[found.fact].private and not self.name_private

    def _months(self, found: Finding) -> Message:
        low, high = found.observed
        values = {"count": low, "low": low, "high": high, "asked": found.asked}
        form = "between" if low != high else "exactly" if low else "none"
        return Message(f"{self.series}.counts.{found.words}.{form}", values)

    def _credential(self, found: Finding) -> Message:
        said = Message(f"questions.{found.fact}.said.{found.observed}")
        if found.asked is None:
            return said
        ran_out = found.standing == NOT_MET
        return Message("certificate.ran_out" if ran_out else "certificate.runs_until", {"day": found.asked})

    def _answer(self, found: Finding) -> Iterator[Message]:
        base = f"questions.{found.fact}"
        if self._is_kept(found):
            yield Message(f"{base}.kept.{found.standing.word}")
        elif isinstance(found.observed, tuple):
            counting = [choice for choice in found.observed if choice in found.asked] or found.observed
            for choice in counting:
                yield Message(f"{base}.said.{choice}")
        else:
            said = {True: "yes", False: "no"}.get(found.observed, found.observed)
            yield Message(f"{base}.said.{said}")


def once(messages: Iterable[Message]) -> tuple[Message, ...]:
    """Each message one time, in order."""
    seen: list[Message] = []
    for message in messages:
        if message not in seen:
            seen.append(message)
    return tuple(seen)
