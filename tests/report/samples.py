"""Answers from none to very many, and the reports on them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop_app.answers.sheet import read_answers
from desktop_app.i18n import load_words
from desktop_app.judgement.judge import Judge
from desktop_app.report.content import ReportContent, report_content
from desktop_app.report.kinds import Choices, Document, best_position, document
from desktop_app.rulebook.load import Rulebook, load_rulebook, words_with
from tests.conftest import TODAY

SHEETS = Path(__file__).parent.parent / "sheets"
ROLE = {
    "work": "peer_support_to_individuals",
    "setting": "not_sure",
    "paid": True,
    "start": "2025-03",
    "end": None,
}
SIZES: dict[str, dict[str, Any] | str] = {
    "nothing answered": {},
    "typical": "four-months-and-counting",
    "forty roles, all else open": {"roles": [{**ROLE, "title": f"Role number {n}"} for n in range(40)]},
    "forty roles, much missing": {
        "roles": [
            {**ROLE, "work": "other", "end": "2025-06", "title": f"Rôle número {n}"} for n in range(40)
        ],
        **dict.fromkeys(("high_school", "college_degree", "drivers_license", "tx_certificate"), "none"),
        "ca_certificate": "none",
        "can_lead_groups": False,
    },
    "a match": "ready-for-california-2",
    "Texas": "texas-lead",
}
"""Answers, or the name of a sample sheet."""


def sample(name: str) -> dict[str, Any]:
    """The answers of one of the sample sheets."""
    answers: dict[str, Any] = json.loads((SHEETS / f"{name}.json").read_text(encoding="utf-8"))["answers"]
    return answers


def document_of(
    answers: dict[str, Any] | str, choices: Choices, languages: Sequence[str], book: Rulebook
) -> Document:
    """A report of any kind, in one language or in two."""
    packs = book.in_force(TODAY)
    sheet = read_answers(sample(answers) if isinstance(answers, str) else answers, book.facts, TODAY)
    judgement = Judge([loaded.pack for loaded in packs], book.facts).judge(sheet)
    if choices.kind == "employer" and not choices.position:
        choices = replace(choices, position=best_position(judgement))
    words = [load_words(language) for language in languages]
    return document(choices, judgement, sheet, packs, book.facts, words)


def content_of(answers: dict[str, Any] | str, language: str) -> ReportContent:
    """A report outside the tests' fixtures, for a program of its own."""
    book = load_rulebook()
    packs = book.in_force(TODAY)
    given = sample(answers) if isinstance(answers, str) else answers
    sheet = read_answers(given, book.facts, TODAY)
    judgement = Judge([loaded.pack for loaded in packs], book.facts).judge(sheet)
    return report_content(judgement, sheet, packs, book.facts, words_with(load_words(language), book.packs))
