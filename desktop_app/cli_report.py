"""The options of a report: for whom, about which position, on which paper, in one language or two, with a password."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click

from desktop_app.answers.sheet import LARGEST, shown
from desktop_app.cli_desk import Desk, Judged
from desktop_app.commands import Refused, existing_path
from desktop_app.i18n import LANGUAGES, Words, load_words

BOTH = "both"
KIND_NAMES = {"mine": "mine", "employer": "employer", "one-page": "one_page", "staff": "staff"}
LONGEST_PASSWORD = 500


class Wanted(NamedTuple):
    """A report as it was asked for on the command line."""

    kind: str
    position: str | None
    paper: str
    languages: tuple[str, ...]
    """One, or two that stand side by side."""
    password_file: Path | None

    @property
    def plain(self) -> bool:
        """Whether nothing but a report of the usual kind was asked for."""
        return self == Wanted("mine", None, "letter", self.languages[:1], None)


def report_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """They come to the command as `wanted`."""

    def with_wanted(
        language: str, kind: str, position: str | None, paper: str, password_file: Path | None, **others: Any
    ) -> Any:
        languages = LANGUAGES if language == BOTH else (language,)
        wanted = Wanted(KIND_NAMES[kind], position, paper, languages, password_file)
        return command(language=languages[0], wanted=wanted, **others)

    with_wanted.__doc__, with_wanted.__name__ = command.__doc__, command.__name__
    with_wanted.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined] # click's way
    for option in reversed(_OPTIONS):
        with_wanted = option(with_wanted)
    return with_wanted


_OPTIONS = (
    click.option(
        "--kind",
        type=click.Choice(tuple(KIND_NAMES)),
        default="mine",
        show_default=True,
    ),
    click.option("--position"),
    click.option("--paper", type=click.Choice(("letter", "a4")), default="letter", show_default=True),
    click.option(
        "--language",
        type=click.Choice((*LANGUAGES, BOTH)),
        default=LANGUAGES[0],
        show_default=True,
    ),
    click.option(
        "--password-file",
        type=existing_path,
    ),
)


def refuse_unfit(desk: Desk, wanted: Wanted, files: Mapping[str, Path]) -> None:
    """What is about a report alone is refused where none is written; a password, where it is no PDF. Raises Refused."""
    if not files and (not wanted.plain or len(wanted.languages) > 1):
        raise desk.refuse("only_with_pdf")
    if wanted.password_file and set(files) != {"pdf"}:
        raise desk.refuse("password_for_pdf")


def write_wanted(desk: Desk, files: Mapping[str, Path], judged: Judged, wanted: Wanted) -> None:
    """Write the report as it was asked for, in each form. Raises Refused."""
    from desktop_app.report.forms import write_form  # late: most commands print no report
    from desktop_app.report.kinds import Choices, document

    choices = Choices(
        wanted.kind,  # type: ignore[arg-type] # click has checked it
        _position(desk, judged, wanted),
        wanted.paper,  # type: ignore[arg-type] # this too
        desk.full,
    )
    words = [_words(desk, language) for language in wanted.languages]
    password = ""
    if wanted.password_file:
        for file in files.values():
            desk.keep_apart(wanted.password_file, file)
        password = _password(desk, wanted.password_file)
    made = document(choices, judged.judgement, judged.sheet, judged.packs, desk.book.facts, words)
    for form, file in files.items():

        def write(form: str = form, file: Path = file) -> None:
            write_form(made, words[0], file, form=form, replace=desk.force, password=password)  # type: ignore[arg-type] # one of them

        desk.told(file, write)


def _words(desk: Desk, language: str) -> Words:
    return desk.words if desk.words.language == language else load_words(language)


def _position(desk: Desk, judged: Judged, wanted: Wanted) -> str:
    """A report for an employer has one, and no other does. Raises Refused."""
    ids = [one.id for one in judged.judgement.positions]
    if wanted.kind != "employer":
        if wanted.position is not None:
            raise desk.refuse("position_for_employer")
        return ""
    if wanted.position is None:
        raise desk.refuse("position_missing", allowed=", ".join(ids))
    if wanted.position not in ids:
        raise desk.refuse("unknown_position", given=shown(wanted.position), allowed=", ".join(ids))
    return wanted.position


def _password(desk: Desk, file: Path) -> str:
    def read() -> bytes:
        with file.open("rb") as stream:
            return stream.read(LARGEST)

    first = desk.told(file, read).split(b"\n")[0].rstrip(b"\r")
    try:
        password = first.decode()
    except UnicodeDecodeError:
        password = ""
    if not password or len(password) > LONGEST_PASSWORD:
        problem = desk.words.say("problems.no_password", most=LONGEST_PASSWORD)
        raise Refused(desk.words.say("problems.at_file", file=file, problem=problem))
    return password
