"""The writer: in order, one at a time, nothing acknowledged that was not written, and never giving up."""

from __future__ import annotations

import threading

from desktop_app.ui.writer import Writer


class Paper:
    """Takes what is written, unless it is told to refuse; can be held in the middle."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.told: list[Exception | None] = []
        self.refuse: Exception | None = None
        self.open = threading.Event()
        self.open.set()
        self.reached = threading.Event()

    def write(self, content: str) -> None:
        self.reached.set()
        assert self.open.wait(30)
        if self.refuse is not None:
            raise self.refuse
        self.written.append(content)

    def tell(self, error: Exception | None) -> None:
        self.told.append(error)


def test_all_is_written_when_waited_for() -> None:
    paper = Paper()
    writer = Writer(paper.write, paper.tell)
    writer.put("one")
    assert writer.wait(30)
    writer.put("two")
    assert writer.stop(30)
    assert paper.written == ["one", "two"]
    assert paper.told == [None, None]


def test_what_came_meanwhile_is_written_once_and_as_it_was_last() -> None:
    paper = Paper()
    paper.open.clear()
    writer = Writer(paper.write, paper.tell)
    writer.put("one")
    assert paper.reached.wait(30)
    for number in range(50):
        writer.put(f"later {number}")
    assert not writer.settled
    paper.open.set()
    assert writer.stop(30)
    assert paper.written == ["one", "later 49"]


def test_what_could_not_be_written_is_tried_again_by_itself() -> None:
    paper = Paper()
    paper.refuse = OSError("gone")
    writer = Writer(paper.write, paper.tell, again=0.001)
    writer.put("one")
    assert not writer.wait(30)
    assert not writer.settled
    paper.refuse = None  # the stick is back
    assert writer.wait(30)
    assert paper.written == ["one"]
    assert writer.stop(30)
    assert isinstance(paper.told[0], OSError)
    assert paper.told[-1] is None


def test_something_newer_takes_the_place_of_what_failed() -> None:
    paper = Paper()
    paper.refuse = OSError("gone")
    writer = Writer(paper.write, paper.tell, again=3600)
    writer.put("one")
    assert not writer.wait(30)
    paper.refuse = None
    writer.put("two")
    assert writer.stop(30)
    assert paper.written == ["two"]


def test_waiting_for_what_cannot_be_written_ends() -> None:
    paper = Paper()
    paper.refuse = OSError("full")
    writer = Writer(paper.write, paper.tell, again=3600)
    writer.put("one")
    assert not writer.stop(30)
    assert paper.written == []


def test_who_hears_that_it_is_written_finds_it_at_rest() -> None:
    paper = Paper()
    at_rest: list[bool] = []
    heard = threading.Event()

    def tell(_error: Exception | None) -> None:
        at_rest.append(writer.settled)
        heard.set()

    writer = Writer(paper.write, tell)
    writer.put("one")
    assert heard.wait(30)
    assert at_rest == [True]
    assert writer.stop(30)


def test_errands_are_done_between_two_writes() -> None:
    paper = Paper()
    writer = Writer(paper.write, paper.tell)
    done = threading.Event()
    writer.do(done.set)
    assert done.wait(30)
    assert writer.stop(30)
