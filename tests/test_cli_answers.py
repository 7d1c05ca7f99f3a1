"""The commands about one's answers, as they are typed: reasons, plans, trying answers out, what changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app import cli
from desktop_app.i18n import LANGUAGES
from tests.test_cli import SHEETS, Outcome, Run, files, refused

MONTHS = SHEETS / "four-months-and-counting.json"
SILENT = SHEETS / "mostly-silent.json"
READY = SHEETS / "ready-for-california-1.json"
EVERY = sorted(file for file in SHEETS.glob("*.json") if "expected" not in file.name)
every_sheet = pytest.mark.parametrize("file", EVERY, ids=lambda file: file.stem)
every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str | Path) -> Outcome:
        code = cli.run([str(argument) for argument in arguments])
        return Outcome(code, *capsys.readouterr())

    return call


def written(folder: Path, name: str, as_of: str = "2026-11-22", **answers: Any) -> Path:
    file = folder / name
    file.write_text(json.dumps({"peer_ready": 1, "as_of": as_of, "answers": answers}))
    return file


def text(outcome: Outcome) -> str:
    """What was printed, without the line ends of the terminal's width."""
    assert (outcome.code, outcome.err) == (0, "")
    return " ".join(outcome.out.split())


# ---------------------------------------------------------------- explain


@every_language
@every_sheet
def test_every_sheet_is_explained_in_every_language(command: Run, file: Path, language: str) -> None:
    said = text(command("explain", file, "--language", language))
    assert said.count({"en": "Source: ", "es": "Fuente: "}[language]) >= 15
    assert "{" not in said


def test_each_requirement_tells_what_was_seen_asked_and_where(command: Run) -> None:
    said = text(command("explain", MONTHS, "ca-calaveras-1"))
    assert "You have 4 months of peer support; the posting asks for 6." in said
    assert "You have this. You have a high school diploma. This settles it." in said
    assert "Your license is from another state. What counts: Yes, from California." in said
    assert "Source: Posting, “Special Requirements”, line 1." in said
    assert "Specialist II" not in said


def test_open_questions_and_questions_to_the_employer_are_told_whole(command: Run) -> None:
    said = text(command("explain", MONTHS, "tx-state-1"))
    assert "Still open: Do you have a Texas peer certificate?" in said
    assert "Ask: “What do you ask for at level I, and is what I have enough?”" in said


def test_the_kind_of_lived_experience_is_named_only_with_full(command: Run, tmp_path: Path) -> None:
    file = written(tmp_path, "sheet.json", lived_experience=["own_substance_use_services"])
    for language, kind in (("en", "substance use services"), ("es", "uso de sustancias")):
        kept = text(command("explain", file, "tx-state-2", "--language", language))
        assert kind not in kept
        assert kind in text(command("explain", file, "tx-state-2", "--language", language, "--full"))


@every_language
def test_an_unknown_position_is_one_line_that_names_those_there_are(command: Run, language: str) -> None:
    for name in ("explain", "plan"):
        outcome = command(name, MONTHS, "ca-calaveras-3", "--language", language)
        refused(outcome, "ca-calaveras-3", "ca-calaveras-1", "tx-state-2")


def test_another_day_is_judged_as_of_it(command: Run) -> None:
    assert "You have 4 months" not in text(
        command("explain", MONTHS, "ca-calaveras-1", "--as-of", "2027-03-01")
    )


# ---------------------------------------------------------------- plan


@every_language
@every_sheet
def test_every_sheet_has_its_plans_in_every_language(command: Run, file: Path, language: str) -> None:
    assert "{" not in text(command("plan", file, "--language", language))


def test_a_plan_tells_steps_days_fees_checks_and_the_end(command: Run) -> None:
    said = text(command("plan", MONTHS, "ca-calaveras-2"))
    assert said.index("Before you pay for anything:") < said.index("Fee: ")
    assert "Way 1 of 3:" in said
    assert "From November 22, 2026 to December 22, 2026: up to 30 days." in said
    assert "From November 22, 2026. We did not find how long it takes. Fee: not found" in said
    assert "Source: CalMHSA. We are sure of it." in said
    assert "Specialist I opens up on January 13, 2027 at the earliest." in said
    assert "Fees in all: $250. 2 fees were not found." in said
    assert "Times and fees were looked up on November 22, 2026." in said


