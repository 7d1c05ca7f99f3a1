"""Another center's file: its passphrase, what it would bring, and who is the same person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.caseload.from_center import Offer, bring_in, compare
from desktop_app.i18n import Message
from desktop_app.ui.accessibility import announce
from desktop_app.ui.pages.exchange_parts import back_button, bring_buttons, nothing_new
from desktop_app.ui.pages.passphrase_form import PassphraseRow
from desktop_app.ui.widgets.arrange import Item, column
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.choice_list import Option
from desktop_app.ui.widgets.choosing import Choosing
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.panel import Panel, notice
from desktop_app.ui.widgets.segments import Segments
from desktop_app.ui.widgets.text import Heading, Text

if TYPE_CHECKING:
    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.ui.pages.exchange import ExchangePage

CHOSEN, DOUBTS = "exchange.chosen", "exchange.doubts"
LEAVE, SAME, APART = "leave", "same", "apart"
ANSWERS = (LEAVE, SAME, APART)
"""Who has the same name is left out until somebody says whether it is the same person."""


class AskTheirs(Panel):
    """Its passphrase."""

    def __init__(self, page: ExchangePage, place: Path) -> None:
        theme, say = page.stage.theme, page.stage.words.say
        super().__init__(theme)
        self._page, self._place = page, place
        self.ask = PassphraseRow(page.stage, "exchange_theirs", say("exchange_page.theirs.passphrase"))
        self.ask.field.entered.connect(lambda _text: self.ask.row.show_error(None))
        self.button = Button(theme, say("exchange_page.theirs.open"), "primary", icon="lock")
        self.button.clicked.connect(lambda _on=False: self.on())
        self._said = Text(theme, "", "small", "soft")
        column(
            theme,
            Heading(theme, say("exchange_page.theirs.title"), "h2"),
            4,
            Text(theme, say("exchange_page.theirs.file", file=place.name), "small", "soft"),
            16,
            self.ask,
            10,
            self._said,
            8,
            in_lines(self.button, back_button(page), gap=theme.space(12), line_gap=theme.space(8)),
            margins=(20, 17, 20, 19),
            into=self,
        )
        self.follow()

    def first(self) -> QWidget:
        return self.ask.field

    def on(self) -> None:
        page, place, say = self._page, self._place, self._page.stage.words.say
        if page.look.busy:
            return
        if _is_ours(page, place):
            self._wrong(say("exchange_page.theirs.is_ours"))
        elif not self.ask.text():
            self._wrong(say("exchange_page.problems.empty"))
        else:
            passphrase = self.ask.text()
            page.look.ask(page.desk, lambda ours: _read(ours, place, passphrase))

    def follow(self) -> None:
        """It is being opened, or does not open."""
        look, say = self._page.look, self._page.stage.words.say
        busy = say("exchange_page.theirs.opening") if look.busy else ""
        self._said.say(busy)
        self._said.setHidden(not busy)
        if busy:
            announce(self, busy)
        elif look.problem is not None:
            self._wrong(say(look.problem))

    def _wrong(self, words: str) -> None:
        self.ask.row.show_error(words)
        if self.isVisible():
            self.ask.field.setFocus()
            announce(self, words, at_once=True)


def _is_ours(page: ExchangePage, place: Path) -> bool:
    try:
        return place.samefile(page.desk.file.place)
    except OSError:
        return False


def _read(ours: CaseFile, place: Path, passphrase: str) -> tuple[Offer, ...]:
    """Off the window's thread. Raises CaseFileError."""
    from desktop_app.casefile.opening import open_file

    with closing(open_file(place, passphrase, lambda: datetime.now().astimezone())) as theirs:
        return compare(theirs, ours)


