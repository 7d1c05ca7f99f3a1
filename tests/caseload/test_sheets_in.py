"""Answer sheets that come in: what each will change is told first, and bad ones keep nobody else's out."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from desktop_app.caseload.client import Client, client_of
from desktop_app.caseload.judging import Judging
from desktop_app.caseload.sheets_in import Incoming, bring_in, incoming
from desktop_app.interview.kept import take_up
from tests.caseload.files import NOW, TODAY, new_file, sheet

__all__ = ["new_file"]
EARLIER = date(2026, 9, 1)


@pytest.fixture
def read(tmp_path: Path, facts):
    """What comes of a file with this content, where nobody or a file's clients are here."""

    def read(content: Any, name: str = "sheets.json", file=None) -> Incoming:
        place = tmp_path / name
        made = content if isinstance(content, (str, bytes)) else json.dumps(content)
        place.write_bytes(made.encode() if isinstance(made, str) else made)
        clients = [client_of(person) for person in file.people()] if file else []
        return incoming([place], clients, file.latest() if file else {}, facts, TODAY)

    return read


def lines(*documents: Any) -> str:
    return "\n".join(one if isinstance(one, str) else json.dumps(one) for one in documents)


def kinds(found: Incoming) -> list[tuple[str, str]]:
    return [(row.name, row.kind) for row in found.rows]


def problems(found: Incoming) -> list[tuple[int, str]]:
    return [(bad.line, bad.problem.key) for bad in found.bad]


# ---------------------------------------------------------------- whose a sheet is


def test_a_sheet_without_a_name_has_its_file_s(read) -> None:
    assert kinds(read(sheet(), "M-12.json")) == [("M-12", "new")]


def test_several_without_names_are_never_taken_for_one_person_s(read) -> None:
    assert kinds(read([sheet(), sheet()], "M.json")) == [("M 1", "new"), ("M 2", "new")]


def test_a_name_is_trimmed_and_found_again_however_it_is_written(read) -> None:
    rows = read(lines({"name": " Ana  B ", **sheet(day=EARLIER)}, {"name": "ana b", **sheet()})).rows
    assert [(row.name, row.kind, row.changed) for row in rows] == [
        ("Ana  B", "new", rows[0].changed),
        ("ana b", "same", ()),
    ]


@pytest.mark.parametrize(
    ("name", "key"),
    [(7, "no_text"), ("  ", "empty"), ("M" * 81, "long"), ("M\n1", "letters"), ("M\u202e1", "letters")],
)
def test_a_name_that_cannot_be_shown_is_bad(read, name: object, key: str) -> None:
    assert problems(read({"name": name, **sheet()})) == [(0, f"exchange.name.{key}")]


def test_where_two_clients_have_a_name_a_sheet_of_that_name_gets_to_neither(facts, tmp_path) -> None:
    (tmp_path / "M-1.json").write_text(json.dumps(sheet()))
    two = [Client(id_, "M-1", NOW) for id_ in ("0" * 16, "1" * 16)]
    found = incoming([tmp_path / "M-1.json"], two, {}, facts, TODAY)
    assert (found.rows, problems(found)) == ((), [(0, "problems.two_of_name")])


# ---------------------------------------------------------------- what is bad, and what goes in all the same


def test_bad_lines_are_named_and_the_rest_goes_in(read) -> None:
    good = {"name": "M-1", **sheet()}
    ahead = sheet(day=TODAY + timedelta(days=1))
    found = read(lines(good, "", "{oops", {**good, "peer_ready": 2}, ahead, {**good, "name": "M-2"}))
    assert kinds(found) == [("M-1", "new"), ("M-2", "new")]
    assert problems(found) == [
        (3, "problems.not_json"),
        (4, "problems.wrong_version"),
        (5, "problems.ahead"),
    ]
    assert found.bad[0].problem.values["line"] == 3


def test_a_list_is_told_by_the_number_in_it(read) -> None:
    found = read([sheet(), "M-2", {**sheet(), "name": "M-3"}])
    assert [name for name, _ in kinds(found)] == ["sheets 1", "M-3"]
    assert problems(found) == [(2, "problems.not_an_object")]


