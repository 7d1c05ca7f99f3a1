"""Locking a report with a password: folded in until somebody wants it, typed twice, with a plain warning."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.ui.pages.page import Stage
from desktop_app.ui.pages.passphrase_form import PassphraseRow
from desktop_app.ui.widgets.arrange import column
from desktop_app.ui.widgets.error_summary import go_to
from desktop_app.ui.widgets.fold import FoldNote
from desktop_app.ui.widgets.text import Text

OPENED = "report.password"
"""While the page is made anew: that the fields are folded out."""


class PasswordPart(QWidget):
    """Empty: no password."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        theme, say = stage.theme, stage.words.say
        self._differs = say("report_kinds.password.differs")
        self.once = PassphraseRow(stage, "report.once", say("report_kinds.password.field"))
        self.twice = PassphraseRow(stage, "report.twice", say("report_kinds.password.again"), self.once)
        self.fold = FoldNote(
            theme,
            say("report_kinds.password.title"),
            Text(theme, say("report_kinds.password.about"), "small"),
            8,
            Text(theme, say("report_kinds.password.warning"), "small_strong"),
            12,
            self.once,
            12,
            self.twice,
            opened=OPENED in stage.navigator.drafts,
        )
        self._drafts = stage.navigator.drafts
        self.fold.toggled.connect(self._remember)
        column(theme, self.fold, into=self)

    def text(self) -> str:
        return self.once.text()

    def is_fine(self) -> bool:
        """Whether both are the same; if not, it is said at the second one."""
        same = self.once.text() == self.twice.text()
        self.twice.row.show_error(None if same else self._differs)
        if not same:
            go_to(self.twice.field)
        return same

    def wipe(self) -> None:
        self.once.wipe()
        self.twice.wipe()
        self._drafts.pop(OPENED, None)

    def _remember(self, opened: bool) -> None:
        if opened:
            self._drafts[OPENED] = True
        else:
            self._drafts.pop(OPENED, None)
