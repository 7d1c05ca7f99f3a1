"""Judges many answer sheets, one a line, without ever holding more than one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import IO, Any, NamedTuple

from desktop_app.answers.sheet import LARGEST, Sheet, kept_private, parse_sheet
from desktop_app.i18n import PlainError, Words
from desktop_app.judgement.document import as_document
from desktop_app.judgement.judge import Judge, Judgement
from desktop_app.rulebook.load import Rulebook

_encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


class Answer(NamedTuple):
    """What became of a line, as it is written."""

    text: bytes
    bad: bool

    @property
    def packed(self) -> bytes:
        """As one line, to be handed from a process to another."""
        return (b"!" if self.bad else b" ") + self.text

    @classmethod
    def unpacked(cls, packed: bytes) -> Answer:
        return cls(packed[1:], packed[:1] == b"!")


Report = Callable[[int, Sheet, Judgement], None]
"""Writes the report of one line. Raises PlainError."""


@dataclass
class Batch:
    """How to judge each line: the rules by day, the words for what is wrong, the day of the run."""

    book: Rulebook
    words: Words
    today: date
    as_of: date | None = None
    report: Report | None = None

    def __post_init__(self) -> None:
        self._judges: dict[tuple[str, ...], Judge] = {}

    def judge(self, number: int, line: bytes) -> dict[str, Any]:
        """The result of one line, or what is wrong with it."""
        try:
            sheet = parse_sheet(line, self.book.facts, self.today, self.as_of)
            judgement = self._judge_of(sheet.as_of).judge(sheet)
            if self.report:
                self.report(number, sheet, judgement)
        except PlainError as error:
            return {"line": number, "error": self.words.say(kept_private(error.message, self.book.facts))}
        return {"line": number, **as_document(judgement)}

    def answer(self, number: int, line: bytes) -> Answer:
        """The same, as it is written."""
        result = self.judge(number, line)
        return Answer(_encode(result).encode(), "error" in result)

    def lost(self, number: int) -> Answer:
        """Of a line over which the process that worked on it ended."""
        error = self.words.say("problems.line_lost")
        return Answer(_encode({"line": number, "error": error}).encode(), True)

    def _judge_of(self, day: date) -> Judge:
        """One judge for each set of versions in force, however many days the lines are about."""
        packs = [loaded.pack for loaded in self.book.in_force(day)]
        key = tuple(pack.version for pack in packs)
        if key not in self._judges:
            self._judges[key] = Judge(packs, self.book.facts)
        return self._judges[key]


def judge_lines(batch: Batch, lines: Iterator[bytes]) -> Iterator[tuple[int, Answer]]:
    """An answer a line, in their order, each with how many bytes were read for it."""
    for number, line in enumerate(lines, 1):
        yield len(line), batch.answer(number, line)


def write_answers(
    answers: Iterator[tuple[int, Answer]], output: IO[bytes], done: Callable[[int], None]
) -> int:
    """Write each as it comes; gives the number of bad lines. `done` hears of bytes read."""
    bad = 0
    for length, answer in answers:
        bad += answer.bad
        output.write(answer.text + b"\n")
        done(length)
    return bad


def lines_of(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines of a file; of one that is too large to be a sheet, only as much as shows that."""
    while line := stream.readline(LARGEST + 2):
        if len(line) > LARGEST + 1 and not line.endswith(b"\n"):
            while (rest := stream.readline(LARGEST)) and not rest.endswith(b"\n"):
                pass
        yield line.rstrip(b"\r\n")
