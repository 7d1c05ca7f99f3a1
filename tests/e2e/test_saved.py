"""Begun in English and saved to a stick, killed in the middle, opened on another account in Spanish and finished."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.planted import PLANTED
from tests.e2e.saving import PASSPHRASE
from tests.ui.safe.use import choose_file, content, saved, unlock

ROOT = Path(__file__).parents[2]
OF_FONTS = ".cache/fontconfig"


def account(home: Path) -> dict[str, str]:
    """What a program knows of one, and nothing else of the computer that the tests run on."""
    for folder in ("tmp", "run"):
        (home / folder).mkdir(parents=True)
    (home / "run").chmod(0o700)
    known = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "LC_ALL")}
    places = {
        f"XDG_{name}_HOME": str(home / f".{name.lower()}") for name in ("CONFIG", "CACHE", "DATA", "STATE")
    }
    return {
        **known, **places,
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip


@pytest.fixture
def computer(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path


@contextmanager
def begun(computer: Path, *more: str) -> Iterator[subprocess.Popen[str]]:
    """The window of the first account, up to where it says that all is saved."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.saving", str(computer / "stick" / "mine.peerready"), *more],
        env=account(computer / "first"),
        cwd=computer / "first",
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "saved\n"
            yield process
        finally:
            process.kill()


def written_by_anyone(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and OF_FONTS not in file.as_posix()
    }


def in_clear(files: dict[str, bytes]) -> list[str]:
    """The files in which an answer, a passphrase or even the kind of file can be read."""
    words = (PLANTED, PASSPHRASE, "ged_or_hiset", "college_degree", "SQLite format")
    forms = [word.encode(code) for word in words for code in ("utf-8", "utf-16-le", "utf-16-be")]
    return [name for name, held in files.items() if any(form in held for form in forms)]


def test_killed_and_finished_on_another_account(computer, desk) -> None:
    with begun(computer) as process:
        process.send_signal(signal.SIGKILL)
        process.wait(60)
    left = written_by_anyone(computer)
    assert in_clear(left) == []
    assert not any(name.startswith("first/") for name in left), left.keys()  # nothing on the account itself

    stick = computer / "stick"
    place = stick / "mine.peerready"
    at = desk("es")
    choose_file(at, place)
    unlock(at, PASSPHRASE)
    assert at.answers["high_school"] == "ged_or_hiset"
    assert at.answers["roles"][0]["title"] == PLANTED
    at.go_to("drivers_license")
    at.choose("Sí, de California")
    saved(at)
    at.window.close()
    assert in_clear(written_by_anyone(computer)) == []
    assert content(place, PASSPHRASE)["sheet"]["answers"]["drivers_license"] == "california"


def test_the_scan_would_find_an_answer(computer) -> None:
    (computer / "left.tmp").write_bytes(b"..." + PLANTED.encode("utf-16-le"))
    assert in_clear(written_by_anyone(computer)) == ["left.tmp"]


# ---------------------------------------------------------------- the lock


def children_of(computer: Path) -> list[int]:
    """Processes that have the saved file in their command line, by their ids."""
    wanted = f"{computer}/stick/".encode()
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and entry.name != str(os.getpid()):
            try:
                line = (entry / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if b"--locked" in line and any(part.startswith(wanted) for part in line):
                found.append(int(entry.name))
    return found


def wait_until(qtbot: Any, true: Any) -> None:
    qtbot.waitUntil(true)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_the_process_that_held_the_answers_ends_and_a_fresh_one_asks(computer, qtbot) -> None:
    with begun(computer, "lock") as process:
        assert process.wait(60) == 0
    wait_until(qtbot, lambda: bool(children_of(computer)))
    (fresh,) = children_of(computer)
    try:
        wait_until(
            qtbot, lambda: b"QtWidgets" in Path(f"/proc/{fresh}/maps").read_bytes()
        )  # it shows its page
        environment = Path(f"/proc/{fresh}/environ").read_bytes()
        memory = _memory_of(fresh)
        assert PLANTED.encode() not in environment
        assert fresh != process.pid
        assert PLANTED.encode() not in memory
        assert in_clear(written_by_anyone(computer)) == []
        assert content(computer / "stick" / "mine.peerready", PASSPHRASE)["sheet"]["answers"]["roles"]
    finally:
        os.kill(fresh, signal.SIGTERM)
        wait_until(qtbot, lambda: not _runs(fresh))


def _runs(process: int) -> bool:
    try:
        return b"\nState:\tZ" not in Path(f"/proc/{process}/status").read_bytes()
    except OSError:
        return False


def _memory_of(process: int) -> bytes:
    """Whatever of it may be read: what it was started with, and its heap."""
    held = b""
    try:
        with Path(f"/proc/{process}/maps").open() as maps, Path(f"/proc/{process}/mem").open("rb") as memory:
            for line in maps:
                where, rights, *_ = line.split()
                if "[heap]" in line and rights.startswith("r"):
                    start, end = (int(part, 16) for part in where.split("-"))
                    memory.seek(start)
                    held += memory.read(end - start)
    except OSError:
        pass
    return held
