"""After a sitting nothing about a person is left on the computer but the report that was saved."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.e2e.planted import PLANTED

ROOT = Path(__file__).parents[2]
XDG = ("CONFIG", "CACHE", "DATA", "STATE")
OF_FONTS = ".cache/fontconfig/"
"""What the system keeps about its letters, for every program that shows any."""


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """Everything there is, after a sitting that had nothing before."""
    home: Path = tmp_path_factory.mktemp("home")
    places = {f"XDG_{name}_HOME": str(home / f".{name.lower()}") for name in XDG}
    for folder in ("tmp", "Documents", "run"):
        (home / folder).mkdir()
    (home / "run").chmod(0o700)
    known = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "LC_ALL")}
    known |= places | {
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    ran = subprocess.run(
        [sys.executable, "-m", "tests.e2e.sitting", str(home / "Documents")],
        env=known,
        cwd=home,
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert ran.returncode == 0, ran.stderr
    assert PLANTED not in ran.stdout + ran.stderr
    return home


def test_only_the_saved_report_is_there(home) -> None:
    files = sorted(file.relative_to(home).as_posix() for file in home.rglob("*") if file.is_file())
    assert [file for file in files if not file.startswith(OF_FONTS)] == ["Documents/mine.pdf"]


def test_the_planted_title_stands_in_no_other_file(home) -> None:
    forms = [PLANTED.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    for file in home.rglob("*"):
        if file.is_file() and file.name != "mine.pdf":
            content = file.read_bytes()
            assert not any(form in content for form in forms), file


def test_the_report_is_the_one_that_was_asked_for(home) -> None:
    text = " ".join(
        " ".join(page.extract_text() for page in PdfReader(home / "Documents" / "mine.pdf").pages).split()
    )
    assert PLANTED in text
