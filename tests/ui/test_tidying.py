"""A widget that nobody holds any more goes in the window's thread, whoever makes the rubbish."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.background import Background, Report
from desktop_app.ui.tidying import Tidying


@pytest.fixture
def collected_in() -> Iterator[list[int]]:
    """The threads in which Python looked for rubbish."""
    threads: list[int] = []

    def look(phase: str, _: object) -> None:
        if phase == "start":
            threads.append(threading.get_ident())

    gc.callbacks.append(look)
    yield threads
    gc.callbacks.remove(look)


class _Ring:
    """Only looking for rubbish finds it: it holds itself."""

    def __init__(self) -> None:
        self.me = self


def _litter(_: Report) -> int:
    for _one in range(5000):
        _Ring()
    return threading.get_ident()


def _done(qtbot: QtBot, background: Background) -> int:
    with qtbot.waitSignal(background.run(_litter).done) as told:
        pass
    (worker,) = told.args or (0,)
    assert worker != threading.get_ident()
    return int(worker)


def test_no_rubbish_is_collected_where_reports_are_written(qtbot: QtBot, collected_in: list[int]) -> None:
    background = Background()
    worker = _done(qtbot, background)
    assert background.close()
    assert worker not in collected_in


def test_left_to_python_it_would_be_collected_there(qtbot: QtBot, collected_in: list[int]) -> None:
    gc.enable()
    background = Background()
    worker = _done(qtbot, background)
    assert background.close()
    assert worker in collected_in


def test_what_nobody_holds_is_collected_soon(qtbot: QtBot, collected_in: list[int]) -> None:
    _litter(lambda _so_far, _total: None)
    collected_in.clear()
    qtbot.waitUntil(lambda: bool(collected_in))
    assert set(collected_in) == {threading.get_ident()}


def test_stopped_it_is_python_s_own_again(qtbot: QtBot) -> None:
    background = Background()
    tidying = Tidying(background)
    assert not gc.isenabled()
    tidying.stop()
    assert gc.isenabled()
