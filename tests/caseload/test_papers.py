"""Papers: what staff saw stands apart from what was told, and is no answer."""

from __future__ import annotations

from desktop_app.caseload.papers import PAPERS, papers_of
from desktop_app.i18n import LANGUAGES, load_words
from tests.caseload.conftest import kept
from tests.conftest import TODAY

SAID = {
    "high_school": "ged_or_hiset",
    "government_photo_id": False,
    "roles": [],
    "tx_certificate": "expired",
    "ca_training": "in_progress",
    "ca_exam": "not_sure",
}


def test_what_was_told_and_what_was_seen_stand_side_by_side(judging, row) -> None:
    client = row(papers={"high_school": TODAY, "ca_exam": TODAY}).client
    lines = {line.paper: line for line in papers_of(client, judging.judged(kept(SAID)).sheet)}
    told = {paper: line.told for paper, line in lines.items() if line.told != "open"}
    assert told == {
        "high_school": "yes",
        "government_photo_id": "no",
        "roles": "no",
        "tx_certificate": "yes",
        "ca_training": "no",
    }
    assert {paper for paper, line in lines.items() if line.seen} == {"high_school", "ca_exam"}


def test_before_a_sitting_all_is_open(row) -> None:
    assert {line.told for line in papers_of(row().client, None)} == {"open"}


def test_every_paper_is_a_question_and_has_a_name(book) -> None:
    assert set(PAPERS) <= set(book.facts.by_id)
    for language in LANGUAGES:
        words = load_words(language)
        assert all(words.has(f"caseload.papers.{paper}") for paper in PAPERS)
    for paper, none in PAPERS.items():
        fact = book.facts.by_id[paper]
        assert fact.kind != "choice" or set(none) <= set(fact.choices)