class TheirsView(QWidget):
    """What would come of each of their clients."""

    def __init__(self, page: ExchangePage, offers: tuple[Offer, ...]) -> None:
        super().__init__()
        self._page, stage = page, page.stage
        theme, say, drafts = stage.theme, stage.words.say, stage.navigator.drafts
        named = {str(at): offer for at, offer in enumerate(offers)}
        self._doubtful = {key: offer for key, offer in named.items() if offer.by_name}
        self._sure = {
            key: offer for key, offer in named.items() if offer.brings and key not in self._doubtful
        }
        kept, doubts = drafts.get(CHOSEN), drafts.get(DOUBTS)
        usual = frozenset(key for key, offer in self._sure.items() if offer.kind != "newer_here")
        chosen = kept if isinstance(kept, frozenset) else usual
        self._answers: dict[str, str] = dict(doubts) if isinstance(doubts, dict) else {}
        self.doubts: dict[str, Segments] = {}
        self.list: Choosing | None = None
        self.button, buttons = bring_buttons(page, self.on)
        self.head = Heading(theme, say("exchange_page.theirs.preview"), "h2")
        items: list[Item] = [self.head, 10]
        if self._sure:
            self.list = Choosing(
                theme,
                say("exchange_page.clients"),
                say("exchange_page.more"),
                list(self._sure),
                lambda key: Option(key, *self._row(self._sure[key])),
                chosen,
            )
            self.list.changed.connect(self._choose)
        self.count = Text(theme, "", "small", "soft")
        items += [self.count, 8, self.list] if self.list is not None else []
        if any(offer.ours is None and offer.theirs.consent is None for offer in offers):
            items += [10, Text(theme, say("exchange.consent_open"), "small", "soft")]
        for key, offer in self._doubtful.items():
            items += [14, self._doubt(key, offer)]
        if not self._sure and not self._doubtful:
            items.append(notice(theme, "info", say("exchange_page.nothing"), None))
        same = [offer.theirs.name for offer in offers if not offer.brings and not offer.by_name]
        items += [14, nothing_new(page, same)] if same else []
        column(theme, *items, 18, buttons, into=self)
        self._count()

    def first(self) -> QWidget:
        if self.list is not None and self.list.list is not None:
            return self.list.list.rows[0]
        return next((one.rows[0] for one in self.doubts.values()), self.head)

    def on(self) -> None:
        """Bring in what is chosen."""
        chosen = list(self._chosen())
        if not chosen:
            return

        def work(file: CaseFile) -> Message:
            count = bring_in(file, chosen)
            key = "exchange_page.brought.clients" if count else "exchange_page.brought.none"
            return Message(key, {"count": count})

        self._page.do(work, "bringing")

    def _chosen(self) -> Iterator[Offer]:
        for key, offer in self._sure.items():
            if self.list is not None and key in self.list.chosen:
                yield offer
        for key, offer in self._doubtful.items():
            answer = self._answers.get(key, LEAVE)
            if answer == APART:
                yield offer.apart()
            elif answer == SAME and offer.brings:
                yield offer

    def _row(self, offer: Offer) -> tuple[str, str]:
        """The client's name here or there, and what comes in."""
        ours, words = offer.ours, self._page.stage.words
        parts = [words.say(f"exchange.center.{offer.kind}").rstrip(".") + "."]
        if ours is not None and ours.name != offer.theirs.name:
            parts.append(words.say("exchange_page.theirs.their_name", name=offer.theirs.name))
        return (ours or offer.theirs).name, " ".join([*parts, *self._brings(offer)])

    def _brings(self, offer: Offer) -> Iterator[str]:
        words = self._page.stage.words
        if offer.sittings:
            yield words.say("exchange.center.sittings", count=len(offer.sittings))
        if offer.notes:
            yield words.say("exchange.center.notes", count=len(offer.notes))
        if not offer.brings:
            yield words.say("exchange.center.nothing")

    def _doubt(self, key: str, offer: Offer) -> Panel:
        theme, say = self._page.stage.theme, self._page.stage.words.say
        panel = Panel(theme, "ask_tint", "ask" if theme.contrast else None)
        panel.setAccessibleName(offer.theirs.name)
        options = [Option(one, say(f"exchange_page.theirs.{one}")) for one in ANSWERS]
        name = f"{offer.theirs.name}: {say('exchange_page.theirs.doubt')}"
        choice = Segments(theme, name, options, self._answers.get(key, LEAVE), tight=True)
        choice.changed.connect(lambda answer: self._decide(key, answer))
        self.doubts[key] = choice
        column(
            theme,
            Heading(theme, offer.theirs.name, "h3", level=3),
            2,
            Text(theme, say("exchange_page.theirs.doubt"), "strong"),
            Text(theme, " ".join([say("exchange_page.theirs.doubt_text"), *self._brings(offer)]), "small"),
            10,
            choice,
            margins=(18, 13, 16, 15),
            into=panel,
        )
        return panel

    def _decide(self, key: str, answer: str) -> None:
        self._answers[key] = answer
        self._page.stage.navigator.drafts[DOUBTS] = dict(self._answers)
        self._count()

    def _choose(self, chosen: frozenset[str]) -> None:
        self._page.stage.navigator.drafts[CHOSEN] = chosen
        self._count()

    def _count(self) -> None:
        """Above the list how many of it are chosen; on the button also who was the same person, or another."""
        say, count = self._page.stage.words.say, sum(1 for _ in self._chosen())
        chosen = len(self.list.chosen) if self.list is not None else 0
        self.count.say(say("exchange_page.chosen", count=chosen, total=len(self._sure)))
        self.button.say(say("exchange_page.bring", count=count))
        self.button.setHidden(not count)
