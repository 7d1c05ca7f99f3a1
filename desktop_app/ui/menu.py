"""The menu bar: everything the window can do, with its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenu, QMenuBar, QToolButton

from desktop_app.i18n import LANGUAGES, Words
from desktop_app.ui.appearance import SCALES
from desktop_app.ui.icons import icon_of
from desktop_app.ui.style import menu_palette
from desktop_app.ui.theme import Theme, ThemeName

if TYPE_CHECKING:  # imported with the first entry: the first page is painted with the titles alone
    from PySide6.QtGui import QAction, QActionGroup

    from desktop_app.ui.appearance import Appearance
    from desktop_app.ui.look_kept import LookKept
    from desktop_app.ui.navigator import Navigator
    from desktop_app.ui.safe import Safe

MENUS = ("file", "view", "go", "language", "center", "help")

MORE, MORE_SIDE = "qt_menubar_ext_button", 12
"""Qt's own name for what opens the titles that a narrow bar has no room for, and the side of its sign."""

MINUTES = (1, 2, 3, 5, 10, 15, 20, 30)
"""After which it locks."""

COLORS: dict[str, ThemeName | None] = {
    "like_system": None,
    "light": "light",
    "dark": "dark",
    "contrast": "contrast",
}

LOOKS = {"results": ("", "Ctrl+R"), "plan": ("plan",), "stories": ("stories",)}
"""What can be looked at from anywhere: the page, and its keys."""

CENTER = {"center.own": "center", "center.posting": "posting", "center.start": "start_caseload"}
CASELOAD = {
    f"center.{page}": page for page in ("today", "clients", "new", "numbers", "touched", "exchange", "log")
}
"""The pages of the center's menu: those that are always there, and those of a caseload that is open."""

HELP = {
    "help.how": "help",
    "help.words": "words",
    "help.keyboard": "keyboard",
    "help.talk": "support",
    "help.about": "about",
    "help.licenses": "licenses",
}
"""The pages of the help menu, below the help with a question."""


class Commands(Protocol):
    """What the menus ask of the window."""

    appearance: Appearance
    shift_hides: bool
    lock_minutes: int
    look_kept: LookKept
    navigator: Navigator

    def save(self) -> None: ...
    def print_report(self) -> None: ...
    def keep_safe(self) -> Safe: ...
    def hide_now(self) -> None: ...
    def close_window(self) -> None: ...
    def larger(self) -> None: ...
    def smaller(self) -> None: ...
    def zoom(self, scale: float) -> None: ...
    def use_colors(self, colors: ThemeName | None) -> None: ...
    def back(self) -> None: ...
    def on(self) -> None: ...
    def check(self) -> None: ...
    def look(self, page: str = "") -> None: ...
    def speak(self, language: str) -> None: ...
    def help(self) -> None: ...
    def show_beside(self, page: str) -> None: ...


class Shown(Protocol):
    """What of it makes sense on the page that is shown."""

    @property
    def frame(self) -> str: ...

    def can_save(self) -> bool: ...
    def can_print(self) -> bool: ...
    def has_help(self) -> bool: ...