def test_the_start_and_the_pace_move_the_days(command: Run) -> None:
    said = text(command("plan", MONTHS, "ca-calaveras-2", "--start", "2027-01-01", "--training-hours", "20"))
    assert "Counted from January 1, 2027. A week has 20 hours of training" in said
    assert "From January 1, 2027 to January 29, 2027: 80 hours, at 20 hours a week." in said


def test_a_start_before_the_sheets_day_is_that_day(command: Run) -> None:
    given = json.loads(command("plan", MONTHS, "--start", "2020-01-01", "--json").out)
    assert given["start"] == "2026-11-22"


def test_plans_as_json(command: Run) -> None:
    given = json.loads(command("plan", MONTHS, "ca-calaveras-2", "--json", "--work-hours", "12.5").out)
    assert given["hours_a_week"] == {"training": 8, "work": 12.5}
    (position,) = given["positions"]
    assert (position["id"], position["outcome"]) == ("ca-calaveras-2", "not_yet")
    assert len(position["plans"]) == 3
    first = position["plans"][0]
    assert first["fees"] == {"low": "250", "high": "250", "not_found": 2}
    steps = {step["id"]: step for step in first["steps"]}
    assert steps["application_review"]["takes"] == {"days": 30}
    assert steps["application"]["fee"]["high"] == "100"
    assert steps["application_review"]["fee"] is None
    assert first["unlocks"][-1]["position"] == "ca-calaveras-2"


def test_nothing_private_is_in_the_json_of_plans(command: Run) -> None:
    assert "own_" not in command("plan", SILENT, "--json").out.replace("own_experience", "")


def test_where_there_is_no_way_it_is_said_kindly(command: Run, tmp_path: Path) -> None:
    file = written(tmp_path, "sheet.json", lived_experience=["none_of_these"], tx_certificate="none")
    said = text(command("plan", file, "ca-calaveras-1"))
    assert "That is not a task for anyone." in said
    assert "Ask what else may fit you: Calaveras County." in said
    relative = written(tmp_path, "relative.json", lived_experience=["family_member"], tx_certificate="none")
    said = text(command("plan", relative, "tx-state-1"))
    assert "Someone else's never leads to them." in said
    assert "family" not in said


def test_what_matches_needs_no_steps(command: Run) -> None:
    assert "Your answers match this now. No steps are needed." in text(
        command("plan", READY, "ca-calaveras-1")
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--start", "soon"], "--start"),
        (["--start", "2032-01-01"], "2031-11-22"),
        (["--training-hours", "0"], "--training-hours"),
        (["--work-hours", "nan"], "--work-hours"),
        (["--work-hours", "169"], "168"),
        (["--work-hours", "a lot"], "a lot"),
    ],
)
def test_a_start_or_a_pace_that_cannot_be_is_one_line(command: Run, options: list[str], said: str) -> None:
    refused(command("plan", MONTHS, *options), said)


# ---------------------------------------------------------------- assess --what-if


def test_what_would_change_is_said_first(command: Run) -> None:
    said = text(command("assess", MONTHS, "--what-if", "drivers_license=california"))
    assert said.startswith("If it were so")
    change = said.index("California driver's license: “Not yet” before, now “You have this”")
    assert change < said.index("The results, if it were so:") < said.index("Your results")
    nothing = text(command("assess", MONTHS, "--what-if", "drivers_license=other_state"))
    assert "No standing would change." in nothing


def test_a_plan_followed_with_what_if_comes_to_a_match(command: Run) -> None:
    done = ["--what-if", "drivers_license=california", "--as-of", "2027-01-13"]
    given = json.loads(command("assess", MONTHS, "--json", *done).out)
    assert given["matched"]["ca-calaveras"] == "ca-calaveras-1"
    assert given["positions"][0]["outcome"] == "meets"


