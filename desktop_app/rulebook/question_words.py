"""Which texts a question needs, for packs that bring their own, and how these group its choices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from desktop_app.i18n import Words
from desktop_app.rulebook.model import Fact

OPTIONAL = (".lead", ".elsewhere", ".hints.", ".groups.", ".terms.")
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


def grouped(fact: Fact, words: Words) -> list[tuple[str | None, Sequence[str]]]:
    """A question's choices under the titles it has for them: by the start of their ids, the rest last.

    Choices that stand alone come after the others, without a title.
    """
    titles = f"questions.{fact.id}.groups."
    names: list[str | None] = [
        key.removeprefix(titles) for key in list(words.keys()) if key.startswith(titles)
    ]
    parts: dict[str | None, list[str]] = {name: [] for name in names or [None]}
    for choice in fact.choices:
        if choice not in fact.alone:
            named = (name for name in parts if name and choice.startswith(f"{name}_"))
            parts[next(named, next(reversed(parts)))].append(choice)
    told = [(words.say(f"{titles}{name}") if name else None, part) for name, part in parts.items() if part]
    return [*told, *([(None, fact.alone)] if fact.alone else [])]
