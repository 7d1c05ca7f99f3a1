"""Works lines off with as many processes as there are cores: a line in, a line back, in the order they came.

By pipes to processes of this same program: the built one has neither sockets nor Python's own pools of processes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue

AHEAD = 3
"""Lines for each worker that are read before the first of them is done."""


def cores() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def program(*arguments: str) -> list[str]:
    """The command that runs this very program, built or not."""
    built = getattr(sys, "frozen", False)
    return [sys.executable, *([] if built else ["-m", "desktop_app"]), *arguments]


class Crew:
    """Some processes of one command; each gets a line at a time, and answers with one."""

    def __init__(self, command: Sequence[str], size: int) -> None:
        self._command, self._size = list(command), size
        self._idle: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()

    def answers(self, lines: Iterable[bytes]) -> Iterator[bytes | None]:
        """An answer a line, in their order; None for a line that a process ended over."""
        started = [self._start() for _ in range(self._size)]
        for one in started:
            self._idle.put(one)
        waiting: deque[Future[bytes | None]] = deque()
        try:
            with ThreadPoolExecutor(self._size) as threads:
                try:
                    for line in lines:
                        waiting.append(threads.submit(self._ask, line))
                        if len(waiting) >= self._size * AHEAD:
                            yield waiting.popleft().result()
                    while waiting:
                        yield waiting.popleft().result()
                finally:
                    threads.shutdown(wait=False, cancel_futures=True)
        finally:
            while not self._idle.empty():
                _end(self._idle.get())

    def _start(self) -> subprocess.Popen[bytes]:
        pipe, nobody = subprocess.PIPE, subprocess.DEVNULL  # who stops the command is told once
        return subprocess.Popen(self._command, stdin=pipe, stdout=pipe, stderr=nobody)  # noqa: S603 - this program

    def _ask(self, line: bytes) -> bytes | None:
        """One worker's answer; in the place of one that ended there is a new one."""
        worker = self._idle.get()
        assert worker.stdin is not None  # noqa: S101 - asked for when it was started
        assert worker.stdout is not None  # noqa: S101
        answer = b""
        with suppress(OSError):
            worker.stdin.write(line + b"\n")
            worker.stdin.flush()
            answer = worker.stdout.readline()
        whole = answer.endswith(b"\n")
        if not whole:
            _end(worker)
            worker = self._start()
        self._idle.put(worker)
        return answer[:-1] if whole else None


def _end(worker: subprocess.Popen[bytes]) -> None:
    """It ends by itself when there is nothing more to come."""
    for stream in (worker.stdin, worker.stdout):
        with suppress(OSError):
            if stream is not None:
                stream.close()
    worker.wait()
