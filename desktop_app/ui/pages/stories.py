"""Stories to have ready: what each level asks people to know and do, as prompts; nothing is asked or rated here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.interview.session import RESULTS
from desktop_app.report.material import Material
from desktop_app.report.stories import SeriesStories, Story, StoryGroup, stories
from desktop_app.ui.pages.explained import WordsHere
from desktop_app.ui.pages.page import Page, Stage
from desktop_app.ui.widgets.arrange import STRETCH, Item, column, row, wide
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.lettering import marked
from desktop_app.ui.widgets.page_body import page_body
from desktop_app.ui.widgets.panel import Panel, Rule, note, notice
from desktop_app.ui.widgets.text import Heading, Text

NAME_EM = 10


class StoriesPage(Page):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        view, theme = stage.navigator.view, stage.theme
        interview = view.interview
        self.stories = stories(
            Material.of(view.judgement, view.sheet, interview.packs, interview.book.facts, stage.words)
        )
        lead = Text(theme, self.stories.lead, "lead", "soft")
        items: list[Item] = [Heading(theme, self.stories.title), 8, lead]
        for series in self.stories.series:
            items += [22, *self._series(series)]
        here = WordsHere(stage)
        main = column(theme, *items, STRETCH)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(page_body(theme, stage.width, main, column(theme, self._margin(), here, gap=12)))
        here.look(main)

    @property
    def name(self) -> str:
        return self.stories.title

    @property
    def where(self) -> str:
        words = self.stage.words
        return words.say("window.where", section=words.say("sections.results"), question=self.name)

    def first(self) -> QWidget:
        return self._on

    def buttons(self) -> Sequence[Button]:
        self._on = self.on_button(self.stage.words.say("results.stand"))
        return (self.back_button(), self._on)

    def on(self) -> None:
        self.stage.navigator.go_to(RESULTS)

    def _series(self, series: SeriesStories) -> list[Item]:
        theme = self.stage.theme
        items: list[Item] = [Heading(theme, series.name, "h2")]
        if series.note:
            items += [8, notice(theme, "info", None, series.note)]
        for group in series.groups:
            items += [14, Text(theme, group.title, "small_strong", "soft"), 7, self._group(group)]
        return items

    def _group(self, group: StoryGroup) -> Panel:
        panel = Panel(self.stage.theme)
        rows: list[Item] = []
        for story in group.stories:
            rule = row(self.stage.theme, wide(Rule(self.stage.theme)), margins=(18, 0, 0, 0))
            rows += [rule if rows else None, self._story(story)]
        column(self.stage.theme, *rows, margins=(0, 3, 0, 3), into=panel)
        return panel

    def _story(self, story: Story) -> QWidget:
        theme = self.stage.theme
        name, prompt = Text(theme, story.name, "strong"), Text(theme, story.prompt)
        if self.stage.width == "folded":
            return column(theme, name, 3, prompt, margins=(18, 10, 16, 11))
        name.setFixedWidth(theme.em(NAME_EM))
        return row(theme, name, 16, wide(prompt), margins=(18, 9, 16, 10))

    def _margin(self) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        how: list[Item] = []
        for part in ("what", "did", "after"):
            how += [4 if how else None, Text(theme, marked(say(f"stories.how.{part}")), "small")]
        share = say("stories.share")
        return note(theme, say("stories.how.title"), *how, 10, Text(theme, share, "small", "soft"))
