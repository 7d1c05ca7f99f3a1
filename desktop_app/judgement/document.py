"""A judgement as the JSON that the commands give: ids and words of the contract, no prose."""

from __future__ import annotations

from typing import Any

from desktop_app.judgement.judge import Judgement, PositionJudgement, RequirementJudgement

VERSION = 1


def as_document(judgement: Judgement) -> dict[str, Any]:
    """The judgement as plain values, in a fixed order."""
    return {
        "peer_ready": VERSION,
        "as_of": judgement.as_of.isoformat(),
        "rules": dict(judgement.versions),
        "matched": dict(judgement.matched),
        "positions": [_position(position) for position in judgement.positions],
        "warnings": list(dict.fromkeys(warning.rpartition(".")[2] for warning in judgement.warnings)),
    }


def _position(position: PositionJudgement) -> dict[str, Any]:
    return {
        "id": position.id,
        "series": position.series,
        "tier": position.tier,
        "outcome": position.outcome,
        "requirements": [_requirement(requirement) for requirement in position.requirements],
        "decisive": list(position.decisive),
        "earliest": {
            "status": position.earliest.status,
            "date": position.earliest.date and position.earliest.date.isoformat(),
            "because": position.earliest.because,
            "assuming": position.earliest.assuming,
        },
    }


def _requirement(requirement: RequirementJudgement) -> dict[str, Any]:
    return {
        "id": requirement.id,
        "strength": requirement.rule.strength,
        "basis": requirement.rule.basis,
        "standing": requirement.standing.word,
        "reached": requirement.reached and requirement.reached.isoformat(),
        "cautions": list(requirement.cautions),
        "path": [{"id": step.id, "standing": step.standing.word} for step in requirement.path],
    }
