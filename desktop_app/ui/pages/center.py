"""A center's own page: filled in once by its staff, kept on this computer when they save it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.center import LARGEST, Center, CenterError, read_center, written
from desktop_app.files import beginning, whole_file
from desktop_app.i18n import Message
from desktop_app.ui.accessibility import announce
from desktop_app.ui.icons import IconName
from desktop_app.ui.pages.beside import PageBeside
from desktop_app.ui.pages.center_draft import DRAFT, CenterDraft
from desktop_app.ui.pages.center_form import CenterForm
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.save_report import suggested_path
from desktop_app.ui.theme import ColorRole
from desktop_app.ui.widgets.arrange import STRETCH, column, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.error_summary import ErrorSummary, Problem, go_to
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.page_body import page_body
from desktop_app.ui.widgets.panel import note, notice
from desktop_app.ui.widgets.scroll import to_the_top
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Heading, Text


class CenterPage(PageBeside):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        theme, say = stage.theme, stage.words.say
        self._own = stage.own_center
        self._told, self._form_place = Slot(), Slot()
        self._state = Text(theme, "", "small", "soft")
        self.remove = Button(theme, say("center.remove"), "quiet", icon="bin", small=True, flush=True)
        self.remove.clicked.connect(lambda _on=False: self._ask_to_remove())
        self._removal = column(theme, 16, left(self.remove))
        self.form: CenterForm
        main = column(
            theme,
            Heading(theme, self.name),
            8,
            Text(theme, say("center.lead"), "lead", "soft"),
            6,
            self._state,
            self._told,
            18,
            self._form_place,
            self._removal,
            STRETCH,
        )
        self._show(self._draft_now())
        if not self._own.usable:
            self._tell(Message("center.problems.kept_unusable"), "alert", "ask")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(page_body(theme, stage.width, main, self._margin()))

    @property
    def name(self) -> str:
        return self.stage.words.say("center.title")

    def first(self) -> QWidget:
        return next(iter(self.form.rows.values())).field

    def buttons(self) -> Sequence[Button]:
        save = Button(self.stage.theme, self.stage.words.say("center.save"), "primary", icon="save")
        save.clicked.connect(lambda _on=False: self.on())
        return (*super().buttons(), save)

    def on(self) -> None:
        """Keep it, or show what is to be put right."""
        center = self._whole()
        if center is None:
            return
        try:
            self._own.keep(center)
        except OSError:
            self._tell(Message("center.problems.not_kept"), "alert", "ask")
            return
        self.stage.navigator.drafts.pop(DRAFT, None)
        self._tell(Message("center.saved" if center else "center.emptied"), "tick", "met")

    def can_save(self) -> bool:
        return False

    # ------------------------------------------------------------ what is entered

    def _draft_now(self) -> CenterDraft:
        kept = self.stage.navigator.drafts.get(DRAFT)
        return kept if isinstance(kept, CenterDraft) else CenterDraft.of(self._own.now)

    def _show(self, draft: CenterDraft) -> None:
        self.form = CenterForm(self.stage, draft)
        self.form.changed.connect(self._edited)
        self._form_place.put(self.form)
        self._show_state()
        told = [fault for fault in draft.faults() if fault.place in draft.told]
        if told:
            self._list(self.form.show_faults(told))

    def _edited(self) -> None:
        draft = self.form.draft()
        self.stage.navigator.drafts[DRAFT] = draft
        self.form.show_faults_of_touched(draft.faults())
        self._told.put(None)
        self._show_state()

    def _show_state(self) -> None:
        """Whether what is on the page is what is kept."""
        changed = DRAFT in self.stage.navigator.drafts
        state = "changed" if changed else "kept" if self._own.now else "not_kept"
        self._state.say(self.stage.words.say(f"center.{state}"))
        self._removal.setVisible(self._own.now is not None or not self._own.usable)

    def _whole(self) -> Center | None:
        """The page as it is entered; None when something is to be put right first, and that is shown."""
        draft = self.form.draft()
        problems = self.form.show_faults(draft.faults())
        if not problems:
            return draft.center()
        self.stage.navigator.drafts[DRAFT] = self.form.draft()  # with what was told, for the page made anew
        self._list(problems).take_focus()
        return None

    def _list(self, problems: Sequence[Problem]) -> ErrorSummary:
        """On top of the page."""
        title = self.stage.words.say("center.wrong", count=len(problems))
        summary = ErrorSummary(self.stage.theme, title, problems)
        self._told.put(column(self.stage.theme, 16, summary))
        return summary

    def _tell(self, message: Message, icon: IconName, ink: ColorRole) -> None:
        """On top of the page, brought into sight, and read out; the keys stay where they are."""
        said = self.stage.words.say(message)
        self._told.put(column(self.stage.theme, 16, notice(self.stage.theme, icon, said, None, ink=ink)))
        self._show_state()
        if self.isVisible():
            announce(self, said)
            QTimer.singleShot(0, self, lambda: to_the_top(self))  # once it has its height

    def _ask_to_remove(self) -> None:
        say = self.stage.words.say
        asked = [say(f"center.ask_remove.{part}") for part in ("title", "text", "yes", "no")]
        if not self.stage.dialogs.confirm(*asked):
            return
        try:
            self._own.remove()
        except OSError:
            self._tell(Message("center.problems.not_kept"), "alert", "ask")
            return
        self.stage.navigator.drafts.pop(DRAFT, None)
        self._show(CenterDraft())
        self._tell(Message("center.removed"), "tick", "met")
        go_to(self.first())

    # ------------------------------------------------------------ for other computers

    def _margin(self) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        write = Button(theme, say("center.notes.write"), icon="save", small=True)
        write.clicked.connect(lambda _on=False: self._write())
        read = Button(theme, say("center.notes.read"), icon="doc", small=True)
        read.clicked.connect(lambda _on=False: self._read())
        return column(
            theme,
            *(
                note(theme, say(f"center.notes.{one}"), Text(theme, say(f"center.notes.{one}_text"), "small"))
                for one in ("where", "leave_out")
            ),
            note(
                theme,
                say("center.notes.many"),
                Text(theme, say("center.notes.many_text"), "small"),
                11,
                in_lines(write, read, gap=theme.space(8), line_gap=theme.space(8)),
            ),
            gap=12,
        )

    def _write(self) -> None:
        center, say = self._whole(), self.stage.words.say
        if center is None:
            return
        suggested = suggested_path(say("center.file"))
        title, kind = say("center.notes.write").rstrip("…"), say("center.file_type")
        path = self.stage.dialogs.ask_save_path(suggested, title, kind)
        if path is None:
            return
        try:
            with whole_file(path, replace=True) as stream:  # the dialog has asked about that
                stream.write(written(center))
        except (OSError, ValueError):
            self._tell(Message("center.problems.cannot_write"), "alert", "ask")
        else:
            self._tell(Message("center.was_written", {"file": path.name}), "tick", "met")

    def _read(self) -> None:
        say = self.stage.words.say
        path = self.stage.dialogs.ask_open_path(say("center.notes.read").rstrip("…"), say("center.file_type"))
        if path is None:
            return
        try:
            center = read_center(beginning(path, LARGEST))
        except CenterError as error:
            self._tell(error.message, "alert", "ask")
        except (OSError, ValueError):
            self._tell(Message("center.problems.cannot_read"), "alert", "ask")
        else:
            draft = CenterDraft.of(center)
            self.stage.navigator.drafts[DRAFT] = draft
            self._show(draft)
            self._tell(Message("center.was_read"), "info", "accent")
