"""About the program: what it is, the rules it goes by, what it keeps, and that it is free."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app import __version__
from desktop_app.i18n import Words
from desktop_app.rulebook.load import LoadedPack, load_rulebook, words_with
from desktop_app.rulebook.references import citations
from desktop_app.ui.pages.beside import PageBeside
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, column, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.panel import Panel, note
from desktop_app.ui.widgets.text import Heading, Text


class AboutPage(PageBeside):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        theme, say = stage.theme, stage.words.say
        packs = self._packs()
        words = words_with(stage.words, packs)
        licenses = Button(theme, say("about.free.open"), small=True)
        licenses.clicked.connect(lambda _on=False: stage.navigator.step_aside("licenses"))
        self.lay(
            column(
                theme,
                Heading(theme, self.name),
                8,
                Text(theme, say("about.version", version=__version__), "lead", "soft"),
                18,
                self._card("what", Text(theme, say("about.what.text"))),
                12,
                self._card("rules", Text(theme, say("about.rules.lead")), *self._rules(words, packs)),
            ),
            column(
                theme,
                note(theme, say("about.keeps.title"), Text(theme, say("about.keeps.text"), "small")),
                note(
                    theme,
                    say("about.free.title"),
                    Text(theme, say("about.free.text"), "small"),
                    11,
                    left(licenses),
                ),
                gap=12,
            ),
        )

    @property
    def name(self) -> str:
        return self.stage.words.say("about.title")

    def _packs(self) -> Sequence[LoadedPack]:
        """Those of the interview; before it, all there are."""
        navigator = self.stage.navigator
        return navigator.interview.packs if navigator.begun else load_rulebook().packs

    def _card(self, part: str, *items: Item) -> QWidget:
        theme = self.stage.theme
        panel = Panel(theme)
        title = Heading(theme, self.stage.words.say(f"about.{part}.title"), "h3")
        column(theme, title, 4, *items, margins=(18, 14, 18, 17), into=panel)
        return panel

    def _rules(self, words: Words, packs: Sequence[LoadedPack]) -> list[Item]:
        items: list[Item] = []
        for loaded in packs:
            items += [14, Text(self.stage.theme, words.say(f"{loaded.pack.series}.series.name"), "strong")]
            for line in told_of(words, loaded):
                items += [2, Text(self.stage.theme, line, "small", "soft")]
        return items


def told_of(words: Words, loaded: LoadedPack) -> list[str]:
    """Since when a pack holds, and each text that its rules are read in, with the parts that they stand in."""
    pack, force = loaded.pack, loaded.pack.in_force
    if force.until is None:
        lines = [words.say("about.rules.since", day=force.since)]
    else:
        lines = [words.say("about.rules.until", since=force.since, until=force.until)]
    for source in pack.sources:
        title = words.say(f"{pack.series}.sources.{source.id}.title")
        if source.date is None:
            dated = words.say("about.rules.source", title=title)
        else:
            dated = words.say("about.rules.source_dated", title=title, day=source.date)
        lines.append(f"{dated} {words.say('about.rules.read', day=source.retrieved)}")
        sections = dict.fromkeys(cite.section for _, cite in citations(pack) if cite.source == source.id)
        lines.append(words.say("about.rules.sections", sections=[f"“{section}”" for section in sections]))
    return lines
