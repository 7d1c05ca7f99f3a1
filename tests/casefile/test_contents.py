"""Notes, settings and the log; many at once; and whatever is done to a file, it is sound and says what was kept."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.casefile.casefile import CaseFile
from desktop_app.casefile.opening import create, open_file
from desktop_app.casefile.problems import CaseFileError, NobodyError
from desktop_app.casefile.records import WORDS, Newcomer, Note, Person, Sitting
from tests.casefile.conftest import LIBRARY_ROUNDS, PASSPHRASE, Clock, rounds

VERSION_1 = Path(__file__).with_name("version-1.peerready")
"""Made by the program as it was before a file could hold a caseload."""


def test_notes_are_there_newest_first_and_can_be_changed_and_taken_out(desk) -> None:
    file = desk.make()
    ana, bo = file.add_person("Ana"), file.add_person("Bo")
    first = file.add_note(ana.id, "first")
    desk.clock.moves(timedelta(days=1))
    second = file.add_note(ana.id, "second")
    file.add_note(bo.id, "of another")
    file.change_note(first._replace(text="first, put right"))
    assert [note.text for note in file.notes(ana.id)] == ["second", "first, put right"]
    file.delete_note(second.id, log="note")
    assert [note.text for note in file.notes(ana.id)] == ["first, put right"]
    assert [(line.what, line.person) for line in file.log()] == [("note", ana.id)]


def test_a_setting_is_there_again_and_empty_before_it_was_set(desk) -> None:
    file = desk.make()
    assert file.setting("caseload") == {}
    file.set_setting("caseload", {"keep_months": 6})
    file.set_setting("caseload", {"keep_months": 12}, log="retention")
    file.close()
    assert desk.open().setting("caseload") == {"keep_months": 12}


def test_the_newest_sitting_of_each_is_found_at_once(desk) -> None:
    file = desk.make()
    ana, bo, _ = file.add_many(
        [
            Newcomer("Ana", {}, [{"n": 1}, {"n": 2}]),
            Newcomer("Bo", {}, [{"n": 3}]),
            ("none yet", {}, [], []),
        ]
    )
    desk.clock.moves(timedelta(hours=1))
    file.new_sitting(bo.id, {"n": 4})
    assert {who: sitting.content["n"] for who, sitting in file.latest().items()} == {ana.id: 2, bo.id: 4}
    assert [sitting.content["n"] for sitting in file.sittings(ana.id)] == [1, 2]


def test_moments_from_other_time_zones_are_in_order(desk) -> None:
    file = desk.make()
    ana = file.add_person("Ana")
    noon = datetime(2026, 11, 1, 12, tzinfo=UTC)
    pacific, central = timezone(timedelta(hours=-8)), timezone(timedelta(hours=-6))
    moments = [
        noon.astimezone(central),
        (noon + timedelta(hours=1)).astimezone(pacific),
        noon + timedelta(hours=2),
    ]
    sittings = [Sitting(f"{9 - at}", ana.id, moment, moment, {"n": at}) for at, moment in enumerate(moments)]
    file.take_in([*sittings[::-1], *(Note(f"{at}", ana.id, at, "") for at in moments)])
    assert file.sittings(ana.id) == sittings
    assert file.latest() == {ana.id: sittings[-1]}
    assert [note.written for note in file.notes(ana.id)] == moments[::-1]


def test_many_are_added_in_their_order_or_none(desk) -> None:
    file = desk.make()
    names = [f"C-{number}" for number in range(20)]
    added = file.add_many([Newcomer(name, {"code": name}) for name in names], log="imported")
    assert [one.name for one in file.people()] == names
    assert {line.person for line in file.log()} == {one.id for one in added}
    with pytest.raises(CaseFileError):
        file.add_many([Newcomer("fits"), Newcomer("does not", {"x": "x" * 17_000_000})])
    assert len(file.people()) == 20


def test_what_comes_from_another_file_keeps_its_ids_and_moments(desk, tmp_path) -> None:
    file = desk.make()
    (ana,) = file.add_many([Newcomer("Ana", {"a": 1}, [{"n": 1}], ["a note"])])
    other = create(tmp_path / "other.peerready", PASSPHRASE, desk.clock)
    desk.opened.append(other)
    desk.clock.moves(timedelta(days=3))
    records = [*file.notes(ana.id), *file.sittings(ana.id), *file.people()]  # in any order
    other.take_in(records, log="imported")
    other.take_in(records)  # twice is once
    assert other.people() == file.people()
    assert other.latest() == file.latest()
    assert other.notes(ana.id) == file.notes(ana.id)
    assert [line.what for line in other.log()] == ["imported"]


def test_what_is_done_together_is_done_as_one_or_not_at_all(desk) -> None:
    file = desk.make()
    with file.together():
        ana = file.add_person("Ana")
        file.new_sitting(ana.id, {"n": 1})
        assert file.latest()[ana.id].content == {"n": 1}
    before = file.generation
    with pytest.raises(NobodyError), file.together():  # noqa: PT012 - what came before the last step counts
        file.add_note(ana.id, "never")
        file.add_note("nobody", "refused")
    assert (file.generation, file.notes(ana.id)) == (before, [])
    file.close()
    assert len(desk.open().people()) == 1


# ------------------------------------------------------------ the log


def test_a_line_of_the_log_stands_with_what_it_tells_or_not_at_all(desk) -> None:
    file = desk.make()
    ana = file.add_person("Ana", log="added")
    with pytest.raises(CaseFileError):
        file.new_sitting(ana.id, {"x": "x" * 17_000_000}, log="sitting")
    desk.clock.moves(timedelta(minutes=1))
    file.tell_log("opened")
    assert [(line.what, line.person) for line in file.log()] == [("opened", ""), ("added", ana.id)]
    assert [line.what for line in file.log(ana.id)] == ["added"]
    assert [line.what for line in file.log(most=1)] == ["opened"]


def test_no_answer_note_or_name_gets_into_the_log(desk) -> None:
    file = desk.make()
    ana = file.add_person("planted-name", {"planted": "content"}, log="added")
    sitting = file.new_sitting(ana.id, {"said": "planted-answer"}, log="sitting")
    file.keep(sitting, log="sitting")
    file.add_note(ana.id, "planted-note", log="note")
    file.set_setting("caseload", {"planted": 1}, log="retention")
    file.delete_person(ana.id)
    assert len(file.log()) == 6
    for line in file.log():
        assert line.what in WORDS
        assert line.person in ("", ana.id)
        assert "planted" not in json.dumps(line, default=str)


@pytest.mark.parametrize(("what", "who"), [("said yes to high_school", ""), ("note", "Ana"), ("", "")])
def test_other_words_and_names_are_refused(desk, what, who) -> None:
    file = desk.make()
    with pytest.raises(ValueError, match=r"^not a line of the log$"):
        file.tell_log(what, who)
    assert file.log() == []


# ------------------------------------------------------------ files of before


def test_a_file_of_the_first_version_opens_with_all_that_was_in_it(desk) -> None:
    desk.place.write_bytes(VERSION_1.read_bytes())
    with rounds(LIBRARY_ROUNDS):
        file = desk.open()
        (ana,) = file.people()
        assert (ana.name, ana.content) == ("Ana Example", {})
        assert [sitting.content["said"] for sitting in file.sittings(ana.id)] == [
            "a caregiver, año",
            "x" * 5000,
        ]
        assert file.setting("caseload") == {}
        assert (file.notes(ana.id), file.log()) == ([], [])
        file.add_note(ana.id, "a note", log="note")
        file.close()
        again = desk.open()
        assert [note.text for note in again.notes(ana.id)] == ["a note"]


# ------------------------------------------------------------ whatever is done

texts = st.text(max_size=12) | st.just("long " * 900)
whats = st.sampled_from(["add", "sit", "keep", "note", "unnote", "set", "change", "delete", "refused"])
doings = st.lists(st.tuples(whats, st.integers(0, 5), texts), max_size=10)


@settings(max_examples=10, deadline=None)
@given(doings)
def test_whatever_is_done_the_file_is_sound_and_says_what_was_kept(steps) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place, clock = Path(folder) / "ana.peerready", Clock()
        with closing(create(place, PASSPHRASE, clock)) as file:
            for what, number, text in steps:
                clock.moves(timedelta(minutes=3))
                do(file, what, number, text)
            kept = everything(file)
        with closing(open_file(place, PASSPHRASE, clock)) as again:  # reads the seal over every row
            assert everything(again) == kept


def do(file: CaseFile, what: str, number: int, text: str) -> None:
    people = file.people()
    if what == "add" or not people:
        file.add_many([Newcomer(text, {"text": text}, [{"text": text}] * (number % 3), [text])], log="added")
        return
    one: Person = people[number % len(people)]
    if what == "sit":
        file.new_sitting(one.id, {"text": text}, log="sitting")
    elif what == "keep":
        for sitting in file.sittings(one.id):
            file.keep(sitting._replace(content={"text": text}))
    elif what == "note":
        file.add_note(one.id, text)
    elif what == "unnote":
        for note in file.notes(one.id)[:1]:
            file.delete_note(note.id, log="note")
    elif what == "set":
        file.set_setting("caseload", {"text": text})
    elif what == "change":
        file.change_person(one._replace(content={"text": text}), log="changed")
    elif what == "delete":
        file.delete_people([one.id, people[0].id])
    else:
        with pytest.raises(NobodyError):
            file.take_in([one._replace(name=text), file.new_sitting(one.id, {})._replace(person="nobody")])


def everything(file: CaseFile) -> list[Any]:
    people = file.people()
    of_each = [(one, file.sittings(one.id), file.notes(one.id)) for one in people]
    return [of_each, file.log(), file.setting("caseload"), file.latest(), file.generation]


@contextmanager
def closing(file: CaseFile) -> Iterator[CaseFile]:
    try:
        yield file
    finally:
        file.close()


def test_a_change_on_its_way_brings_nobody_back_who_was_deleted(desk) -> None:
    file = desk.make()
    ana, bo = file.add_person("Ana"), file.add_person("Bo")
    file.delete_people([ana.id])
    with pytest.raises(NobodyError):
        file.change_person(ana._replace(content={"next": "call"}), log="changed")
    assert file.people() == [bo]
    assert [line.what for line in file.log(of=ana.id)] == ["deleted"]
