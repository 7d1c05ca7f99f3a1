"""What a pack cites is looked up in a newer posting: unchanged, moved, changed with the words named, or gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.rulebook.drift import Drift, Passage, drift
from desktop_app.rulebook.load import load_rulebook
from desktop_app.rulebook.passage import digest
from desktop_app.rulebook.posting import read_posting
from desktop_app.rulebook.read_before import marks_of, read_before
from tests.rulebook import made_posting as made
from tests.rulebook.made_posting import PLAIN, POSTING, made_pack, pack_as_data
from tests.rulebook.test_posting import wrapped

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
REAL = [
    ("ca-calaveras", SEEDS / "ca-calaveras-posting-2023.txt"),
    ("tx-state", SEEDS / "tx-state-class-4008.txt"),
]


def read() -> list[tuple[int, str]]:
    """The marks of the sentences as posted."""
    return [(int(words), mark) for words, mark in (one.split(":") for one in marks_of(read_posting(POSTING)))]


def drifted(*changes: tuple[str, str], text: str = POSTING) -> Drift:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return drift(made_pack(), text, plain=PLAIN, read=read())


def the_one(found: Drift, status: str) -> Passage:
    """The only passage with this status; all others are unchanged."""
    assert {one.status for one in found.passages} <= {status, "unchanged"}
    (passage,) = [one for one in found.passages if one.status == status]
    return passage


def stakes(passage: Passage) -> dict[str, tuple[str, ...]]:
    return {stake.key: stake.positions for stake in passage.stakes}


# ---------------------------------------------------------------- nothing that matters changed

AS_PASTED = {
    "as posted": POSTING,
    "CRLF": POSTING.replace("\n", "\r\n"),
    "wrapped at 72": wrapped(POSTING, 72),
    "wrapped at 40, CRLF": wrapped(POSTING, 40).replace("\n", "\r\n"),
    "other bullets and quotes": POSTING.replace("•", "*").replace("'", "’"),
    "capitals": POSTING.upper(),
    "no blank lines, no bullets": "\n".join(line.strip(" •") for line in POSTING.split("\n") if line.strip()),
    "one paragraph": " ".join(POSTING.split()),
    "spaces for tabs": POSTING.replace("\t", " "),
    "dollars plain, dashes long": POSTING.replace("\\$", "$").replace(" - ", " – "),
}


@pytest.mark.parametrize("text", AS_PASTED.values(), ids=AS_PASTED.keys())
def test_however_it_was_pasted_everything_is_unchanged(text):
    found = drifted(text=text)
    assert {one.status for one in found.passages} == {"unchanged"}
    assert found.all_found
    assert not found.none_found
    assert [one for one in found.new if not one.text.isupper()] == []  # a wrapped table has no rows


@pytest.mark.parametrize(
    "change",
    [
        ("Writes down each visit.", "Writes down every visit and call."),
        ("12 days off", "15 days off"),
        ("Drives people to visits and back.", ""),
    ],
)
def test_a_change_of_what_nothing_cites_is_no_change_of_a_requirement(change):
    assert drifted(change).all_found


def test_each_passage_stands_once_with_all_that_rests_on_it():
    found = drifted()
    by_key = {key: positions for one in found.passages for key, positions in stakes(one).items()}
    assert by_key["requirements.school"] == ("or-pine-1", "or-pine-2")
    assert by_key["path.age"] == ("or-pine-2",)
    assert by_key["pay.body"] == ("or-pine-1",)
    assert [one.places[0].text for one in found.passages if "path.age" in stakes(one)] == [made.AGE]


def test_a_passage_that_stands_more_than_once_says_so():
    found = drifted(text=POSTING + "\n\n" + made.SCHOOL)
    school = found.passages[0]
    assert school.status == "unchanged"
    assert [place.line for place in school.places] == [
        POSTING.split("\n").index(made.SCHOOL) + 1,
        POSTING.count("\n") + 3,
    ]


# ---------------------------------------------------------------- changed, and the words are named

CHANGES = {
    "a number": (("Four months", "Nine months"), "months", [("four", "nine")]),
    "a number and its unit": (("Four months", "One year"), "months", [("four months", "one year")]),
    "a number in figures": (("19 years", "21 years"), "age", [("19", "21")]),
    "two numbers": (
        ("60-hour course over 12", "80-hour course over 15"),
        "training",
        [("60", "80"), ("12", "15")],
    ),
    "one sentence of two": (("A two-year degree", "A four-year degree"), "year", [("two", "four")]),
    "or to and": (("diploma or its", "diploma and its"), "school", [("or", "and")]),
    "a word put in": (("paid or unpaid work", "recent paid or unpaid work"), "months", [("", "recent")]),
    "a number, and a word put in": (
        ("Four months of paid", "Nine months of recent paid"),
        "months",
        [("four", "nine"), ("", "recent")],
    ),
    "a word put in, and a number": (
        ("be no younger than 19", "be, on hiring, no younger than 21"),
        "age",
        [("", "on hiring"), ("19", "21")],
    ),
    "two words left out": (("paid or unpaid work", "paid work"), "months", [("or unpaid", "")]),
    "a word left out": (("A current peer", "A peer"), "certificate", [("current", "")]),
    "it goes on": (("than 19 years.", "than 19 years and fit."), "age", [("", "and fit")]),
    "it is turned round": (("A high school", "No high school"), "school", [("a", "no")]),
    "words around it": (
        ("Must be no", "It helps to say that one must be no"),
        "age",
        [("", "it helps to say that one")],
    ),
}


@pytest.mark.parametrize(("change", "name", "words"), CHANGES.values(), ids=CHANGES.keys())
def test_a_changed_passage_is_shown_with_the_words_that_changed(change, name, words):
    found = drifted(change)
    passage = the_one(found, "changed")
    assert [stake.key.split(".")[1] for stake in passage.stakes] == [name]
    assert [tuple(swap) for swap in passage.swaps] == words
    assert passage.now is not None
    assert found.new == ()
    assert not found.all_found


def test_changed_pay_is_named_from_the_amounts_that_the_pack_keeps():
    passage = the_one(drifted(("$15.10 - $19.80", "$16.25 - $21.00")), "changed")
    assert stakes(passage) == {"pay.body": ("or-pine-1",)}
    assert passage.swaps == (("$15.10 $19.80", "$16.25 $21.00"),)


def test_one_changed_amount_is_named():
    assert the_one(drifted(("$19.80", "$20.00")), "changed").swaps == (("$19.80", "$20.00"),)


def test_a_part_of_a_sentence_is_looked_for_wherever_it_stands_and_what_is_around_it_is_not_watched():
    assert drifted(("PEER GUIDE I\t5107", "New: PEER GUIDE I\t5107 so far")).all_found
    passage = the_one(drifted(("PEER GUIDE I\t5107", "PEER HELPER I\t5107")), "changed")
    assert list(stakes(passage)) == ["requirements.row"]
    assert passage.swaps == (("guide", "helper"),)


# ---------------------------------------------------------------- gone, moved, new


def test_a_passage_written_anew_is_gone_and_the_likeliest_sentence_is_shown_with_its_numbers():
    found = drifted((made.MONTHS, "At least nine months spent with peers, for pay or for free."))
    passage = the_one(found, "gone")
    assert stakes(passage) == {"requirements.months": ("or-pine-1",)}
    assert passage.now is not None
    assert passage.now.text.startswith("At least nine")
    assert passage.numbers == (("four",), ("nine",))
    assert passage.swaps == ()


def test_a_passage_left_out_is_gone_and_nothing_is_made_up():
    passage = the_one(drifted((made.LICENSE, "")), "gone")
    assert passage.now is None
    assert passage.numbers == ((), ())


def test_a_passage_under_another_heading_has_moved():
    text = POSTING.replace(made.SCHOOL, "").replace(
        "Union Local 7", f"Nice to have\n\n{made.SCHOOL}\n\nUnion Local 7"
    )
    passage = the_one(drifted(text=text), "moved")
    assert passage.under == "Nice to have"
    assert drifted(text=text).all_found


def test_a_passage_in_another_order_has_moved_and_no_other():
    bullet = f"  • {made.EXAM}\n"
    text = POSTING.replace(bullet, "").replace(f"  • {made.PHOTO}\n", bullet + f"  • {made.PHOTO}\n")
    passage = the_one(drifted(text=text), "moved")
    assert list(stakes(passage)) == ["path.exam"]
    assert passage.under == ""


def test_a_heading_with_another_name_moves_what_stands_below_it():
    found = drifted(("Special Needs of the Work", "What Else We Ask"))
    moved = {key for one in found.passages if one.status == "moved" for key in stakes(one)}
    assert "requirements.license" in moved
    assert "requirements.months" not in moved


def test_a_new_sentence_is_told_from_those_read_before():
    found = drifted((made.SCHOOL, made.SCHOOL + " Must pass a drug test."))
    assert found.all_found
    assert [one.text for one in found.new] == ["Must pass a drug test."]
    assert "Writes down each visit." in [one.text for one in found.read_before]


def test_where_no_sentence_was_kept_all_that_are_not_cited_are_told():
    found = drift(made_pack(), POSTING)
    assert "Writes down each visit." in [one.text for one in found.new]
    assert made.SCHOOL not in [one.text for one in found.new]
    assert found.read_before == ()


def test_another_document_altogether_has_nothing_and_guesses_nothing():
    found = drift(made_pack(), "Wanted: a cook. Must know soups.", plain=PLAIN)
    assert found.none_found
    assert all(one.now is None for one in found.passages)


def test_a_citation_without_a_fingerprint_cannot_be_looked_up():
    data = pack_as_data()
    del data["pay"][0]["cite"]["fingerprint"]
    found = drift(type(made_pack()).model_validate(data, strict=False), POSTING)
    assert the_one(found, "unmarked").stakes[0].key == "pay.body"
    assert not found.all_found


def test_only_what_is_cited_from_that_source_is_looked_up():
    data = pack_as_data()
    data["sources"].append({"id": "handbook", "retrieved": "2025-03-04"})
    data["pay"][0]["cite"]["source"] = "handbook"
    pack = type(made_pack()).model_validate(data, strict=False)
    assert [stakes(one) for one in drift(pack, made.PAY, source="handbook").passages] == [
        {"pay.body": ("or-pine-1",)}
    ]


def test_a_search_that_would_take_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr("desktop_app.rulebook.recover.MOST_TRIALS", 10)
    assert the_one(drifted(("Four months", "Nine months")), "gone").now is not None


# ---------------------------------------------------------------- the program's own packs


@pytest.mark.parametrize(("series", "file"), REAL, ids=[series for series, _ in REAL])
def test_the_real_sources_say_what_the_packs_cite(series, file):
    if not file.exists():
        pytest.skip("the sources are not beside this checkout")
    (loaded,) = [one for one in load_rulebook().packs if one.pack.series == series]
    source = loaded.pack.sources[0].id
    found = drift(
        loaded.pack, file.read_text(encoding="utf-8"), source=source, read=read_before(loaded.folder, source)
    )
    assert {one.status for one in found.passages} == {"unchanged"}
    assert all(len(one.places) == 1 for one in found.passages)
    assert found.new == ()


def test_the_marks_kept_beside_a_pack_give_no_words_away():
    for loaded in load_rulebook().packs:
        for source in loaded.pack.sources:
            marks = read_before(loaded.folder, source.id)
            assert marks
            assert all(words >= 1 and len(mark) == 16 for words, mark in marks)


def test_a_mark_is_the_number_of_words_and_the_beginning_of_their_hash():
    assert list(marks_of(read_posting("Sings well. Sings well. Dances."))) == [
        f"2:{digest(['sings', 'well'])[:16]}",
        f"1:{digest(['dances'])[:16]}",
    ]
