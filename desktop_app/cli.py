"""The commands: parses, calls, prints; nothing else."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import IO, TypeVar

import click

from desktop_app import __version__, resources, terminal
from desktop_app.answers.sheet import LARGEST, Sheet, SheetError, day_from, parse_sheet
from desktop_app.batch import Batch, Report, judge_lines, lines_of
from desktop_app.cli_packs import packs
from desktop_app.cli_sources import print_fingerprint, tell_drift
from desktop_app.commands import FINE, SOME_BAD, UNUSABLE, Refused, existing_path, language_option, told
from desktop_app.files import whole_file
from desktop_app.i18n import load_words
from desktop_app.judgement.document import as_document
from desktop_app.judgement.judge import Judge, Judgement
from desktop_app.resources import ResourceError
from desktop_app.rulebook.load import LoadedPack, load_rulebook, words_with

SAMPLE = "peer-ready-sample"
_T = TypeVar("_T")


def run(arguments: Sequence[str]) -> int:
    """Run a command; gives the exit code. No traceback reaches a person."""
    try:
        return int(commands.main(list(arguments), prog_name="peer-ready", standalone_mode=False) or FINE)
    except click.UsageError as error:
        Refused(error.format_message()).show()
    except Refused as error:
        error.show()
    except click.exceptions.Abort:
        click.echo("", err=True)
    except BrokenPipeError:  # the reader, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except (ResourceError, OSError, MemoryError) as error:
        Refused(str(error) or type(error).__name__).show()
    return UNUSABLE


def without_a_screen() -> int:
    """The terminal interview, or without a terminal the sample candidate's report, saying so."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        return terminal.run_interview(load_rulebook(), date.today())
    return run(["sample"])


# ---------------------------------------------------------------- options


class _Day(click.ParamType[date, object]):
    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return day_from(str(value))
        except SheetError as error:
            raise Refused(load_words("en").say(error.message)) from error


as_of_option = click.option("--as-of", type=_Day(), help="Judge as of this day instead of the sheet's own.")
full_option = click.option("--full", is_flag=True, help="Name the kind of lived experience in the report.")
force_option = click.option("--force", is_flag=True, help="Replace files that are already there.")
packs_option = click.option(
    "--packs",
    "packs_folder",
    type=existing_path,
    envvar="PEER_READY_PACKS",
    help="Judge by the packs in this folder instead of the program's own.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="peer-ready", message="%(prog)s %(version)s")
def commands() -> None:
    """See where you stand as a peer support specialist, and what to do next.

    Without a command the window opens. Nothing leaves this computer.
    """


commands.add_command(packs)
packs.add_command(tell_drift)
packs.add_command(print_fingerprint)


# ---------------------------------------------------------------- assess


@commands.command()
@click.argument("sheet", type=existing_path)
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Give the result as JSON.")
@click.option("--pdf", type=existing_path, help="Write the report to this file.")
@language_option
@full_option
@force_option
@packs_option
def assess(
    sheet: Path,
    as_of: date | None,
    as_json: bool,
    pdf: Path | None,
    language: str,
    full: bool,
    force: bool,
    packs_folder: Path | None,
) -> None:
    """Judge one answer SHEET (JSON)."""
    desk = _Desk(language, full=full, force=force, packs=packs_folder)
    answers = desk.told(sheet, lambda: parse_sheet(_content(sheet), desk.book.facts, date.today(), as_of))
    packs = desk.told(sheet, lambda: desk.book.in_force(answers.as_of))
    judgement = Judge([loaded.pack for loaded in packs], desk.book.facts).judge(answers)
    if pdf:
        desk.told(pdf, lambda: desk.write_report(pdf, answers, judgement, packs))
    if as_json:
        click.echo(json.dumps(as_document(judgement), indent=2))
    else:
        words = words_with(desk.words, packs)
        terminal.print_results(judgement, answers, packs, desk.book.facts, words, name_private=full)


class _Desk:
    """What the assessing commands share: the rules, the words, and the way faults are told."""

    def __init__(self, language: str, *, full: bool, force: bool, packs: Path | None = None) -> None:
        self.book, self.words = load_rulebook(packs), load_words(language)
        self.full, self.force = full, force

    def told(self, file: Path, step: Callable[[], _T]) -> _T:
        return told(self.words, file, step)

    def write_report(
        self, file: Path, sheet: Sheet, judgement: Judgement, packs: Sequence[LoadedPack]
    ) -> None:
        from desktop_app.report.content import report_content  # late: most commands print no report
        from desktop_app.report.pdf import write_report

        words = words_with(self.words, packs)
        content = report_content(judgement, sheet, packs, self.book.facts, words, name_private=self.full)
        write_report(content, file, replace=self.force)


def _content(file: Path) -> bytes:
    """A file's content, refused before it is read when it is larger than any sheet."""
    if file.is_dir():
        raise SheetError("is_a_folder")
    with file.open("rb") as stream:
        return stream.read(LARGEST + 1)


# ---------------------------------------------------------------- assess-many


@commands.command()
@click.argument("sheets", type=existing_path)
@click.option("--output", type=existing_path, required=True, help="Write a result a line to this file.")
@click.option("--pdf-dir", type=existing_path, help="Write a report of each line into this folder.")
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
    desk = _Desk(language, full=full, force=force)
    if sheets.is_dir():
        desk.told(sheets, lambda: _content(sheets))
    if output.exists() and not force:
        raise Refused(
            desk.words.say("problems.at_file", file=output, problem=desk.words.say("problems.file_exists"))
        )
    report = _reports_into(pdf_dir, desk) if pdf_dir else None
    batch = Batch(desk.book, desk.words, date.today(), as_of, report)
    with desk.told(sheets, lambda: sheets.open("rb")) as stream:
        length = os.fstat(stream.fileno()).st_size
        with click.progressbar(length=length, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
            bad = desk.told(output, lambda: _judge_into(output, batch, stream, bar.update))
    return SOME_BAD if bad else FINE


def _judge_into(output: Path, batch: Batch, stream: IO[bytes], done: Callable[[int], None]) -> int:
    with whole_file(output, replace=True) as results:
        return judge_lines(batch, lines_of(stream), results, done)


def _reports_into(folder: Path, desk: _Desk) -> Report:
    desk.told(folder, lambda: folder.mkdir(parents=True, exist_ok=True))

    def report(number: int, sheet: Sheet, judgement: Judgement) -> None:
        packs = desk.book.in_force(sheet.as_of)
        desk.write_report(folder / f"{number:06}.pdf", sheet, judgement, packs)

    return report


# ---------------------------------------------------------------- without a screen


@commands.command()
def sample() -> None:
    """Write the report of a made-up candidate to ./peer-ready-sample.pdf."""
    file = _free_name(Path(SAMPLE))
    desk = _Desk("en", full=False, force=False)
    source = resources.folder() / "sample" / "candidate.json"
    sheet = desk.told(source, lambda: parse_sheet(_content(source), desk.book.facts, date.today()))
    in_force = desk.book.in_force(sheet.as_of)
    judgement = Judge([loaded.pack for loaded in in_force], desk.book.facts).judge(sheet)
    desk.told(file, lambda: desk.write_report(file, sheet, judgement, in_force))
    click.echo(desk.words.say("sample.written", file=file))


def _free_name(stem: Path) -> Path:
    """The name with .pdf, or the first numbered one that is free."""
    file, number = stem.with_suffix(".pdf"), 2
    while file.exists():
        file, number = stem.with_name(f"{stem.name}-{number}.pdf"), number + 1
    return file
