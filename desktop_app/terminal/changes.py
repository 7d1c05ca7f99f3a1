"""What changed between two judgements, as plain lines."""

from __future__ import annotations

from collections.abc import Iterator

import click

from desktop_app.i18n import Words
from desktop_app.judgement.compare import Comparison, PositionChange
from desktop_app.judgement.compare_words import (
    answer_message,
    earliest_message,
    outcome_message,
    standing_message,
)
from desktop_app.judgement.standing import MATCHES
from desktop_app.rulebook.load import Facts
from desktop_app.terminal.results import STEP, Line, Part, Write


def print_changes(
    comparison: Comparison,
    facts: Facts,
    words: Words,
    write: Write = click.echo,
    *,
    name_private: bool = False,
) -> None:
    """Writes what two sheets differ in; of a private answer only that it changed, unless `name_private`."""
    before, after = comparison.days
    if before == after:
        write(words.say("compare.same_day", day=after))
    else:
        write(words.say("compare.title", before=before, after=after))
    if comparison.is_empty:
        write(words.say("compare.nothing"))
    for part in _parts(comparison, facts, words, name_private):
        part.write_to(write)


def print_what_if(
    comparison: Comparison,
    facts: Facts,
    words: Words,
    write: Write = click.echo,
    *,
    name_private: bool = False,
) -> None:
    """Writes what answers that are only tried out would change, before the results as they would be."""
    write(words.say("what_if.title"))
    write(words.say("what_if.what"))
    parts = list(_parts(comparison, facts, words, name_private))
    for part in parts:
        part.write_to(write)
    if not comparison.positions:
        write("")
        write(words.say("what_if.nothing"))
    write("")
    write(words.say("what_if.results"))


def _parts(comparison: Comparison, facts: Facts, words: Words, name_private: bool) -> Iterator[Part]:
    """Levels newly matched; then the answers; then each position."""
    news = tuple(_news(comparison, words))
    if news:
        yield Part("", news)
    if comparison.answers:
        title = words.say("compare.answers")
        said = (answer_message(one, facts, name_private=name_private) for one in comparison.answers)
        yield Part(title, (Line(title), *(Line(words.say(one), STEP) for one in said)))
    for position in comparison.positions:
        yield Part(position.id, tuple(_position(position, words)))


def _news(comparison: Comparison, words: Words) -> Iterator[Line]:
    for series in comparison.rules_changed:
        yield Line(words.say("compare.rules", series=words.say(f"{series}.series.name")))
    for position in comparison.positions:
        before, after = (outcome in MATCHES for outcome in position.outcome)
        if before != after:
            key = "compare.new" if after else "compare.no_longer"
            name = words.say(f"{position.series}.positions.{position.id}.name")
            yield Line(words.say(key, name=name, place=words.say(f"{position.series}.series.place")))


def _position(position: PositionChange, words: Words) -> Iterator[Line]:
    state = words.say(f"{position.series}.series.state")
    title = words.say(outcome_message(position))
    yield Line(words.say("terminal.results.position", state=state, name=title))
    for change in position.standings:
        yield Line(words.say(standing_message(change, position.series)), STEP)
    day = earliest_message(position)
    if day:
        yield Line(words.say(day), STEP)
