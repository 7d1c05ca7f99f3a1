"""The commands about sources as they are typed: what drifted, the fingerprint of a passage, and old sources."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from desktop_app import cli
from desktop_app.rulebook.check import words_needed
from desktop_app.rulebook.model import Pack
from desktop_app.rulebook.passage import fingerprint
from tests.rulebook.made_posting import MONTHS, POSTING, SCHOOL, pack_as_data

Run = Callable[..., SimpleNamespace]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in a folder that holds a pack and its posting."""
    monkeypatch.chdir(tmp_path)
    write_pack(tmp_path / "or-pine" / "2025-03-03")
    (tmp_path / "posting.txt").write_text(POSTING, encoding="utf-8")

    def call(*arguments: str) -> SimpleNamespace:
        code = cli.run(arguments)
        out, err = capsys.readouterr()
        return SimpleNamespace(code=code, out=out, err=err)

    return call


def write_pack(folder: Path) -> None:
    """The made pack, with words that are no more than their own keys."""
    folder.mkdir(parents=True)
    data = pack_as_data()
    (folder / "rules.yaml").write_text(json.dumps(data), encoding="utf-8")
    for language in ("en", "es"):
        tree: dict[str, object] = {}
        for key in words_needed(Pack.model_validate(data, strict=False)):
            *levels, last = key.split(".")
            node = tree
            for level in levels:
                node = node.setdefault(level, {})  # type: ignore[assignment]
            node[last] = key.split(".")[-2] if last in ("name", "asks") else last
        (folder / f"words.{language}.yaml").write_text(json.dumps(tree), encoding="utf-8")


def change(*changes: tuple[str, str]) -> None:
    text = POSTING
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    Path("posting.txt").write_text(text, encoding="utf-8")


def refused(outcome: SimpleNamespace, *said: str) -> None:
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert outcome.err.startswith("peer-ready: ")
    for part in said:
        assert part in outcome.err


# ---------------------------------------------------------------- drift


def test_a_posting_that_still_says_so_is_fine(run: Run) -> None:
    outcome = run("packs", "drift", "or-pine", "posting.txt")
    assert (outcome.code, outcome.err) == (0, "")
    assert "every cited passage stands in this text" in outcome.out
    assert "school, for or-pine-1 and or-pine-2" in outcome.out
    assert "Sentences that no rule cites" in outcome.out


def test_a_changed_posting_is_told_in_the_order_of_what_needs_doing(run: Run) -> None:
    marks = run("packs", "fingerprint", "posting.txt", "--sentences", "posting").out
    Path("or-pine/2025-03-03/read.yaml").write_text(marks, encoding="utf-8")
    change(("Four months", "Nine months"), (SCHOOL, f"{SCHOOL} Must pass a drug test."), ("$19.80", "$20.00"))
    outcome = run("packs", "drift", "or-pine", "posting.txt")
    assert outcome.code == 1
    said = [
        "series: 2 of 12 cited passages are not in this text word for word.",
        "Changed (2)",
        "months, for or-pine-1",
        "Cited: short, “Education and Experience, Peer Guide I”, line 1.",
        "“Nine months of paid or unpaid work beside peers, one to one or in groups.”",
        "“four” is now “nine”.",
        "Pay for or-pine-1: body",
        "“$19.80” is now “$20.00”.",
        "New sentences that no rule cites (1)",
        "“Must pass a drug test.”",
        "Unchanged (10)",
        "Sentences read before that no rule cites",
    ]
    places = [outcome.out.find(one) for one in said]
    assert -1 not in places, said[places.index(-1)]
    assert places == sorted(places)


