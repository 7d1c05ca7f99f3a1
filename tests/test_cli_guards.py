"""What a command never does: write over what it reads, replace a device, leave half a file, end in a traceback."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import cli, resources
from desktop_app.cli_desk import Desk
from tests.test_cli import READY, Run, files, refused, run, spoil

__all__ = ["run"]  # the fixture


def test_the_sheet_itself_is_never_written_over(run: Run, tmp_path: Path) -> None:
    sheet = Path(shutil.copy(READY, tmp_path))
    before = sheet.read_bytes()
    refused(run("assess", sheet, "--pdf", sheet, "--force"), "another name")
    refused(run("assess-many", sheet, "--output", sheet, "--force"), "another name")
    assert sheet.read_bytes() == before


def test_a_link_stays_and_the_file_it_leads_to_is_replaced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_text("old")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    assert run("assess", READY, "--pdf", "link.pdf", "--force").code == 0
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are Unix's")
def test_a_pipe_or_device_is_not_replaced(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    refused(run("assess", READY, "--pdf", "pipe", "--force"), "pipe")
    assert (tmp_path / "pipe").is_fifo()


def test_a_saved_file_has_the_rights_that_a_persons_files_have(run: Run, tmp_path: Path) -> None:
    run("assess", READY, "--pdf", "mine.pdf")
    (tmp_path / "other").write_text("")
    assert (tmp_path / "mine.pdf").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_what_nobody_expected_is_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(Desk, "judged", breaks)
    refused(run("assess", READY), "RuntimeError")
    refused(run("assess", READY, "--language", "es"), "El programa")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_command_that_is_stopped_leaves_nothing_behind(tmp_path: Path, number: signal.Signals) -> None:
    os.mkfifo(tmp_path / "sheets")
    command = [sys.executable, "-m", "desktop_app", "assess-many", "sheets", "--output", "results.jsonl"]
    root = Path(cli.__file__).parents[1]
    process = subprocess.Popen(
        command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(root)}
    )
    with (tmp_path / "sheets").open("wb", buffering=0) as sheets:  # opens once the command reads
        sheets.write(b"{}\n")
        while not any(name.endswith(".tmp") for name in files(tmp_path)):
            assert process.poll() is None
        process.send_signal(number)
        _, said = process.communicate(timeout=300)
    assert process.returncode == 2
    assert said == "peer-ready: Stopped. Nothing was written.\n"
    assert files(tmp_path) == {"sheets"}


@pytest.mark.parametrize(
    ("text", "said"),
    [("{nosuch}", "nosuch"), ("{0}", "plain name"), ("{", "brace"), ("{asked:>99999999}", "plain name")],
)
def test_a_pack_whose_texts_cannot_be_filled_in_is_found(
    run: Run, tmp_path: Path, text: str, said: str
) -> None:
    packs = shutil.copytree(resources.folder() / "packs", tmp_path / "packs")
    spoil(packs / "ca-calaveras" / "2023-08-24" / "words.en.yaml", "{asked}", text)
    checked = run("packs", "check", packs)
    assert checked.code in (1, 2)
    assert said in checked.err
    assert run("assess", READY, "--packs", packs).code in (0, 2)  # never a traceback


def test_a_group_without_a_command_says_so(run: Run) -> None:
    refused(run("packs"), "A command is missing")
