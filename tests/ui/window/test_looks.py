"""Where one stands, the plan and the stories: to be looked at from any question, and back to just that question."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop_app.ui.widgets.rail import Rail
from tests.ui.pages.use import click
from tests.ui.window.conftest import ALT, CONTROL


def leaves(at) -> list[str]:
    rail = at.window.findChildren(Rail)[0]
    return [stop.accessibleName() for stop in rail.stops[-3:]]


def test_from_a_question_to_where_one_stands_and_back(desk) -> None:
    at = desk()
    at.go_to("high_school", {"lived_experience": ["caregiver"]})
    at.choose("I passed the GED or HiSET")
    at.click("See where I stand")
    assert at.at == "results"
    at.click("Back to the question")
    assert at.at == "high_school"
    assert at.answers["high_school"] == "ged_or_hiset"
    at.click("Continue")
    assert at.at == "college_degree"


def test_by_keys_to_the_results_and_with_alt_left_back(desk) -> None:
    at = desk()
    at.go_to("drivers_license", {})
    at.press(Qt.Key.Key_R, CONTROL)
    assert at.at == "results"
    at.press(Qt.Key.Key_Left, ALT)
    assert at.at == "drivers_license"


def test_half_of_a_role_is_there_after_a_look(desk) -> None:
    at = desk()
    at.go_to("roles", {})
    at.click("Add a role")
    at.page.form.title.setFocus()
    at.write("Helper")
    at.click("See where I stand")
    at.click("Back to the question")
    assert at.page.form.title.text() == "Helper"


def test_the_plan_from_the_menu_and_all_the_way_back(desk) -> None:
    at = desk()
    at.go_to("college_degree", {"lived_experience": ["caregiver"]})
    at.action("go.plan").trigger()
    at.settle()
    assert at.at == "plan"
    at.press(Qt.Key.Key_Left, ALT)
    assert at.at == "results"
    at.press(Qt.Key.Key_Left, ALT)
    assert at.at == "college_degree"


def test_the_rail_lists_the_pages_of_the_results_while_one_is_there(desk) -> None:
    at = desk()
    at.use_sheet("ready-for-california-1", "results")
    assert leaves(at) == ["Where you stand", "Your plan", "Stories to have ready"]
    at.click("See my plan")
    assert at.at == "plan"
    click(at.qtbot, at.window.findChildren(Rail)[0].stops[-1])
    at.settle()
    assert at.at == "stories"
    at.click("Back")
    assert at.at == "results"
    at.click("Change answers")
    assert at.at == "check"
    assert "Your plan" not in leaves(at)


def test_what_is_tried_out_stays_in_another_language_and_text_size(desk) -> None:
    at = desk()
    at.use_sheet("ready-for-california-1", "plan")
    certificate = at.page.what_if.switches["ca-calaveras.certificate"]
    certificate.setFocus()
    at.press(Qt.Key.Key_Space)
    at.window.speak("es")
    at.settle()
    assert at.page.what_if.switches["ca-calaveras.certificate"].isChecked()
    assert at.page.name.startswith("California, Especialista II:")
    at.window.appearance.zoom(2.0)
    at.settle()
    assert at.page.what_if.switches["ca-calaveras.certificate"].isChecked()


def test_enter_on_the_plan_goes_on_to_the_stories(desk) -> None:
    at = desk()
    at.use_sheet("ready-for-california-1", "plan")
    at.window.setFocus()
    at.press(Qt.Key.Key_Return)
    assert at.at == "stories"
