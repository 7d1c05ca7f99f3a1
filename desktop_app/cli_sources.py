"""The commands about what packs rest on: whether a posting still says it, and the fingerprint of a passage."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from desktop_app.cli_help import HelpedCommand
from desktop_app.commands import FINE, SOME_BAD, Refused, existing_path, language_option, told
from desktop_app.drift_told import look_up
from desktop_app.drift_told import told as lines_told
from desktop_app.i18n import Words, load_words
from desktop_app.rulebook.citation import LONGEST_PASSAGE, SHORTEST_PASSAGE
from desktop_app.rulebook.load import LoadedPack, load_packs, load_rulebook, words_with
from desktop_app.rulebook.passage import fingerprint, words_of
from desktop_app.rulebook.posting import LARGEST, PostingError, decoded, read_posting
from desktop_app.rulebook.read_before import marks_of


@click.command(name="drift", cls=HelpedCommand)
@click.argument("pack", metavar="PACK")
@click.argument("posting", type=existing_path)
@click.option("--source")
@language_option
def tell_drift(pack: str, posting: Path, source: str | None, language: str) -> int:
    """Look up in POSTING.txt what PACK cites: what is unchanged, moved, changed or gone, and what is new.

    PACK is a series as `packs list` names it, or the folder of a pack.
    """
    words = load_words(language)
    loaded = _chosen(pack, words)
    sources = [one.id for one in loaded.pack.sources]
    wanted = source or sources[0]
    if wanted not in sources:
        raise Refused(words.say("problems.no_such_source", given=wanted, allowed=", ".join(sources)))
    words = words_with(words, [loaded])
    text = told(words, posting, lambda: decoded(_content(posting)))
    found = told(words, posting, lambda: look_up(loaded, text, wanted))
    for number, line in enumerate(lines_told(found, loaded.pack.series)):
        if number and line.depth == 0:
            click.echo()
        click.echo("  " * line.depth + words.say(line.message))
    return FINE if found.all_found else SOME_BAD


def _chosen(pack: str, words: Words) -> LoadedPack:
    """The newest version of a series, or of what a folder holds."""
    packs = load_packs(Path(pack)) if Path(pack).is_dir() else load_rulebook().packs
    series = {loaded.pack.series for loaded in packs}
    if not Path(pack).is_dir() and pack not in series:
        allowed = ", ".join(sorted(series))
        raise Refused(words.say("problems.no_such_pack", given=pack, allowed=allowed))
    named = [loaded for loaded in packs if loaded.pack.series == pack] or packs
    return max(named, key=lambda loaded: loaded.pack.in_force.since)


@click.command(name="fingerprint", cls=HelpedCommand)
@click.argument("posting", type=existing_path, required=False)
@click.option("--lines", metavar="N[-M]")
@click.option("--part", is_flag=True)
@click.option("--sentences", metavar="SOURCE")
@language_option
def print_fingerprint(
    posting: Path | None, lines: str | None, part: bool, sentences: str | None, language: str
) -> None:
    """Print the fingerprint of a passage, for the citation of a rule.

    The passage is POSTING.txt, some of its lines, or what is typed or piped in.
    """
    words, name = load_words(language), posting or Path("-")
    text = told(words, name, lambda: decoded(_content(name)))
    if lines:
        text = _lines(text, lines, words)
    if sentences:
        click.echo(f"{sentences}:")
        for mark in told(words, name, lambda: list(marks_of(read_posting(text)))):
            click.echo(f'  - "{mark}"')
        return
    count = len(words_of(text))
    if not SHORTEST_PASSAGE <= count <= LONGEST_PASSAGE:
        raise Refused(words.say("problems.passage_length", words=count))
    made = fingerprint(text, part=part)
    click.echo(f"fingerprint: {{words: {made.words}, sha256: {made.sha256}{', part: true' if part else ''}}}")


def _content(file: Path) -> bytes:
    """A file's content, or what is piped in; never more than a posting may have, and a byte to show it."""
    if file == Path("-"):
        return sys.stdin.buffer.read(LARGEST + 1)
    if file.is_dir():
        raise PostingError("is_a_folder")
    with file.open("rb") as stream:
        return stream.read(LARGEST + 1)


def _lines(text: str, wanted: str, words: Words) -> str:
    """Lines of a text, counted from one as an editor does."""
    every = text.splitlines()
    first, _, last = wanted.partition("-")
    if first.isdecimal() and (last or first).isdecimal():
        begin, end = int(first), int(last or first)
        if 1 <= begin <= end <= len(every):
            return "\n".join(every[begin - 1 : end])
    raise Refused(words.say("problems.no_such_lines", given=wanted, most=len(every)))
