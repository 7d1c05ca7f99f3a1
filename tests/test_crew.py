"""Lines worked off by several processes: in order, also when one of them ends over a line; reports by all cores."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app import cli, cli_many
from desktop_app.crew import Crew, cores, program

SHEETS = Path(__file__).parent / "sheets"
SHOUTS = """
import sys, time
for line in sys.stdin.buffer:
    if line == b"end\\n":
        sys.exit(3)
    time.sleep(0.02 * (len(line) % 3))
    sys.stdout.buffer.write(line.upper())
    sys.stdout.buffer.flush()
"""


ENDS_OVER_THE_THIRD = """
import sys
for line in sys.stdin.buffer:
    number = line.split(b"\\t")[0]
    if number == b"3":
        sys.exit(1)
    sys.stdout.buffer.write(b' {"line":' + number + b"}\\n")
    sys.stdout.flush()
"""


def crew(size: int = 3) -> Crew:
    return Crew([sys.executable, "-c", SHOUTS], size)


def test_answers_come_in_the_order_of_the_lines():
    lines = [b"x" * (at % 7) + b"%d" % at for at in range(40)]
    assert list(crew().answers(lines)) == [line.upper() for line in lines]


def test_a_process_that_ends_loses_one_line_and_no_other():
    lines = [b"a", b"end", b"b", b"c", b"end", b"end", b"d", *(b"%d" % at for at in range(9))]
    wanted = [None if line == b"end" else line.upper() for line in lines]
    assert list(crew(2).answers(lines)) == wanted


def test_only_a_few_lines_are_read_ahead():
    read = 0

    def lines() -> Iterator[bytes]:
        nonlocal read
        for at in range(100):
            read += 1
            yield b"%d" % at

    answers = crew(2).answers(lines())
    assert next(answers) == b"0"
    assert read <= 6
    answers.close()  # type: ignore[attr-defined] # it is a generator


def test_a_command_that_cannot_work_answers_nothing():
    assert list(Crew([sys.executable, "-c", "raise SystemExit(1)"], 2).answers([b"a", b"b"])) == [None, None]


def test_a_very_long_line_gets_through():
    line = b"y" * 3_000_000
    assert list(crew(1).answers([line, line])) == [line.upper()] * 2


def test_the_built_program_is_its_own_command(monkeypatch):
    assert program("x") == [sys.executable, "-m", "desktop_app", "x"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program("x") == [sys.executable, "x"]
    assert cores() >= 1


# ---------------------------------------------------------------- reports of many sheets


@pytest.fixture
def many(tmp_path, monkeypatch):
    """Twelve lines, two of them bad."""
    monkeypatch.chdir(tmp_path)
    names = ("ready-for-california-1", "texas-lead", "mostly-silent")
    good = [json.dumps(json.loads((SHEETS / f"{name}.json").read_text())) for name in names]
    lines = [*good, "{", *good, '{"peer_ready": 1, "answers": {"high_school": "maybe"}}', *good, good[0]]
    (tmp_path / "many.jsonl").write_text("\n".join(lines) + "\n")
    return tmp_path


def test_all_cores_give_what_one_process_gives(many, monkeypatch):
    monkeypatch.setattr(cli_many, "cores", lambda: 1)
    assert cli.run(["assess-many", "many.jsonl", "--output", "one.jsonl", "--pdf-dir", "one"]) == 1
    monkeypatch.setattr(cli_many, "cores", lambda: 3)
    assert cli.run(["assess-many", "many.jsonl", "--output", "all.jsonl", "--pdf-dir", "all"]) == 1
    assert (many / "all.jsonl").read_bytes() == (many / "one.jsonl").read_bytes()
    one = {file.name: file.read_bytes() for file in (many / "one").iterdir()}
    assert {file.name: file.read_bytes() for file in (many / "all").iterdir()} == one
    assert len(one) == 10


def test_options_reach_every_process(many, monkeypatch):
    monkeypatch.setattr(cli_many, "cores", lambda: 2)
    command = ["assess-many", "many.jsonl", "--pdf-dir", "all", "--as-of", "2026-12-01", "--language", "es"]
    assert cli.run([*command, "--output", "first.jsonl"]) == 1
    results = [json.loads(line) for line in (many / "first.jsonl").read_text().splitlines()]
    assert {one["as_of"] for one in results if "error" not in one} == {"2026-12-01"}
    cli.run([*command, "--output", "again.jsonl"])
    errors = [json.loads(line).get("error", "") for line in (many / "again.jsonl").read_text().splitlines()]
    assert all("ya existe" in error or "ya hay" in error.lower() for error in (errors[0], errors[-1])), (
        errors[0]
    )
    assert cli.run([*command, "--output", "forced.jsonl", "--force"]) == 1


def test_a_process_that_ends_costs_its_line_alone(many, monkeypatch):
    monkeypatch.setattr(cli_many, "cores", lambda: 2)
    monkeypatch.setattr(cli_many, "_command", lambda *_: [sys.executable, "-c", ENDS_OVER_THE_THIRD])
    assert cli.run(["assess-many", "many.jsonl", "--output", "all.jsonl", "--pdf-dir", "all"]) == 1
    results = [json.loads(line) for line in (many / "all.jsonl").read_text().splitlines()]
    assert [one["line"] for one in results] == list(range(1, 13))
    assert [one["line"] for one in results if "error" in one] == [3]


# ---------------------------------------------------------------- the other forms, on the command line


def test_a_sheet_becomes_a_page_and_a_text(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    sheet = str(SHEETS / "ready-for-california-1.json")
    assert cli.run(["assess", sheet, "--web", "a.html", "--text", "a.txt", "--pdf", "a.pdf"]) == 0
    assert (tmp_path / "a.html").read_text().startswith("<!DOCTYPE html>")
    assert (tmp_path / "a.txt").read_text().startswith("Peer Ready · ")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    capsys.readouterr()
    assert cli.run(["assess", sheet, "--text", "a.txt"]) == 2
    assert "a.txt" in capsys.readouterr().err
    assert (
        cli.run(["assess", sheet, "--text", "a.txt", "--force", "--kind", "one-page", "--language", "both"])
        == 0
    )
    assert "Informe de preparación" in (tmp_path / "a.txt").read_text()
    assert cli.run(["assess", sheet, "--web", sheet, "--force"]) == 2


def test_nothing_but_a_pdf_has_a_password(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "secret").write_text("open sesame")
    sheet = str(SHEETS / "ready-for-california-1.json")
    command = ["assess", sheet, "--pdf", "a.pdf", "--web", "a.html", "--password-file", "secret"]
    assert cli.run(command) == 2
    assert "--password-file" in capsys.readouterr().err
    assert sorted(file.name for file in tmp_path.iterdir()) == ["secret"]