class Menus:
    """Fills a menu bar, and fills it anew when the language or the text size changes."""

    def __init__(self, bar: QMenuBar, commands: Commands) -> None:
        self._bar, self._commands = bar, commands
        self._menus: dict[str, QMenu] = {}
        self.actions: dict[str, QAction] = {}

    def empty(self) -> None:
        """Nothing in the bar, and no key of it works."""
        for menu in self._menus.values():
            menu.deleteLater()
        self._bar.clear()
        self._menus, self.actions = {}, {}

    def name(self, theme: Theme, words: Words) -> None:
        """Only the titles in the bar, with nothing below them yet."""
        self.empty()
        self._theme, self._words = theme, words
        self._bar.setFont(theme.font("small"))
        for name in MENUS:
            self._menus[name] = self._bar.addMenu(words.say(f"menu.{name}.title"))
            self._set_look(self._menus[name])
        self._mark_more()

    def _mark_more(self) -> None:
        """Where a narrow bar has no room for all titles, Qt's own sign for the others is black on any ground."""
        button = self._bar.findChild(QToolButton, MORE)
        if button is not None:
            side = self._theme.icon(MORE_SIDE)
            button.setIconSize(QSize(side, side))
            button.setIcon(icon_of("down", side, self._theme.color("ink")))

    def fill(self, colors: ThemeName | None) -> None:
        self._fill_file()
        self._fill_view(colors)
        self._fill_go()
        self._fill_language()
        self._fill_center()
        self._fill_help()

    def follow(self, page: Shown, *, begun: bool) -> None:
        """Only what can be done can be chosen."""
        if not self.actions:
            return
        for name, possible in {
            "file.save": page.can_save(),
            "file.print": page.can_print(),
            "file.keep": begun,
            "go.back": page.frame != "bare",
            "go.check": begun,
            **{f"go.{name}": begun for name in LOOKS},
            "help.question": page.has_help(),
        }.items():
            self.actions[name].setEnabled(possible)

    def follow_safe(self, safe: Safe) -> None:
        """What can be done with saved answers; what weakens safety, not before they are unlocked."""
        if not self.actions:
            return
        keeper = safe.keeper
        away = safe.handed_over
        possible = {
            "file.lock": safe.locking.can_lock,
            "file.open": not away,
            "file.keep": self._commands.navigator.begun and safe.desk is None,
            "file.passphrase": keeper.file is not None and not keeper.read_only and not away,
            **dict.fromkeys(CENTER, not away),
            **dict.fromkeys(CASELOAD, safe.page_desk is not None and not safe.is_sitting),
            "center.new": safe.page_desk is not None and not safe.is_sitting and not keeper.read_only,
            "center.back": safe.is_sitting,
            "view.shift": not safe.locked,
            "view.keep": not safe.locked,
            "view.forget": not safe.locked and self._commands.look_kept.is_kept,
        }
        for name, can in possible.items():
            self.actions[name].setEnabled(can)
        for minutes in MINUTES:
            self.actions[f"view.minutes.{minutes}"].setEnabled(not safe.locked and not away)

    def _fill_file(self) -> None:
        menu, safe = self._menus["file"], self._commands.keep_safe
        self._add(menu, "file.keep", "Ctrl+Shift+S").triggered.connect(
            lambda _on=False: safe().save_progress()
        )
        self._add(menu, "file.open", "Ctrl+O").triggered.connect(lambda _on=False: safe().choose_file())
        self._add(menu, "file.passphrase").triggered.connect(lambda _on=False: safe().change_passphrase())
        menu.addSeparator()
        self._add(menu, "file.save", "Ctrl+S").triggered.connect(self._commands.save)
        self._add(menu, "file.print", "Ctrl+P").triggered.connect(self._commands.print_report)
        menu.addSeparator()
        self._add(menu, "file.lock", "Ctrl+L").triggered.connect(lambda _on=False: safe().lock())
        self._add(menu, "file.hide", "Ctrl+H").triggered.connect(self._commands.hide_now)
        self._add(menu, "file.close", "Ctrl+W", "Ctrl+Q").triggered.connect(self._commands.close_window)

    def _fill_view(self, colors: ThemeName | None) -> None:
        from PySide6.QtGui import QActionGroup

        menu, commands = self._menus["view"], self._commands
        self._add(menu, "view.larger", "Ctrl++", "Ctrl+=").triggered.connect(commands.larger)
        self._add(menu, "view.smaller", "Ctrl+-").triggered.connect(commands.smaller)
        sizes = self._sub_menu(menu, "view.size")
        group = QActionGroup(sizes)
        for number, scale in enumerate(SCALES, 1):
            size = sizes.addAction(f"&{number}   {round(scale * 100)} %")
            self._one_of(group, size, chosen=scale == self._theme.scale)
            size.triggered.connect(lambda _on=False, scale=scale: commands.zoom(scale))
            self.actions[f"view.size.{round(scale * 100)}"] = size
        self.actions["view.size.100"].setShortcut("Ctrl+0")
        palettes = self._sub_menu(menu, "view.colors")
        group = QActionGroup(palettes)
        for name, theme in COLORS.items():
            color = self._add(palettes, f"view.{name}")
            self._one_of(group, color, chosen=theme == colors)
            color.triggered.connect(lambda _on=False, theme=theme: commands.use_colors(theme))
        menu.addSeparator()
        standing = self._add(menu, "view.standing")
        standing.setCheckable(True)
        standing.setChecked(commands.appearance.follows)
        standing.toggled.connect(commands.appearance.show_standing)
        shift = self._add(menu, "view.shift")
        shift.setCheckable(True)
        shift.setChecked(commands.shift_hides)
        shift.toggled.connect(lambda on: setattr(commands, "shift_hides", on))
        self._fill_minutes(menu)
        menu.addSeparator()
        self._add(menu, "view.keep").triggered.connect(lambda _on=False: self._kept(commands.look_kept.keep))
        forget = self._add(menu, "view.forget")
        forget.setEnabled(commands.look_kept.is_kept)
        forget.triggered.connect(lambda _on=False: self._kept(commands.look_kept.forget))

    def _fill_minutes(self, menu: QMenu) -> None:
        """After how long it locks when nobody uses it."""
        from PySide6.QtGui import QActionGroup

        lock_after = self._sub_menu(menu, "view.lock_after")
        group = QActionGroup(lock_after)
        for number, minutes in enumerate(MINUTES, 1):
            after = lock_after.addAction(f"&{number}   {self._words.say('menu.view.minutes', count=minutes)}")
            self._one_of(group, after, chosen=minutes == self._commands.lock_minutes)
            after.triggered.connect(
                lambda _on=False, minutes=minutes: setattr(self._commands, "lock_minutes", minutes)
            )
            self.actions[f"view.minutes.{minutes}"] = after

    def _kept(self, keep_or_forget: Callable[[], None]) -> None:
        """What is kept can be forgotten."""
        keep_or_forget()
        self.actions["view.forget"].setEnabled(self._commands.look_kept.is_kept)

    def _fill_go(self) -> None:
        menu, commands = self._menus["go"], self._commands
        self._add(menu, "go.back", "Alt+Left").triggered.connect(commands.back)
        self._add(menu, "go.on", "Alt+Right").triggered.connect(commands.on)
        menu.addSeparator()
        self._add(menu, "go.check", "Ctrl+K").triggered.connect(commands.check)
        for name, (page, *keys) in LOOKS.items():
            look = self._add(menu, f"go.{name}", *keys)
            look.triggered.connect(lambda _on=False, page=page: commands.look(page))

    def _fill_language(self) -> None:
        from PySide6.QtGui import QActionGroup

        menu = self._menus["language"]
        group = QActionGroup(menu)
        for language in LANGUAGES:
            action = self._add(menu, f"language.{language}")
            self._one_of(group, action, chosen=language == self._words.language)
            action.triggered.connect(lambda _on=False, language=language: self._commands.speak(language))

    def _fill_center(self) -> None:
        """For its staff."""
        menu, commands = self._menus["center"], self._commands
        for name, page in CENTER.items():
            self._add(menu, name).triggered.connect(lambda _on=False, page=page: commands.show_beside(page))
        menu.addSeparator()
        back = self._add(menu, "center.back", "Ctrl+B")
        back.triggered.connect(lambda _on=False: commands.keep_safe().back_to_caseload())
        for name, page in CASELOAD.items():
            show = self._add(menu, name)
            show.triggered.connect(lambda _on=False, page=page: commands.keep_safe().show_caseload(page))

    def _fill_help(self) -> None:
        menu, commands = self._menus["help"], self._commands
        self._add(menu, "help.question", "F1").triggered.connect(commands.help)
        for name, page in HELP.items():
            if name in ("help.talk", "help.about"):
                menu.addSeparator()
            self._add(menu, name).triggered.connect(lambda _on=False, page=page: commands.show_beside(page))

    def _sub_menu(self, menu: QMenu, name: str) -> QMenu:
        sub = menu.addMenu(self._words.say(f"menu.{name}"))
        self._set_look(sub)
        return sub

    def _set_look(self, menu: QMenu) -> None:
        """Fusion's boxes at the left grow with the letters and its widths do not: long entries would be cut."""
        menu.setFont(self._theme.font("small"))
        menu.setPalette(menu_palette(self._theme))

        def widen() -> None:
            menu.setMinimumWidth(0)
            menu.setMinimumWidth(menu.sizeHint().width() + menu.fontMetrics().height())

        menu.aboutToShow.connect(widen)

    def _add(self, menu: QMenu, name: str, *keys: str) -> QAction:
        from PySide6.QtGui import QKeySequence

        action = menu.addAction(self._words.say(f"menu.{name}"))
        action.setShortcuts([QKeySequence(key) for key in keys])
        self.actions[name] = action
        return action

    def _one_of(self, group: QActionGroup, action: QAction, *, chosen: bool) -> None:
        group.addAction(action)
        action.setCheckable(True)
        action.setChecked(chosen)
