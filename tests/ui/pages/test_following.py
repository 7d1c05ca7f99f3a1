"""Results and plan follow at once: what changed is said anew, all else stays, and so do the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.pages.plan import PlanPage
from desktop_app.ui.pages.results import ResultsPage
from desktop_app.ui.widgets.pill import Pill
from desktop_app.ui.widgets.requirement_row import RequirementRow
from tests.ui.pages.conftest import Sitting, answers_of
from tests.ui.pages.use import click, said

Begin = Callable[..., Sitting]


def results(sitting: Begin, sheet: str) -> tuple[Sitting, ResultsPage]:
    one = sitting(answers_of(sheet), "results")
    page = one.open(ResultsPage)
    one.navigator.answered.connect(page.follow)
    return one, page


def plan(sitting: Begin, sheet: str) -> PlanPage:
    return sitting(answers_of(sheet), "plan").open(PlanPage)


def rows(page: QWidget) -> list[RequirementRow]:
    return [row for row in page.findChildren(RequirementRow) if row.isVisible()]


def settle() -> None:
    QApplication.processEvents()


# ---------------------------------------------------------------- the results


def test_an_answer_changes_the_open_position_and_leaves_it_open(sitting: Begin, qtbot) -> None:
    one, page = results(sitting, "ready-for-california-1")
    card = page.cards["ca-calaveras-2"]
    click(qtbot, card)
    before = {row: said(row) for row in rows(page)}
    one.navigator.keep("drivers_license", "none")
    settle()
    assert card.isChecked()
    after = {row: said(row) for row in rows(page)}
    stayed = before.keys() & after.keys()
    assert stayed, "rows that say the same are the same rows"
    assert all(after[row] == before[row] for row in stayed)
    assert len(after) == len(before)
    assert "Not yet" in page.cards["ca-calaveras-1"].accessibleName()


def test_what_follows_is_what_a_page_made_anew_would_say(sitting: Begin, qtbot) -> None:
    one, page = results(sitting, "four-months-and-counting")
    for fact, value in (
        ("drivers_license", "none"),
        ("high_school", "none"),
        ("tx_certificate", "current"),
        ("drivers_license", "california"),
        ("college_degree", "associate"),
        ("tx_certificate", "none"),
    ):
        one.navigator.keep(fact, value)
        for position in ("tx-state-2", "ca-calaveras-1"):
            click(qtbot, page.cards[position])
        settle()
        anew = one.open(ResultsPage)
        assert sorted(said(page).splitlines()) == sorted(said(anew).splitlines())
        page.window().raise_()


def test_the_keys_stay_where_they_are(sitting: Begin, qtbot) -> None:
    one, page = results(sitting, "mostly-silent")
    card = page.cards["tx-state-1"]
    click(qtbot, card)
    card.setFocus()
    one.navigator.keep("tx_certificate", "none")
    settle()
    assert card.hasFocus()


def test_a_position_opened_again_shows_the_answer_given_meanwhile(sitting: Begin, qtbot) -> None:
    one, page = results(sitting, "ready-for-california-1")
    for position in ("ca-calaveras-1", "tx-state-2"):
        click(qtbot, page.cards[position])
    one.navigator.keep("drivers_license", "none")
    click(qtbot, page.cards["ca-calaveras-1"])
    settle()
    pills = [pill.text() for row in rows(page) for pill in row.findChildren(Pill)]
    assert "Not yet" in pills


# ---------------------------------------------------------------- the plan


def test_switching_leaves_the_switches_and_the_steps_as_they_are(sitting: Begin, qtbot) -> None:
    page = plan(sitting, "ready-for-california-1")
    switches, told = dict(page.what_if.switches), said(page._body)
    key, switch = next(iter(switches.items()))
    switch.setFocus()
    click(qtbot, switch)
    settle()
    assert page.what_if.switches == switches
    assert page.what_if.switches[key].isChecked()
    assert switch.hasFocus()
    assert said(page._body) == told


def test_another_pace_says_the_days_anew_and_keeps_the_keys(sitting: Begin, qtbot) -> None:
    page = plan(sitting, "ready-for-california-1")
    title, hours = page.name, page.pace.training
    hours.setFocus()
    qtbot.keyClick(hours, Qt.Key.Key_Up)
    settle()
    assert page.name != title
    assert page.name in said(page)
    assert title not in said(page)
    assert hours.hasFocus()


def test_a_plan_that_follows_says_what_one_made_anew_would(sitting: Begin, qtbot) -> None:
    one = sitting(answers_of("ready-for-california-1"), "plan")
    page = one.open(PlanPage)
    one.navigator.answered.connect(page.follow)
    for fact, value in (("high_school", "none"), ("tx_certificate", "expired"), ("high_school", "diploma")):
        one.navigator.keep(fact, value)
        settle()
        anew = one.open(PlanPage)
        assert sorted(said(page).splitlines()) == sorted(said(anew).splitlines())
