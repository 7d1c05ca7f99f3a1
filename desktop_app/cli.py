"""The commands: parses, calls, prints; nothing else."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import click

from desktop_app import __version__, resources, terminal
from desktop_app.answers.sheet import SheetError
from desktop_app.answers.supposing import Supposed, supposed
from desktop_app.cli_answers import compare_sheets, explain, plan
from desktop_app.cli_desk import (
    Desk,
    as_of_option,
    full_option,
    json_option,
    kept_center,
    packs_option,
)
from desktop_app.cli_help import HelpedGroup, help_language_option, words_of
from desktop_app.cli_many import assess_lines, assess_many
from desktop_app.cli_packs import packs
from desktop_app.cli_report import Wanted, refuse_unfit, report_options, write_wanted
from desktop_app.cli_sources import print_fingerprint, tell_drift
from desktop_app.commands import (
    FINE,
    UNUSABLE,
    Refused,
    Stopped,
    ended_at_once,
    ended_by_signals,
    existing_path,
    force_option,
    language_option,
    os_problem,
    spoken,
    usage_problem,
)
from desktop_app.i18n import LANGUAGES, Words
from desktop_app.judgement.compare import compare
from desktop_app.judgement.document import as_document
from desktop_app.resources import ResourceError
from desktop_app.rulebook.load import load_rulebook
from desktop_app.screen import there_is_a_screen

SAMPLE = "peer-ready-sample"
KEPT_PRIVATE = "kept_private"


def run(arguments: Sequence[str]) -> int:
    """Run a command; gives the exit code. No traceback reaches a person."""
    try:
        with ended_by_signals():
            said = commands.main(
                list(arguments), prog_name="peer-ready", standalone_mode=False, obj=partial(spoken, arguments)
            )
            return int(said or FINE)
    except click.UsageError as error:
        Refused(spoken(arguments).say(usage_problem(error))).show()
    except Refused as error:
        error.show()
    except (Stopped, click.exceptions.Abort):
        Refused(spoken(arguments).say("problems.stopped")).show()
    except BrokenPipeError:  # the reader, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except ResourceError as error:
        Refused(str(error)).show()
    except OSError as error:
        Refused(spoken(arguments).say(os_problem(error))).show()
    except Exception as error:  # noqa: BLE001 - the last one to see it: a sentence, and never a traceback
        Refused(spoken(arguments).say("problems.unexpected", kind=type(error).__name__)).show()
    return UNUSABLE


def without_a_screen(language: str | None = None) -> int:
    """The terminal interview, or without a terminal the sample candidate's report, saying so."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        return _interview_in(language)
    return run(["sample", *(["--language", language] if language else [])])


def _interview_in(language: str | None) -> int:
    """Without a language it asks which first."""
    center = kept_center(*([language] if language else LANGUAGES))
    return terminal.run_interview(load_rulebook(), date.today(), language, center)


# ---------------------------------------------------------------- options


def _selftest(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from desktop_app.ui.selftest import run_selftest  # late: no other command needs Qt

        context.exit(run_selftest())


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True, cls=HelpedGroup
)
@click.version_option(__version__, prog_name="peer-ready", message="%(prog)s %(version)s")
@click.option(
    "--selftest",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_selftest,
)
@click.option("--open", "saved", type=existing_path)
@click.option("--locked", is_flag=True, hidden=True)
@help_language_option
@click.pass_context
def commands(context: click.Context, saved: Path | None, locked: bool) -> int:
    """See where you stand as a peer support specialist, and what to do next.

    Without a command the window opens. Nothing leaves this computer.
    """
    if context.invoked_subcommand is not None:
        if saved is not None:
            raise Refused(words_of(context).say("problems.open_alone"))
        return FINE
    if saved is None:
        return _open_in(words_of(context).language)
    return _open_saved(saved, words_of(context), locked=locked)


def _open_in(language: str) -> int:
    if not there_is_a_screen(os.environ):
        return without_a_screen(language)
    from desktop_app.ui.app import run_window  # late: no other command needs Qt

    with ended_at_once():
        return run_window(meet=lambda window: window.speak(language))


