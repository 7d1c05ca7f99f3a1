"""Everything that is kept of one client, to read and to take along; and the newest answers as a sheet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop_app.answers.sheet import NOT_SAID, VERSION, Known, SheetError, read_answers
from desktop_app.casefile.records import Logged, Note, Sitting
from desktop_app.caseload.client import Client
from desktop_app.caseload.judging import day_of
from desktop_app.caseload.overview import places_of
from desktop_app.caseload.papers import PAPERS, name_of
from desktop_app.i18n import Words
from desktop_app.report.content import Furniture
from desktop_app.report.outline import work
from desktop_app.report.passages import listed_passages
from desktop_app.report.pieces import Block, Heading, Row, Rows, Table, Text, Told
from desktop_app.report.plain import text_of
from desktop_app.report.roles import roles_in_words
from desktop_app.report.web import page_of
from desktop_app.rulebook.load import Facts, Rulebook, words_with
from desktop_app.rulebook.model import Fact


@dataclass(frozen=True)
class Kept:
    """What the file has of one client."""

    client: Client
    sittings: Sequence[Sitting] = ()
    """The newest last."""
    notes: Sequence[Note] = ()
    """The newest first."""
    log: Sequence[Logged] = ()
    """Of this client alone, the newest first."""
    keep_until: date | None = None


def record_of(kept: Kept, book: Rulebook, words: Words, today: date, *, with_private: bool) -> Told:
    """The record in one language. Private answers are in it only `with_private`. Raises ResourceError."""
    return _Teller(kept, book, words_with(words, book.packs), with_private).told(today)


def record_text(record: Told) -> bytes:
    """As plain text."""
    return text_of(record).encode()


def record_page(record: Told, words: Words) -> bytes:
    """As a web page that needs nothing else."""
    own = {f"web.{key}": words.say(f"record.{key}") for key in ("skip", "parts")}
    return page_of(record, words.with_entries(own)).encode()


def record_sheet(sittings: Sequence[Sitting], facts: Facts, *, with_private: bool) -> bytes | None:
    """The answers of the newest sitting as `peer-ready assess` takes them; None where there is no sitting."""
    if not sittings:
        return None
    newest = sittings[-1]
    answers = {
        fact: value
        for fact, value in _answers(newest).items()
        if _read(fact, value, facts, _day(newest)) is not None
        and (with_private or not facts.by_id[fact].private)
    }
    sheet = {"peer_ready": VERSION, "as_of": _day(newest).isoformat(), "answers": answers}
    return (json.dumps(sheet, ensure_ascii=False, indent=2) + "\n").encode()


class _Teller:
    def __init__(self, kept: Kept, book: Rulebook, words: Words, with_private: bool) -> None:
        self._kept, self._book, self._words, self._with_private = kept, book, words, with_private

    def told(self, today: date) -> Told:
        say = self._words.say
        furniture = Furniture(
            say("app.name"),
            say("record.title"),
            self._words.day(today),
            say("record.foot"),
            say("report.page"),
        )
        sittings = (self._sitting(one) for one in reversed(self._kept.sittings))
        parts = (self._head(), *sittings, self._papers(), self._steps(), self._notes(), self._done())
        return Told(self._words.language, furniture, tuple(map(tuple, parts)), listed_passages(self._words))

    # ------------------------------------------------------------ who it is, and where they stand

    def _head(self) -> Iterator[Block]:
        say, client = self._words.say, self._kept.client
        yield Heading(say("record.title"), 1)
        yield Text(client.name, "display", client.name)
        yield Text(say("record.lead"), "soft")
        if not self._with_private and self._has_private():
            yield Text(say("record.left_out"), "small")
        yield self._lines(self._known_of())

    def _has_private(self) -> bool:
        by_id = self._book.facts.by_id
        said = {fact for one in self._kept.sittings for fact in _answers(one) if fact in by_id}
        return any(by_id[fact].private for fact in said)

    def _known_of(self) -> Iterator[tuple[str, str]]:
        say, client, words = self._words.say, self._kept.client, self._words
        yield say("record.begun"), words.day(client.created.date())
        given = client.consent
        yield (
            say("record.consent"),
            say(
                "record.consent_given",
                day=given.given,
                language=self._language(given.language),
                version=given.version,
            )
            if given
            else say("exchange.table.no_consent"),
        )
        if client.languages:
            yield say("record.languages"), words.listed([self._language(one) for one in client.languages])
        if client.next:
            text = client.next.text.strip()
            key = "record.next_told" if text else "record.next_day"
            yield say("record.next"), say(key, day=client.next.day, text=text)
        if self._kept.keep_until:
            yield say("record.keep_until"), words.day(self._kept.keep_until)

    def _language(self, language: str) -> str:
        key = f"record.language.{language}"
        return self._words.say(key) if self._words.has(key) else language

    # ------------------------------------------------------------ what was answered

    def _sitting(self, sitting: Sitting) -> Iterator[Block]:
        say = self._words.say
        yield Heading(say("record.sitting", day=_day(sitting)), 2)
        shot = self._kept.client.snapshot
        if sitting is self._kept.sittings[-1] and shot is not None:
            yield Heading(say("record.stands"), 3)
            yield self._lines(self._outcomes(shot.outcomes))
            yield Heading(say("record.answers"), 3)
        told = list(self._answers(sitting))
        yield self._lines(told) if told else Text(say("record.no_answers"))
        roles = _read("roles", _answers(sitting).get("roles"), self._book.facts)
        if isinstance(roles, tuple) and roles:
            yield work(roles_in_words(self._words, roles))
        unfinished = list(self._unfinished(sitting))
        if unfinished:
            yield Text(say("record.unfinished", questions=unfinished), "small")

    def _outcomes(self, outcomes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        places = places_of(self._book)
        for position, outcome in outcomes.items():
            if position in places and self._words.has(f"outcome.{outcome}"):
                series = places[position].series
                place = self._words.say(f"{series}.series.state")
                name = self._words.say(f"{series}.positions.{position}.short")
                yield f"{place}: {name}", self._words.say(f"outcome.{outcome}")

    def _answers(self, sitting: Sitting) -> Iterator[tuple[str, str]]:
        answers = _answers(sitting)
        for name, fact in self._book.facts.by_id.items():
            said = _read(name, answers.get(name), self._book.facts)
            if said is not None:
                yield self._words.say(f"questions.{name}.short"), self._in_words(fact, said)

    def _in_words(self, fact: Fact, said: Known) -> str:
        say = self._words.say
        if isinstance(said, str) and said in NOT_SAID:
            return say(f"answers.{said}")
        if fact.private and not self._with_private:
            return say("record.private")
        if fact.kind == "roles":
            return (
                say("record.roles", count=len(said))
                if isinstance(said, tuple) and said
                else say("questions.roles.none")
            )
        if isinstance(said, bool):
            return say(f"answers.{'yes' if said else 'no'}")
        if isinstance(said, date):
            return self._words.day(said)
        chosen = said if isinstance(said, tuple) else (said,)
        return "; ".join(say(f"questions.{fact.id}.choices.{choice}") for choice in chosen)

    def _unfinished(self, sitting: Sitting) -> Iterator[str]:
        """Questions with an entry that is half filled in."""
        drafts = sitting.content.get("drafts")
        for name in drafts if isinstance(drafts, dict) else ():
            fact = "roles" if name not in self._book.facts.by_id else name
            yield self._words.say(f"questions.{fact}.short")

    # ------------------------------------------------------------ what staff keep

    def _papers(self) -> Iterator[Block]:
        seen = self._kept.client.papers
        names = {paper: self._words.say(name_of(paper)) for paper in PAPERS}
        yield from self._dated("papers", [(names.get(paper, paper), day) for paper, day in seen.items()])

    def _steps(self) -> Iterator[Block]:
        done = self._kept.client.done
        yield from self._dated("steps", [(self._step(step), day) for step, day in done.items()])

    def _step(self, step: str) -> str:
        series, _, name = step.partition("/")
        key = f"{series}.steps.{name.rpartition('/')[2]}.name"
        return self._words.say(key) if self._words.has(key) else step

    def _notes(self) -> Iterator[Block]:
        say = self._words.say
        yield Heading(say("record.notes"), 2)
        if not self._kept.notes:
            yield Text(say("record.none"))
        for note in self._kept.notes:
            yield Text(self._words.moment(note.written), "strong")
            yield from (Text(line) for line in note.text.splitlines() if line.strip())

    def _done(self) -> Iterator[Block]:
        """Reports made among the rest of what the log has of them."""
        say = self._words.say
        yield Heading(say("record.log"), 2)
        yield Text(say("record.log_lead"), "soft")
        told = [(self._words.moment(line.at), self._what(line.what)) for line in self._kept.log]
        yield self._lines(told) if told else Text(say("record.none"))

    def _what(self, what: str) -> str:
        key = f"record.did.{what}"
        return self._words.say(key) if self._words.has(key) else what

    def _dated(self, kind: str, told: Sequence[tuple[str, date]]) -> Iterator[Block]:
        yield Heading(self._words.say(f"record.{kind}"), 2)
        in_order = sorted(told, key=lambda one: one[1])
        yield (
            self._lines([(name, self._words.day(day)) for name, day in in_order])
            if told
            else Text(self._words.say("record.none"))
        )

    def _lines(self, told: Iterable[tuple[str, str]]) -> Table:
        rows = tuple(Row(((Text(name, "strong"),), (Text(text),))) for name, text in told)
        return Table((), (Rows("", rows),), "lines")


def _answers(sitting: Sitting) -> Mapping[str, Any]:
    sheet = sitting.content.get("sheet")
    answers = sheet.get("answers") if isinstance(sheet, dict) else None
    return answers if isinstance(answers, dict) else {}


def _read(fact: str, value: Any, facts: Facts, on: date = date.max) -> Known | None:
    """One answer, 'not_sure' among them; None where there is none that can be read."""
    if value is None:
        return None
    try:
        read = read_answers({fact: value}, facts, on)
    except SheetError:
        return None
    return read.known.get(fact, read.not_said.get(fact))


def _day(sitting: Sitting) -> date:
    return day_of(sitting.content) or sitting.started.date()
