"""What every page promises to someone who hears it; both walks over the bus hold the program to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.atspi.reader import NotThere, Reader


class Visit:
    """One person's way through the program, by the names of the script."""

    def __init__(self, reader: Reader, script: dict[str, Any]) -> None:
        self.reader, self.script = reader, script
        self._told, self._led = 0, 0
        """How much of what it announced, and of where the keys went, belongs to the pages before."""

    def whole(self, folder: Path) -> None:
        raise NotImplementedError

    def come_in(self) -> None:
        """In the language one reads; whatever it came up in."""
        self.reader.until(self.reader.heading, "the first page")
        self.reader.until(self.reader.is_active, "the window to have the keys")
        self.look_over("the first page")
        self.reader.act(self.reader.wait_for("radio button", self.script["language"]), "Toggle")
        self.reader.until(lambda: self.reader.heading() == self.script["welcome"], self.script["welcome"])
        self.look_over(self.script["welcome"])

    def name_file(self, file: Path, button: str) -> None:
        """In Qt's own file dialog."""
        words = self.script["dialogs"]
        self.reader.wait_for("text", words["file"])
        self.reader.write(words["file"], str(file))
        self.reader.press("push button", words[button])

    # ------------------------------------------------------------ what every page promises

    def mark(self) -> None:
        """What was said and where the keys went until now belongs to what was before."""
        self._told, self._led = len(self.reader.announced), len(self.reader.focused)

    def leave(self, button: str) -> None:
        before = self.reader.heading()
        self.mark()
        self.reader.press("push button", button)
        self.reader.until(lambda: self.reader.heading() not in ("", before), f"another page than {before!r}")

    def arrived(self, heading: str) -> None:
        """The page was announced by its name, and the keys went to its first control, or to what is chosen."""
        self.reader.until(lambda: self.reader.heading() == heading, f"the page {heading!r}")
        self.heard(heading)
        self.reader.until(
            lambda: self.reader.focused[self._led :], f"word of where the keys are on {heading!r}"
        )
        everything = list(self.reader.everything())
        title = next(at for at, node in enumerate(everything) if self.reader.called(node) == heading)
        has_keys = self.reader.has_keys()
        if has_keys is None or has_keys not in everything[title:]:
            raise NotThere(f"the keys on the page {heading!r}")
        self.look_over(heading)

    def heard(self, sentence: str) -> None:
        said = self.reader.announced
        self.reader.until(
            lambda: any(sentence in one for one in said[self._told :]), f"{sentence!r} to be announced"
        )

    def is_told(self, role: str, name: str) -> None:
        """That the keys are on it."""
        where = self.reader.focused
        self.reader.until(lambda: (role, name) in where[self._led :], f"word that the keys are on {name!r}")

    def told_on_top(self) -> str:
        """What is to be put right comes up on top, has the keys, and is said; it is given back."""
        reader = self.reader
        on_top = reader.until(lambda: self.first_of("alert"), "what is to be put right")
        self.heard(reader.called(on_top))
        reader.until(lambda: reader.has_keys() == on_top, "the keys on what is to be put right")
        self.look_over("what is to be put right")
        return reader.called(on_top)

    def look_over(self, page: str) -> None:
        wrong = self.reader.findings()
        if wrong:
            raise NotThere(f"names and roles on {page!r}: {'; '.join(wrong)}")

    def first_of(self, role: str) -> Any:
        return next((node for node in self.reader.everything() if node.get_role_name() == role), None)

    def focus_is_on(self, name: str) -> bool:
        has_keys = self.reader.has_keys()
        return has_keys is not None and self.reader.called(has_keys) == name
