"""Work and volunteering: roles are added one at a time, and what they add up to stands beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.answers.sheet import NOT_SAID
from desktop_app.ui.accessibility import announce
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.pages.question import QuestionPage
from desktop_app.ui.pages.role_card import RoleCard
from desktop_app.ui.pages.role_draft import RoleDraft
from desktop_app.ui.pages.role_form import RoleForm
from desktop_app.ui.pages.role_tally import tally_note
from desktop_app.ui.pages.role_words import RoleWords
from desktop_app.ui.widgets.arrange import STRETCH, Item, column, left, middle, row, wide
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.choice_list import Card, ChoiceList, Option
from desktop_app.ui.widgets.error_summary import ErrorSummary, Problem, go_to
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Text

NONE_SO_FAR = "none_so_far"
DRAFT, REMOVED = "roles", "roles.removed"
"""What outlives the page being made anew: the role being filled in, and the one that can be brought back."""

Entry = Mapping[str, Any]


class RolesPage(QuestionPage):
    """A role is kept as soon as it is whole, and again with every change to it; half of one is a draft."""

    def __init__(self, stage: Stage) -> None:
        self._tally = Slot()
        super().__init__(stage)
        self.why.fold_out(False)  # what it adds up to is to be in sight
        self._show_list()
        if self.draft is not None and self.draft.tried:
            self._show_faults()

    # ------------------------------------------------------------ what is kept

    @property
    def roles(self) -> list[Entry]:
        return list(self.answer) if isinstance(self.answer, list) else []

    @property
    def draft(self) -> RoleDraft | None:
        draft = self.stage.navigator.drafts.get(DRAFT)
        return draft if isinstance(draft, RoleDraft) else None

    def _put_draft(self, draft: RoleDraft | None) -> None:
        if draft is None:
            self.stage.navigator.drafts.pop(DRAFT, None)
        else:
            self.stage.navigator.drafts[DRAFT] = draft

    # ------------------------------------------------------------ the page

    def buttons(self) -> Sequence[Button]:
        self._skip = self.skip_button(self.skip)
        if not self._nothing_entered():  # not yet in the bar, it must not be shown: it would be a window
            self._skip.hide()
        return (self.back_button(), self.on_button(), self._skip, self.look_button())

    def first(self) -> QWidget:
        if self.form is not None:
            return self.form.work
        chosen = next((row for row in self.choices.rows if row.isChecked()), None) if self.choices else None
        return chosen or self.add

    def on(self) -> None:
        """On, once the role that is open is whole; an empty one is no role."""
        if self._close_form():
            self.stage.navigator.go_on()

    def skip(self) -> None:
        self._put_draft(None)
        super().skip()

    def _body(self) -> list[Item]:
        self.form: RoleForm | None = None
        self.choices: ChoiceList | None = None
        self.cards: list[RoleCard] = []
        self._list = Slot()
        return [self._list, STRETCH]

    def _notes(self) -> list[Item]:
        return [self._tally]

    def _nothing_entered(self) -> bool:
        return not self.roles and (self.draft is None or self.draft.blank)

    def _changed(self) -> None:
        """Something was entered or taken away: what depends on it follows."""
        self._show_tally()
        if hasattr(self, "_skip"):
            was_hidden = self._skip.isHidden()
            self._skip.setVisible(self._nothing_entered())
            if self._skip.isHidden() != was_hidden:
                self.buttons_changed.emit()

    def _show_tally(self) -> None:
        draft = self.draft
        pending = (
            draft is not None and not draft.blank and bool(draft.faults(self.stage.navigator.session.as_of))
        )
        self._tally.put(tally_note(self.stage, several=len(self.roles) > 1, pending=pending))

    # ------------------------------------------------------------ the list

    def _show_list(self) -> None:
        theme, words, draft = self.stage.theme, self.stage.words, self.draft
        self.form, self.choices, self.cards = None, None, []
        items: list[Item] = [self._undo_note()]
        for at, entry in enumerate(self.roles):
            changing = draft is not None and draft.at == at
            items.append(self._make_form(draft) if draft and changing else self._make_card(at, entry))
        if draft is not None and draft.at is None:
            items.append(self._make_form(draft))
        self.add = Button(
            theme, words.say("roles.add_another" if self.roles or draft else "roles.add"), icon="plus"
        )
        self.add.clicked.connect(lambda _on=False: self._add())
        items += [18 if self.roles or draft else None, left(self.add)]
        if not self.roles and draft is None:
            self.choices = self._make_choices()
            items += [24, Text(theme, words.say("roles.or"), "strong"), self.choices]
        self._list.put(column(theme, *items, gap=12))
        self._changed()

    def _make_card(self, at: int, entry: Entry) -> RoleCard:
        stage = self.stage
        told = self._told(entry)
        called = told.title()
        if [self._told(one).title() for one in self.roles].count(called) > 1:
            called = stage.words.say("roles.of_same_title", role=called, dates=told.dates())
        card = RoleCard(stage.theme, stage.words, told, stage.width, called)
        card.change_pressed.connect(lambda: self._change(at))
        card.remove_pressed.connect(lambda: self._remove(at))
        self.cards.append(card)
        return card

    def _make_form(self, draft: RoleDraft) -> RoleForm:
        self.form = RoleForm(self.stage.theme, self.stage.words, draft)
        self.form.changed.connect(self._edited)
        self.form.done_pressed.connect(self._done)
        self.form.remove_pressed.connect(self._remove_open)
        self._show_months()
        return self.form

    def _make_choices(self) -> ChoiceList:
        words = self.stage.words
        chosen = self.answer if isinstance(self.answer, str) else NONE_SO_FAR if self.answer == [] else None
        choices = ChoiceList(
            self.stage.theme,
            words.say("roles.or"),
            [Card([Option(NONE_SO_FAR, words.say("questions.roles.none"))])],
            self._apart(),
            chosen=[chosen] if chosen else [],
        )
        choices.changed.connect(self._chosen)
        return choices

    def _undo_note(self) -> Panel | None:
        """What was removed, and the way back."""
        removed = self.stage.navigator.drafts.get(REMOVED)
        if not isinstance(removed, tuple):
            return None
        theme, words, title = self.stage.theme, self.stage.words, self._told(removed[1]).title()
        panel = Panel(theme, "note", None)
        self.undo = Button(theme, words.say("roles.undo"), "quiet", small=True)
        self.undo.setAccessibleName(words.say("roles.undo_it", role=title))
        self.undo.clicked.connect(lambda _on=False: self._undo())
        said = Text(theme, words.say("roles.removed", role=title), "small")
        row(theme, wide(said), middle(self.undo), gap=12, margins=(18, 8, 14, 8), into=panel)
        return panel

    def _told(self, entry: Entry) -> RoleWords:
        return RoleWords(self.stage.words, entry, self.stage.navigator.session.as_of)

    # ------------------------------------------------------------ what is pressed

    def _chosen(self, chosen: tuple[str, ...]) -> None:
        self.keep([] if chosen[0] not in NOT_SAID else chosen[0])
        self._changed()

    def _add(self) -> None:
        if self._close_form():
            self._open(RoleDraft())

    def _change(self, at: int) -> None:
        if self._close_form():
            self._open(RoleDraft.of(at, self.roles[at]))

    def _open(self, draft: RoleDraft) -> None:
        self.stage.navigator.drafts.pop(REMOVED, None)
        self._put_draft(draft)
        self._show_list()
        if self.form is not None:
            go_to(self.form.work)

    def _done(self) -> None:
        if self.form is None or self.draft is None:
            return
        title = self.form.accessibleName()
        nothing = self.draft.blank
        if self._close_form():
            self._show_list()
            go_to(self.add)
            if not nothing:
                announce(self, self.stage.words.say("roles.kept", role=title))

    def _remove_open(self) -> None:
        draft = self.draft
        if draft is not None and draft.at is not None:
            self._remove(draft.at)
            return
        self._put_draft(None)
        self.clear_problems()
        self._show_list()
        go_to(self.add)

    def _remove(self, at: int) -> None:
        """Take a role away at once: it can be brought back just as quickly."""
        draft = self.draft
        if draft is not None and draft.at is not None and draft.at >= at:
            self._put_draft(None if draft.at == at else replace(draft, at=draft.at - 1))
            if draft.at == at:
                self.clear_problems()
        roles = self.roles
        gone = roles.pop(at)
        self.stage.navigator.drafts[REMOVED] = (at, gone)
        self.keep(roles or None)  # none left is not the same as none so far
        self._show_list()
        go_to(self.undo)
        announce(self, self.stage.words.say("roles.removed", role=self._told(gone).title()))

    def _undo(self) -> None:
        removed = self.stage.navigator.drafts.pop(REMOVED, None)
        if not isinstance(removed, tuple):
            return
        at, entry = removed
        roles, draft = self.roles, self.draft
        at = min(at, len(roles))
        if draft is not None and draft.at is not None and draft.at >= at:
            self._put_draft(replace(draft, at=draft.at + 1))
        roles.insert(at, entry)
        self.keep(roles)
        self._show_list()
        go_to(self.add)
        announce(self, self.stage.words.say("roles.back_again", role=self._told(entry).title()))

    # ------------------------------------------------------------ the role that is open

    def _edited(self) -> None:
        """Keep what is whole; what is not yet stays a draft, and the last whole one stays kept."""
        before = self.draft
        if self.form is None or before is None:
            return
        draft = replace(self.form.draft(), at=before.at, tried=before.tried)
        faults = draft.faults(self.stage.navigator.session.as_of)
        if not faults:
            draft = self._keep_role(draft)
        self._put_draft(draft)
        self._show_months()
        self._changed()
        if draft.tried:
            self.form.show_faults(faults)
            if not faults:
                self.clear_problems()

    def _keep_role(self, draft: RoleDraft) -> RoleDraft:
        roles = self.roles
        if draft.at is None:
            draft = replace(draft, at=len(roles))
            roles.append(draft.entry())
        else:
            roles[draft.at] = draft.entry()
        self.keep(roles)
        return draft

    def _show_months(self) -> None:
        if self.form is None or self.draft is None:
            return
        whole = not self.form.draft().faults(self.stage.navigator.session.as_of)
        self.form.show_months(self._told(self.form.draft().entry()).months() if whole else "")

    def _close_form(self) -> bool:
        """True when nothing half-filled is in the way; otherwise says what is missing."""
        draft = self.draft
        if draft is None or self.form is None:
            return True
        if draft.blank and draft.at is None:
            self._put_draft(None)
            return True
        if not draft.faults(self.stage.navigator.session.as_of):
            self._put_draft(None)
            self.clear_problems()
            return True
        self._put_draft(replace(draft, tried=True))
        self._show_faults().take_focus()
        return False

    def _show_faults(self) -> ErrorSummary:
        """On top of the page and beside each field; both lead to it."""
        form, draft = self.form, self.draft
        if form is None or draft is None:
            raise RuntimeError("no role is open")
        faults = draft.faults(self.stage.navigator.session.as_of)
        words = self.stage.words
        form.show_faults(faults)
        problems = [
            Problem(
                words.say(
                    "roles.problem",
                    field=words.say(f"roles.fields.{fault.field}"),
                    problem=words.say(fault.message),
                ),
                form.wrong_part(fault.field),
            )
            for fault in faults
        ]
        return self.show_problems(problems)
