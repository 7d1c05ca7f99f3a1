"""Judging many sheets, one a line; reports of them are made by as many processes as there are cores."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain, islice
from pathlib import Path

import click

from desktop_app.answers.sheet import Sheet
from desktop_app.batch import Answer, Batch, Report, judge_lines, lines_of, write_answers
from desktop_app.cli_desk import Day, Desk, as_of_option, content, full_option
from desktop_app.cli_help import HelpedCommand
from desktop_app.commands import FINE, SOME_BAD, Refused, existing_path, force_option, language_option
from desktop_app.crew import Crew, cores, program
from desktop_app.files import whole_file
from desktop_app.judgement.judge import Judgement
from desktop_app.terminal.lines import obeys

FEW = 8
"""So few reports are made sooner than another process has started."""


@click.command(cls=HelpedCommand)
@click.argument("sheets", type=existing_path)
@click.option("--output", type=existing_path, required=True)
@click.option("--pdf-dir", type=existing_path)
@as_of_option
@language_option
@full_option
@force_option
def assess_many(
    sheets: Path,
    output: Path,
    pdf_dir: Path | None,
    as_of: date | None,
    language: str,
    full: bool,
    force: bool,
) -> int:
    """Judge many SHEETS, one a line (JSON Lines)."""
    desk = Desk(language, full=full, force=force)
    if sheets.is_dir():
        desk.told(sheets, lambda: content(sheets))
    desk.keep_apart(sheets, output)
    if output.exists() and not force:
        raise Refused(
            desk.words.say("problems.at_file", file=output, problem=desk.words.say("problems.file_exists"))
        )
    if pdf_dir:
        desk.told(pdf_dir, lambda: pdf_dir.mkdir(parents=True, exist_ok=True))
    batch = _batch(desk, date.today(), as_of, pdf_dir)
    with desk.told(sheets, lambda: sheets.open("rb")) as stream:
        length = os.fstat(stream.fileno()).st_size
        with click.progressbar(length=length, file=sys.stderr, hidden=not obeys(sys.stderr)) as bar:
            answers = _answers(desk, batch, lines_of(stream), pdf_dir)
            bad = desk.told(output, lambda: _write_into(output, answers, bar.update))
            bar.update(length - bar.pos)  # the line ends, which no line was counted with
    return SOME_BAD if bad else FINE


@click.command(hidden=True, cls=HelpedCommand)
@click.option("--today", type=Day(), required=True)
@click.option("--pdf-dir", type=existing_path, required=True)
@as_of_option
@language_option
@full_option
@force_option
def assess_lines(
    today: date, pdf_dir: Path, as_of: date | None, language: str, full: bool, force: bool
) -> None:
    """One of the crew: reads a number and a sheet a line, and answers each with a line."""
    batch = _batch(Desk(language, full=full, force=force), today, as_of, pdf_dir)
    for given in sys.stdin.buffer:
        number, _, line = given.rstrip(b"\n").partition(b"\t")
        answer = batch.answer(int(number), line)
        sys.stdout.buffer.write(answer.packed + b"\n")
        sys.stdout.buffer.flush()


def _batch(desk: Desk, today: date, as_of: date | None, pdf_dir: Path | None) -> Batch:
    return Batch(desk.book, desk.words, today, as_of, _reports_into(pdf_dir, desk) if pdf_dir else None)


def _reports_into(folder: Path, desk: Desk) -> Report:
    def report(number: int, sheet: Sheet, judgement: Judgement) -> None:
        packs = desk.book.in_force(sheet.as_of)
        desk.write_report(folder / f"{number:06}.pdf", sheet, judgement, packs)

    return report


def _answers(
    desk: Desk, batch: Batch, lines: Iterator[bytes], pdf_dir: Path | None
) -> Iterator[tuple[int, Answer]]:
    """An answer a line, with the bytes that were read for it; by a crew where that is sooner."""
    first = list(islice(lines, FEW + 1)) if pdf_dir and cores() > 1 else []
    everything = chain(first, lines)
    if pdf_dir is None or len(first) <= FEW:
        return judge_lines(batch, everything)
    return _by_crew(desk, batch, everything, pdf_dir)


def _by_crew(desk: Desk, batch: Batch, lines: Iterator[bytes], pdf_dir: Path) -> Iterator[tuple[int, Answer]]:
    crew = Crew(_command(desk, batch, pdf_dir), cores())
    lengths: list[int] = []

    def numbered() -> Iterator[bytes]:
        for number, line in enumerate(lines, 1):
            lengths.append(len(line))
            yield b"%d\t%b" % (number, line)

    for at, packed in enumerate(crew.answers(numbered())):
        yield lengths[at], Answer.unpacked(packed) if packed else batch.lost(at + 1)


def _command(desk: Desk, batch: Batch, pdf_dir: Path) -> list[str]:
    options = ["--today", str(batch.today), "--pdf-dir", str(pdf_dir), "--language", desk.words.language]
    options += ["--as-of", str(batch.as_of)] if batch.as_of else []
    options += [name for name, on in (("--full", desk.full), ("--force", desk.force)) if on]
    return program("assess-lines", *options)


def _write_into(output: Path, answers: Iterator[tuple[int, Answer]], done: Callable[[int], None]) -> int:
    with whole_file(output, replace=True) as results:
        return write_answers(answers, results, done)
