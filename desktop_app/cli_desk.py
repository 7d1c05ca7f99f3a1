"""What the commands about answers share: their options, and how a sheet is read, judged and reported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from desktop_app.answers.sheet import LARGEST, Sheet, SheetError, day_from, parse_json, read_sheet
from desktop_app.answers.supposing import Supposed, supposing
from desktop_app.center import Center, CenterError, center_from
from desktop_app.commands import Refused, Unusable, existing_path, told
from desktop_app.i18n import Message, load_words
from desktop_app.judgement.judge import Judge, Judgement
from desktop_app.rulebook.load import LoadedPack, load_rulebook, words_with
from desktop_app.settings import Settings

_T = TypeVar("_T")


class Day(click.ParamType[date, object]):
    """A day as it is typed."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return day_from(str(value))
        except SheetError as error:
            place = param.opts[0] if param else "--as-of"
            problem = Message(error.message.key, {**error.message.values, "place": place})
            raise Unusable(problem) from error


as_of_option = click.option("--as-of", type=Day())
full_option = click.option("--full", is_flag=True)
json_option = click.option("--json", "as_json", is_flag=True)
packs_option = click.option(
    "--packs",
    "packs_folder",
    type=existing_path,
    envvar="PEER_READY_PACKS",
)


class Judged:
    """One sheet, judged by the rules in force on its day."""

    def __init__(self, desk: Desk, sheet: Sheet, packs: Sequence[LoadedPack]) -> None:
        self.sheet, self.packs = sheet, packs
        self.judge = Judge([loaded.pack for loaded in packs], desk.book.facts)
        self.judgement: Judgement = self.judge.judge(sheet)
        self.words = words_with(desk.words, packs)


class Desk:
    """What the commands about answers share: the rules, the words, and the way faults are told."""

    def __init__(
        self, language: str, *, full: bool = False, force: bool = False, packs: Path | None = None
    ) -> None:
        self.book, self.words = load_rulebook(packs), load_words(language)
        self.full, self.force = full, force

    def told(self, file: Path, step: Callable[[], _T]) -> _T:
        return told(self.words, file, step)

    def judged(self, file: Path, as_of: date | None = None, changes: Sequence[Supposed] = ()) -> Judged:
        """A sheet's file read and judged; with `changes`, as if these were among its answers."""

        def read() -> Judged:
            document = parse_json(content(file))
            sheet = read_sheet(document, self.book.facts, date.today(), as_of)
            if changes:
                assert isinstance(document, dict)  # noqa: S101 - it was just read as a sheet
                sheet = read_sheet(supposing(document, changes), self.book.facts, date.today(), as_of)
            return Judged(self, sheet, self.book.in_force(sheet.as_of))

        return self.told(file, read)

    def keep_apart(self, source: Path, target: Path | None) -> None:
        """What is read is never written over, whatever was forced. Raises Refused."""
        if target and target.exists() and source.exists() and target.samefile(source):
            problem = self.words.say("problems.same_file")
            raise Refused(self.words.say("problems.at_file", file=target, problem=problem))

    def refuse(self, key: str, **values: object) -> Refused:
        """What is not about a file, in the language asked for."""
        return Refused(self.words.say(f"problems.{key}", **values))

    def write_report(
        self, file: Path, sheet: Sheet, judgement: Judgement, packs: Sequence[LoadedPack]
    ) -> None:
        from desktop_app.report.content import report_content  # late: most commands print no report
        from desktop_app.report.pdf import write_report

        words = words_with(self.words, packs)
        parts = report_content(judgement, sheet, packs, self.book.facts, words, name_private=self.full)
        write_report(parts, file, replace=self.force)


def kept_center(*languages: str) -> Center | None:
    """The center's own page that this computer keeps; one that cannot be used is left out, and that is said."""
    section = Settings.here().center
    if section is None:
        return None
    try:
        return center_from(section) or None
    except CenterError:
        for language in languages:
            click.echo(load_words(language).say("center.problems.kept_unusable"), err=True)
        return None


def content(file: Path) -> bytes:
    """A file's content, refused before it is read when it is larger than any sheet."""
    if file.is_dir():
        raise SheetError("is_a_folder")
    with file.open("rb") as stream:
        return stream.read(LARGEST + 1)
