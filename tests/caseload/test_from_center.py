"""Another center's file: what would come is told first, and nobody's sittings get to anybody else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.casefile.casefile import CaseFile
from desktop_app.casefile.records import Note, Person, Record, Sitting
from desktop_app.caseload.client import Client, Consent, client_of, content_of
from desktop_app.caseload.from_center import bring_in, compare
from tests.caseload.files import NOW, new_file, sheet

__all__ = ["new_file"]
HOUR = timedelta(hours=1)


@pytest.fixture
def two(new_file) -> tuple[CaseFile, CaseFile]:
    """Theirs, and ours."""
    return new_file("theirs"), new_file("ours")


def person(id_: str, name: str, **more: Any) -> Person:
    return Person(id_ * 16, name, NOW, content_of(Client("", name, NOW, **more)))


def sat(id_: str, of: str, hours: int = 0, **answers: Any) -> Sitting:
    moment = NOW + hours * HOUR
    return Sitting(id_ * 16, of * 16, moment, moment, {"sheet": sheet(**answers)})


def noted(id_: str, of: str, text: str = "Called.") -> Note:
    return Note(id_ * 16, of * 16, NOW, text)


def have(file: CaseFile, *records: Record) -> None:
    file.take_in(records)


def brought(theirs: CaseFile, ours: CaseFile) -> int:
    return bring_in(ours, compare(theirs, ours))


def told(theirs: CaseFile, ours: CaseFile) -> list[tuple[str, str, int, int]]:
    return [(one.theirs.name, one.kind, len(one.sittings), len(one.notes)) for one in compare(theirs, ours)]


def test_what_would_come_is_told_for_each_of_theirs(two) -> None:
    theirs, ours = two
    for file in two:
        have(file, person("1", "Same"), sat("1", "1"))
        have(file, person("2", "Newer there"), sat("2", "2"))
        have(file, person("3", "Newer here"), sat("3", "3"))
    have(theirs, person("0", "New"), sat("0", "0"), noted("0", "0"), sat("4", "2", 1), noted("2", "2"))
    have(ours, sat("5", "3", 1))
    assert sorted(told(theirs, ours)) == [
        ("New", "new", 1, 1),
        ("Newer here", "newer_here", 0, 0),
        ("Newer there", "newer_there", 1, 1),
        ("Same", "same", 0, 0),
    ]


def test_nothing_comes_before_it_is_brought_in_and_then_all_of_it_once(two) -> None:
    theirs, ours = two
    consent = Consent(date(2026, 9, 1), "en", "1")
    have(theirs, person("0", "M-1", consent=consent), sat("0", "0"), sat("1", "0", 1), noted("0", "0"))
    offers = compare(theirs, ours)
    assert ours.people() == []
    assert bring_in(ours, offers) == 1
    assert (ours.people(), ours.sittings("0" * 16)) == (theirs.people(), theirs.sittings("0" * 16))
    assert ours.notes("0" * 16) == theirs.notes("0" * 16)
    assert [line.what for line in ours.log()] == ["imported"]
    assert told(theirs, ours) == [("M-1", "same", 0, 0)]
    assert brought(theirs, ours) == 0


def test_what_was_changed_there_since_takes_the_place_of_ours(two) -> None:
    theirs, ours = two
    have(ours, person("0", "M-1"), sat("0", "0"))
    have(theirs, person("0", "Renamed"), sat("0", "0", 1, high_school="none"))
    brought(theirs, ours)
    assert ours.sittings("0" * 16) == theirs.sittings("0" * 16)
    assert [one.name for one in ours.people()] == ["M-1"]


def test_papers_and_steps_of_both_are_kept_and_our_consent_stays(two) -> None:
    theirs, ours = two
    day, later = date(2026, 9, 1), date(2026, 10, 1)
    theirs_seen = {"high_school": later, "ca_certificate": later}
    have(ours, person("0", "M-1", papers={"high_school": day}, seen=day), sat("0", "0"))
    have(theirs, person("0", "M-1", papers=theirs_seen, seen=later), sat("1", "0", 1))
    brought(theirs, ours)
    client = client_of(ours.people()[0])
    assert client.papers == {"high_school": day, "ca_certificate": later}
    assert client.seen == later


def test_the_same_name_alone_is_said_and_can_be_taken_for_another_person(two) -> None:
    theirs, ours = two
    have(ours, person("0", "m-1"), sat("0", "0"))
    have(theirs, person("1", "M-1"), sat("1", "1", 1))
    (offer,) = compare(theirs, ours)
    assert offer.by_name
    bring_in(ours, [offer.apart()])
    assert [one.name for one in ours.people()] == ["m-1", "M-1 (2)"]
    assert [len(ours.sittings(one.id)) for one in ours.people()] == [1, 1]


def test_by_name_they_come_to_ours_and_are_known_again(two) -> None:
    theirs, ours = two
    have(ours, person("0", "m-1"), sat("0", "0"))
    have(theirs, person("1", "M-1"), sat("1", "1", 1))
    assert brought(theirs, ours) == 1
    assert [one.id for one in ours.sittings("0" * 16)] == ["0" * 16, "1" * 16]
    assert told(theirs, ours) == [("M-1", "same", 0, 0)]


def test_nobody_of_a_name_that_two_have_here_is_guessed(two) -> None:
    theirs, ours = two
    have(ours, person("0", "M-1"), person("1", "M-1"))
    have(theirs, person("2", "M-1"))
    assert [one.kind for one in compare(theirs, ours)] == ["new"]


def test_a_sitting_of_somebody_else_is_never_written_over(two) -> None:
    theirs, ours = two
    have(ours, person("0", "Ours"), sat("0", "0"), noted("0", "0", "Ours."))
    have(theirs, person("1", "Theirs"), sat("0", "1", 1, high_school="none"), noted("0", "1", "Theirs."))
    before = ours.sittings("0" * 16), ours.notes("0" * 16)
    brought(theirs, ours)
    assert (ours.sittings("0" * 16), ours.notes("0" * 16)) == before
    assert len(ours.sittings("1" * 16)) == len(ours.notes("1" * 16)) == 1
    assert told(theirs, ours) == [("Theirs", "same", 0, 0)]


def test_ids_and_names_of_any_kind_come_in_as_ours_are(two) -> None:
    theirs, ours = two
    odd = Person("'; drop", "M\n\u202e1" + "x" * 100, NOW, {"snapshot": 7, "more": "than we know"})
    have(theirs, odd, sat("0", "0")._replace(id="🙂", person=odd.id))
    assert brought(theirs, ours) == 1
    (one,) = ours.people()
    assert one.name.startswith("M 1x")
    assert len(one.name) == 80
    assert len(ours.sittings(one.id)) == 1
    assert [kind for _, kind, *_ in told(theirs, ours)] == ["same"]


def test_somebodys_own_file_comes_under_the_name_of_the_file(two) -> None:
    theirs, ours = two
    have(theirs, person("1", ""), sat("1", "1"))
    assert told(theirs, ours) == [("theirs", "new", 1, 0)]
    assert brought(theirs, ours) == 1
    assert [one.name for one in ours.people()] == ["theirs"]
    assert told(theirs, ours) == [("theirs", "same", 0, 0)]
