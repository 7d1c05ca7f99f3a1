"""Every page of the program in the states that differ, and how a window is brought to each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtWidgets import QApplication

from desktop_app import resources
from desktop_app.interview.session import CHECK, PLAN, RESULTS, STORIES, Session
from desktop_app.rulebook.load import load_rulebook
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.beside import BESIDE
from desktop_app.ui.pages.results import ResultsPage
from desktop_app.ui.pages.roles import RolesPage
from desktop_app.ui.widgets.fold import FoldHead
from tests.ui.center_scenes import CENTER_SCENES, OURS
from tests.ui.desk_scenes import DESK_SCENES
from tests.ui.desk_scenes_client import CLIENT_SCENES
from tests.ui.desk_scenes_numbers import NUMBERS_SCENES
from tests.ui.help_scenes import HELP_SCENES, unfold_words
from tests.ui.print_scenes import PRINT_SCENES
from tests.ui.safe_scenes import SAFE_SCENES

SAMPLE: dict[str, Any] = json.loads(
    (resources.folder() / "sample" / "candidate.json").read_text(encoding="utf-8")
)["answers"]
SHEETS = Path(__file__).parents[1] / "sheets"
LEADING = {
    "degree_field": {"college_degree": "associate"},
    "ca_certificate_expires": {"ca_certificate": "current"},
    "tx_certificate_expires": {"tx_certificate": "current"},
    "ca_training_provider_approved": {"ca_training": "completed"},
    "tx_certificate_type": {"tx_certificate": "current"},
}
"""What else has to be answered before these are asked at all."""
MANY_ROLES = [
    {
        "work": "peer_support_to_individuals",
        "setting": "similar",
        "paid": bool(number % 2),
        "start": f"20{10 + number}-03",
        "end": f"20{10 + number}-11-15",
        "title": "Volunteer at the county's peer wellness center for families",
    }
    for number in range(4)
]


class Scene(NamedTuple):
    """`bring` expects a window that shows its first page."""

    name: str
    bring: Callable[[MainWindow], None]


def scenes() -> list[Scene]:
    """The first page, every question, the pages of the results and those beside the interview."""
    return list(_scenes())


def _scenes() -> Iterator[Scene]:
    yield Scene("welcome", lambda window: None)
    for fact in load_rulebook().facts.by_id:
        yield at(fact, SAMPLE | LEADING.get(fact, {}))
    yield at("high_school", {}, "question-unanswered")
    yield Scene("question-standing", _question_with_standing)
    yield at("roles", {"roles": []}, "roles-none")
    yield at("roles", {"roles": MANY_ROLES}, "roles-many")
    yield Scene("roles-form", _role_form)
    yield Scene("roles-form-problems", _role_form_problems)
    yield at(CHECK, SAMPLE)
    yield at(CHECK, {}, "check-nothing")
    for sheet in sorted(SHEETS.glob("*.expected.json")):
        name = sheet.name.removesuffix(".expected.json")
        answers = json.loads((SHEETS / f"{name}.json").read_text(encoding="utf-8"))["answers"]
        yield at(RESULTS, answers, f"results-{name}")
    for page in (RESULTS, PLAN, STORIES):
        yield at(page, SAMPLE)
    yield at(RESULTS, {}, "results-nothing")
    yield at(PLAN, {}, "plan-nothing")
    for page in BESIDE:
        yield Scene(page, partial(_show_beside, page))
    for name, bring in SAFE_SCENES.items():
        yield Scene(name, bring)
    for name, bring in DESK_SCENES.items():
        yield Scene(name, bring)
    for name, bring in CLIENT_SCENES.items():
        yield Scene(name, bring)
    for name, bring in NUMBERS_SCENES.items():
        yield Scene(name, bring)
    for name, bring in CENTER_SCENES.items():
        yield Scene(name, bring)
    for name, bring in HELP_SCENES.items():
        yield Scene(name, bring)
    yield Scene("results-words", partial(_from_results, unfold_words))
    yield Scene("results-with-center", _results_with_center)
    yield Scene("results-saving", partial(_from_results, _saving_a_locked_copy))
    for name, bring in PRINT_SCENES.items():
        yield Scene(name, partial(_from_results, bring))


def _show_beside(page: str, window: MainWindow) -> None:
    window.show_beside(page)


def _from_results(bring: Callable[[MainWindow], None], window: MainWindow) -> None:
    go_to(window, RESULTS, SAMPLE)
    bring(window)


def _question_with_standing(window: MainWindow) -> None:
    window.appearance.show_standing(True)
    go_to(window, "drivers_license", SAMPLE)


def _saving_a_locked_copy(window: MainWindow) -> None:
    page = window.page
    assert isinstance(page, ResultsPage)
    QApplication.processEvents()
    page.save()
    assert page.save_panel is not None
    kind = page.save_panel.choices.kind
    kind.setCurrentIndex(kind.findData("employer"))
    heads = page.save_panel.password.findChildren(FoldHead)
    heads[0].click()


def _results_with_center(window: MainWindow) -> None:
    window.own_center.keep(OURS)
    go_to(window, RESULTS, SAMPLE)


def at(page: str, answers: dict[str, Any], name: str = "") -> Scene:
    return Scene(name or page, lambda window: go_to(window, page, answers))


def go_to(window: MainWindow, page: str, answers: dict[str, Any]) -> None:
    """Without the way there; the answers are taken as given."""
    window.page.on()  # Start
    session = window.navigator.session
    window.navigator.restore(Session(session.as_of, session.series, session.helping, answers))
    window.navigator.go_to(page)
    QApplication.processEvents()


def _role_form(window: MainWindow) -> None:
    go_to(window, "roles", {"roles": []})
    assert isinstance(window.page, RolesPage)
    window.page.add.click()


def _role_form_problems(window: MainWindow) -> None:
    """Half filled in: an entry with nothing in it stops nobody."""
    _role_form(window)
    assert isinstance(window.page, RolesPage)
    assert window.page.form is not None
    window.page.form.work.setCurrentIndex(0)
    window.page.on()
    assert window.navigator.session.at == "roles"
