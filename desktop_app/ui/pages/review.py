"""Check your answers: everything that was asked, by section, each with a way to change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.answers.sheet import NOT_SAID
from desktop_app.interview.session import View
from desktop_app.ui.pages.explained import WordsHere
from desktop_app.ui.pages.page import Page, Stage
from desktop_app.ui.pages.role_draft import RoleDraft
from desktop_app.ui.widgets.arrange import REST, STRETCH, Item, column, left, middle, row, top, wide
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.icon import StandingIcon
from desktop_app.ui.widgets.page_body import page_body
from desktop_app.ui.widgets.panel import Panel, Rule, note
from desktop_app.ui.widgets.text import Heading, Text

MIDDLE = Qt.AlignmentFlag.AlignVCenter

MOST_OPEN = 5
"""How many open questions the margin lists; the page has them all."""


class ReviewPage(Page):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        theme, words = stage.theme, stage.words
        self.links: dict[str, Button] = {}
        self._widest_link = max(self._bare_link(key).sizeHint().width() for key in ("answer", "change"))
        self._heading = Heading(theme, words.say("check.title"))
        sections: list[Item] = []
        for section in stage.navigator.view.sections:
            title = Heading(theme, words.say(f"sections.{section.id}"), "h3")
            sections += [18, title, 7, self._card(section.questions)]
        lead = Text(theme, words.say("check.lead"), "lead", "soft")
        main = column(theme, self._heading, 6, lead, *sections, STRETCH)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        still_open, explained = self._open_note(stage.navigator.view), WordsHere(stage)
        beside = column(theme, still_open, explained, gap=12)
        box.addWidget(page_body(theme, stage.width, main, beside))
        explained.look(main, still_open)

    @property
    def name(self) -> str:
        return self.stage.words.say("check.title")

    @property
    def where(self) -> str:
        return self.name

    def first(self) -> QWidget:
        """The link that was left to change an answer; where it is gone, the next one that is open."""
        navigator, facts = self.stage.navigator, tuple(self.links)
        if navigator.changing in self.links:
            return self.links[navigator.changing]
        order = navigator.interview.order
        if navigator.changing in order:
            gone = order.index(navigator.changing)
            after = [fact for fact in facts if order.index(fact) > gone]
            still_open = [fact for fact in after if fact in navigator.view.open_questions]
            facts = (*still_open, *after, *facts)
        return self.links[facts[0]]

    def buttons(self) -> Sequence[Button]:
        return (self.back_button(), self.on_button(self.stage.words.say("check.to_results")))

    def on(self) -> None:
        self.stage.navigator.go_on()

    def _card(self, questions: Sequence[str]) -> Panel:
        panel = Panel(self.stage.theme)
        rows: list[Item] = []
        for at, fact in enumerate(questions):
            rule = row(self.stage.theme, wide(Rule(self.stage.theme)), margins=(18, 0, 0, 0)) if at else None
            rows += [rule, self._row(fact)]
        column(self.stage.theme, *rows, into=panel)
        return panel

    def _row(self, fact: str) -> QWidget:
        """The question's short name, the answer in words, and the link."""
        theme, words = self.stage.theme, self.stage.words
        is_open = fact in self.stage.navigator.view.open_questions
        question = Text(theme, words.say(f"questions.{fact}.short"), "small", "soft", align=MIDDLE)
        said = Text(theme, self._said(fact), "body", "open" if is_open else "ink", align=MIDDLE)
        answer: QWidget = said
        if is_open:
            answer = row(
                theme, middle(StandingIcon(theme, "open", size=17, beside="body")), wide(said), gap=8
            )
        if self._is_unfinished(fact):
            answer = column(theme, answer, 2, left(self._unfinished_link(fact)))
        link = self._link(fact, is_open=is_open)
        if self.stage.width == "folded":
            words_ = column(theme, question, 2, answer)
            return row(theme, wide(words_), 12, middle(link), margins=(18, 9, 14, 9))
        held = row(theme, REST, link)
        held.setMinimumWidth(self._widest_link)  # or the answers would not begin on one line
        return row(theme, wide(question, 10), 12, wide(answer, 13), middle(held), margins=(18, 9, 14, 9))

    def _link(self, fact: str, *, is_open: bool) -> Button:
        words = self.stage.words
        link = self._bare_link("answer" if is_open else "change")
        question = words.say(f"questions.{fact}.short")
        link.setAccessibleName(
            words.say("check.answer_it" if is_open else "check.change_it", question=question)
        )
        link.clicked.connect(lambda _on=False: self.stage.navigator.change(fact))
        self.links[fact] = link
        return link

    def _bare_link(self, key: str) -> Button:
        return Button(self.stage.theme, self.stage.words.say(f"check.{key}"), "quiet", small=True)

    def _is_unfinished(self, fact: str) -> bool:
        """Whether something of it was entered that is not whole yet, and so is no answer."""
        navigator = self.stage.navigator
        draft = navigator.drafts.get(fact)
        return isinstance(draft, RoleDraft) and draft.unfinished(navigator.session.as_of)

    def _unfinished_link(self, fact: str) -> Button:
        words = self.stage.words
        said, question = words.say("check.unfinished"), words.say(f"questions.{fact}.short")
        link = Button(self.stage.theme, said, "quiet", small=True, flush=True)
        link.setAccessibleName(words.say("check.finish_it", unfinished=said, question=question))
        link.clicked.connect(lambda _on=False: self.stage.navigator.change(fact))
        self.unfinished = link
        return link

    def _said(self, fact: str) -> str:
        """The answer in words. What is private is only counted."""
        words, answers = self.stage.words, self.stage.navigator.session.answers
        known = self.stage.navigator.view.sheet.known.get(fact)
        rule = self.stage.navigator.interview.book.facts.by_id[fact]
        if known is None:
            given = answers.get(fact)
            return words.say(f"answers.{given}" if given in NOT_SAID else "answers.skipped")
        if rule.private and isinstance(known, tuple):
            return words.say("answers.kept_private", count=len(known))
        if rule.kind == "yes_no":
            return words.say("answers.yes" if known else "answers.no")
        if rule.kind == "roles" and isinstance(known, tuple):
            return words.say("check.roles", count=len(known)) if known else words.say("questions.roles.none")
        if rule.kind == "date":
            return words.day(known)  # type: ignore[arg-type]  # what a date question's answer is
        chosen = known if isinstance(known, tuple) else (known,)
        return "\n".join(words.say(f"questions.{fact}.choices.{choice}") for choice in chosen)

    def _open_note(self, view: View) -> Panel:
        """What is still open, and what it would tell; nobody has to answer it."""
        theme, words, count = self.stage.theme, self.stage.words, len(view.open_questions)
        if not count and any(map(self._is_unfinished, self.links)):
            text = Text(theme, words.say("check.unfinished_text"), "small")
            return note(theme, words.say("check.unfinished"), text)
        if not count:
            text = Text(theme, words.say("check.nothing_open_text"), "small")
            return note(theme, words.say("check.nothing_open"), text)
        text = Text(theme, words.say("check.open_one_text" if count == 1 else "check.open_text"), "small")
        items: list[Item] = [text]
        listed = self._most_telling(view)[:MOST_OPEN]
        for fact in listed:
            items += [10, self._open_question(fact, view)]
        if listed and len(listed) < count:
            more = words.say("check.more_open", count=count - len(listed))
            items += [10, Text(theme, more, "small")]
        return note(theme, words.say("check.open", count=count), *items)

    def _most_telling(self, view: View) -> list[str]:
        """Open questions, those first that could move the most positions; none that one would rather not answer."""
        wanted = [one for one in view.open_questions if view.sheet.not_said.get(one) != "prefer_not_to_say"]
        return sorted(wanted, key=lambda fact: -sum(map(len, _moved_by(fact, view).values())))

    def _open_question(self, fact: str, view: View) -> QWidget:
        theme, words = self.stage.theme, self.stage.words
        told = [Text(theme, said, "small", "soft") for said in self._matters(fact, view)]
        parts = column(theme, Text(theme, words.say(f"questions.{fact}.short"), "small_strong"), *told, gap=1)
        return row(
            theme, top(StandingIcon(theme, "open", "note", 18, beside="small_strong")), wide(parts), gap=9
        )

    def _matters(self, fact: str, view: View) -> list[str]:
        """What the answer could move, by series; what matters everywhere is said in one line."""
        words, moved = self.stage.words, _moved_by(fact, view)
        every = len(view.judgement.positions)
        if len(moved) > 1 and sum(map(len, moved.values())) == every:
            return [words.say("check.settles_all", count=every)]
        return [
            words.say("check.settles", positions=self._positions(series, levels))
            for series, levels in moved.items()
        ]

    def _positions(self, series: str, positions: Sequence[str]) -> str:
        """'Texas, Specialist I and Specialist II'."""
        words = self.stage.words
        names = [words.say(f"{series}.positions.{one}.short") for one in positions]
        state = words.say(f"{series}.series.state")
        return words.say("check.position", state=state, name=words.listed(names))


def _moved_by(fact: str, view: View) -> dict[str, list[str]]:
    """The positions that the answer to a question could still move, by series."""
    moved: dict[str, list[str]] = {}
    for one in view.judgement.positions:
        if fact in one.decisive:
            moved.setdefault(one.series, []).append(one.id)
    return moved
