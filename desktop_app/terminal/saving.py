"""Saves the report: what goes in, where to, what it is to be, and again when that did not work."""

from __future__ import annotations

import os
from dataclasses import replace as replaced
from pathlib import Path

from desktop_app.i18n import Words, load_words
from desktop_app.interview.planning import Trial
from desktop_app.interview.session import View
from desktop_app.problem import system_reason
from desktop_app.report.forms import form_of
from desktop_app.report.kinds import Choices, Document, best_position, document
from desktop_app.terminal.console import LEAVING, Command, Console
from desktop_app.terminal.wanted import Wanted, change_wanted

DEFAULT = "peer-ready-report.pdf"
"""What is saved under a name with another ending is a web page, or plain text."""


def save_report(console: Console, view: View, trial: Trial) -> Path | None:
    """Asks and writes; the file, or None when the person went back."""
    name_private, wanted = _name_private(console, view), Wanted()
    while name_private is not None:
        console.tell("terminal.save.where")
        path = _ask_path(console)
        if path is None:
            return None
        replace = _may_replace(console, path)
        if replace is None:
            continue
        form = form_of(path) or "pdf"
        wanted, go_on = change_wanted(console, view, wanted, form)
        made = replaced(wanted, password="") if form != "pdf" else wanted
        if go_on and _write(
            console, _document(console, view, name_private, trial, made), path, replace, made
        ):
            console.tell("terminal.save.saved", path=str(path))
            console.tell(f"terminal.save.{'locked' if made.password else 'anyone'}")
            return path
    return None


def _name_private(console: Console, view: View) -> bool | None:
    """Whether to name what was kept private; None goes back. Not asked where nothing was told."""
    if not any(view.interview.book.facts.by_id[fact].private for fact in view.sheet.known):
        return False
    while True:
        console.tell("terminal.save.private")
        labels = [console.say("terminal.save.leave_out"), console.say("terminal.save.put_in")]
        place = console.pick(labels, console.say("terminal.save.private_prompt"))
        if place in LEAVING:
            return None
        if not isinstance(place, Command):
            return place == 1
        _help(console, place)


def _ask_path(console: Console) -> Path | None:
    """Where to write; None goes back."""
    while True:
        said = console.ask(console.say("terminal.save.file", default=f"./{DEFAULT}"))
        if said in LEAVING:
            return None
        if isinstance(said, Command):
            _help(console, said)
            continue
        try:
            return _path(said or DEFAULT)
        except (OSError, RuntimeError, ValueError) as error:
            console.tell("problems.cannot_write", reason=system_reason(error))


def _path(said: str) -> Path:
    """A whole path, so that it is plain where the report went; in a folder, under the usual name."""
    path = Path(said).expanduser().absolute()
    if path.is_dir():
        return path / DEFAULT
    return path if form_of(path) else path.with_name(f"{path.name}.pdf")


def _may_replace(console: Console, path: Path) -> bool | None:
    """Whether an existing file is replaced; None asks for another name."""
    if not os.path.lexists(path):
        return False
    while True:
        console.tell("terminal.save.exists", path=str(path))
        labels = [console.say("terminal.save.replace"), console.say("terminal.save.other")]
        place = console.pick(labels, console.say("terminal.save.exists_prompt"))
        if place == 0:
            return True
        if not isinstance(place, Command) or place in LEAVING:
            return None
        _help(console, place)


def _help(console: Console, command: Command) -> None:
    if command is Command.HELP:
        console.tell("terminal.save.help")
        console.tell_keys()


def _document(console: Console, view: View, name_private: bool, trial: Trial, wanted: Wanted) -> Document:
    judgement, interview, spoken = view.judgement, view.interview, console.words
    position = (wanted.position or best_position(judgement)) if wanted.kind == "employer" else ""
    return document(
        Choices(wanted.kind, position, wanted.paper, name_private),
        judgement,
        view.sheet,
        interview.packs,
        interview.book.facts,
        [_words(console, one) for one in wanted.languages] or [spoken],
        helps=interview.who_helps(console.center),
        trial=trial,
    )


def _words(console: Console, language: str) -> Words:
    return console.words if console.words.language == language else load_words(language)


def _write(console: Console, made: Document, path: Path, replace: bool, wanted: Wanted) -> bool:
    """Whether the report was written; what went wrong is said."""
    from desktop_app.report.forms import write_form  # late: printing is slow to load
    from desktop_app.report.writing import ReportError

    words = _words(console, wanted.languages[0]) if wanted.languages else console.words
    try:
        write_form(made, words, path, replace=replace, password=wanted.password)
    except ReportError as error:
        console.tell(error.message)
        return False
    return True
