"""In and out: what would change is shown before it does, and everything stands in the log."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt

from desktop_app.casefile.opening import create, open_file
from desktop_app.casefile.problems import NotOpenedError
from desktop_app.casefile.records import Newcomer
from desktop_app.ui.desk_loading import load
from desktop_app.ui.unlocking import Opened
from tests.casefile.conftest import rounds
from tests.caseload.files import sheet
from tests.conftest import TODAY
from tests.ui.desk.conftest import wait
from tests.ui.desk_scenes import CODES, NOW, PASSPHRASE, caseload, id_of
from tests.ui.pages.use import button, click, said

THEIR_PASSPHRASE = "lamp boat seven onions"


@pytest.fixture(autouse=True)
def _quick_keys() -> Iterator[None]:
    with rounds(4):
        yield


@pytest.fixture
def exchange(center):
    def open_(**more: Any):
        at = center("exchange", **more)
        wait(at)
        return at

    return open_


@pytest.fixture
def sheets(tmp_path: Path) -> Path:
    """A new client, another sitting of one who is there, the same again, and one that cannot be used."""
    lines = [
        {"name": "D-2001", **sheet()},
        {"name": "D-1151", **sheet("texas-lead")},
        {"name": "D-1151", **sheet("texas-lead")},
        {"name": "D-2002", **sheet(day=TODAY + timedelta(days=1))},
    ]
    path = tmp_path / "from-the-stick.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def preview(at, path: Path) -> None:
    at.dialogs.open_paths = [path]
    click(at.qtbot, button(at.page, "Choose sheets…"))
    wait(at)


def names(at) -> set[str]:
    return {one.name for one in at.page.desk.file.people()}


def logged(at) -> list[str]:
    return [line.what for line in at.page.desk.file.log()]


def choose(at, name: str) -> None:
    click(at.qtbot, next(row for row in at.page.view.list.list.rows if row.words() == name))
    at.settle()


# ---------------------------------------------------------------- answer sheets


def test_what_sheets_would_bring_is_shown_before_anything_changes(exchange, sheets) -> None:
    at = exchange()
    preview(at, sheets)
    text = said(at.page)
    assert [row.words() for row in at.page.view.list.list.rows] == ["D-2001", "D-1151"]
    assert "2 of 2 are chosen." in text
    assert "1 thing can't be used. The rest can still come in." in text
    assert "from-the-stick.jsonl, line 4" in text
    assert "that day has not come yet" in text
    assert names(at) == set(CODES)
    assert logged(at) == []


def test_what_is_chosen_comes_in_and_is_logged(exchange, sheets) -> None:
    at = exchange()
    preview(at, sheets)
    at.press(Qt.Key.Key_Return)  # the keys are in the list: it does what the page is for
    wait(at)
    assert "2 sittings came in." in at.said
    assert names(at) == {*CODES, "D-2001"}
    assert len(at.page.desk.file.sittings(id_of("D-1151"))) == 4
    assert {row.client.name for row in at.page.desk.rows} == names(at)
    assert set(logged(at)) == {"imported"}


def test_what_is_not_chosen_stays_out(exchange, sheets) -> None:
    at = exchange()
    preview(at, sheets)
    choose(at, "D-2001")
    click(at.qtbot, button(at.page, "Bring in 1"))
    wait(at)
    assert names(at) == set(CODES)
    assert "1 sitting came in." in at.said


def test_leaving_the_preview_leaves_nothing_behind(exchange, sheets) -> None:
    at = exchange()
    preview(at, sheets)
    at.press(Qt.Key.Key_Escape)
    assert at.page.look.value is None
    assert button(at.page, "Choose sheets…").isVisible()
    assert names(at) == set(CODES)
    assert logged(at) == []


def test_a_long_list_is_shown_in_parts_and_comes_in_whole(exchange, tmp_path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"name": f"N-{at}", **sheet()}) + "\n" for at in range(40)))
    at = exchange()
    preview(at, path)
    assert len(at.page.view.list.list.rows) == 25
    click(at.qtbot, button(at.page, "Show 15 more"))
    at.settle()
    assert at.has_keys() is at.page.view.list.list.rows[25]
    click(at.qtbot, button(at.page, "Bring in 40"))
    wait(at)
    assert len(names(at)) == len(CODES) + 40


# ---------------------------------------------------------------- the list


def test_the_list_is_saved_for_a_spreadsheet(exchange, tmp_path) -> None:
    at = exchange()
    for words, file in (("Save as CSV", "list.csv"), ("Save for Excel", "list.xlsx")):
        at.dialogs.path = tmp_path / file
        click(at.qtbot, button(at.page, words))
        wait(at)
        assert f"Saved as {file}." in at.said
    rows = list(csv.reader((tmp_path / "list.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [row[0] for row in rows[1:]] == sorted(CODES)
    with ZipFile(BytesIO((tmp_path / "list.xlsx").read_bytes())) as packed:
        assert b"D-1151" in packed.read("xl/sharedStrings.xml")
    assert logged(at) == ["exported", "exported"]


# ---------------------------------------------------------------- another center's file


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """Two clients of theirs: one who is new here, and one who has the name of one of ours."""
    path = tmp_path / "theirs.peerready"
    with closing(create(path, THEIR_PASSPHRASE, lambda: NOW)) as file:
        file.set_setting("caseload", {"keep_months": 12})
        one, other = (
            Newcomer("T-1", {}, [sheet_content()], ["a note"]),
            Newcomer("D-1147", {}, [sheet_content()]),
        )
        file.add_many([one, other])
    return path


def sheet_content() -> dict[str, Any]:
    return {"sheet": sheet(), "at": "check", "asked": []}


def ask(at, path: Path, passphrase: str) -> None:
    if not at.page.step:
        at.dialogs.open_path = path
        click(at.qtbot, button(at.page, "Choose their file…"))
        at.settle()
    at.page.view.ask.field.setFocus()
    at.page.view.ask.field.selectAll()
    at.page.view.ask.field.insert(passphrase)
    at.press(Qt.Key.Key_Return)
    wait(at)


def test_their_file_opens_with_their_passphrase_alone(exchange, theirs) -> None:
    at = exchange()
    ask(at, theirs, "not this one at all")
    assert "This passphrase does not open the file." in at.said
    ask(at, theirs, THEIR_PASSPHRASE)
    assert "What their file would bring" in at.said
    assert not at.window.safe.typing  # the passphrase is needed no more
    assert names(at) == set(CODES)


def test_who_only_has_the_same_name_is_left_out_until_somebody_knows(exchange, theirs) -> None:
    at = exchange()
    ask(at, theirs, THEIR_PASSPHRASE)
    assert "1 of 1 is chosen." in said(at.page)  # of the list; who is asked about stands below it
    click(at.qtbot, button(at.page, "Bring in 1"))
    wait(at)
    assert "1 client came in or was changed." in at.said
    assert names(at) == {*CODES, "T-1"}
    assert len(at.page.desk.file.sittings(id_of("D-1147"))) == 2


@pytest.mark.parametrize(
    ("answer", "there"), [("The same person", {"T-1"}), ("Another person", {"T-1", "D-1147 (2)"})]
)
def test_who_has_the_same_name_is_the_same_person_or_another(exchange, theirs, answer, there) -> None:
    at = exchange()
    ask(at, theirs, THEIR_PASSPHRASE)
    at.choose(answer)
    click(at.qtbot, button(at.page, "Bring in 2"))
    wait(at)
    assert names(at) == {*CODES, *there}
    assert len(at.page.desk.file.sittings(id_of("D-1147"))) == (3 if answer == "The same person" else 2)


# ---------------------------------------------------------------- for another center


@pytest.fixture
def on_a_stick(desk, tmp_path: Path):
    """A caseload in a file that is really there."""
    at = desk("en")
    memory = caseload()
    file = create(tmp_path / "ours.peerready", PASSPHRASE, lambda: NOW)
    file.set_setting("caseload", memory.setting("caseload"))
    people = memory.people()
    file.take_in([*people, *(one for person in people for one in memory.sittings(person.id))])
    at.window.keep_safe()._take_up(Opened(file, None, load(file)))
    wait(at)
    at.window.safe.desk.go("exchange")
    wait(at)
    return at


def put_in(field, text: str) -> None:
    field.setFocus()
    field.insert(text)


def test_some_clients_go_into_a_locked_file_of_their_own(on_a_stick, tmp_path) -> None:
    at = on_a_stick
    click(at.qtbot, button(at.page, "Choose who…"))
    at.settle()
    at.choose("Some clients")
    click(at.qtbot, button(at.page, "Choose where to save…"))
    at.settle()
    assert "2 things to put right" in at.said
    assert at.page.view.list.list.rows[0].accessibleDescription() == "Choose at least one client."
    click(at.qtbot, at.page.view.search)
    at.write("1151")
    choose(at, "D-1151")
    assert "1 client goes into the file." in at.said
    assert at.page.view.list.list.rows[0].accessibleDescription() == ""
    put_in(at.page.view.passphrase.once.field, THEIR_PASSPHRASE)
    put_in(at.page.view.passphrase.twice.field, THEIR_PASSPHRASE)
    at.dialogs.path = tmp_path / "given.peerready"
    click(at.qtbot, button(at.page, "Choose where to save…"))
    wait(at)
    assert "Saved as given.peerready." in at.said
    assert not at.window.safe.typing
    with pytest.raises(NotOpenedError):
        open_file(at.dialogs.path, PASSPHRASE, lambda: NOW)
    with closing(open_file(at.dialogs.path, THEIR_PASSPHRASE, lambda: NOW)) as given:
        assert [one.name for one in given.people()] == ["D-1151"]
        assert len(given.sittings(id_of("D-1151"))) == 3
        assert given.log() == []
    assert [(line.what, line.person) for line in at.page.desk.file.log()] == [("exported", id_of("D-1151"))]


def test_our_own_file_is_no_other_centers(on_a_stick) -> None:
    at = on_a_stick
    ask(at, at.page.desk.file.place, PASSPHRASE)
    assert "This is your own caseload." in at.said
    at.dialogs.open_path = None


def test_where_nothing_can_be_written_nothing_goes_in_or_out(exchange) -> None:
    at = exchange(read_only=True)
    assert "You can look, but not change anything" in said(at.page)
    assert "Choose sheets…" not in at.said
    assert "Save as CSV" not in at.said
