"""What is said of positions, ways and prospects around a plan, in a short form: for a page or for plain lines."""

from __future__ import annotations

from datetime import date

from desktop_app.i18n import Message, Words
from desktop_app.interview.planning import Planning
from desktop_app.judgement.plan import Plan
from desktop_app.judgement.plan_words import fees
from desktop_app.judgement.result import PositionJudgement
from desktop_app.judgement.standing import MATCHES
from desktop_app.judgement.what_if import Offer, Prospect
from desktop_app.report.material import KIND_OF_OUTCOME, Kind

NO_BREAK = "\N{NO-BREAK SPACE}"


def dated(words: Words, message: Message) -> str:
    """With its days in short, where there is little room."""
    days = {name: day for name, day in message.values.items() if isinstance(day, date)}
    return words.say(message, **{name: words.short_day(day) for name, day in days.items()})


class PlanTeller:
    """Sentences about one planning."""

    def __init__(self, words: Words, planning: Planning, today: date) -> None:
        self._words, self.planning, self._today = words, planning, today

    def position(self, position: PositionJudgement) -> str:
        """'California, Specialist II', its number on the line of its name."""
        return self._words.say("results.card", state=self.state(position), short=self.short(position))

    def state(self, position: PositionJudgement) -> str:
        return self._words.say(f"{position.series}.series.state")

    def short(self, position: PositionJudgement) -> str:
        """'Specialist II', its number on the line of its name."""
        short = self._words.say(f"{position.series}.positions.{position.id}.short")
        return NO_BREAK.join(short.rsplit(" ", 1))

    def dated(self, message: Message) -> str:
        return dated(self._words, message)

    # ------------------------------------------------------------ the head

    @property
    def title(self) -> str:
        return self.shown_title.replace(NO_BREAK, " ")

    @property
    def shown_title(self) -> str:
        chosen, plan = self.planning.chosen, self.planning.plan
        if chosen is None:
            return self._words.say("plan_page.title.matches")
        position = self.position(chosen.position)
        if plan is None:
            return self._words.say("plan_page.title.none", position=position)
        if self._is_answers(plan):
            return self._words.say("plan_page.title.answers", position=position)
        key = "earliest" if plan.at_the_earliest else "by_then"
        return self._words.say(f"plan_page.title.{key}", position=position, day=plan.ready)

    @property
    def lead(self) -> str:
        chosen, plan = self.planning.chosen, self.planning.plan
        if chosen is None or plan is None:
            return self._words.say(f"plan_page.lead.{'matches' if chosen is None else 'none'}")
        parts = []
        if self._is_answers(plan):
            parts.append(self._words.say("plan_page.lead.answers"))
        if plan.at_the_earliest:
            parts.append(self._words.say("plan_page.lead.earliest"))
        left = self.planning.left_to_ask(plan)
        if left:
            names = self._words.names(map(self._words.say, left))
            parts.append(self._words.say("plan_page.lead.confirm", names=names))
        return " ".join(parts)

    def _is_answers(self, plan: Plan) -> bool:
        return not plan.steps and not plan.waits_for_months

    # ------------------------------------------------------------ ways

    def way(self, plan: Plan) -> str:
        """Its routes side by side; each is a sentence of its own."""
        if not plan.routes:
            return self._words.say(self.planning.words(plan).name)
        series = self.planning.series(plan)
        return " + ".join(self._words.say(f"{series}.routes.{route}.name") for route in plan.routes)

    def way_in_short(self, plan: Plan) -> str:
        """'By May 21, 2027. Fees: $250, and 1 not found. 9 steps.'"""
        say, count = self._words.say, len(plan.steps)
        steps = say("plan_page.way.steps", count=count) if count else say("plan_page.way.no_steps")
        key = "earliest" if plan.at_the_earliest else "by_then"
        day = self._words.short_day(plan.ready)
        return say(f"plan_page.way.{key}", day=day, fees=self._fees(plan), steps=steps)

    def _fees(self, plan: Plan) -> str:
        say, cost = self._words.say, plan.cost
        amount = fees(cost)
        if not cost.high:
            return say("plan_page.way.fees_unknown" if cost.unknown else "plan_page.way.free")
        if cost.unknown:
            return say("plan_page.way.fees_and", amount=amount, count=cost.unknown)
        return say("plan_page.way.fees", amount=amount)

    # ------------------------------------------------------------ what if

    def offer(self, offer: Offer) -> str:
        """A requirement that it names begins small, as inside a sentence."""
        words, named = self._words, offer.name.values.items()
        inside = {key: words.names([words.say(one)]) for key, one in named if isinstance(one, Message)}
        return words.say(offer.name, **inside)

    def offer_when(self, offer: Offer) -> str:
        if offer.ends is None:
            return self._words.say("plan_page.what_if.yes_about")
        if offer.at_the_earliest and offer.ends <= self.planning.start:
            return self._words.say("plan_page.timeline.unknown")
        key = "starts" if offer.begins else "earliest" if offer.at_the_earliest else "by_then"
        return self._words.say(f"plan_page.what_if.{key}", day=self._words.short_day(offer.ends))

    def outcome(self, prospect: Prospect) -> tuple[Kind, str]:
        """As it is painted and said: what is to come only would match."""
        kind, outcome = KIND_OF_OUTCOME[prospect.outcome], prospect.outcome
        to_come = self.planning.tried or (prospect.on and prospect.on > self._today)
        if outcome in MATCHES and to_come:
            return kind, self._words.say(f"plan_page.what_if.outcome.{outcome}")
        return kind, self._words.say(f"outcome.{outcome}")

    def when(self, prospect: Prospect) -> str:
        """From when it matches, or by when further steps lead there; empty where it matches today."""
        base, say = "plan_page.what_if", self._words.say
        if prospect.on is not None:
            key = "since_earliest" if prospect.at_the_earliest else "since"
            return (
                say(f"{base}.{key}", day=self._words.short_day(prospect.on))
                if self._is_later(prospect)
                else ""
            )
        if prospect.then is not None:
            if prospect.then <= self._today and prospect.outcome == "cannot_tell":
                return say(f"{base}.then_answers")
            key = "then_earliest" if prospect.at_the_earliest else "then"
            return say(f"{base}.{key}", day=self._words.short_day(prospect.then))
        return say(f"{base}.{'open' if prospect.outcome == 'cannot_tell' else 'none'}")

    def _is_later(self, prospect: Prospect) -> bool:
        return prospect.on is not None and prospect.on > self._today
