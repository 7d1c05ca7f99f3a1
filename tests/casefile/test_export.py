"""Some clients in a file of their own: they are in it as they were, and nothing of the others is."""

from __future__ import annotations

import pytest

from desktop_app.casefile.opening import create, open_file
from desktop_app.casefile.problems import InUseError, NotOpenedError
from desktop_app.casefile.records import Newcomer
from tests.casefile.conftest import PASSPHRASE, said
from tests.casefile.pages import found_in

THEIRS = "the other center's words"


@pytest.fixture
def file(desk):
    file = desk.make()
    file.set_setting("caseload", {"keep_months": 12})
    file.set_setting("ours", {"text": "planted-setting"})
    goes = Newcomer(
        "goes along", {"code": 1}, [{"said": "goes " * 900}, {"said": "goes too"}], ["goes as well"]
    )
    stays = Newcomer("planted-name", {}, [{"said": "planted-answer " * 400}], ["planted-note"])
    file.add_many([stays, goes, stays], log="added")
    file.delete_person(file.people()[2].id)
    return file


def test_those_who_were_chosen_go_along_and_nothing_of_the_others(desk, file, tmp_path) -> None:
    one = file.people()[1]
    place = tmp_path / "for another center.peerready"
    file.export_to(place, THEIRS, [one.id, "nobody"], log="exported")
    assert not found_in([place], THEIRS, "planted")
    assert found_in([place], THEIRS, "goes along")  # or nothing would be shown by finding nothing
    assert [path.name for path in tmp_path.iterdir() if path != desk.place.parent] == [place.name]
    with pytest.raises(NotOpenedError):
        open_file(place, PASSPHRASE, desk.clock)
    other = open_file(place, THEIRS, desk.clock)
    desk.opened.append(other)
    assert other.people() == [one]
    assert other.sittings(one.id) == file.sittings(one.id)
    assert other.notes(one.id) == file.notes(one.id)
    assert other.setting("caseload") == {"keep_months": 12}
    assert other.log() == []
    assert ("exported", one.id) in [(line.what, line.person) for line in file.log()]


def test_all_of_them_go_along_where_nobody_is_chosen(desk, file, tmp_path) -> None:
    file.export_to(tmp_path / "all.peerready", THEIRS, log="exported")
    other = open_file(tmp_path / "all.peerready", THEIRS, desk.clock)
    desk.opened.append(other)
    assert other.people() == file.people()
    assert other.latest() == file.latest()
    assert [line.person for line in file.log() if line.what == "exported"] == [""]


def test_what_stands_there_is_replaced_only_on_purpose_and_itself_never(desk, saved, file, tmp_path) -> None:
    place = tmp_path / "there.peerready"
    old = create(place, PASSPHRASE, desk.clock)
    saved(old, "before")
    old.close()
    with pytest.raises(FileExistsError):
        file.export_to(place, THEIRS)
    old = open_file(place, PASSPHRASE, desk.clock)
    assert said(old) == "before"
    old.close()
    file.export_to(place, THEIRS, replace=True)
    other = open_file(place, THEIRS, desk.clock)  # nor do copies of what stood there call it an older one
    desk.opened.append(other)
    assert len(other.people()) == 2
    with pytest.raises(InUseError):
        file.export_to(desk.place, THEIRS, replace=True)
    assert len(file.people()) == 2
