"""What a center looks at in the morning: who is due, what runs out, who has become ready, who went quiet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.caseload.today import Item as Entry
from desktop_app.caseload.today import Today
from desktop_app.ui.pages.client_past import short_say
from desktop_app.ui.pages.desk_pages import DeskPage, nobody_yet
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import column, left, row, wide
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.kept import Kept, Part, said
from desktop_app.ui.widgets.line_button import LineButton
from desktop_app.ui.widgets.panel import Panel, Rule, notice
from desktop_app.ui.widgets.text import Heading

SAID_ABOVE = frozenset({"no_yes", "quiet", "to_delete"})
"""Of these lists the title says why one is on it; each line is heard with it all the same."""
LISTS = ("due", "runs_out", "ready_since", "no_yes", "quiet", "to_delete")
AT_ONCE, MORE = 8, 40
"""Clients of a list that are shown at once, and with each press for more."""


class TodayPage(DeskPage):
    """Each line leads to its client. Nothing here has to be done today; it is only easy to find."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._parts = Kept(stage.theme)
        self._show()
        self.lay(self._parts)

    @property
    def name(self) -> str:
        return self.stage.words.say("desk.pages.today")

    def follow(self) -> None:
        self._show()

    def _show(self) -> None:
        theme, say, due = self.stage.theme, self.stage.words.say, self.desk.due()
        day = self.stage.words.day(self.desk.today())
        self._parts.follow(
            [
                Part(self.name, lambda: Heading(theme, self.name)),
                said(theme, day, "lead", "soft", above=6),
                *self._calm(due),
                *(part for name in LISTS for part in self._list(name, getattr(due, name))),
                *(
                    [said(theme, say("today.about_lists"), "small", "soft", above=24)]
                    if not due.is_empty
                    else []
                ),
            ]
        )

    def _calm(self, due: Today) -> Iterator[Part]:
        """Where nothing waits, that is good to know; and where there is nobody yet, how one begins."""
        theme, say = self.stage.theme, self.stage.words.say
        if not self.desk.rows:
            yield Part("nobody", partial(nobody_yet, self.stage, self.desk), 20)
        elif due.is_empty:
            make = partial(notice, theme, "tick", say("today.calm"), say("today.calm_text"), ink="met")
            yield Part("calm", make, 20)

    def _list(self, name: str, entries: Sequence[Entry]) -> Iterator[Part]:
        if not entries:
            return
        theme, say = self.stage.theme, self.stage.words.say
        title = say(f"today.{name}.title", count=len(entries))
        yield Part(title, partial(Heading, theme, title, "h2"), 26, key=f"title {name}")
        yield said(theme, say(f"today.{name}.about"), "small", "soft", above=3)._replace(key=f"about {name}")
        shown = tuple(self._line(name, entry) for entry in entries[: self._most(name)])
        made = partial(_Card, self, shown, brief=name in SAID_ABOVE)
        card = Part(shown, made, 10, "lines brief" if name in SAID_ABOVE else "lines", f"card {name}")
        yield card
        if len(entries) > len(shown):
            yield Part(len(entries), partial(self._more, name, len(entries)), 8, key=f"more {name}")

    def _line(self, name: str, entry: Entry) -> tuple[str, str, str, str]:
        words, client = self.stage.words, entry.row.client
        is_past = name in ("due", "runs_out") and entry.day < self.desk.today()
        key = f"today.{name}.{'was' if is_past else 'day'}"
        return (
            client.id,
            client.name,
            short_say(words, entry.message),
            words.say(key, day=words.short_day(entry.day)),
        )

    # ------------------------------------------------------------ long lists

    def _most(self, name: str) -> int:
        kept = self.stage.navigator.drafts.get(f"today.{name}")
        return kept if isinstance(kept, int) else AT_ONCE

    def _more(self, name: str, count: int) -> QWidget:
        say = self.stage.words.say
        more = Button(self.stage.theme, say("today.more", count=count), "quiet", small=True)
        more.setAccessibleName(say("today.more_of", list=say(f"today.{name}.title", count=count)))
        more.clicked.connect(lambda _on=False: self._show_more(name))
        return row(self.stage.theme, left(more), wide(QWidget()))

    def _show_more(self, name: str) -> None:
        before = self._most(name)
        self.stage.navigator.drafts[f"today.{name}"] = before + MORE
        self._show()


class _Card(Panel):
    """Lines one under the other."""

    def __init__(self, page: TodayPage, lines: Sequence[tuple[str, str, str, str]], *, brief: bool) -> None:
        super().__init__(page.stage.theme)
        self._page, self._brief = page, brief
        self._lines = Kept(page.stage.theme)
        column(page.stage.theme, self._lines, margins=(1, 3, 1, 3), into=self)
        self.follow(lines)

    def follow(self, lines: Sequence[tuple[str, str, str, str]]) -> None:
        parts: list[Part] = []
        for line in lines:
            if parts:
                parts.append(Part("", self._between, key="between"))
            parts.append(Part(line, partial(self._button, *line), key=line[0]))
        self._lines.follow(parts)

    def _between(self) -> QWidget:
        return row(self._page.stage.theme, wide(Rule(self._page.stage.theme)), margins=(18, 0, 18, 0))

    def _button(self, of: str, name: str, about: str, day: str) -> LineButton:
        button = LineButton(self._page.stage.theme, name, about, day, brief=self._brief)
        button.clicked.connect(lambda _on=False: self._page.desk.show(of))
        return button
