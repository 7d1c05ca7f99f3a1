"""What staff at the program read and do, in their language: names only, taken from the catalogs."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app.i18n import Words, load_words
from desktop_app.rulebook.load import load_rulebook, words_with
from tests.atspi.person import in_dialogs
from tests.test_cli import SHEETS
from tests.ui.safe.use import PASSPHRASE

FILE, BROUGHT = "our caseload.peerready", "sheets.json"
CODE, OTHERS = "Case-17", ("Case-02", "Case-03")
NOTE = "We called the county together."
PAPER = "government_photo_id"
QUESTION, ANSWER = "lived_experience", "family_member"
TITLES = {
    "today": "desk.pages.today",
    "clients": "desk.clients.title",
    "numbers": "numbers.title",
    "touched": "touched.title",
    "exchange": "exchange_page.title",
    "log": "desk_log.title",
}
"""The pages of the rail, each by its heading."""


def write_staff_script(language: str, folder: Path) -> dict[str, Any]:
    """Everything the driver is told; the sheets that are brought in are put into the folder."""
    sheet = json.loads((SHEETS / "ready-for-california-1.json").read_text(encoding="utf-8"))
    sheets = [{**sheet, "name": name} for name in OTHERS]
    (folder / BROUGHT).write_text(json.dumps(sheets), encoding="utf-8")
    book = load_rulebook()
    words = words_with(load_words(language), book.packs)
    return {**_pages(words, language), **_list(words, book.series()), **_client(words)}


def _pages(words: Words, language: str) -> dict[str, Any]:
    say = words.say
    return {
        "walk": "caseload",
        "file": FILE,
        "passphrase": PASSPHRASE,
        "code": CODE,
        "note": NOTE,
        "language": say("window.language"),
        "welcome": " ".join(say("welcome.title").split()),
        "dialogs": in_dialogs(language),
        "rail": say("desk.rail"),
        "here": say("window.here"),
        "pages": {page: say(title) for page, title in TITLES.items()},
        "stops": {page: say(f"desk.pages.{page}") for page in TITLES},
        "begin": {
            "menu": say("menu.center.title").replace("&", ""),
            "entry": say("menu.center.start").replace("&", ""),
            "title": say("desk.start.title"),
            "passphrase": [say("keep.passphrase"), say("keep.again")],
            "strong": say("keep.strength.strong"),
            "months": say("desk.start.keep"),
            "button": say("desk.start.button"),
        },
        "sheets": {
            "file": BROUGHT,
            "choose": say("exchange_page.sheets.choose"),
            "preview": say("exchange_page.sheets.preview"),
            "bring": say("exchange_page.bring", count=len(OTHERS)),
            "brought": say("exchange_page.brought.sheets", count=len(OTHERS)),
        },
        "lock": {
            "lock": say("desk.lock"),
            "title": say("unlock.locked_title"),
            "passphrase": say("unlock.passphrase"),
            "open": say("unlock.button"),
        },
    }


def _list(words: Words, series: tuple[str, ...]) -> dict[str, Any]:
    """The row of someone who was never asked anything, as it is heard."""
    say, everyone = words.say, 1 + len(OTHERS)
    not_asked = [
        say(
            "desk.clients.in_series",
            series=say(f"{one}.series.state"),
            standing=say("desk.clients.not_asked"),
        )
        for one in series
    ]
    parts = [CODE, say("desk.clients.not_seen"), *not_asked, say("desk.clients.nothing_next")]
    return {
        "new": {
            "button": say("desk.clients.new"),
            "title": say("desk.new.title"),
            "name": say("desk.new.name"),
            "yes": say("desk.new.said_yes"),
            "needs_yes": say("desk.new.problems.consent"),
            "keep": say("desk.new.button"),
        },
        "list": {
            "name": say("desk.clients.list"),
            "find": say("desk.clients.find"),
            "count": everyone,
            "found": say("desk.clients.count", count=everyone, shown=1),
            "row": " ".join(f"{part}." for part in parts),
            "cells": not_asked,
            "other": OTHERS[0],
            "open": say("client.buttons.open"),
            "return": say("window.back"),
        },
    }


def _client(words: Words) -> dict[str, Any]:
    say = words.say
    return {
        "client": {
            "note": say("client.notes.new"),
            "keep_note": say("client.notes.add"),
            "empty": say("client.notes.empty"),
            "kept": say("client.notes.added"),
            "paper": say(f"questions.{PAPER}.short"),
            "seen": say("client.papers.seen", day=words.short_day(date.today())),
        },
        "sitting": {
            "begin": say("client.buttons.begin"),
            "handed_over": say("desk.hand_over.title"),
            "question": say(f"questions.{QUESTION}.title"),
            "answer": say(f"questions.{QUESTION}.choices.{ANSWER}"),
            "back": say("desk.back"),
            "title": say("desk.come_back.title"),
            "passphrase": say("desk.come_back.passphrase"),
            "wrong": say("desk.come_back.wrong"),
            "go_back": say("desk.come_back.button"),
        },
        "log": [
            say("desk_log.line", who=CODE, did=say(f"desk_log.did.{what}"))
            for what in ("added", "note", "paper", "sitting")
        ],
    }
