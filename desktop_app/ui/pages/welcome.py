"""The first page: who it is for, which jobs, which language, and what happens to the answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.i18n import LANGUAGES
from desktop_app.ui.first_words import SeriesName
from desktop_app.ui.pages.page import Page, Stage
from desktop_app.ui.widgets.arrange import REST, Item, middle, row
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.choice_list import Option
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.icon import Brand
from desktop_app.ui.widgets.lettering import marked, plain
from desktop_app.ui.widgets.page_body import page_across
from desktop_app.ui.widgets.panel import notice
from desktop_app.ui.widgets.segments import Segments
from desktop_app.ui.widgets.text import Heading, Text

ALL = "all"
MYSELF, HELPING = "myself", "helping"

MOST_EM = 84
"""So that three choices side by side stay together on a very wide screen."""


class Wish(NamedTuple):
    """What was chosen on this page. No series means all of them."""

    helping: bool = False
    series: str = ALL


class WelcomePage(Page):
    frame = "bare"

    wished = Signal(Wish)
    language_chosen = Signal(str)
    hide_pressed = Signal()
    talk_pressed = Signal()
    open_pressed = Signal()
    left = Signal()
    """Start was pressed."""

    def __init__(self, stage: Stage, names: Sequence[SeriesName], wish: Wish) -> None:
        super().__init__(stage)
        self.wish = wish
        theme, words = stage.theme, stage.words
        self.who = self._who()
        self.jobs = self._jobs(names)
        self.language = Segments(
            theme,
            words.say("welcome.language"),
            [Option(code, name) for code, name in self._languages()],
            words.language,
        )
        self.language.setMaximumWidth(theme.em(20))
        self.who.changed.connect(lambda who: self._wish(self.wish._replace(helping=who == HELPING)))
        self.jobs.changed.connect(lambda series: self._wish(self.wish._replace(series=series)))
        self.language.changed.connect(self.language_chosen)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(page_across(theme, stage.width, *self._parts(), most_em=MOST_EM))

    def _languages(self) -> list[tuple[str, str]]:
        """Each language by its own name. The words of the other are not read for that."""
        words = self.stage.words
        keys = (
            "window.language" if code == words.language else "window.other_language" for code in LANGUAGES
        )
        return [(code, words.say(key)) for code, key in zip(LANGUAGES, keys, strict=True)]

    def _parts(self) -> list[Item]:
        theme, words = self.stage.theme, self.stage.words
        hides = self.hide_button()
        hides.clicked.connect(self.hide_pressed)
        name = Text(theme, words.say("app.name"), "h3", wrap=False)
        named = row(theme, middle(Brand(theme, 24, "page")), name, gap=10)
        brand = in_lines(named, hides, gap=theme.space(10), line_gap=theme.space(8), last_right=True)
        title = words.say("welcome.title")
        if self.stage.width != "wide":
            title = " ".join(title.split())  # its own line break is for the room beside the picture
        safe = notice(theme, "lock", words.say("welcome.safe.title"), words.say("welcome.safe.text"))
        above, below, between = (6, 12, 20) if self.stage.width == "single" else (14, 18, 24)  # all in sight
        return [
            above, brand, below,
            Heading(theme, title, "display"), 12,
            Text(theme, words.say("welcome.lead"), "lead", "soft"), between,
            *self._asked("welcome.who.title", self.who), 20,
            *self._asked("welcome.jobs.title", self.jobs), 20,
            *self._asked("welcome.language", self.language), between,
            safe,
            *self._support(),
        ]  # fmt: skip

    def _asked(self, key: str, choices: Segments) -> list[Item]:
        return [Text(self.stage.theme, self.stage.words.say(key), "strong"), 8, choices]

    def _support(self) -> list[Item]:
        """Without room for it in the bar below, the support line stands here."""
        if self.stage.width != "folded":
            return []
        return [16, row(self.stage.theme, self._talk_link(), REST)]

    def foot(self) -> str | QWidget:
        return "" if self.stage.width == "folded" else self._talk_link()

    def _talk_link(self) -> Button:
        words = plain(marked(self.stage.words.say("welcome.support")))
        link = Button(self.stage.theme, words, "quiet", icon="phone", small=True, flush=True)
        link.clicked.connect(lambda _on=False: self.talk_pressed.emit())
        return link

    def _who(self) -> Segments:
        words = self.stage.words
        options = [
            Option(who, words.say(f"welcome.who.{who}.name"), words.say(f"welcome.who.{who}.second"))
            for who in (MYSELF, HELPING)
        ]
        chosen = HELPING if self.wish.helping else MYSELF
        return Segments(self.stage.theme, words.say("welcome.who.title"), options, chosen, least_em=14)

    def _jobs(self, names: Sequence[SeriesName]) -> Segments:
        words = self.stage.words
        options = [Option(name.series, name.state, name.about) for name in names]
        if len(names) > 1:
            every = "welcome.jobs.both" if len(names) == 2 else "welcome.jobs.all"
            options.append(Option(ALL, words.say(f"{every}.name"), words.say(f"{every}.second")))
        known = {option.value for option in options}
        chosen = self.wish.series if self.wish.series in known else options[-1].value
        return Segments(self.stage.theme, words.say("welcome.jobs.title"), options, chosen, least_em=13)

    def _wish(self, wish: Wish) -> None:
        self.wish = wish
        self.wished.emit(wish)

    @property
    def name(self) -> str:
        return " ".join(self.stage.words.say("welcome.title").split())

    @property
    def where(self) -> str:
        return ""

    def first(self) -> QWidget:
        return self.who.focusProxy() or self.who

    def buttons(self) -> Sequence[Button]:
        key = "welcome.go_on" if self.stage.navigator.begun else "welcome.start"
        left = Qt.AlignmentFlag.AlignLeft  # in a window so narrow that its words wrap
        opens = Button(self.stage.theme, self.stage.words.say("safe.open"), "quiet", align=left)
        opens.clicked.connect(lambda _on=False: self.open_pressed.emit())
        return (self.on_button(self.stage.words.say(key)), opens)

    def on(self) -> None:
        self.left.emit()

    def back(self) -> None:
        """There is nothing before it."""
