"""The commands as they are typed: what they give, what they write, and one plain line for what they can't use."""

from __future__ import annotations

import errno
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from desktop_app import __version__, cli, cli_many, resources
from desktop_app.answers.sheet import LARGEST

SHEETS = Path(__file__).parent / "sheets"
READY = SHEETS / "ready-for-california-1.json"


class Outcome:
    """What a command left behind: exit code, both streams."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str | Path) -> Outcome:
        code = cli.run([str(argument) for argument in arguments])
        return Outcome(code, *capsys.readouterr())

    return call


def refused(outcome: Outcome, *said: str) -> None:
    """Exit 2 and one line on stderr that names what it is about; no traceback, nothing on stdout."""
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1
    assert outcome.err.startswith("peer-ready: ")
    assert "Traceback" not in outcome.err
    for part in said:
        assert part in outcome.err


def sheet(folder: Path, content: bytes | dict[str, Any]) -> Path:
    file = folder / "sheet.json"
    if isinstance(content, dict):
        content = json.dumps({"peer_ready": 1, "as_of": "2026-11-22", "answers": content}).encode()
    file.write_bytes(content)
    return file


def files(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


# ---------------------------------------------------------------- assess


def test_the_selftest_gives_its_verdict_as_exit_code(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.ui.selftest.run_selftest", lambda: 1)
    assert run("--selftest").code == 1


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"peer-ready {__version__}\n"


@pytest.mark.parametrize("name", [file.stem for file in SHEETS.glob("*.json") if "expected" not in file.name])
def test_each_sample_sheet_comes_to_what_is_expected(run: Run, name: str) -> None:
    given = json.loads(run("assess", SHEETS / f"{name}.json", "--json").out)
    expected = json.loads((SHEETS / f"{name}.expected.json").read_text())
    assert given["peer_ready"] == 1
    assert given["as_of"] == "2026-11-22"
    assert given["matched"] == expected["matched"]
    for position in given["positions"]:
        wanted = expected["positions"][position["id"]]
        standings = {one["id"]: one["standing"] for one in position["requirements"]}
        path = {step["id"]: step["standing"] for one in position["requirements"] for step in one["path"]}
        assert (position["outcome"], standings, path) == (
            wanted["outcome"],
            wanted["requirements"],
            wanted.get("path", {}),
        )


def test_as_of_wins_over_the_sheets_own_day(run: Run) -> None:
    given = json.loads(run("assess", READY, "--json", "--as-of", "2026-06-30").out)
    assert given["as_of"] == "2026-06-30"
    assert given["positions"][0]["outcome"] == "not_yet"


def test_results_are_read_in_both_languages(run: Run) -> None:
    assert "You have this" in run("assess", READY).out
    assert "Ya lo tiene" in run("assess", READY, "--language", "es").out


def test_the_report_leaves_the_kind_of_lived_experience_out_unless_full(run: Run, tmp_path: Path) -> None:
    def text(name: str) -> str:
        return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / name).pages)

    assert run("assess", READY, "--pdf", "kept.pdf").code == 0
    assert run("assess", READY, "--pdf", "full.pdf", "--full").code == 0
    assert "used mental health services" not in text("kept.pdf")
    assert "used mental health services" in text("full.pdf")


def test_the_same_sheet_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    run("assess", READY, "--pdf", "one.pdf")
    run("assess", READY, "--pdf", "two.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_an_existing_report_stays_without_force(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.pdf").write_text("keep me")
    refused(run("assess", READY, "--pdf", "mine.pdf"), "mine.pdf", "--force")
    assert (tmp_path / "mine.pdf").read_text() == "keep me"
    assert run("assess", READY, "--pdf", "mine.pdf", "--force").code == 0
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")


# ---------------------------------------------------------------- what cannot be used

ROLE = {"work": "other", "setting": "other", "paid": True, "start": "2025-01-01", "end": None}
BAD = {
    "not JSON": (b"{oops", "line 1, column 2"),
    "empty": (b"", "empty"),
    "only blanks": (b" \n", "empty"),
    "not text": (b"\xff\xfe{}", "UTF-8"),
    "deep": (b"[" * 200_000, "deep"),
    "deep inside": (
        b'{"peer_ready":1,"answers":{"high_school":' + b"[" * 900 + b"]" * 900 + b"}}",
        "high_school",
    ),
    "not an object": (b"[]", "object"),
    "wrong version": (b'{"peer_ready":2,"answers":{}}', "2"),
    "version true": (b'{"peer_ready":true,"answers":{}}', "true"),
    "no answers": (b'{"peer_ready":1}', "answers"),
    "answers a list": (b'{"peer_ready":1,"answers":[]}', "answers"),
    "extra key": (b'{"peer_ready":1,"answers":{},"name":"x"}', "name"),
    "key twice": (
        b'{"peer_ready":1,"answers":{"high_school":"none","high_school":"diploma"}}',
        "high_school",
    ),
    "as_of null": (b'{"peer_ready":1,"as_of":null,"answers":{}}', "as_of"),
    "as_of loose": (b'{"peer_ready":1,"as_of":"20261122","answers":{}}', "as_of"),
    "NaN": (b'{"peer_ready":1,"answers":{"roles":[{"hours_per_week":NaN}]}}', "NaN"),
    "endless number": (b'{"peer_ready":1,"answers":{"x":' + b"9" * 5000 + b"}}", "number"),
    "unknown fact": ({"diagnosis": "x"}, "diagnosis"),
    "unknown choice": ({"high_school": "ged"}, "ged_or_hiset"),
    "one is not true": ({"can_lead_groups": 1}, "can_lead_groups"),
    "null": ({"can_lead_groups": None}, "can_lead_groups"),
    "impossible date": ({"ca_certificate_expires": "2026-02-30"}, "2026-02-30"),
    "month for a day": ({"ca_certificate_expires": "2026-02"}, "ca_certificate_expires"),
    "empty set": ({"lived_experience": []}, "lived_experience"),
    "contradiction": ({"lived_experience": ["none_of_these", "caregiver"]}, "none_of_these"),
    "set as word": ({"lived_experience": "caregiver"}, "lived_experience"),
    "role without end": ({"roles": [{k: v for k, v in ROLE.items() if k != "end"}]}, "end"),
    "role not sure": ({"roles": [{**ROLE, "work": "not_sure"}]}, "work"),
    "role key": ({"roles": [{**ROLE, "employer": "x"}]}, "employer"),
    "ends first": ({"roles": [{**ROLE, "end": "2024-12-31"}]}, "2024-12-31"),
    "ends first by month": ({"roles": [{**ROLE, "start": "2025-02", "end": "2025-01"}]}, "2025-01"),
    "starts later": ({"roles": [{**ROLE, "start": "2026-11-23"}]}, "2026-11-23"),
    "starts in a later month": ({"roles": [{**ROLE, "start": "2026-12"}]}, "2026-12"),
    "negative hours": ({"roles": [{**ROLE, "hours_per_week": -1}]}, "hours_per_week"),
    "too many hours": ({"roles": [{**ROLE, "hours_per_week": 169}]}, "168"),
    "hours as truth": ({"roles": [{**ROLE, "hours_per_week": True}]}, "hours_per_week"),
    "before the rules": (b'{"peer_ready":1,"as_of":"2023-08-23","answers":{}}', "2023-08-24"),
    "long key": (b'{"peer_ready":1,"answers":{"' + b"k" * 100_000 + b'":1}}', "kkk"),
    "half a letter": ({"roles": [{**ROLE, "title": "\ud800"}]}, "title"),
}


@pytest.mark.parametrize(("content", "said"), BAD.values(), ids=BAD.keys())
def test_a_bad_sheet_is_one_line_and_nothing_is_written(
    run: Run, tmp_path: Path, content: bytes | dict[str, Any], said: str
) -> None:
    file = sheet(tmp_path, content)
    outcome = run("assess", file, "--json", "--pdf", "out.pdf")
    refused(outcome, "sheet.json", said)
    assert len(outcome.err) < 1500
    assert files(tmp_path) == {"sheet.json"}


@pytest.mark.parametrize(("content", "said"), BAD.values(), ids=BAD.keys())
def test_a_bad_sheet_is_told_in_spanish_too(
    run: Run, tmp_path: Path, content: bytes | dict[str, Any], said: str
) -> None:
    file = sheet(tmp_path, content)
    english, spanish = run("assess", file), run("assess", file, "--language", "es")
    refused(spanish, "sheet.json")
    assert spanish.err != english.err


def test_a_sheet_over_5_mb_is_refused_before_it_is_parsed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = sheet(tmp_path, b'"' + b"x" * LARGEST + b'"')
    monkeypatch.setattr(json, "loads", lambda *_, **__: pytest.fail("it was parsed"))
    refused(run("assess", file), "5 MB")


def test_a_missing_sheet_and_a_folder_are_named(run: Run, tmp_path: Path) -> None:
    refused(run("assess", "nowhere.json"), "nowhere.json")
    refused(run("assess", tmp_path), "folder")


def test_an_unreadable_sheet_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def no(self: Path, *_: object, **__: object) -> object:
        if self.name == READY.name:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return opened(self, *_, **__)

    opened: Any = Path.open
    monkeypatch.setattr(Path, "open", no)
    refused(run("assess", READY), READY.name)


def test_a_full_disk_leaves_nothing_half_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    refused(run("assess", READY, "--pdf", "out.pdf"), "out.pdf", "room")
    assert files(tmp_path) == set()


def test_options_that_cannot_be_are_one_line(run: Run) -> None:
    refused(run("assess"), "SHEET")
    refused(run("assess", READY, "--language", "fr"), "fr")
    refused(run("assess", READY, "--as-of", "yesterday"), "yesterday")
    refused(run("assess", READY, "--as-of", "2026-02-30"), "2026-02-30")
    refused(run("frobnicate"), "frobnicate")


def test_what_a_person_typed_stays_plain_text(run: Run, tmp_path: Path) -> None:
    title = '<img src="/etc/hostname"/></para><b>& {0} %s \u202e\U0001f600' + "x" * 400
    file = sheet(tmp_path, {"roles": [{**ROLE, "title": title}]})
    assert run("assess", file, "--pdf", "out.pdf").code == 0
    text = "".join("".join(page.extract_text().split()) for page in PdfReader(tmp_path / "out.pdf").pages)
    assert "<imgsrc=" in text


# ---------------------------------------------------------------- assess-many


def lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text().splitlines()]


def test_each_line_gives_a_result_in_order_and_a_bad_one_an_error(run: Run, tmp_path: Path) -> None:
    good = json.dumps(json.loads(READY.read_text())).encode()
    (tmp_path / "many.jsonl").write_bytes(b"\n".join([good, b"{", b"", b"[" * 100_000, b"\xff", good]))
    outcome = run("assess-many", "many.jsonl", "--output", "results.jsonl")
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "")
    results = lines(tmp_path / "results.jsonl")
    assert [result["line"] for result in results] == [1, 2, 3, 4, 5, 6]
    assert ["error" in result for result in results] == [False, True, True, True, True, False]
    assert set(results[1]) == {"line", "error"}
    alone = json.loads(run("assess", READY, "--json").out)
    assert results[5] == {"line": 6, **alone}


def test_a_line_too_large_is_passed_over_without_being_kept(run: Run, tmp_path: Path) -> None:
    good = json.dumps(json.loads(READY.read_text())).encode()
    (tmp_path / "many.jsonl").write_bytes(b'{"x":"' + b"y" * (2 * LARGEST) + b'"}\n' + good + b"\n")
    assert run("assess-many", "many.jsonl", "--output", "results.jsonl").code == 1
    results = lines(tmp_path / "results.jsonl")
    assert "5 MB" in results[0]["error"]
    assert results[1]["matched"]["ca-calaveras"] == "ca-calaveras-1"


def test_all_good_is_fine_and_reports_go_into_a_folder(run: Run, tmp_path: Path) -> None:
    good = json.dumps(json.loads(READY.read_text()))
    (tmp_path / "many.jsonl").write_text(f"{good}\n{good}\n")
    outcome = run("assess-many", "many.jsonl", "--output", "results.jsonl", "--pdf-dir", "reports")
    assert outcome.code == 0
    assert files(tmp_path / "reports") == {"000001.pdf", "000002.pdf"}


def test_existing_results_stay_without_force(run: Run, tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text("{}\n")
    (tmp_path / "results.jsonl").write_text("keep me")
    refused(run("assess-many", "many.jsonl", "--output", "results.jsonl"), "results.jsonl")
    assert (tmp_path / "results.jsonl").read_text() == "keep me"
    assert run("assess-many", "many.jsonl", "--output", "results.jsonl", "--force").code == 1


def test_no_sheets_and_no_place_to_write_are_named(run: Run, tmp_path: Path) -> None:
    refused(run("assess-many", "nowhere.jsonl", "--output", "results.jsonl"), "nowhere.jsonl")
    refused(run("assess-many", tmp_path, "--output", "results.jsonl"), "folder")
    refused(run("assess-many", READY, "--output", tmp_path / "no" / "results.jsonl"), "results.jsonl")
    assert files(tmp_path) == set()


def test_a_full_disk_leaves_no_half_results(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "many.jsonl").write_text("{}\n")

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(cli_many, "write_answers", full)
    refused(run("assess-many", "many.jsonl", "--output", "results.jsonl"), "room")
    assert files(tmp_path) == {"many.jsonl"}


# ---------------------------------------------------------------- packs


def test_the_packs_are_listed_with_versions_and_since_when(run: Run) -> None:
    listed = run("packs", "list").out
    assert "ca-calaveras  version 2023-08-24  in force from 2023-08-24" in listed
    assert "tx-state  version 2023-09-01  in force from 2023-09-01" in listed


def test_the_schema_is_json(run: Run) -> None:
    assert json.loads(run("packs", "schema").out)["title"] == "Pack"


def test_the_programs_own_packs_have_nothing_to_put_right(run: Run) -> None:
    outcome = run("packs", "check")
    assert outcome.code == 0
    assert all(line.startswith("warning: ") for line in outcome.err.splitlines())


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of a pack that a test may spoil."""
    return shutil.copytree(resources.folder() / "packs" / "tx-state", tmp_path / "tx-state") / "2023-09-01"


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("series: tx-state", "series: &a tx-state", "anchor"),
        ("series: tx-state", "series: !!python/object:os.system tx-state", "tag"),
        ("series: tx-state", "series: tx-state\nseries: other", "twice"),
        ("series: tx-state", "series: [tx-state", "rules.yaml"),
        ("series: tx-state", "color: blue\nseries: tx-state", "color"),
        ("strength: must", "strength: maybe", "positions, entry 1, requirements, entry 1, strength"),
        ('since: "2023-09-01"', 'since: "September 2023"', "in_force, since"),
        ('since: "2023-09-01"', 'since: "2023-09-01", until: "2023-08-01"', "before 'since'"),
    ],
)
def test_a_broken_or_hostile_pack_cannot_be_used(
    run: Run, copied: Path, old: str, new: str, said: str
) -> None:
    spoil(copied / "rules.yaml", old, new)
    refused(run("packs", "check", copied), "rules.yaml", said)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("rules.yaml", "{rule: certificate}", "{rule: licence}", "'licence'"),
        ("rules.yaml", "fact: can_lead_groups", "fact: can_sing", "'can_sing'"),
        ("rules.yaml", "met: [mental_health_peer,", "met: [mental_peer,", "'mental_peer'"),
        ("rules.yaml", "source: class_description", "source: hearsay", "'hearsay'"),
        ("rules.yaml", "{fact: can_lead_groups, met: [true]}", "{not_given: can_lead_groups}", "not_given"),
        ("rules.yaml", "tier: II", "tier: I", "lowest up"),
        ("words.es.yaml", "  tx-state-2:", "  tx-state-9:", "positions.tx-state-2.name"),
    ],
)
def test_check_finds_what_is_named_and_not_there(
    run: Run, copied: Path, file: str, old: str, new: str, said: str
) -> None:
    spoil(copied / file, old, new)
    outcome = run("packs", "check", copied)
    assert outcome.code == 1
    assert said in outcome.err


def test_check_finds_two_versions_in_force_on_one_day(run: Run, copied: Path) -> None:
    later = shutil.copytree(copied, copied.parent / "2024-09-01")
    spoil(later / "rules.yaml", 'since: "2023-09-01"', 'since: "2024-09-01"')
    outcome = run("packs", "check", copied.parent)
    assert outcome.code == 1
    assert "in_force" in outcome.err


def test_a_folder_without_packs_cannot_be_checked(run: Run, tmp_path: Path) -> None:
    refused(run("packs", "check", tmp_path), str(tmp_path))


# ---------------------------------------------------------------- without a screen


def test_without_a_screen_and_a_terminal_the_sample_is_written_saying_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert cli.without_a_screen() == 0
    assert "peer-ready-sample.pdf" in capsys.readouterr().out
    assert cli.without_a_screen() == 0
    assert files(tmp_path) == {"peer-ready-sample.pdf", "peer-ready-sample-2.pdf"}
    assert PdfReader(tmp_path / "peer-ready-sample.pdf").pages