def test_everything_that_can_become_of_a_passage_is_told_in_both_languages(run: Run) -> None:
    data = pack_as_data()
    del data["pay"][0]["cite"]["fingerprint"]
    Path("or-pine/2025-03-03/rules.yaml").write_text(json.dumps(data), encoding="utf-8")
    change(
        (MONTHS, ""),
        (
            "A current peer certificate of this state:",
            "For peers and others, a state certificate that is current:",
        ),
        ("Passes the board's exam", "Passes the exam"),
        ("like place.", "like place, or at home."),
        (f"{SCHOOL}\n", ""),
        ("Union Local 7", f"Nice to have\n\n{SCHOOL}\n\nUnion Local 7\n\n{SCHOOL}"),
    )
    english = run("packs", "drift", "or-pine", "posting.txt")
    for said in (
        "Moved (1)",
        "below “Nice to have”",
        "2 times, on lines",
        "Changed a lot, or gone",
        "Nothing left",
    ):
        assert said in english.out, said
    for said in ("was added", "was left out", "Not checked (1)", "no fingerprint", "Nearest to it, on line"):
        assert said in english.out, said
    spanish = run("packs", "drift", "or-pine", "posting.txt", "--language", "es")
    assert (english.code, spanish.code) == (1, 1)
    assert spanish.out.count("\n") == english.out.count("\n")
    assert "Cambiaron de lugar (1)" in spanish.out


def test_a_passage_further_down_below_the_same_heading_is_told(run: Run) -> None:
    exam = "  • Passes the board's exam\n"
    change((exam, ""), ("  • Shows a photo card", f"{exam}  • Shows a photo card"))
    outcome = run("packs", "drift", "or-pine", "posting.txt")
    assert outcome.code == 0
    assert "in another place below the same heading" in outcome.out


def test_the_numbers_of_a_passage_written_anew_are_held_against_the_packs_own_words(run: Run) -> None:
    file = Path("or-pine/2025-03-03/words.en.yaml")
    words = json.loads(file.read_text(encoding="utf-8"))
    words["requirements"]["months"]["asks"] = "Four months of peer work, paid or unpaid."
    file.write_text(json.dumps(words), encoding="utf-8")
    change((MONTHS, "At least nine months spent with peers, for pay or for free."))
    outcome = run("packs", "drift", "or-pine", "posting.txt")
    assert "Nearest to it, on line" in outcome.out
    assert "Our summary says four. Here it says nine." in outcome.out


def test_another_text_altogether_is_asked_about(run: Run) -> None:
    Path("posting.txt").write_text("Wanted: a cook.", encoding="utf-8")
    outcome = run("packs", "drift", "or-pine", "posting.txt")
    assert outcome.code == 1
    assert "none of the cited passages is in this text. Is it the right one?" in outcome.out


def test_the_program_s_own_packs_go_by_their_series(run: Run) -> None:
    outcome = run("packs", "drift", "ca-calaveras", "posting.txt")
    assert outcome.code == 1
    assert "none of the cited passages" in outcome.out


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "no words"), (b" \n", "no words"), (b"\xff\x00\x01", "plain text"), (b"a " * 200_000, "KB")],
)
def test_a_text_that_cannot_be_used_is_one_line(run: Run, content: bytes, said: str) -> None:
    Path("posting.txt").write_bytes(content)
    refused(run("packs", "drift", "or-pine", "posting.txt"), "posting.txt", said)


def test_what_is_not_there_is_named(run: Run) -> None:
    refused(run("packs", "drift", "nowhere", "posting.txt"), "nowhere", "ca-calaveras, tx-state")
    refused(run("packs", "drift", "or-pine", "nothing.txt"), "nothing.txt")
    refused(run("packs", "drift", "or-pine", "or-pine"), "or-pine", "folder")
    refused(run("packs", "drift", "or-pine", "posting.txt", "--source", "x"), "x", "posting")


@pytest.mark.parametrize(
    "marks", ["posting: [a]", "posting: ['2:12']", "posting: 7", "[a]", "posting: ['0:0123456789abcdef']"]
)
def test_marks_that_are_none_are_named_with_their_file(run: Run, marks: str) -> None:
    Path("or-pine/2025-03-03/read.yaml").write_text(marks, encoding="utf-8")
    refused(run("packs", "drift", "or-pine", "posting.txt"), "read.yaml")


