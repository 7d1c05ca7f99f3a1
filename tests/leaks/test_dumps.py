"""A crash leaves no picture of the memory, and says no answer."""

from __future__ import annotations

import subprocess
import sys

import pytest

from desktop_app import cli_desk
from desktop_app.cli import run
from tests.e2e.planted import PLANTED

SEEN = """
import ctypes, resource, sys
from desktop_app.__main__ import main
if sys.argv[1] == "after":
    main(["--version"])
print(resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="as Linux does it")
@pytest.mark.parametrize(("when", "seen"), [("before", "-1 1"), ("after", "0 0")])
def test_no_core_is_written_and_nobody_looks_in(when, seen) -> None:
    limited = ["sh", "-c", 'ulimit -S -c unlimited 2>/dev/null; exec "$@"', "sh"]
    ran = subprocess.run(
        [*limited, sys.executable, "-c", SEEN, when], capture_output=True, text=True, check=True
    )
    came = ran.stdout.splitlines()[-1]
    if when == "before" and came.startswith("0"):
        pytest.skip("cores are off here for everyone")
    assert came == seen


def test_a_command_that_breaks_says_no_answer(monkeypatch, capsys, tmp_path) -> None:
    def breaks(*_args: object, **_more: object) -> None:
        raise KeyError(PLANTED)

    monkeypatch.setattr("desktop_app.cli.compare", breaks)
    monkeypatch.setattr(cli_desk.Desk, "__init__", breaks)
    sheet = tmp_path / "sheet.json"
    sheet.write_text('{"peer_ready": 1, "as_of": "2026-11-22", "answers": {}}')
    assert run(["assess", str(sheet)]) == 2
    said = capsys.readouterr()
    assert PLANTED not in said.out + said.err
    assert "KeyError" in said.err
