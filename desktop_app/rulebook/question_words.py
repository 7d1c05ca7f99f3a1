"""Which texts a question needs, for packs that bring their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.rulebook.model import Fact

OPTIONAL = (".lead", ".hints.", ".groups.", ".terms.")
"""Texts that a question may have."""
STANDINGS = ("met", "unclear", "not_met", "unanswered")


def question_words(facts: Iterable[Fact]) -> Iterator[str]:
    """Every text that the program will look up for these questions."""
    for fact in facts:
        base = f"questions.{fact.id}"
        yield from (f"{base}.{key}" for key in ("title", "short", "why", "open"))
        yield from (f"{base}.choices.{choice}" for choice in fact.choices)
        if fact.kind == "date":
            yield f"{base}.since"
        answers = ("yes", "no") if fact.kind == "yes_no" else fact.choices
        yield from (f"{base}.said.{answer}" for answer in answers)
        if fact.private:
            yield from (f"{base}.kept.{standing}" for standing in STANDINGS)
