"""What a center's own page adds to the report: whom to turn to, and its line beside 988; and whatever it is called."""

from __future__ import annotations

import re
from typing import Any

import pytest

from desktop_app.answers.sheet import read_answers
from desktop_app.center import LIMITS, Center, Entry, OwnLine
from desktop_app.judgement.judge import Judge
from desktop_app.judgement.who_helps import WhoHelps
from desktop_app.report.content import ReportContent, report_content
from desktop_app.report.pdf import pdf_bytes
from tests.conftest import TODAY
from tests.report.conftest import pages_of, printed, sample

OURS = Center(
    name="Sierra Peer Center",
    phone="209-555-0100",
    support=OwnLine(name="Sierra Warm Line", how="209-555-0188"),
    places=(Entry(name="Arnold Drop-In", how="12 Main Street"),),
    trainers=(Entry(name="M. Ortega", how="209-555-0142"),),
    languages="English, Hmong",
)


KNOWN = {
    "lived_experience": ["own_mental_health_services"],
    "tx_certificate": "none",
    "college_degree": "none",
}
"""With these, what is wanted first is months of peer support."""


@pytest.fixture
def told(book, both_words):
    def made(
        center: Center | None, answers: dict[str, Any] | str = "four-months-and-counting", language="en"
    ):
        packs = book.in_force(TODAY)
        sheet = read_answers(sample(answers) if isinstance(answers, str) else answers, book.facts, TODAY)
        judgement = Judge([loaded.pack for loaded in packs], book.facts).judge(sheet)
        routes = {loaded.pack.series: loaded.routes() for loaded in packs}
        helps = WhoHelps(center, routes) if center else None
        return report_content(judgement, sheet, packs, book.facts, both_words[language], helps=helps)

    return made


def steps(content: ReportContent) -> list[tuple[str, str]]:
    return [(step.act, step.helps) for series in content.steps.series for step in series.steps]


def test_every_step_names_the_center_and_those_for_it_first(told) -> None:
    content = told(OURS)
    assert steps(content)
    assert all(helps.endswith("Sierra Peer Center, 209-555-0100") for _, helps in steps(content))
    months = next(helps for act, helps in steps(content) if "Arnold" in helps)
    assert months == "Who can help: Arnold Drop-In, 12 Main Street; Sierra Peer Center, 209-555-0100"
    assert any("M. Ortega, 209-555-0142" in helps for _, helps in steps(content))


def test_it_stands_in_print_with_its_line_on_every_page(told) -> None:
    pages = pages_of(told(OURS))
    assert "Who can help: " in pages[0]
    assert "Sierra Peer Center. 209-555-0100. Your peer center. Languages: English, Hmong" in pages[0]
    assert all("Sierra Warm Line, 209-555-0188." in page for page in pages)


def test_in_spanish(told) -> None:
    text = printed(told(OURS, language="es"))
    assert "Quién puede ayudar: " in text
    assert "Su centro de apoyo entre pares. Idiomas: English, Hmong" in text


def test_without_a_page_nothing_of_it_is_there(told) -> None:
    content = told(None)
    assert {helps for _, helps in steps(content)} == {""}
    assert content.furniture.own_line == ""
    assert "Who can help" not in printed(content)


@pytest.mark.parametrize(
    "name", ["<img src=x>", "</para>", "<b>", "&amp;", "{title}", "%s", "a" * 80, "W" * 40, "日本"]
)
def test_whatever_it_is_called_is_printed_as_it_is(told, name) -> None:
    entry = Entry(name=name, how=name[:30])
    line = OwnLine(name=name[: LIMITS["support_name"]], how=name[: LIMITS["support_how"]])
    center = Center(
        name=name, phone=name[:40], support=line, places=(entry,) * 12, trainers=(entry,) * 12, languages=name
    )
    text = printed(told(center))
    if name.isascii():
        assert re.sub(r"\s", "", name) in re.sub(r"\s", "", text)


def test_page_one_stands_alone_however_much_a_center_tells(told) -> None:
    how = "Its address and its phone " * 4
    places = tuple(Entry(name=f"{number} " + "A long name of a place " * 3, how=how) for number in range(12))
    name = "Our own peer wellness center of the county"
    center = Center(name=name, phone="209-555-0100", places=places)
    content = told(
        center, {"high_school": "ged_or_hiset", "drivers_license": "california", "roles": []} | KNOWN
    )
    assert content.first_page.summary.first.helps.count("A long name") == 12 * 3
    first, second, *_ = pages_of(content)
    assert "Who to ask" in first
    assert name in first
    assert "Who to ask" not in second


def test_the_same_page_gives_the_same_bytes(told) -> None:
    assert pdf_bytes(told(OURS)) == pdf_bytes(told(OURS))
