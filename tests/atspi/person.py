"""What a person at the program reads and answers, in their language: names only, taken from the catalogs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLibraryInfo, QTranslator

from desktop_app.answers.sheet import NOT_SAID
from desktop_app.i18n import Words, load_words
from desktop_app.interview.session import Interview, Session
from desktop_app.report.material import Material
from desktop_app.report.summary import summarize
from desktop_app.rulebook.load import Rulebook, load_rulebook, words_with
from desktop_app.ui.pages.dates import date_words
from tests.e2e.person import ANSWERS

REPORT = "my report.pdf"


def write_script(language: str, _folder: Path) -> dict[str, Any]:
    """Everything the driver is told: it can read nothing of the program's own."""
    return _Person(language).script()


def in_dialogs(language: str) -> dict[str, str]:
    """Qt's own words in its dialogs."""
    translator = QTranslator()
    translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))

    def say(words: str, place: str = "QFileDialog") -> str:
        return (translator.translate(place, words) or words).replace("&", "")

    return {
        "file": say("File &name:"),
        "save": say("&Save"),
        "open": say("&Open"),
        "ok": say("OK", "QPlatformTheme"),
    }


class _Person:
    """The made-up person of the other tests, too: a GED, and some months as a volunteer."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._book: Rulebook = load_rulebook()
        self._words: Words = words_with(load_words(language), self._book.packs)

    def script(self) -> dict[str, Any]:
        say = self._words.say
        return {
            "walk": "interview",
            "language": say("window.language"),
            "welcome": " ".join(say("welcome.title").split()),
            "start": say("welcome.start"),
            "on": say("window.go_on"),
            "skip": say("window.skip"),
            "answers": {
                say(f"questions.{fact}.title"): self._answer(fact)
                for fact in self._book.facts.by_id
                if fact != "roles"
            },
            "roles": self._role(),
            "check": say("check.title"),
            "to_results": say("check.to_results"),
            "results": self._result(),
            "save": {
                "report": say("save.report"),
                "private": say("save.leave_out.name"),
                "where": say("save.where"),
                "saved": say("save.saved", file=REPORT),
            },
            "hide": {"now": say("hide.now"), "again": say("hide.again"), "yes": say("hide.yes")},
            "dialogs": in_dialogs(self._language),
            "file": REPORT,
        }

    def _answer(self, fact: str) -> list[str] | None:
        """What is chosen; None skips."""
        given = ANSWERS.get(fact)
        if given is None:
            return None
        if isinstance(given, bool):
            return [self._words.say("answers.yes" if given else "answers.no")]
        chosen = given if isinstance(given, list) else [given]
        return [
            self._words.say(f"answers.{one}" if one in NOT_SAID else f"questions.{fact}.choices.{one}")
            for one in chosen
        ]

    def _role(self) -> dict[str, Any]:
        role: Any = ANSWERS["roles"][0]  # type: ignore[index]
        say, asked = self._words.say, "questions.roles"
        dates = date_words(self._words)
        year, month = role["start"].split("-")
        start = say(f"{asked}.start.title")
        return {
            "question": say(f"{asked}.title"),
            "add": say("roles.add"),
            "pick": {
                say(f"{asked}.work.title"): say(f"{asked}.work.choices.{role['work']}"),
                say(f"{asked}.setting.title"): say(f"{asked}.setting.choices.{role['setting']}"),
                f"{start}, {dates.month}": dates.months[int(month) - 1],
            },
            "write": {
                f"{start}, {dates.year}": year,
                say(f"{asked}.hours.title"): str(role["hours_per_week"]),
                say(f"{asked}.role_title.title"): role["title"],
            },
            "toggle": [say(f"{asked}.end.still"), say(f"{asked}.paid.choices.no")],
            "kept": say("roles.kept", role=role["title"]),
            "done": say("roles.done"),
        }

    def _result(self) -> str:
        """The sentence that the page and the report have to say."""
        today, series = date.today(), self._book.series()
        interview = Interview(self._book, series, today)
        view = interview.view(Session(today, series, answers=ANSWERS))
        material = Material.of(view.judgement, view.sheet, interview.packs, interview.book.facts, self._words)
        return " ".join(summarize(material).series[0].sentence.text.split())
