"""Every client of the center: found as one types, sorted, and the chosen one beside the list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop_app.caseload.overview import DUE, DUE_DAYS, QUIET, READY, SHOWN_TIERS, Row, arrange, places_of
from desktop_app.ui.accessibility import announce
from desktop_app.ui.pages.client_panel import ClientPanel
from desktop_app.ui.pages.clients_lines import ClientWords
from desktop_app.ui.pages.clients_panel import panel_of
from desktop_app.ui.pages.desk_pages import DeskPage, nobody_yet
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import STRETCH, column, left, row, surface, wide
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.chip import Chip
from desktop_app.ui.widgets.field import LineField
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.line_table import Line, LineTable
from desktop_app.ui.widgets.page_body import ABOVE, MAIN_EM, MOST_EM, SIDES
from desktop_app.ui.widgets.panel import Panel, Rule, notice
from desktop_app.ui.widgets.scroll import BAR_WIDTH, Scroll
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.sort_head import SortHead
from desktop_app.ui.widgets.text import Heading, Text

PANEL_EM, BESIDE_RAIL = 25, 28
MOST = 1000
"""The list's share of the height, until all of it is in sight; what is left then stays empty."""
SOON = 60
"""Milliseconds until the chosen client's panel follows: not every row that one passes has its panel made."""
TELL_AFTER = 600
"""Milliseconds after the last letter until a screen reader is told how many were found."""


