"""Slow work runs beside the window, and what comes of it arrives in the window's own thread."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QThread

from desktop_app.ui.background import Background, Report


@pytest.fixture
def background(qapp):
    background = Background()
    yield background
    assert background.close()


def test_the_outcome_arrives_in_the_windows_thread(background: Background, qtbot, qapp) -> None:
    threads: list[QThread] = []
    worked: list[int] = []

    def work(_report: Report) -> str:
        worked.append(threading.get_ident())
        return "a report"

    job = background.run(work)
    job.done.connect(lambda _outcome: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(job.done) as said:
        pass
    assert said.args == ["a report"]
    assert worked != [threading.get_ident()]
    assert threads == [qapp.thread()]


def test_an_error_is_handed_on(background: Background, qtbot) -> None:
    def work(_report: Report) -> None:
        raise OSError(28, "No space left on device")

    job = background.run(work)
    with qtbot.waitSignal(job.failed) as said:
        pass
    assert isinstance(said.args[0], OSError)


def test_progress_comes_in_order(background: Background, qtbot) -> None:
    def work(report: Report) -> None:
        for page in (1, 2, 3):
            report(page, 3)

    job = background.run(work)
    steps: list[tuple[int, int]] = []
    job.progress.connect(lambda so_far, total: steps.append((so_far, total)))
    with qtbot.waitSignal(job.done):
        pass
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_stopped_work_ends_and_says_nothing(background: Background, qtbot) -> None:
    begun = threading.Event()

    def work(report: Report) -> str:
        begun.set()
        while True:
            report(1, 2)

    job = background.run(work)
    with qtbot.assertNotEmitted(job.done), qtbot.assertNotEmitted(job.failed):
        assert begun.wait(5)
        with qtbot.waitSignal(job.ended):
            job.stop()
    assert not background.busy()


def test_closing_waits_for_work_and_takes_no_more(qapp, qtbot) -> None:
    background = Background()
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def work(_report: Report) -> None:
        begun.set()
        go_on.wait(5)
        ended.set()

    background.run(work)
    assert begun.wait(5)
    go_on.set()
    assert background.close()
    assert ended.is_set()
    with pytest.raises(RuntimeError):
        background.run(work)


def test_work_that_never_began_is_dropped_on_closing(qapp, qtbot) -> None:
    background = Background()
    background._pool.setMaxThreadCount(1)
    begun, go_on = threading.Event(), threading.Event()
    ran: list[int] = []

    def first(_report: Report) -> None:
        begun.set()
        go_on.wait(5)

    background.run(first)
    background.run(lambda _report: ran.append(2))
    assert begun.wait(5)
    go_on.set()
    assert background.close()
    assert ran in ([], [2])  # it may have begun in the meantime, but nothing is left running