def test_one_sheet_that_is_broken_is_one_problem(read) -> None:
    assert problems(read(json.dumps(sheet(), indent=1)[:-40])) == [(0, "problems.not_json")]


def test_what_is_wrong_with_a_private_answer_does_not_name_it(read, words) -> None:
    (bad,) = read(sheet(lived_experience=["secret_kind"])).bad
    assert "secret_kind" not in words.say(bad.problem)


def test_a_file_that_is_not_there_keeps_no_other_out(tmp_path, facts) -> None:
    (tmp_path / "M-1.json").write_text(json.dumps(sheet()))
    found = incoming([tmp_path / "no.json", tmp_path / "M-1.json"], [], {}, facts, TODAY)
    assert kinds(found) == [("M-1", "new")]
    assert [(bad.file, bad.problem.key) for bad in found.bad] == [("no.json", "problems.cannot_read")]


DOCUMENTS = some.recursive(some.none() | some.text(max_size=5), some.lists).map(json.dumps)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.binary(max_size=60) | DOCUMENTS, some.sampled_from(["a.json", "a.jsonl"]))
def test_nothing_that_a_file_holds_stops_it(read, content: bytes | str, name: str) -> None:
    found = read(content, name)
    assert not found.rows


# ---------------------------------------------------------------- what it will change, and what it changed


def test_what_will_change_is_told_by_the_questions_alone(read, new_file, book) -> None:
    file = new_file("ours")
    bring_in(file, read({"name": "M-1", **sheet(day=EARLIER)}).rows, Judging(book).snapshot, NOW)
    (row,) = read({"name": "M-1", **sheet(drivers_license="california", ca_exam=None)}, file=file).rows
    assert (row.kind, row.client) == ("sitting", file.people()[0].id)
    assert row.changed == ("drivers_license", "ca_exam")


def test_a_client_comes_in_without_consent_and_stands_where_the_sheet_says(read, new_file, book) -> None:
    file = new_file("ours")
    assert bring_in(file, read({"name": "M-1", **sheet()}).rows, Judging(book).snapshot, NOW) == 1
    (person,) = file.people()
    client = client_of(person)
    assert (client.name, client.consent, client.seen) == ("M-1", None, TODAY)
    assert client.snapshot is not None
    assert client.snapshot.outcomes["ca-calaveras-1"] == "not_yet"
    taken = take_up(file.latest()[person.id].content, book, TODAY)
    assert (taken.session.answers, taken.left_out) == (sheet()["answers"], ())
    assert [(line.what, line.person) for line in file.log()] == [("imported", person.id)]


def test_the_same_file_once_more_brings_nothing(read, new_file, book) -> None:
    file = new_file("ours")
    both = lines({"name": "M-1", **sheet(day=EARLIER)}, {"name": "M-1", **sheet(high_school="none")})
    assert bring_in(file, read(both).rows, Judging(book).snapshot, NOW) == 2
    again = read(both, file=file)
    assert [kind for _, kind in kinds(again)] == ["older", "same"]
    assert bring_in(file, again.rows, Judging(book).snapshot, NOW) == 0
    assert len(file.sittings(file.people()[0].id)) == 2


def test_a_sheet_from_before_goes_into_the_past(read, new_file, book) -> None:
    file = new_file("ours")
    bring_in(file, read({"name": "M-1", **sheet()}).rows, Judging(book).snapshot, NOW)
    older = read({"name": "M-1", **sheet(day=EARLIER, high_school="none")}, file=file)
    bring_in(file, older.rows, Judging(book).snapshot, NOW)
    (person,) = file.people()
    days = [one.content["sheet"]["as_of"] for one in file.sittings(person.id)]
    assert days == [EARLIER.isoformat(), TODAY.isoformat()]
    assert client_of(person).seen == TODAY


def test_what_was_not_chosen_stays_out(read, new_file, book) -> None:
    file = new_file("ours")
    first, second = read(lines(*({"name": name, **sheet()} for name in ("M-1", "M-2")))).rows
    bring_in(file, [second], Judging(book).snapshot, NOW)
    assert [person.name for person in file.people()] == [second.name] != [first.name]
