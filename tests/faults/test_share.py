"""A small share of `make faults` on every run, its controls too."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="programs are killed by a Unix signal")
def test_nothing_acknowledged_is_lost_and_nothing_altered_is_accepted() -> None:
    """In a program of its own: it forks, and derives its keys quickly."""
    ran = subprocess.run([sys.executable, "-m", "tests.faults", "--share"], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "! " not in ran.stdout