# ---------------------------------------------------------------- fingerprint


def test_the_fingerprint_of_some_lines_is_ready_to_be_put_into_a_rule(run: Run) -> None:
    line = POSTING.split("\n").index(SCHOOL) + 1
    given = yaml.safe_load(run("packs", "fingerprint", "posting.txt", "--lines", str(line)).out)
    assert given == {"fingerprint": {"words": 7, "sha256": fingerprint(SCHOOL).sha256}}


def test_a_passage_may_be_piped_in_and_be_a_part_of_its_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"a high\nschool")))
    given = yaml.safe_load(run("packs", "fingerprint", "--part").out)
    assert given["fingerprint"] == {"words": 3, "sha256": fingerprint("a high school").sha256, "part": True}


def test_no_words_of_a_posting_are_among_its_marks(run: Run) -> None:
    given = yaml.safe_load(run("packs", "fingerprint", "posting.txt", "--sentences", "posting").out)
    assert len(given["posting"]) > 20
    assert not any("school" in mark for mark in given["posting"])


@pytest.mark.parametrize("lines", ["0", "7-3", "9999", "x", "-3", "3-x"])
def test_lines_that_are_not_there_are_named(run: Run, lines: str) -> None:
    refused(run("packs", "fingerprint", "posting.txt", f"--lines={lines}"), lines)


def test_a_passage_that_is_too_short_or_too_long_is_told(run: Run) -> None:
    Path("one.txt").write_text("Exam", encoding="utf-8")
    refused(run("packs", "fingerprint", "one.txt"), "2 to 400", "1")
    Path("long.txt").write_text("word " * 401, encoding="utf-8")
    refused(run("packs", "fingerprint", "long.txt"), "401")


# ---------------------------------------------------------------- check


def test_an_old_source_is_a_warning_and_alone_leaves_all_well(run: Run) -> None:
    outcome = run("packs", "check", "--older-than", "30")
    assert outcome.code == 0
    assert "Nothing to put right" in outcome.out
    assert all(line.startswith("warning: ") for line in outcome.err.splitlines())
    assert "posting: the source is from 2023-08-24" in outcome.err
    assert run("packs", "check", "--older-than", "100000").err == ""


def test_a_requirement_without_a_citation_is_named(run: Run) -> None:
    data = pack_as_data()
    del data["positions"][0]["requirements"][1]["cite"]
    Path("or-pine/2025-03-03/rules.yaml").write_text(json.dumps(data), encoding="utf-8")
    refused(
        run("packs", "check", "or-pine"), "positions, entry 1, requirements, entry 2, cite: field required"
    )


def test_a_part_that_decides_nothing_and_a_forgotten_rule_are_named(run: Run) -> None:
    data = pack_as_data()
    diploma = {"fact": "high_school", "met": ["diploma"]}
    data["rules"] = {"spare": diploma}
    data["positions"][0]["requirements"][0]["needs"] = {
        "any": [diploma, {"all": [diploma, {"rule": "spare"}]}]
    }
    data["positions"][1]["requirements"][0]["needs"] = {"any": [diploma, diploma]}
    Path("or-pine/2025-03-03/rules.yaml").write_text(json.dumps(data), encoding="utf-8")
    outcome = run("packs", "check", "or-pine")
    assert outcome.code == 1
    assert (
        "or-pine-2, school: the part about 'high_school' can decide nothing here (tried on all 5"
        in outcome.err
    )
    assert "to put right" in outcome.out


def test_months_below_one_cannot_be_asked_for(run: Run) -> None:
    data = pack_as_data()
    data["positions"][0]["requirements"][0]["needs"] = {"months": 0, "count": "x", "roles": [{}]}
    Path("or-pine/2025-03-03/rules.yaml").write_text(json.dumps(data), encoding="utf-8")
    refused(run("packs", "check", "or-pine"), "months")