class ClientsPage(DeskPage):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.scrolls_itself = stage.width == "wide"
        self._telling = ClientWords(stage.words, stage.theme, self.desk.book().series(), self.desk.today())
        self._rows: Mapping[str, Row] = {}
        self._shown_row: Row | None = None
        self._make()
        self._panel = Slot()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SOON)
        self._later.timeout.connect(self._show_panel)
        self._count_later = QTimer(self)
        self._count_later.setSingleShot(True)
        self._count_later.setInterval(TELL_AFTER)
        self._count_later.timeout.connect(lambda: announce(self.search, self.count.text()))
        self._lay_out()
        self._show_found()
        self._show_panel()
        self.search.selectAll()  # whoever comes back to what was sought types the next name over it
        self.table.choose(self.desk.chosen, into_sight=True)

    @property
    def name(self) -> str:
        return self.stage.words.say("desk.clients.title")

    def first(self) -> QWidget:
        if self.desk.rows:
            return self.search
        begin = self._instead.findChild(Button)
        return begin if begin is not None and begin.isEnabled() else super().first()

    def on(self) -> None:
        """Enter in the search opens the one that is left, or goes to the list."""
        keys = self._keys
        if len(keys) == 1:
            self.desk.show(keys[0])
        elif keys:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def escape(self) -> None:
        """Out of what was sought."""
        if self.desk.listing.find:
            self.search.setText("")
            self._sought("")
            self.search.setFocus()

    def follow(self) -> None:
        self._show_found()
        if self.desk.row(self.desk.chosen) is not self._shown_row:
            self._show_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the search into the list."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self._keys:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ made

    def _make(self) -> None:
        theme, say, listing = self.stage.theme, self.stage.words.say, self.desk.listing
        self.new = Button(theme, say("desk.clients.new"), "primary", icon="plus")
        self.new.clicked.connect(lambda _on=False: self.stage.navigator.step_aside("new_client"))
        self.new.setEnabled(not self.desk.read_only)
        self._heads = [self.new] if self.new.isEnabled() and self.desk.rows else []
        find = say("desk.clients.find")
        self.search = LineField(theme, find, listing.find, icon="search", hint=find)
        self.search.entered.connect(self._sought)
        self.chips = {
            **{one: Chip(theme, self._telling.state(one)) for one in self.desk.book().series()},
            READY: Chip(theme, say("desk.clients.ready")),
            **self._tier_chips(),
            DUE: Chip(theme, say("desk.clients.due", days=DUE_DAYS)),
            QUIET: Chip(theme, say("desk.clients.quiet")),
        }
        for key, chip in self.chips.items():
            chip.setChecked(key in listing.show)
            chip.toggled.connect(lambda on, key=key: self._show_only(key, on=on))
        self.head = SortHead(theme, say("desk.clients.list"), self._telling.titles(listing))
        self.head.sorted_by.connect(self._sort)
        self.table = LineTable(theme, say("desk.clients.list"), self._telling.columns())
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self.desk.show)
        self.table.typed.connect(self._typed)
        self.table.stacks.connect(self._fit)
        self.count = Text(theme, "", "small", "soft")
        self._to_open = Text(theme, say("desk.clients.to_open"), "small", "soft")
        self._instead = Slot()

    def _tier_chips(self) -> Mapping[str, Chip]:
        """Those whose highest tier it is, in the states that are shown."""
        tiers = {place.tier for place in places_of(self.desk.book()).values()}
        say = self.stage.words.say
        return {
            key: Chip(self.stage.theme, say("desk.clients.ready_for", tier=tier))
            for key, tier in SHOWN_TIERS.items()
            if tier in tiers
        }

    def _lay_out(self) -> None:
        theme, stage = self.stage.theme, self.stage
        side, above = BESIDE_RAIL if stage.width == "wide" else SIDES[stage.width], ABOVE[stage.width]
        right = theme.space(16 if stage.width == "wide" else side) - (0 if self.scrolls_itself else BAR_WIDTH)
        head = in_lines(
            Heading(theme, self.name, wrap=False),
            *self._heads,
            gap=theme.space(12),
            line_gap=theme.space(8),
            last_right=True,
            beside=True,
        )
        chips = in_lines(*self.chips.values(), gap=theme.space(8), line_gap=theme.space(8))
        self.card = Panel(theme)
        line = round(theme.line())
        column(theme, self.head, Rule(theme), self.table, margins=(line, 3, line, 7), into=self.card)
        self._finding = column(theme, 12, self._labelled(), 10, chips)
        main = column(
            theme,
            head,
            self._finding, 12,
            self._instead,
            wide(self.card, MOST), 8,
            self.count,
            self._to_open,
            STRETCH,
            margins=(side, above, 0, 16),
        )  # fmt: skip
        edges = main.contentsMargins()
        edges.setRight(right)
        main.setContentsMargins(edges)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        main.setMaximumWidth(theme.em(MOST_EM))
        across.addWidget(main, MOST)
        if stage.width == "wide":
            self._side = self._beside()
            across.addWidget(self._side, 1)

    def _labelled(self) -> QWidget:
        """What is sought stands in the field itself; its label is for those who hear it."""
        label = QLabel(self.stage.words.say("desk.clients.find"))
        label.setBuddy(self.search)
        label.hide()
        return column(self.stage.theme, label, self.search)

    def _beside(self) -> QWidget:
        theme = self.stage.theme
        panel = row(theme, wide(self._panel, MOST), STRETCH)
        self._panel.setMaximumWidth(theme.em(PANEL_EM))
        inner = column(theme, panel, STRETCH, margins=(24, 12, 24 - BAR_WIDTH, 20))
        scroll = Scroll(theme, surface(theme, inner, "note"), "note")
        scroll.setMinimumWidth(theme.em(PANEL_EM))
        scroll.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        return row(theme, Rule(theme, standing=True), scroll)

    # ------------------------------------------------------------ what is shown

    @property
    def _keys(self) -> list[str]:
        return list(self._rows)

    def _show_found(self) -> None:
        listing = self.desk.listing
        found = arrange(self.desk.rows, listing.find, listing.show, listing.sort, listing.down)
        self._rows = {one.client.id: one for one in found}
        self.table.show_lines(self._keys, self._line, self.desk.chosen)
        self.count.say(self._telling.count(len(found), len(self.desk.rows), listing))
        for one in (self._finding, self.count):
            one.setVisible(bool(self.desk.rows))  # where there is nobody, there is nobody to be found
        self.card.setVisible(bool(found))
        beside = self.stage.width == "wide"  # there the panel tells it
        self._to_open.setVisible(bool(found) and not beside)
        self._fit()
        self._instead.put(None if found else self._nobody())

    def _fit(self) -> None:
        """The list is as high as its rows, or as there is room for."""
        self.head.stand_over(self.table.column_widths())
        least = self.card.heightForWidth(self.card.width())  # its titles may stand in two lines
        around = least - self.table.sizeHint().height()
        self.card.setMaximumHeight(around + self.table.all_rows())

    def _line(self, key: str) -> Line:
        return self._telling.line(self._rows[key])

    def _nobody(self) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        if not self.desk.rows:
            begin = nobody_yet(self.stage, self.desk)
            begin.setMaximumWidth(theme.em(MAIN_EM))
            return row(theme, wide(begin, MOST), STRETCH)
        every = Button(theme, say("desk.clients.show_all"), small=True)
        every.clicked.connect(lambda _on=False: self._show_all())
        title, text = say("desk.clients.none_found.title"), say("desk.clients.none_found.text")
        return notice(theme, "search", title, text, 8, left(every))

    def _show_panel(self) -> None:
        if self.stage.width != "wide":
            return
        self._side.setVisible(bool(self.desk.rows))
        self._shown_row = self.desk.row(self.desk.chosen)
        shown = self._panel.content
        if isinstance(shown, ClientPanel) and self._shown_row is not None:
            shown.follow(self._shown_row)  # where it has the keys, it keeps them
        else:
            self._panel.put(panel_of(self.stage, self._shown_row) if self._rows else None)

    # ------------------------------------------------------------ what is done

    def _sought(self, text: str) -> None:
        self.desk.arrange(find=text)
        self._show_found()
        self._count_later.start()

    def _typed(self, text: str) -> None:
        """In the list: it goes on in the search."""
        self.search.setFocus()
        self.search.insert(text)

    def _show_only(self, key: str, *, on: bool) -> None:
        show = self.desk.listing.show
        self.desk.arrange(show=show | {key} if on else show - {key})
        self._show_found()
        announce(self.table, self.count.text())

    def _show_all(self) -> None:
        self.search.setText("")
        self.desk.arrange(find="", show=frozenset())
        for chip in self.chips.values():
            quiet = chip.blockSignals(True)
            chip.setChecked(False)
            chip.blockSignals(quiet)
        self._show_found()
        self.search.setFocus()

    def _sort(self, key: str) -> None:
        """By another column; by the same one the other way."""
        listing = self.desk.listing
        self.desk.arrange(sort=key, down=not listing.down if listing.sort == key else False)
        self.head.follow(self._telling.titles(self.desk.listing))
        self._show_found()
        announce(self.head, self.count.text())

    def _choose(self, key: str) -> None:
        self.desk.chosen = key
        if self.stage.width == "wide":
            self._later.start()
