"""Qt's own words (OK, Cancel, the file dialog) in the language that is spoken."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LEFT_OUT = {
    ("QFileDialog", "&Look in:"): "qt.look_in",
    ("QFileDialog", "Files of &type:"): "qt.file_type",
}
"""What Qt's own translations have not, by its place and words there."""


class QtWords:
    def __init__(self) -> None:
        self._translators: list[QTranslator] = []

    def speak(self, language: str) -> None:
        self.stop()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        of_qt = QTranslator()
        if of_qt.load(f"qtbase_{language}", folder):
            self._translators = [of_qt, _LeftOut(language)]
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)

    def stop(self) -> None:
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = []


class _LeftOut(QTranslator):
    """Asked before Qt's own, and silent but for what these leave out."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, _disambiguation: str | None = None, _count: int = -1
    ) -> str | None:
        key = LEFT_OUT.get((context, source))
        if key is None:
            return None
        from desktop_app.i18n import load_words  # late: no page needs it, only a file dialog

        return load_words(self._language).say(key)


def system_language() -> str:
    """Spanish where the system speaks it, else English."""
    first = next(iter(QLocale.system().uiLanguages()), "en")
    return "es" if first.lower().startswith("es") else "en"
