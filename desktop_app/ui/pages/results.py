"""The results: a sentence a state, the one next act, every position, one of them open, and saving it all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from desktop_app.interview.session import CHECK, PLAN
from desktop_app.report.material import Material
from desktop_app.report.summary import PositionSummary, SeriesSummary, summarize
from desktop_app.ui.accessibility import announce
from desktop_app.ui.pages.explained import WordsHere
from desktop_app.ui.pages.page import Page, Stage
from desktop_app.ui.pages.report_choices import trial_of
from desktop_app.ui.pages.results_head import cautions, first_panel, head
from desktop_app.ui.pages.results_margin import contacts, jobs, margin_notes, pay
from desktop_app.ui.pages.results_panel import PositionPanel
from desktop_app.ui.pages.results_save import SavePanel, saving_notice, saving_words
from desktop_app.ui.pages.results_shelf import (
    Shelf,
    count_of,
    kinds_of,
    position_card,
    position_group,
    side_by_side,
)
from desktop_app.ui.report_wish import Wish
from desktop_app.ui.save_report import ReportSaver, suggested_path
from desktop_app.ui.widgets.arrange import STRETCH, Item, column, row, top, wide
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.error_summary import go_to
from desktop_app.ui.widgets.kept import Kept
from desktop_app.ui.widgets.page_body import BETWEEN, MARGIN_EM, page_across
from desktop_app.ui.widgets.position_card import PositionCard
from desktop_app.ui.widgets.scroll import scroll_around, to_the_top
from desktop_app.ui.widgets.slot import Slot, give_places, in_tab_order, last_stop, still, stops_of
from desktop_app.ui.widgets.text import Heading

OPENED, SAVING = "results.opened", "results.saving"
"""While the page is made anew: the position that a person opened, and the question asked before saving."""

MOST_TO_SAY = ("confirm", "cannot_tell", "not_yet", "meets")


class ResultsPage(Page):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._look()
        self.cards: dict[str, PositionCard] = {}
        self._shelves: list[Shelf] = []
        self._places: dict[str, tuple[Shelf, bool]] = {}
        self._exclusive, self._stood_at = QButtonGroup(self), 0
        self._panels: dict[str, PositionPanel] = {}
        self._head, self._first, self._cautions = (Kept(stage.theme) for _ in range(3))
        self._jobs, self._contacts, self._pay = (Kept(stage.theme) for _ in range(3))
        self._notes, self._words = Kept(stage.theme, gap=12), WordsHere(stage)
        about = side_by_side(stage.theme, self._jobs, self._contacts)
        self._below = column(stage.theme, about, self._pay, self._words, gap=12)
        self._save_slot = Slot()
        self.save_panel: SavePanel | None = None
        self._to_answers, self._save_button = self._ways()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(page_across(stage.theme, stage.width, self._save_slot, *self._arranged()))
        self._tell()
        self.cards[self._to_open()].setChecked(True)
        self._saver = ReportSaver.of(stage.background)
        self._saver.changed.connect(self._saving_changed)
        self._take_up_saving()

    @property
    def name(self) -> str:
        return " ".join(one.sentence.text for one in self.summary.series)

    @property
    def where(self) -> str:
        words = self.stage.words
        section, stand = words.say("sections.results"), words.say("results.stand")
        return words.say("window.where", section=section, question=stand)

    def first(self) -> QWidget:
        """The result itself, seen and heard before any of the cards; or what is asked before saving."""
        if self.save_panel is not None:
            return self.save_panel.first()
        heading = self._head.findChild(Heading)
        assert isinstance(heading, Heading)  # noqa: S101 - there is one as long as there is a series
        return self.reads_first(heading)

    def buttons(self) -> Sequence[Button]:
        theme, words = self.stage.theme, self.stage.words
        plan = Button(theme, words.say("plan_page.see"), after="right")
        plan.clicked.connect(lambda _on=False: self.stage.navigator.go_to(PLAN))
        prints = Button(theme, words.say("print.button"), icon="print")
        prints.clicked.connect(lambda _on=False: self.print_report())
        if self._has_answers:
            return (self._to_answers, plan, prints, self._save_button)
        return (plan, prints, self._save_button, self._to_answers)

    @property
    def _has_answers(self) -> bool:
        """Without any, the questions are the way on."""
        return self.stage.navigator.session.touched

    def _ways(self) -> tuple[Button, Button]:
        """To the questions and to a file; the heavy one is the way on from here."""
        theme, say, left = self.stage.theme, self.stage.words.say, self.stage.navigator.session.left_at
        if self._has_answers:
            answers = Button(
                theme, say(f"results.{'to_question' if left else 'change_answers'}"), icon="left"
            )
            answers.clicked.connect(lambda _on=False: self.back())
        else:
            answers = self.on_button(say(f"results.{'to_question' if left else 'start'}"))
        save = Button(theme, say("save.report"), "primary" if self._has_answers else "secondary", icon="save")
        save.clicked.connect(lambda _on=False: self.save())
        return answers, save

    def back(self) -> None:
        """To the question that was left for a look here; else to the answers, to change them."""
        if self.stage.navigator.session.left_at:
            self.stage.navigator.go_back()
        else:
            self.stage.navigator.check()

    def on(self) -> None:
        navigator = self.stage.navigator
        if self._has_answers or self.save_panel is not None:
            self.save()
        elif navigator.session.left_at:
            navigator.go_back()
        else:
            navigator.go_to(next(iter(navigator.view.open_questions), CHECK))

    # ------------------------------------------------------------ the page

    def _look(self) -> None:
        view = self.stage.navigator.view
        interview, words = view.interview, self.stage.words
        facts, helps = interview.book.facts, self.stage.helps
        self.material = Material.of(view.judgement, view.sheet, interview.packs, facts, words, helps=helps)
        self.summary = summarize(self.material)

    def follow(self) -> None:
        """An answer was changed while the results are shown: the open position stays open."""
        before = self.name
        self._look()
        with still(self):
            self._tell()
            self._tell_cards()
            if self.save_panel is None:
                self._show_on_top(None)
                self._take_up_saving()
        give_places(self)
        if self.name != before:
            announce(self, self.name)

    def _tell_cards(self) -> None:
        for series in self.summary.series:
            for one in series.positions:
                status, kinds = one.status, kinds_of(one)
                self.cards[one.id].follow(status.kind, status.word, kinds, count_of(self.stage.words, kinds))
                if self.cards[one.id].isChecked():
                    self._open(one.id)

    def _tell(self) -> None:
        """Everything but the cards and what hangs from them."""
        stage, summary = self.stage, self.summary
        self._head.follow(head(stage.theme, summary))
        self._first.follow(first_panel(stage, summary.first))
        self._cautions.follow(cautions(stage, summary, above=14 if stage.width == "wide" else 12))
        self._notes.follow(margin_notes(stage, self.material, summary))
        self._jobs.follow([jobs(stage, summary)])
        self._contacts.follow([contacts(stage, summary)])
        self._pay.follow([pay(stage, self.material)])

    def _arranged(self) -> list[Item]:
        theme, series = self.stage.theme, self.summary.series
        if self.stage.width != "wide":
            items: list[Item] = [self._head, 18, self._first, self._cautions]
            for one in series:
                items += [22, self._shelf([one])]
            return [*items, 20, self._notes, 12, self._below]
        for beside in (self._first, self._notes):
            beside.setFixedWidth(theme.em(MARGIN_EM))
        sentence = column(theme, self._head, self._cautions, STRETCH)
        items = [row(theme, wide(sentence), BETWEEN, top(self._first))]
        for at in range(0, len(series), 2):
            items += [20, self._shelf(series[at : at + 2])]
        return [*items, 20, self._below]

    def _shelf(self, several: Sequence[SeriesSummary]) -> Shelf:
        groups = [
            position_group(
                self.stage.theme, series.name, [self._card(series, one) for one in series.positions]
            )
            for series in several
        ]
        shelf = Shelf(self.stage.theme, groups, has_margin=self.stage.width == "wide")
        self._shelves.append(shelf)
        for series in several:
            for one in series.positions:
                self._places[one.id] = (shelf, series is not several[0])
        return shelf

    def _card(self, series: SeriesSummary, position: PositionSummary) -> PositionCard:
        card = position_card(self.stage, series.state, position)
        self._exclusive.addButton(card)
        card.pressed.connect(lambda: self._keep_where(card))
        card.toggled.connect(lambda on: self._open(position.id) if on else None)
        card.clicked.connect(lambda _on=False: self._chosen(position.id))
        self.cards[position.id] = card
        return card

    def _open(self, position: str) -> None:
        """Put what is known of a position under its card."""
        shelf, last = self._places[position]
        for other in self._shelves:
            if other is not shelf:
                other.clear()
        panel = self._panel(position)
        shelf.hold(panel, self._notes if self.stage.width == "wide" else None, last=last)
        told = (self._head, self._first, self._cautions, self._notes, self._jobs, self._contacts, self._pay)
        self._words.look(*told, panel)
        in_tab_order([last_stop(self._notes), *stops_of(self._below)])

    def _panel(self, position: str) -> PositionPanel:
        """Made when it is first opened; it follows when it is opened again."""
        series, summary = next(
            (series, one) for series in self.summary.series for one in series.positions if one.id == position
        )
        if position not in self._panels:
            title = self.stage.words.say("results.panel", series=series.name, short=summary.short)
            self._panels[position] = PositionPanel(self.stage, title)
        self._panels[position].follow(self.material, summary)
        return self._panels[position]

    def _keep_where(self, card: PositionCard) -> None:
        """What was open above goes, and all below moves up: what is opened would be out of sight."""
        self._stood_at = _down_the_window(card)

    def _chosen(self, position: str) -> None:
        give_places(self)
        card = self.cards[position]
        around = scroll_around(card)
        if around is not None:
            bar = around.verticalScrollBar()
            bar.setValue(bar.value() + _down_the_window(card) - self._stood_at)
        self.stage.navigator.drafts[OPENED] = position

    def _to_open(self) -> str:
        """What was opened before, what is to be answered first, or where there is most to say in the first series."""
        before = self.stage.navigator.drafts.get(OPENED)
        if isinstance(before, str) and before in self.cards:
            return before
        if self.summary.first.positions:
            return self.summary.first.positions[0]
        first = self.summary.first.series
        positions = self.material.judgement.positions
        of_first = [one for one in positions if one.series == first] or list(positions)
        matched = self.material.judgement.matched.values()
        return min(of_first, key=lambda one: (MOST_TO_SAY.index(one.outcome), one.id not in matched)).id

    # ------------------------------------------------------------ saving

    def can_save(self) -> bool:
        return True

    def can_print(self) -> bool:
        return True

    def print_report(self) -> None:
        """As it comes out of the printer, with the same question as before saving."""
        self.stage.navigator.step_aside("print")

    def save(self) -> None:
        """Ask what it is to be, then where it goes."""
        saving = self._saver.saving
        if saving is not None and saving.busy:
            return
        if self.save_panel is not None:
            self.save_panel.where.click()
        else:
            go_to(self._ask_first(Wish()).first())

    def _ask_first(self, wish: Wish) -> SavePanel:
        panel = SavePanel(self.stage, wish)
        panel.where_pressed.connect(self._choose_where)
        panel.left.connect(self._not_now)
        panel.choices.changed.connect(self._remember_panel)
        self.save_panel = panel
        self._remember_panel()
        self._show_on_top(panel)
        self._show_save_button(False)
        return panel

    def _remember_panel(self) -> None:
        if self.save_panel is not None:
            self.stage.navigator.drafts[SAVING] = self.save_panel.wish()

    def _not_now(self) -> None:
        self._leave_panel()
        go_to(self._save_button)

    def _leave_panel(self) -> None:
        self.stage.navigator.drafts.pop(SAVING, None)
        if self.save_panel is not None:
            self.save_panel.password.wipe()
        self.save_panel = None
        self._show_on_top(None)
        self._show_save_button(True)

    def _choose_where(self) -> None:
        words = self.stage.words
        panel = self.save_panel
        wish, password = (panel.wish(), panel.secret()) if panel else (Wish(), "")
        form = f"web.forms.{wish.form}"
        path = self.stage.dialogs.ask_save_path(
            suggested_path(words.say(f"{form}.file")),
            words.say("save.dialog"),
            words.say(f"{form}.file_type"),
        )
        if path is None:
            return
        self._leave_panel()
        self._save_button.setFocus()
        view, helps = self.stage.navigator.view, self.stage.helps
        trial = trial_of(self.stage)
        self._saver.save(view, words, path, wish=wish, helps=helps, trial=trial, password=password)

    def _take_up_saving(self) -> None:
        """On a page made anew: the question that was open, or what has become of the report meanwhile."""
        wish = self.stage.navigator.drafts.get(SAVING)
        if isinstance(wish, Wish):
            self._ask_first(wish)
            return
        saving = self._saver.saving
        if saving is not None and saving.answers is not self.stage.navigator.session.answers:
            self._saver.forget()
        self._show_saving()

    def _saving_changed(self) -> None:
        self._show_saving()
        if self._saver.saving is not None:
            announce(self, saving_words(self.stage.words, self._saver.saving))

    def _show_saving(self) -> None:
        saving, theme, words = self._saver.saving, self.stage.theme, self.stage.words
        if saving is None:
            return
        again = None
        if saving.phase == "failed":
            again = Button(theme, words.say("save.again"), small=True)
            again.clicked.connect(lambda _on=False: self.save())
        self._show_on_top(saving_notice(theme, words, saving, again))

    def _show_on_top(self, content: QWidget | None) -> None:
        self._save_slot.put(None if content is None else column(self.stage.theme, content, 24))
        if content is not None:
            to_the_top(self)

    def _show_save_button(self, shown: bool) -> None:
        self._save_button.setVisible(shown)
        if not self._has_answers:
            self._to_answers.kind = "primary" if shown else "secondary"
            self._to_answers.update()


def _down_the_window(card: PositionCard) -> int:
    return card.mapTo(card.window(), QPoint(0, 0)).y()
