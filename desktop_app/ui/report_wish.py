"""What a person wishes of a report before it is saved or printed, and how it is made from that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.i18n import Words
from desktop_app.interview.planning import Trial
from desktop_app.interview.session import View

if TYPE_CHECKING:  # imported when somebody saves or prints
    from desktop_app.judgement.who_helps import WhoHelps
    from desktop_app.report.forms import Form
    from desktop_app.report.kinds import Document, KindName
    from desktop_app.report.paper import PaperName

KIND_NAMES: tuple[KindName, ...] = ("mine", "employer", "one_page", "staff")
FORM_NAMES: tuple[Form, ...] = ("pdf", "web", "text")
PAPER_NAMES: tuple[PaperName, ...] = ("letter", "a4")


class Wish(NamedTuple):
    """Says nothing of what was answered; kept while the page is made anew."""

    put_in: bool = False
    """Whether the kind of lived experience is named."""
    kind: KindName = "mine"
    position: str = ""
    """What a copy for an employer is about."""
    paper: PaperName = "letter"
    languages: tuple[str, ...] = ()
    """In which it is, the left-hand one first; empty: as the window."""
    form: Form = "pdf"
    """What it is saved as; what is printed has none."""


def report_of(view: View, words: Words, wish: Wish, helps: WhoHelps | None, trial: Trial | None) -> Document:
    """The report as it was wished for; takes a while."""
    from desktop_app.i18n import load_words
    from desktop_app.report.content import AS_IT_IS
    from desktop_app.report.kinds import Choices, best_position, document

    judgement, interview = view.judgement, view.interview
    position = wish.position or (best_position(judgement) if wish.kind == "employer" else "")
    languages = [
        words if one == words.language else load_words(one) for one in wish.languages or (words.language,)
    ]
    return document(
        Choices(wish.kind, position, wish.paper, wish.put_in),
        judgement,
        view.sheet,
        interview.packs,
        interview.book.facts,
        languages,
        helps=helps,
        trial=trial or AS_IT_IS,
    )


def words_of(wish: Wish, words: Words) -> Words:
    """Those of the report's (first) language."""
    from desktop_app.i18n import load_words

    first = wish.languages[0] if wish.languages else words.language
    return words if first == words.language else load_words(first)
