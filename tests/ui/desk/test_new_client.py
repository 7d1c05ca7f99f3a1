"""A new client: nothing of them is stored before they said yes, and then with the day and the words they read."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from desktop_app.caseload.client import client_of
from desktop_app.ui.widgets.error_summary import ErrorSummary
from tests.conftest import TODAY
from tests.ui.desk.conftest import wait
from tests.ui.desk_scenes import CODES
from tests.ui.pages.use import click
from tests.ui.window.conftest import Desk as Person


def new_client(at: Person) -> None:
    at.click("New client")
    assert at.has_keys() is at.page.name_field


def people(at: Person):
    desk = at.window.keep_safe().desk
    assert desk is not None
    return [client_of(one) for one in desk.file.people()]


def test_without_a_yes_nothing_is_kept(center) -> None:
    at = center()
    new_client(at)
    at.write("D-2000")
    at.press(Qt.Key.Key_Return)
    wait(at)
    assert "A client is kept only once they say yes." in at.said
    assert len(people(at)) == len(CODES)


def test_a_client_who_said_yes_is_kept_with_the_day_and_the_words(center) -> None:
    at = center()
    new_client(at)
    at.write("  D-2000 ")
    click(at.qtbot, at.page.speaks["es"])
    click(at.qtbot, at.page.shown.rows[1])
    assert "¿Puede este centro guardar sus respuestas?" in at.said
    assert "12 meses después de la última vez que se vieron." in at.said
    click(at.qtbot, at.page.yes)
    at.click("Keep this client")
    wait(at)
    kept = next(one for one in people(at) if one.name == "D-2000")
    assert kept.consent == (TODAY, "es", "1")
    assert kept.languages == ("es",)
    desk = at.window.keep_safe().desk
    assert (at.window.navigator.aside, desk.chosen) == ("client", kept.id)
    assert [line.what for line in desk.file.log(kept.id)][-1] == "added"
    assert desk.row(kept.id) is not None


def test_half_a_new_client_is_asked_about_before_closing(center) -> None:
    at = center()
    new_client(at)
    at.write("D-2000")
    at.dialogs.agree = False
    assert not at.window.close()
    assert "A new client is not kept yet." in at.dialogs.questions[-1]


def test_what_is_to_be_put_right_is_said_and_nothing_typed_is_lost(center) -> None:
    at = center()
    new_client(at)
    at.write("d-1151")
    tomorrow = TODAY + timedelta(days=1)
    at.page.day.set_value(tomorrow.isoformat())
    click(at.qtbot, at.page.yes)
    at.press(Qt.Key.Key_Return)
    (summary,) = at.page.findChildren(ErrorSummary)
    assert "There is a client called d-1151 already." in at.said
    assert "This day is after today." in at.said
    assert summary.hasFocus()
    at.press(Qt.Key.Key_Return)
    assert at.has_keys() is at.page.name_field
    at.window.speak("es")
    at.settle()
    assert (at.page.name_field.text(), at.page.yes.isChecked()) == ("d-1151", True)
    assert "Ya hay un cliente que se llama d-1151." in at.said
    at.click("Atrás")
    click(at.qtbot, at.page.new)
    at.settle()
    assert at.page.name_field.text() == ""  # what was left is forgotten
