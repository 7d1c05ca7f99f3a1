"""The center's numbers put into words: what the window shows and what is printed for a funder, alike."""

from __future__ import annotations

from desktop_app.caseload.numbers import Numbers, Table
from desktop_app.caseload.small import Count
from desktop_app.i18n import Words
from desktop_app.report.content import Furniture
from desktop_app.report.funder import Chart, CountedLine, FunderReport
from desktop_app.report.passages import listed_passages

HEARD = {"title": "{title}", "lines": "{lines}"}


def numbers_told(numbers: Numbers, words: Words, center: str = "") -> FunderReport:
    """`words` know the packs' own; `center` is its name, if it has one."""
    say = words.say
    title = say("numbers.title")
    day = words.day(numbers.as_of)
    furniture = Furniture(say("app.name"), title, day, say("numbers.pdf.foot"), say("report.page"))
    clients, _period, *notes = numbers.notes
    return FunderReport(
        words.language,
        listed_passages(words),
        numbers.as_of,
        furniture,
        title,
        center,
        say("numbers.period_is", since=numbers.since, until=numbers.until),
        say(clients),
        say("numbers.notes"),
        (*(say(note) for note in notes), say("numbers.today_or_time")),
        say("numbers.heard", **HEARD),
        say("numbers.in_words"),
        tuple(_chart(table, words) for table in numbers.tables),
    )


def _chart(table: Table, words: Words) -> Chart:
    say = words.say
    lines = tuple(_line(_begun(say(line.label)), line.shown, words) for line in table.lines)
    sentences = [say(sentence) for sentence in table.sentences]
    if not lines:
        sentences = [*sentences[:1], say("caseload.numbers.nothing")]
    elif all(line.shown.how == "hidden" for line in table.lines):  # rows of "not shown" would say nothing
        said = sentences[: 1 if table.total is None else 2]
        lines, sentences = (), [*said, say("caseload.numbers.too_few")]
    total = _line(say("numbers.total"), table.total, words) if table.total is not None and lines else None
    return Chart(
        say(table.title),
        (say(f"numbers.heads.{table.id}"), say(table.unit)),
        lines,
        total,
        tuple(sentences),
        f"{table.id} {table.series}".strip(),
    )


def _begun(label: str) -> str:
    """As a line begins: Spanish months are small inside a sentence."""
    return label[:1].upper() + label[1:]


def _line(label: str, shown: Count, words: Words) -> CountedLine:
    return CountedLine(label, words.say(shown.message), shown.how, shown.number or 0)
