"""Plans as the JSON that the commands give: ids, days and amounts, no prose."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from desktop_app.answers.sheet import Known
from desktop_app.judgement.document import VERSION
from desktop_app.judgement.plan import Plan
from desktop_app.judgement.planned import Planned
from desktop_app.judgement.schedule import Cost, Dated, Pace
from desktop_app.rulebook.load import Facts


def plans_document(
    planned: Iterable[Planned], as_of: date, start: date, pace: Pace, facts: Facts
) -> dict[str, Any]:
    """The plans of these positions as plain values, in a fixed order."""
    return {
        "peer_ready": VERSION,
        "as_of": as_of.isoformat(),
        "start": start.isoformat(),
        "hours_a_week": {"training": pace.training, "work": pace.work},
        "positions": [
            {
                "id": one.position.id,
                "series": one.position.series,
                "tier": one.position.tier,
                "outcome": one.position.outcome,
                "plans": [_plan(plan, facts) for plan in one.plans],
            }
            for one in planned
        ],
    }


def _plan(plan: Plan, facts: Facts) -> dict[str, Any]:
    return {
        "routes": list(plan.routes),
        "ready": plan.ready.isoformat(),
        "at_the_earliest": plan.at_the_earliest,
        "outcome": plan.outcome,
        "waits_for_months": plan.waits_for_months,
        "if_so": [_if_so(fact, value, facts) for fact, value in plan.if_so],
        "waives": list(plan.waives),
        "before_paying": list(plan.before_paying),
        "steps": [_step(step) for step in plan.steps],
        "unlocks": [{"position": position, "date": day.isoformat()} for day, position in plan.unlocks],
        "fees": _cost(plan.cost),
    }


def _if_so(fact: str, value: Known, facts: Facts) -> dict[str, Any]:
    """An answer that is counted on; null where it is private, or would take a whole role to say."""
    plain = facts.by_id[fact].kind in ("choice", "yes_no") and not facts.by_id[fact].private
    return {"fact": fact, "answer": value if plain else None}


def _step(one: Dated) -> dict[str, Any]:
    step = one.step
    return {
        "id": step.id,
        "route": one.route,
        "begins": one.begins.isoformat(),
        "ends": one.ends.isoformat(),
        "at_the_earliest": one.at_the_earliest,
        "takes": step.takes.model_dump(exclude_defaults=True),
        "fee": _cost(one.cost) if step.fee else None,
        "source": step.grounds and step.grounds.source,
        "confidence": step.grounds and step.grounds.confidence,
    }


def _cost(cost: Cost) -> dict[str, Any]:
    """Dollars as text, so that no cent is lost, and how many fees were not found."""
    return {"low": str(cost.low), "high": str(cost.high), "not_found": cost.unknown}
