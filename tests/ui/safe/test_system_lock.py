"""What the system says of locking and sleeping is heard over a real message bus; without one all stays quiet."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.ui.system_lock import SystemLock

ROOT = Path(__file__).parents[3]
BUSES = ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS")


def heard(address: str, bus: str) -> list[str]:
    environment = {**os.environ, **dict.fromkeys(BUSES, bus), "PYTHONPATH": str(ROOT)}
    environment.pop("DISPLAY", None)
    ran = subprocess.run(
        [sys.executable, "-m", "tests.ui.safe.hears_locks", address],
        env=environment,
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == ""
    return ran.stdout.splitlines()


@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")
def test_sleep_lock_and_screen_saver_are_heard_and_their_end_is_not() -> None:
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    ) as daemon:
        try:
            assert daemon.stdout is not None
            address = daemon.stdout.readline().strip()
            assert heard(address, address) == [
                f"{name}: True" for name in ("awake", "sleeps", "locks", "saver", "saver over")
            ]
        finally:
            daemon.terminate()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="there is no bus to be missing")
def test_without_a_bus_nothing_is_heard_and_nothing_said(tmp_path) -> None:
    assert heard("", f"unix:path={tmp_path}/none") == ["listens to 0"]


def test_only_what_is_active_counts() -> None:
    system = SystemLock()
    told: list[int] = []
    system.locked.connect(lambda: told.append(1))
    system.on_value(False)
    assert told == []
    system.on_value(True)
    system.on_told()
    assert told == [1, 1]
