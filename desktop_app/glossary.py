"""Words that not everyone knows: what they mean, and which of them stand in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from desktop_app.i18n import Words

OWN = "glossary."
FOUND = f"{OWN}found."
BETWEEN = " · "
NOT_ASKED = ("said", "open", "kept", "short", "terms")
"""What of a question's words does not stand on its page."""
_OF_A_QUESTION = re.compile(r"questions\.(?P<fact>\w+)\.terms\.(?P<id>\w+)\.term")


class Term(NamedTuple):
    """A word and its meaning."""

    id: str
    term: str
    meaning: str


@lru_cache(maxsize=4)
def every_term(words: Words) -> tuple[Term, ...]:
    """All of them, in the order of the alphabet; a word that two questions explain stands once."""
    return tuple(sorted(_terms(words).values(), key=lambda one: plain(one.term)))


def terms_in(words: Words, texts: Iterable[str]) -> list[Term]:
    """Those that stand in these texts, in the order of the alphabet. A longer one hides those inside it."""
    return with_ids(words, (ids_in(words, text) for text in texts))


def ids_in(words: Words, text: str) -> frozenset[str]:
    """The same by their ids, for one text."""
    pattern, owners = _pattern(words)
    return frozenset(owners[hit.casefold()] for hit in pattern.findall(text))


def with_ids(words: Words, ids: Iterable[frozenset[str]]) -> list[Term]:
    found = frozenset[str]().union(*ids)
    return [one for one in every_term(words) if one.id in found]


def terms_of_question(words: Words, fact: str) -> list[Term]:
    """Those that the question explains itself, then the others that stand in it and in its choices."""
    start = f"questions.{fact}."
    own: dict[str, Term] = {}
    texts: list[str] = []
    for key in words.keys():  # noqa: SIM118 - of Words, which is no mapping
        of_question = _OF_A_QUESTION.fullmatch(key)
        if of_question and of_question["fact"] == fact:
            own[of_question["id"]] = _term(words, key.removesuffix(".term"))
        elif key.startswith(start) and key.removeprefix(start).split(".")[0] not in NOT_ASKED:
            texts.append(words.say(key))
    others = [one for one in terms_in(words, texts) if one.id not in own]
    return [*own.values(), *others]


def plain(text: str) -> str:
    """As one types it: without capitals and accents."""
    split = unicodedata.normalize("NFD", text.casefold())
    return "".join(one for one in split if not unicodedata.combining(one))


def _terms(words: Words) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for key in words.keys():  # noqa: SIM118
        before = key.removesuffix(".term")
        if key != before and (_OF_A_QUESTION.fullmatch(key) or key.startswith(OWN)):
            one = _term(words, before)
            found.setdefault(one.id, one)
    return found


def _term(words: Words, key: str) -> Term:
    return Term(key.rsplit(".", 1)[1], words.say(f"{key}.term"), words.say(f"{key}.meaning"))


def _forms(words: Words) -> Mapping[str, str]:
    """Each way in which a word stands in sentences, with the word that it is."""
    forms: dict[str, str] = {}
    for key in words.keys():  # noqa: SIM118
        if key.startswith(FOUND):
            owner = key.removeprefix(FOUND)
            forms |= {form.casefold(): owner for form in words.say(key).split(BETWEEN)}
    return forms


@lru_cache(maxsize=4)
def _pattern(words: Words) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The longest first: 'peer support' before 'peer'."""
    owners = _forms(words)
    forms = "|".join(map(re.escape, sorted(owners, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE), owners
