"""Keeps language and look on this computer when someone asks for it, forgets them again, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from desktop_app.i18n import Message, Words
from desktop_app.settings import Look, Settings
from desktop_app.ui.appearance import Appearance
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.theme import ThemeName


class Seen(Protocol):
    """The window, as far as its language and look go."""

    language: str
    appearance: Appearance
    dialogs: Dialogs
    shift_hides: bool
    lock_minutes: int


class LookKept:
    def __init__(self, window: Seen, settings: Settings, words: Callable[[], Words]) -> None:
        self._window, self._settings, self._words = window, settings, words

    @property
    def is_kept(self) -> bool:
        return self._settings.keeps_look

    def keep(self) -> None:
        window = self._window
        look = Look(
            language=window.language,
            text_scale=window.appearance.scale,
            colors=window.appearance.colors,
            triple_shift_hides=window.shift_hides,
            follows=window.appearance.follows,
            lock_minutes=window.lock_minutes,
        )
        try:
            self._settings.keep_look(look)
        except OSError:
            self._tell(Message("settings.trouble.not_kept"))
        else:
            self._tell(Message("settings.kept"), "settings.kept_title")

    def forget(self) -> None:
        try:
            self._settings.forget_look()
        except OSError:
            self._tell(Message("settings.trouble.not_forgotten", {"file": str(self._settings.file)}))
        else:
            self._tell(Message("settings.forgotten"), "settings.forgotten_title")

    def tell_trouble(self) -> None:
        """Once, after the first page stands: what of the file could not be used."""
        if self._settings.trouble is not None:
            self._tell(self._settings.trouble)

    def _tell(self, message: Message, title: str = "settings.title") -> None:
        words = self._words()
        self._window.dialogs.tell(words.say(title), words.say(message))


def kept_colors(look: Look) -> ThemeName | None:
    """Their name as the themes have it; None follows the system."""
    names: dict[str | None, ThemeName] = {"light": "light", "dark": "dark", "contrast": "contrast"}
    return names.get(look.colors)