def _open_saved(saved: Path, words: Words, *, locked: bool) -> int:
    if not there_is_a_screen(os.environ):
        raise Refused(words.say("problems.needs_window"))
    from desktop_app.ui.app import run_window  # late: no other command needs Qt
    from desktop_app.ui.open_at_start import open_at_start

    with ended_at_once():
        return run_window(meet=lambda window: open_at_start(window, saved, locked=locked))


for _command in (assess_many, assess_lines, explain, plan, compare_sheets, packs):
    commands.add_command(_command)
packs.add_command(tell_drift)
packs.add_command(print_fingerprint)


# ---------------------------------------------------------------- assess


@commands.command()
@click.argument("sheet", type=existing_path)
@as_of_option
@json_option
@click.option("--pdf", type=existing_path)
@click.option("--web", type=existing_path)
@click.option("--text", type=existing_path)
@click.option(
    "--what-if",
    "what_if",
    metavar="FACT=VALUE",
    multiple=True,
)
@full_option
@force_option
@packs_option
@report_options
def assess(
    sheet: Path,
    as_of: date | None,
    as_json: bool,
    pdf: Path | None,
    web: Path | None,
    text: Path | None,
    what_if: tuple[str, ...],
    language: str,
    full: bool,
    force: bool,
    wanted: Wanted,
    packs_folder: Path | None,
) -> None:
    """Judge one answer SHEET (JSON)."""
    desk = Desk(language, full=full, force=force, packs=packs_folder)
    files = {form: file for form, file in (("pdf", pdf), ("web", web), ("text", text)) if file}
    if what_if and files:
        raise desk.refuse("what_if_pdf")
    refuse_unfit(desk, wanted, files)
    for file in files.values():
        desk.keep_apart(sheet, file)
    as_is = desk.judged(sheet, as_of)
    changes = _supposed(desk, what_if, as_is.sheet.as_of)
    shown = desk.judged(sheet, as_is.sheet.as_of, changes) if changes else as_is
    if files:
        write_wanted(desk, files, shown, wanted)
    if as_json:
        tried = {"what_if": _as_pairs(changes, desk)} if changes else {}
        click.echo(json.dumps({**as_document(shown.judgement), **tried}, indent=2))
        return
    facts = desk.book.facts
    if changes:
        comparison = compare((as_is.judgement, as_is.sheet), (shown.judgement, shown.sheet), facts)
        terminal.print_what_if(comparison, facts, shown.words, name_private=full)
    terminal.print_results(shown.judgement, shown.sheet, shown.packs, facts, shown.words, name_private=full)


def _supposed(desk: Desk, what_if: Sequence[str], as_of: date) -> list[Supposed]:
    try:
        return [supposed(text, desk.book.facts, as_of) for text in what_if]
    except SheetError as error:
        raise Refused(desk.words.say(error.message)) from error


def _as_pairs(changes: Sequence[Supposed], desk: Desk) -> dict[str, object]:
    """Each fact with what was supposed of it, null where it was taken away; what is private only with --full."""
    return {
        one.fact: KEPT_PRIVATE if desk.book.facts.by_id[one.fact].private and not desk.full else one.value
        for one in changes
    }


# ---------------------------------------------------------------- without a screen


@commands.command()
@click.option("--language", type=click.Choice(LANGUAGES))
def interview(language: str | None) -> int:
    """Hold the interview here, in plain lines, also where a window could be shown."""
    return _interview_in(language)


@commands.command()
@language_option
def sample(language: str) -> None:
    """Write the report of a made-up candidate to ./peer-ready-sample.pdf."""
    file = _free_name(Path(SAMPLE))
    desk = Desk(language, full=False, force=False)
    source = resources.folder() / "sample" / "candidate.json"
    shown = desk.judged(source)
    desk.told(file, lambda: desk.write_report(file, shown.sheet, shown.judgement, shown.packs))
    click.echo(desk.words.say("sample.written", file=file))


def _free_name(stem: Path) -> Path:
    """The name with .pdf, or the first numbered one that is free."""
    file, number = stem.with_suffix(".pdf"), 2
    while file.exists():
        file, number = stem.with_name(f"{stem.name}-{number}.pdf"), number + 1
    return file
