"""The commands about one person's answers: why they stand so, what to do next, what changed."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from desktop_app import terminal
from desktop_app.answers.sheet import shown
from desktop_app.cli_desk import (
    Day,
    Desk,
    Judged,
    as_of_option,
    full_option,
    json_option,
    kept_center,
    packs_option,
)
from desktop_app.cli_help import HelpedCommand
from desktop_app.commands import Unusable, existing_path, language_option
from desktop_app.i18n import Message
from desktop_app.judgement import compare as comparing
from desktop_app.judgement.case import years_after
from desktop_app.judgement.document import VERSION
from desktop_app.judgement.plan_document import plans_document
from desktop_app.judgement.planned import Planned, planned
from desktop_app.judgement.schedule import Pace
from desktop_app.judgement.timeline import YEARS_AHEAD
from desktop_app.judgement.who_helps import WhoHelps
from desktop_app.rulebook.load import words_with

MOST_HOURS = 168


class _Hours(click.ParamType[float, object]):
    """Hours a week."""

    name = "HOURS"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        try:
            hours = float(str(value))
        except ValueError:
            hours = math.nan
        if not 1 <= hours <= MOST_HOURS:
            name = param.opts[0] if param else self.name
            values = {"name": name, "given": shown(value), "most": MOST_HOURS}
            raise Unusable(Message("usage.not_hours", values))
        return hours


@click.command(cls=HelpedCommand)
@click.argument("sheet", type=existing_path)
@click.argument("position", required=False)
@as_of_option
@language_option
@full_option
@packs_option
def explain(
    sheet: Path,
    position: str | None,
    as_of: date | None,
    language: str,
    full: bool,
    packs_folder: Path | None,
) -> None:
    """Say why each requirement stands as it does: the whole tree, its sources, what is open and what to ask.

    Of all positions, or of one POSITION, such as ca-calaveras-1.
    """
    desk = Desk(language, full=full, packs=packs_folder)
    judged = desk.judged(sheet, as_of)
    wanted = _wanted(desk, judged, position)
    terminal.print_reasons(
        judged.judgement,
        [one for one in judged.judgement.positions if one.id in wanted],
        judged.sheet,
        judged.packs,
        desk.book.facts,
        judged.words,
        name_private=full,
    )


@click.command(cls=HelpedCommand)
@click.argument("sheet", type=existing_path)
@click.argument("position", required=False)
@click.option("--start", type=Day())
@click.option(
    "--training-hours",
    type=_Hours(),
    default=Pace().training,
    show_default=True,
)
@click.option("--work-hours", type=_Hours(), default=Pace().work, show_default=True)
@json_option
@as_of_option
@language_option
@packs_option
def plan(
    sheet: Path,
    position: str | None,
    start: date | None,
    training_hours: float,
    work_hours: float,
    as_json: bool,
    as_of: date | None,
    language: str,
    packs_folder: Path | None,
) -> None:
    """Show up to three ways to each position: steps in order, days, fees, and what to check before paying.

    To all positions, or to one POSITION, such as ca-calaveras-2.
    """
    desk = Desk(language, packs=packs_folder)
    judged = desk.judged(sheet, as_of)
    wanted = _wanted(desk, judged, position)
    first = max(start or judged.sheet.as_of, judged.sheet.as_of)
    last = years_after(judged.sheet.as_of, YEARS_AHEAD)
    if first > last:
        raise desk.refuse("start_too_late", given=first.isoformat(), last=last.isoformat())
    pace = Pace(training_hours, work_hours)
    ways = [one for one in _planned(desk, judged, first, pace) if one.position.id in wanted]
    if as_json:
        document = plans_document(ways, judged.sheet.as_of, first, pace, desk.book.facts)
        click.echo(json.dumps(document, indent=2))
    else:
        center, facts = kept_center(language), desk.book.facts
        helps = WhoHelps(center, {one.pack.series: one.routes() for one in judged.packs}) if center else None
        terminal.print_plans(ways, judged.sheet, judged.packs, facts, judged.words, first, pace, helps=helps)


def _planned(desk: Desk, judged: Judged, start: date, pace: Pace) -> Iterator[Planned]:
    routes = [(loaded.pack, loaded.routes()) for loaded in judged.packs]
    return planned(judged.judge, routes, desk.book.facts, judged.sheet, start, pace)


@click.command(name="compare", cls=HelpedCommand)
@click.argument("old", type=existing_path)
@click.argument("new", type=existing_path)
@json_option
@language_option
@full_option
@packs_option
def compare_sheets(
    old: Path, new: Path, as_json: bool, language: str, full: bool, packs_folder: Path | None
) -> None:
    """Say what changed between an OLD and a NEW answer sheet of one person."""
    desk = Desk(language, full=full, packs=packs_folder)
    before, after = desk.judged(old), desk.judged(new)
    facts = desk.book.facts
    found = comparing.compare((before.judgement, before.sheet), (after.judgement, after.sheet), facts)
    if as_json:
        click.echo(json.dumps({"peer_ready": VERSION, **comparing.as_document(found)}, indent=2))
    else:
        words = words_with(before.words, after.packs)
        terminal.print_changes(found, facts, words, name_private=full)


def _wanted(desk: Desk, judged: Judged, position: str | None) -> set[str]:
    """The positions asked for: one, or all."""
    ids = [one.id for one in judged.judgement.positions]
    if position is None:
        return set(ids)
    if position not in ids:
        raise desk.refuse("unknown_position", given=shown(position), allowed=", ".join(ids))
    return {position}
