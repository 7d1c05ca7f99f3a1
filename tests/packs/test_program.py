"""The program runs on a county that it has never heard of: interview, results, report and commands."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from desktop_app import cli
from desktop_app.answers.sheet import read_answers
from desktop_app.i18n import LANGUAGES, Words
from desktop_app.interview.session import CHECK, Interview, Session
from desktop_app.judgement.explain import filing
from desktop_app.judgement.judge import Judge
from desktop_app.report.content import report_content
from desktop_app.report.summary import summary
from desktop_app.resources import ResourceError
from desktop_app.rulebook.load import LoadedPack, Rulebook, load_facts, load_rulebook
from desktop_app.rulebook.model import Filing
from desktop_app.terminal import run_interview
from tests.conftest import TODAY
from tests.packs.every import HERE

ROOT = Path(__file__).parents[2]
ANSWERS: dict[str, Any] = {
    "lived_experience": ["own_recovery_without_services"],
    "in_recovery_since": "2024-05-01",
    "high_school": "diploma",
    "can_lead_groups": True,
    "age_21_or_over": True,
    "county_certificate": "none",
}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        code = cli.run([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return call


def test_no_line_of_the_program_knows_of_the_county(county: LoadedPack):
    for file in [*(ROOT / "desktop_app").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]:
        text = file.read_text(encoding="utf-8")
        assert county.pack.series not in text, file
        if "desktop_app" in file.parts:
            assert not [fact.id for fact in county.facts if fact.id in text], file


# ------------------------------------------------------------------ questions of its own


def test_its_questions_stand_at_the_end_of_their_sections(county_book: Rulebook):
    own = {fact.id for fact in county_book.packs[0].facts}
    program = load_facts()
    assert [name for name in county_book.facts.by_id if name not in own] == list(program.by_id)
    asked = list(county_book.facts.by_id.values())
    assert [fact.section for fact in asked] == sorted(
        (fact.section for fact in asked), key=program.sections.index
    )
    assert asked[1].id == "in_recovery_since"


def test_every_question_is_asked_in_turn_the_day_of_recovery_too(county_book: Rulebook):
    interview = Interview(county_book, county_book.series(), TODAY)
    asked = interview.view(Session(TODAY, county_book.series())).asked
    assert asked == (
        "lived_experience", "in_recovery_since", "high_school", "roles", "can_lead_groups", "age_21_or_over",
        "county_certificate",
    )  # fmt: skip
    answers = {"lived_experience": ["caregiver"], "county_certificate": "current"}
    asked = interview.view(Session(TODAY, county_book.series(), answers=answers)).asked
    assert "in_recovery_since" not in asked, "a caregiver's own recovery decides nothing there"
    assert asked[-1] == "county_certificate_expires"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_terminal_asks_for_the_day(county_book: Rulebook, language: str):
    typed = "\n\n3\n5/1/2024\n1\n\n1\n1\n1\n\n\n\n\n\n\n3\n"
    with CliRunner().isolation(input=typed) as streams:
        run_interview(county_book, TODAY, language)
        text = " ".join(streams[2].getvalue().decode().split())
    assert {"en": "May 1, 2024", "es": "1 de mayo de 2024"}[language] in text
    assert {"en": "Since when have you been in recovery?", "es": "¿Desde cuándo está"}[language] in text
    assert "Traceback" not in text


def test_going_from_question_to_question_reaches_the_check(county_book: Rulebook):
    interview = Interview(county_book, county_book.series(), TODAY)
    session = interview.start(Session(TODAY, county_book.series()))
    seen = [session.at]
    while session.at != CHECK:
        if session.at in ANSWERS:
            session = interview.answer(session, session.at, ANSWERS[session.at])
        session = interview.go_on(session)
        seen.append(session.at)
    assert {"in_recovery_since", "age_21_or_over", "county_certificate"} <= set(seen)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("{id: high_school, section: education, kind: yes_no}", "the program's own already"),
        ("{id: shoes, section: wardrobe, kind: yes_no}", "the section 'wardrobe' is not one of"),
        ("{id: shoes, section: work, kind: roles}", "by the program itself"),
        (
            "{id: a, section: work, kind: yes_no, read_when: {fact: b, one_of: [c]}}",
            "names no earlier question",
        ),
        (
            "{id: a, section: work, kind: yes_no, read_when: {fact: high_school, one_of: [c]}}",
            "none of its choices",
        ),
        ("{id: shoes, section: work, kind: song}", "input should be"),
    ],
)
def test_a_question_that_cannot_be_is_named(tmp_path: Path, county: LoadedPack, change: str, problem: str):
    folder = tmp_path / "packs"
    shutil.copytree(county.folder, folder / "one")
    with (folder / "one" / "facts.yaml").open("a", encoding="utf-8") as file:
        file.write(f"  - {change}\n")
    with pytest.raises(ResourceError, match=re.escape(problem)) as caught:
        load_rulebook(folder)
    assert caught.value.file.name == "facts.yaml"


def test_two_packs_may_not_ask_the_same_but_two_versions_of_one_may(tmp_path: Path, county: LoadedPack):
    for name in ("one", "two"):
        shutil.copytree(county.folder, tmp_path / name)
    rules = tmp_path / "two" / "rules.yaml"
    text = rules.read_text(encoding="utf-8")
    assert "age_21_or_over" in load_rulebook(tmp_path).facts.by_id
    rules.write_text(text.replace(f"series: {county.pack.series}", "series: elsewhere"), encoding="utf-8")
    with pytest.raises(ResourceError, match="another pack asks this already"):
        load_rulebook(tmp_path)


def test_a_pack_may_not_rest_on_another_packs_question(tmp_path: Path, county: LoadedPack):
    for name in ("one", "two"):
        shutil.copytree(county.folder, tmp_path / name)
    (tmp_path / "two" / "facts.yaml").unlink()
    with pytest.raises(ResourceError, match="is not a fact that is a day"):
        load_rulebook(tmp_path)


# ------------------------------------------------------------------ results, report


@pytest.mark.parametrize(
    ("on", "key"),
    [
        (date(2026, 1, 31), "filing.not_yet"),
        (date(2026, 2, 1), "filing.open"),
        (date(2026, 12, 15), "filing.open"),
        (date(2026, 12, 16), "filing.closed"),
    ],
)
def test_when_one_can_apply_is_told(county: LoadedPack, on: date, key: str):
    message = filing(county.pack, on)
    assert message
    assert message.key == key


def test_a_filing_without_an_end_or_none_at_all(county: LoadedPack):
    open_ended = county.pack.model_copy(update={"filing": Filing.model_validate({"opens": "2026-02-01"})})
    message = filing(open_ended, TODAY)
    assert message
    assert message.key == "filing.until_filled"
    assert filing(county.pack.model_copy(update={"filing": None}), TODAY) is None


@pytest.mark.parametrize(
    ("language", "closed", "pay"),
    [
        ("en", "December 15, 2026", "in 4 steps: $21.10 · $22.16 · $23.26 · $24.42"),
        ("es", "15 de diciembre de 2026", "en 4 escalones: $21.10 · $22.16 · $23.26 · $24.42"),
    ],
)
def test_the_results_tell_of_filing_and_the_report_of_steps(
    county_book: Rulebook, county_words: Mapping[str, Words], language: str, closed: str, pay: str
):
    sheet = read_answers(ANSWERS, county_book.facts, date(2026, 12, 20))
    packs = county_book.in_force(sheet.as_of)
    judgement = Judge([loaded.pack for loaded in packs], county_book.facts).judge(sheet)
    assert [position.outcome for position in judgement.positions] == ["confirm", "not_yet"]
    words = county_words[language]
    head = summary(judgement, sheet, packs, county_book.facts, words)
    assert closed in head.series[0].notes[0]
    content = report_content(judgement, sheet, packs, county_book.facts, words)
    amounts = [line.amount for series in content.pay.series for line in series.lines]
    assert pay in amounts[0]
    assert "$27.00" in amounts[1]


# ------------------------------------------------------------------ commands


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_is_assessed_by_the_packs_of_a_folder(
    run: Run, tmp_path: Path, county: LoadedPack, language: str
):
    document = {"peer_ready": 1, "as_of": "2026-11-22", "answers": ANSWERS}
    (tmp_path / "sheet.json").write_text(json.dumps(document), encoding="utf-8")
    code, out, _ = run("assess", "sheet.json", "--packs", HERE, "--json")
    assert (code, json.loads(out)["matched"]) == (0, {county.pack.series: county.pack.positions[0].id})
    code, out, err = run(
        "assess", "sheet.json", "--packs", HERE, "--language", language, "--pdf", "report.pdf"
    )
    assert (code, err) == (0, "")
    assert "12" in out
    text = "\n".join(page.extract_text() for page in PdfReader("report.pdf").pages)
    assert "2024" not in text.replace("2026", ""), "the day of recovery is private"
    code, _, err = run("assess", "sheet.json")
    assert code == 2
    assert "in_recovery_since" in err


def test_its_check_and_what_it_finds(run: Run, tmp_path: Path, county: LoadedPack):
    code, _, err = run("packs", "check", HERE)
    assert (code, [line for line in err.splitlines() if not line.startswith("warning")]) == (0, [])
    spoilt = tmp_path / "spoilt"
    shutil.copytree(county.folder, spoilt)
    cases = spoilt / "cases.yaml"
    text = cases.read_text(encoding="utf-8")
    cases.write_text(text.replace("{age_21: met}", "{age_21: unclear}"), encoding="utf-8")
    words = spoilt / "words.es.yaml"
    words.write_text(words.read_text(encoding="utf-8").replace("    short: 21 años o más\n", "", 1))
    code, _, err = run("packs", "check", "spoilt")
    assert code == 1
    assert "questions.age_21_or_over.short: this text is missing" in err
    assert "the case says unclear, and it comes to met" in err
    cases.unlink()
    assert "there are none" in run("packs", "check", "spoilt")[2]
    impossible = "{id: a, cites: [age_21], answers: {age_21_or_over: maybe}, expect: {warnings: []}}"
    cases.write_text(f'as_of: "2026-11-22"\ncases: [{impossible}]', encoding="utf-8")
    assert "age_21_or_over" in run("packs", "check", "spoilt")[2]


# ------------------------------------------------------------------ a pack of one's own


def test_a_pack_that_was_started_passes_the_check_and_can_be_used(run: Run, tmp_path: Path):
    code, out, _ = run("packs", "new", "blue-county")
    assert code == 0
    assert "TODO" in out
    code, _, err = run("packs", "check", "blue-county")
    assert (code, [line for line in err.splitlines() if not line.startswith("warning")]) == (0, [])
    (tmp_path / "sheet.json").write_text('{"peer_ready": 1, "answers": {"high_school": "diploma"}}')
    code, out, _ = run("assess", "sheet.json", "--packs", "blue-county")
    assert code == 0
    assert "TODO" in out


def test_what_is_there_is_not_written_over(run: Run):
    assert run("packs", "new", "blue-county")[0] == 0
    code, _, err = run("packs", "new", "blue-county")
    assert code == 2
    assert "stays as it is" in err


@pytest.mark.parametrize("name", ["Blue County", "9", "a", "condado-ñ", "x" * 60])
def test_a_name_that_no_series_can_have(run: Run, tmp_path: Path, name: str):
    code, _, err = run("packs", "new", name)
    assert code == 2
    assert "small letters" in err
    assert list(tmp_path.iterdir()) == []


# ------------------------------------------------------------------ its source


def test_its_posting_says_what_it_cites_and_a_changed_number_is_named(
    run: Run, tmp_path: Path, county: LoadedPack
):
    posting = county.folder / "posting.txt"
    assert run("packs", "drift", HERE, posting)[0] == 0
    text = posting.read_text(encoding="utf-8").replace("within 12 months", "within 6 months")
    (tmp_path / "newer.txt").write_text(text, encoding="utf-8")
    code, out, _ = run("packs", "drift", HERE, "newer.txt")
    assert code == 1
    assert "“12” is now “6”" in out