def test_the_json_has_the_same_shape_and_what_was_supposed(command: Run) -> None:
    options = ["--what-if", "drivers_license=california", "--what-if", "high_school=", "--what-if",
               "can_lead_groups=yes", "--what-if", "lived_experience=caregiver"]  # fmt: skip
    plain = json.loads(command("assess", MONTHS, "--json").out)
    tried = json.loads(command("assess", MONTHS, "--json", *options).out)
    supposed = {"drivers_license": "california", "high_school": None, "can_lead_groups": True}
    assert tried["what_if"] == {**supposed, "lived_experience": "kept_private"}
    assert [*tried] == [*plain, "what_if"]
    full = json.loads(command("assess", MONTHS, "--json", "--full", *options).out)
    assert full["what_if"]["lived_experience"] == ["caregiver"]


def test_nothing_that_is_tried_out_is_kept(command: Run, tmp_path: Path) -> None:
    before = MONTHS.read_bytes()
    command("assess", MONTHS, "--what-if", "drivers_license=california")
    assert MONTHS.read_bytes() == before
    refused(command("assess", MONTHS, "--what-if", "drivers_license=none", "--pdf", "out.pdf"), "--what-if")
    assert files(tmp_path) == set()


@every_language
@pytest.mark.parametrize("typed", ["high_school=ged", "shoe_size=42", "high_school", "roles=[1]"])
def test_an_answer_that_cannot_be_is_one_line_with_the_options_name(
    command: Run, typed: str, language: str
) -> None:
    refused(command("assess", MONTHS, "--what-if", typed, "--language", language), "--what-if")


# ---------------------------------------------------------------- compare


@every_language
def test_two_sheets_are_compared(command: Run, language: str) -> None:
    said = text(command("compare", SILENT, READY, "--language", language))
    new = {
        "en": "New: your answers match Peer Support Specialist I in Calaveras County.",
        "es": "Nuevo: sus respuestas coinciden con Peer Support Specialist I en el condado de Calaveras.",
    }
    assert new[language] in said
    assert "{" not in said


def test_the_same_sheet_twice_has_nothing_to_tell(command: Run) -> None:
    assert text(command("compare", READY, READY)).endswith("Nothing changed.")


def test_two_days_are_named(command: Run, tmp_path: Path) -> None:
    role = {"work": "peer_support_to_individuals", "setting": "similar", "paid": False, "end": None}
    answers = {"roles": [{**role, "start": "2026-11-01"}]}
    old, new = (written(tmp_path, f"{day}.json", day, **answers) for day in ("2026-11-22", "2027-05-01"))
    said = text(command("compare", old, new))
    assert said.startswith("What changed from November 22, 2026 to May 1, 2027")
    assert "Six months of peer support: “Not yet” before, now “You have this”" in said


def test_what_changed_as_json_names_no_answer(command: Run) -> None:
    given = json.loads(command("compare", SILENT, READY, "--json").out)
    assert given["newly_matched"] == ["ca-calaveras-1"]
    assert given["matched"]["ca-calaveras"] == {"before": None, "after": "ca-calaveras-1"}
    assert {"fact": "lived_experience", "change": "added"} in given["answers"]
    first = given["positions"][0]
    assert first["outcome"] == {"before": "cannot_tell", "after": "meets"}
    assert "own_" not in json.dumps(given)


@pytest.mark.parametrize("name", ["explain", "plan", "compare"])
def test_a_sheet_that_cannot_be_used_is_one_line(command: Run, tmp_path: Path, name: str) -> None:
    more = [READY] if name == "compare" else []
    bad = written(tmp_path, "bad.json", high_school="ged")
    refused(command(name, *more, bad), "bad.json", "ged_or_hiset")
    refused(command(name, *more, "nowhere.json"), "nowhere.json")
    refused(command(name, *more, tmp_path), "folder")


def test_other_packs_are_explained_and_planned_for(command: Run, tmp_path: Path) -> None:
    packs = Path(__file__).parent / "packs"
    file = written(tmp_path, "sheet.json", high_school="none")
    assert "2 of these 3 are enough." in text(command("explain", file, "--packs", packs))
    assert "In recovery since: an answer that counts here" in text(command("plan", file, "--packs", packs))
