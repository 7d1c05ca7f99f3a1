"""The page on work and volunteering, by mouse and keys: what is whole is kept, and half of it is never lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import is_
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.pages.role_form import RoleForm
from desktop_app.ui.pages.roles import RolesPage
from desktop_app.ui.theme import THEMES, Theme
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.error_summary import ErrorSummary
from desktop_app.ui.widgets.field import SelectField
from desktop_app.ui.widgets.tally import Tally
from tests.ui.pages.conftest import Sitting
from tests.ui.pages.use import button, click, said
from tests.ui.tree import press, spoken, unnamed

Begin = Callable[..., Sitting]

PAID = {
    "work": "peer_support_to_individuals",
    "setting": "public_behavioral_health",
    "paid": True,
    "start": "2025-09-01",
    "end": "2026-02-28",
    "title": "Peer specialist",
}
VOLUNTEER = {
    "work": "peer_support_to_individuals",
    "setting": "similar",
    "paid": False,
    "start": "2026-03-16",
    "end": None,
    "hours_per_week": 8,
    "title": "Volunteer peer supporter",
}


def form_of(page: RolesPage) -> RoleForm:
    assert page.form is not None
    return page.form


def choose(qtbot, field: SelectField, value: str) -> None:
    """With the arrow keys, as without a mouse."""
    field.setFocus()
    for _ in range(field.count()):
        if field.value() == value:
            return
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.value() == value


def fill(qtbot, page: RolesPage) -> None:
    form = form_of(page)
    choose(qtbot, form.work, "peer_support_to_individuals")
    choose(qtbot, form.setting, "similar")
    choose(qtbot, form.start.month, "03")
    choose(qtbot, form.start.day, "16")
    qtbot.keyClicks(form.start.year, "2026")
    click(qtbot, form.end.still)
    click(qtbot, form.paid.rows[1])


# ---------------------------------------------------------------- adding


def test_a_role_is_added_and_its_months_count_at_once(sitting: Begin, qtbot) -> None:
    one = sitting({}, "roles")
    page = one.open(RolesPage)
    click(qtbot, page.add)
    fill(qtbot, page)
    assert one.answers["roles"] == [
        {k: v for k, v in VOLUNTEER.items() if k not in ("title", "hours_per_week")}
    ]
    assert "You have 8 months of peer support; the posting asks for 6." in said(page)
    assert "8 months, 7 days" in said(form_of(page))
    qtbot.keyClicks(form_of(page).hours, "8")
    qtbot.keyClicks(form_of(page).title, "Volunteer peer supporter")
    assert one.answers["roles"] == [VOLUNTEER]
    click(qtbot, form_of(page).done)
    assert page.form is None
    assert len(page.cards) == 1
    assert page.add.hasFocus()


def test_a_role_is_added_by_keys_alone(sitting: Begin, qtbot) -> None:
    one = sitting({}, "roles")
    page = one.open(RolesPage)
    keys = QApplication.focusWidget()
    assert keys is page.add
    qtbot.keyClick(keys, Qt.Key.Key_Space)

    def now() -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def on_to(wanted: Callable[[QWidget], bool]) -> QWidget:
        for _ in range(12):
            if wanted(now()):
                return now()
            qtbot.keyClick(now(), Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead there: {now()} {now().accessibleName()}")

    form = form_of(page)
    for field, steps in ((form.work, 1), (form.setting, 2), (form.start.month, 3)):
        on_to(partial(is_, field))
        for _ in range(steps):
            qtbot.keyClick(now(), Qt.Key.Key_Down)
    qtbot.keyClicks(on_to(lambda widget: widget is form.start.year), "2026")
    qtbot.keyClick(on_to(lambda widget: widget is form.end.still), Qt.Key.Key_Space)
    on_to(lambda widget: widget in form.paid.rows)
    qtbot.keyClick(now(), Qt.Key.Key_Space)
    qtbot.keyClick(on_to(lambda widget: widget is form.done), Qt.Key.Key_Return)
    assert one.answers["roles"] == [
        {
            "work": "peer_support_to_individuals",
            "setting": "similar",
            "paid": True,
            "start": "2026-03",
            "end": None,
        }
    ]


def test_continue_keeps_a_whole_role_that_is_still_open(sitting: Begin, qtbot) -> None:
    one = sitting({}, "roles")
    page = one.open(RolesPage)
    click(qtbot, page.add)
    fill(qtbot, page)
    page.on()
    assert one.navigator.session.at == "can_lead_groups"
    assert len(one.answers["roles"]) == 1
    assert not one.navigator.drafts


def test_an_entry_opened_and_left_empty_is_no_role(sitting: Begin, qtbot) -> None:
    one = sitting({}, "roles")
    page = one.open(RolesPage)
    click(qtbot, page.add)
    page.on()
    assert one.navigator.session.at == "can_lead_groups"
    assert "roles" not in one.answers


# ---------------------------------------------------------------- half of a role


def test_continue_with_half_a_role_says_what_is_missing_and_loses_nothing(sitting: Begin, qtbot) -> None:
    one = sitting({"roles": [PAID]}, "roles")
    page = one.open(RolesPage)
    click(qtbot, page.add)
    choose(qtbot, form_of(page).work, "other")
    qtbot.keyClicks(form_of(page).title, "Helper")
    page.on()
    assert one.navigator.session.at == "roles"
    summary = page.findChild(ErrorSummary)
    assert summary is not None
    assert summary.hasFocus()
    assert "4 things to put right" in summary.accessibleName()
    assert form_of(page).rows["setting"].error() is not None
    assert form_of(page).title.text() == "Helper"
    assert one.answers["roles"] == [PAID]


def test_a_line_of_the_summary_leads_to_its_field(sitting: Begin, qtbot) -> None:
    page = sitting({}, "roles").open(RolesPage)
    click(qtbot, page.add)
    fill(qtbot, page)
    qtbot.keyClicks(form_of(page).hours, "lots")
    page.on()
    click(qtbot, button(page, "Hours a week: Put in a number, such as 8 or 7.5. Or leave it empty."))
    assert form_of(page).hours.hasFocus()


def test_what_was_wrong_is_no_longer_said_once_it_is_right(sitting: Begin, qtbot) -> None:
    one = sitting({}, "roles")
    page = one.open(RolesPage)
    click(qtbot, page.add)
    fill(qtbot, page)
    year = form_of(page).start.year
    year.selectAll()
    qtbot.keyClicks(year, "2027")
    page.on()
    assert form_of(page).rows["start"].error() == (
        "This day is after today. Put in a day up to November 22, 2026."
    )
    assert one.answers["roles"][0]["start"] == "2026-03-16"  # the last whole one stays
    year.selectAll()
    qtbot.keyClicks(year, "2025")
    assert form_of(page).rows["start"].error() is None
    assert one.answers["roles"][0]["start"] == "2025-03-16"
    page.on()
    assert one.navigator.session.at == "can_lead_groups"


def test_half_a_role_outlives_another_language_and_another_look(sitting: Begin, qtbot) -> None:
    one = sitting({"roles": [PAID]}, "roles")
    page = one.open(RolesPage)
    click(qtbot, page.cards[0].change)
    form = form_of(page)
    form.title.selectAll()
    qtbot.keyClicks(form.title, "Peer")
    form.start.year.selectAll()
    qtbot.keyClicks(form.start.year, "20")
    choose(qtbot, form.end.date.month, "05")
    page.on()
    again = one.open(RolesPage, language="es", theme=Theme("dark", 2.0))
    form = form_of(again)
    assert (form.title.text(), form.start.month.value(), form.start.year.text()) == ("Peer", "09", "20")
    assert form.end.date.value() == "2026-05-28"
    assert form.rows["start"].error() == again.stage.words.say("roles.missing.date_part")


def test_half_a_new_role_is_there_after_going_back_and_forth(sitting: Begin, qtbot) -> None:
    one = sitting({}, "roles")
    page = one.open(RolesPage)
    click(qtbot, page.add)
    choose(qtbot, form_of(page).setting, "not_sure")
    page.back()
    one.navigator.go_on()
    assert form_of(one.open(RolesPage)).setting.value() == "not_sure"


def test_another_entry_waits_until_the_open_one_is_whole(sitting: Begin, qtbot) -> None:
    page = sitting({"roles": [PAID]}, "roles").open(RolesPage)
    click(qtbot, page.add)
    choose(qtbot, form_of(page).work, "other")
    click(qtbot, page.cards[0].change)
    assert form_of(page).work.value() == "other"
    assert page.findChild(ErrorSummary) is not None


# ---------------------------------------------------------------- changing and removing


def test_a_role_is_changed_where_it_stands(sitting: Begin, qtbot) -> None:
    one = sitting({"roles": [PAID, VOLUNTEER]}, "roles")
    page = one.open(RolesPage)
    click(qtbot, page.cards[0].change)
    assert form_of(page).work.hasFocus()
    choose(qtbot, form_of(page).setting, "other")
    click(qtbot, form_of(page).done)
    assert [role["setting"] for role in one.answers["roles"]] == ["other", "similar"]


def test_what_is_removed_can_be_brought_back_to_its_place(sitting: Begin, qtbot) -> None:
    one = sitting({"roles": [PAID, VOLUNTEER]}, "roles")
    page = one.open(RolesPage)
    click(qtbot, page.cards[0].remove)
    assert one.answers["roles"] == [VOLUNTEER]
    assert page.undo.hasFocus()
    assert "Removed: Peer specialist" in said(page)
    qtbot.keyClick(page.undo, Qt.Key.Key_Space)
    assert one.answers["roles"] == [PAID, VOLUNTEER]
    assert "Removed" not in said(page)


def test_removing_the_last_role_is_not_saying_that_there_were_none(sitting: Begin, qtbot) -> None:
    one = sitting({"roles": [PAID]}, "roles")
    page = one.open(RolesPage)
    click(qtbot, page.cards[0].remove)
    assert "roles" not in one.answers
    assert page.choices is not None
    assert page.choices.chosen() == ()


def test_removing_the_role_that_is_open_closes_it(sitting: Begin, qtbot) -> None:
    one = sitting({"roles": [PAID, VOLUNTEER]}, "roles")
    page = one.open(RolesPage)
    click(qtbot, page.cards[1].change)
    click(qtbot, button(form_of(page), "Remove"))
    assert page.form is None
    assert one.answers["roles"] == [PAID]


def test_removing_a_role_above_leaves_the_open_one_open(sitting: Begin, qtbot) -> None:
    one = sitting({"roles": [PAID, VOLUNTEER]}, "roles")
    page = one.open(RolesPage)
    click(qtbot, page.cards[1].change)
    click(qtbot, page.cards[0].remove)
    qtbot.keyClicks(form_of(page).hours, "0")
    assert one.answers["roles"] == [{**VOLUNTEER, "hours_per_week": 80}]
    click(qtbot, page.undo)
    qtbot.keyClick(form_of(page).hours, Qt.Key.Key_Backspace)
    assert one.answers["roles"] == [PAID, VOLUNTEER]


def test_a_new_entry_can_be_taken_away_again(sitting: Begin, qtbot) -> None:
    one = sitting({}, "roles")
    page = one.open(RolesPage)
    click(qtbot, page.add)
    choose(qtbot, form_of(page).work, "other")
    click(qtbot, button(form_of(page), "Remove"))
    assert page.form is None
    assert not one.navigator.drafts
    assert "roles" not in one.answers


# ---------------------------------------------------------------- no role to add


@pytest.mark.parametrize(
    ("pressed", "kept"),
    [
        ("I have done none so far", []),
        ("I'm not sure", "not_sure"),
        ("I'd rather not say", "prefer_not_to_say"),
    ],
)
def test_there_need_not_be_a_role(sitting: Begin, pressed: str, kept: Any) -> None:
    one = sitting({}, "roles")
    press(one.open(RolesPage), pressed)
    assert one.answers["roles"] == kept
    assert one.open(RolesPage).choices.chosen()  # type: ignore[union-attr]


def test_continue_with_nothing_skips(sitting: Begin) -> None:
    one = sitting({}, "roles")
    one.open(RolesPage).on()
    assert one.navigator.session.at == "can_lead_groups"
    assert "roles" not in one.answers


def test_skip_is_there_while_nothing_would_be_lost(sitting: Begin, qtbot) -> None:
    one = sitting({"roles": "not_sure"}, "roles")
    page = one.open(RolesPage)
    frame = page.window()
    skip = next(each for each in frame.findChildren(Button) if each.words() == "Skip this question")
    assert skip.isVisible()
    click(qtbot, skip)
    assert one.navigator.session.at == "can_lead_groups"
    assert "roles" not in one.answers


def test_skip_goes_once_there_is_a_role(sitting: Begin) -> None:
    page = sitting({"roles": [PAID]}, "roles").open(RolesPage)
    skips = [each for each in page.window().findChildren(Button) if each.words() == "Skip this question"]
    assert not any(skip.isVisible() for skip in skips)


# ---------------------------------------------------------------- what it adds up to


def tallies(page: RolesPage) -> list[str]:
    return [tally.accessibleName() for tally in page.findChildren(Tally) if tally.isVisible()]


def test_volunteer_months_may_count_for_the_second_level(sitting: Begin) -> None:
    page = sitting({"roles": [PAID, VOLUNTEER]}, "roles").open(RolesPage)
    assert tallies(page) == ["14 of 6 months", "6 of 12 months, and 8 more that may count"]
    assert "If volunteer time and work with families count, it is 14 months." in said(page)
    assert "You have 6 months of paid direct work; the posting asks for 12." in said(page)


def test_texas_names_no_months(sitting: Begin) -> None:
    page = sitting({"roles": [PAID]}, "roles", ("tx-state",)).open(RolesPage)
    assert tallies(page) == []
    assert "You have worked or volunteered with people directly." in said(page)


def test_before_anything_is_added_only_what_is_asked_is_said(sitting: Begin) -> None:
    page = sitting({}, "roles").open(RolesPage)
    assert tallies(page) == ["0 of 6 months", "0 of 12 months"]
    assert "We don't know yet" not in said(page)


# ---------------------------------------------------------------- how it reads


def test_what_was_typed_is_shown_as_it_was_typed(sitting: Begin) -> None:
    title = "<img src=/etc/hostname><b>Peer</b>"
    page = sitting({"roles": [{**PAID, "title": title}]}, "roles").open(RolesPage)
    assert title in said(page)


def test_a_very_long_title_is_cut_in_the_list_and_whole_in_the_form(sitting: Begin, qtbot) -> None:
    title = "W" * 400
    one = sitting({"roles": [{**PAID, "title": title}]}, "roles")
    page = one.open(RolesPage, size=(1024, 700))
    assert title not in said(page)
    click(qtbot, page.cards[0].change)
    assert form_of(page).title.text() == title
    assert one.answers["roles"][0]["title"] == title


def test_change_and_remove_say_which_role(sitting: Begin) -> None:
    page = sitting({"roles": [PAID, VOLUNTEER]}, "roles").open(RolesPage)
    names = said(page)
    assert "Change: Peer specialist" in names
    assert "Remove: Volunteer peer supporter" in names


@pytest.mark.parametrize("answers", [{}, {"roles": [PAID, VOLUNTEER]}], ids=["empty", "two roles"])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("look", [(name_, scale) for name_ in THEMES for scale in (1.0, 2.0)], ids=str)
def test_every_part_has_a_name_and_fits(sitting: Begin, qtbot, answers, language: str, look) -> None:
    for size in ((1280, 800), (1024, 700)):
        page = sitting(answers, "roles").open(RolesPage, language=language, theme=Theme(*look), size=size)
        click(qtbot, page.add)
        page.on()
        assert unnamed(page) == []
        around = page.parentWidget()
        assert around is not None
        assert page.minimumSizeHint().width() <= around.width()


def test_the_form_is_read_with_its_errors(sitting: Begin, qtbot) -> None:
    page = sitting({}, "roles").open(RolesPage)
    click(qtbot, page.add)
    choose(qtbot, form_of(page).work, "other")
    page.on()
    field = spoken(form_of(page).setting)
    assert "Choose where it was, or" in field.text(QAccessible.Text.Description)
