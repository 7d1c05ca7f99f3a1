"""Answer sheets from elsewhere: what each would bring, chosen one by one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop_app.caseload.judging import Judging
from desktop_app.caseload.sheets_in import Coming, Incoming, bring_in, incoming
from desktop_app.i18n import Message
from desktop_app.ui.pages.exchange_parts import bad_ones, bring_buttons, nothing_new
from desktop_app.ui.widgets.arrange import Item, column
from desktop_app.ui.widgets.choice_list import Option
from desktop_app.ui.widgets.choosing import Choosing
from desktop_app.ui.widgets.panel import notice
from desktop_app.ui.widgets.text import Heading, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.pages.exchange import ExchangePage

CHOSEN = "exchange.chosen"
USUAL = ("new", "sitting")
"""Kinds that are chosen unless somebody says otherwise."""
MOST_QUESTIONS = 6


def read_sheets(desk: Desk, paths: Sequence[Path]) -> Callable[[CaseFile], Incoming]:
    """To be done off the window's thread; nothing is changed."""
    clients = [row.client for row in desk.rows]
    facts, today = desk.book().facts, desk.today()
    return lambda file: incoming(paths, clients, file.latest(), facts, today)


class SheetsView(QWidget):
    def __init__(self, page: ExchangePage, found: Incoming) -> None:
        super().__init__()
        self._page, self._found = page, found
        stage = page.stage
        theme, say, drafts = stage.theme, stage.words.say, stage.navigator.drafts
        self._coming = {str(at): row for at, row in enumerate(found.rows) if row.kind != "same"}
        kept = drafts.get(CHOSEN)
        usual = frozenset(key for key, row in self._coming.items() if row.kind in USUAL)
        chosen = kept if isinstance(kept, frozenset) else usual
        self.head = Heading(theme, say("exchange_page.sheets.preview"), "h2")
        items: list[Item] = [self.head, 10]
        if found.bad:
            where = [(self._where(bad.file, bad.line), say(bad.problem)) for bad in found.bad]
            items += [bad_ones(page, where), 14]
        self.list: Choosing | None = None
        self.count = Text(theme, "", "small", "soft")
        self.button, buttons = bring_buttons(page, self.on)
        if self._coming:
            self.list = Choosing(
                theme,
                say("exchange_page.clients"),
                say("exchange_page.more"),
                list(self._coming),
                self._option,
                chosen,
            )
            self.list.changed.connect(self._choose)
            items += [self.count, 8, self.list]
            if any(row.kind == "new" for row in self._coming.values()):
                items += [10, Text(theme, say("exchange.consent_open"), "small", "soft")]
        else:
            items.append(notice(theme, "info", say("exchange_page.nothing"), None))
        same = [row.name for row in found.rows if row.kind == "same"]
        items += [14, nothing_new(page, same)] if same else []
        column(theme, *items, 18, buttons, into=self)
        self._count()

    def first(self) -> QWidget:
        return self.list.list.rows[0] if self.list is not None and self.list.list else self.head

    def on(self) -> None:
        """Bring in what is chosen."""
        chosen = [self._coming[key] for key in self._coming if self.list and key in self.list.chosen]
        if not chosen:
            return
        book = self._page.desk.book()

        def work(file: CaseFile) -> Message:
            count = bring_in(file, chosen, Judging(book).snapshot, file.now())
            return Message(
                "exchange_page.brought.sheets" if count else "exchange_page.brought.none", {"count": count}
            )

        self._page.do(work, "bringing")

    def _option(self, key: str) -> Option:
        return Option(key, self._coming[key].name, self._second(self._coming[key]))

    def _choose(self, chosen: frozenset[str]) -> None:
        self._page.stage.navigator.drafts[CHOSEN] = chosen
        self._count()

    def _count(self) -> None:
        say, count = self._page.stage.words.say, len(self.list.chosen) if self.list is not None else 0
        self.count.say(say("exchange_page.chosen", count=count, total=len(self._coming)))
        self.button.say(say("exchange_page.bring", count=count))
        self.button.setHidden(not count)

    def _where(self, file: str, line: int) -> str:
        return self._page.stage.words.say("exchange.sheet.line", file=file, line=line) if line else file

    def _second(self, row: Coming) -> str:
        """What it is, of which day, and which questions get another answer; never an answer."""
        words = self._page.stage.words
        client = self._page.desk.client(row.client)
        kind: dict[str, Any] = {"count": len(row.changed)} if row.kind == "sitting" else {}
        key = "first" if row.kind == "sitting" and client is not None and client.seen is None else row.kind
        said = words.say(f"exchange.sheet.{key}", **kind).rstrip(".")
        day = words.short_day(row.as_of)
        if key != "sitting":
            return words.say("exchange_page.as_of", kind=said, day=day)
        named = [words.say(f"questions.{fact}.short") for fact in row.changed[:MOST_QUESTIONS]]
        rest = len(row.changed) - MOST_QUESTIONS
        named += [words.say("exchange_page.more_questions", count=rest)] if rest > 0 else []
        return words.say("exchange_page.as_of_changed", kind=said, day=day, questions=words.names(named))
