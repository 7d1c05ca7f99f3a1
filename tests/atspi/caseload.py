"""A center's morning with nothing but what the accessibility bus offers: a caseload begun, a client taken in, found,
written about and sat with; and after the lock all of it is there."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from tests.atspi.reader import NotThere
from tests.atspi.visit import Visit

UP, DOWN = 0xFF52, 0xFF54
"""As X numbers the keys."""


class Caseload(Visit):
    """Staff at the program. The names of their menus and pages stand in the script."""

    def whole(self, folder: Path) -> None:
        began = time.monotonic()
        self.come_in()
        self.start(folder / self.script["file"])
        self.bring_in(folder / self.script["sheets"]["file"])
        self.take_in()
        self.choose()
        self.search()
        self.write_down()
        self.sit_together()
        self.look_round()
        self.lock_and_come_back()
        seconds = time.monotonic() - began
        print(f"atspi: a caseload, {len(self.reader.announced)} announcements, {seconds:.0f} s")

    # ------------------------------------------------------------ begun

    def start(self, file: Path) -> None:
        words, reader = self.script["begin"], self.reader
        self.mark()
        reader.choose(words["menu"], words["entry"])
        self.arrived(words["title"])
        for field in words["passphrase"]:
            reader.write_secret(field, self.script["passphrase"])
        self.heard(words["strong"])
        reader.write(words["months"], "6")
        self.mark()
        reader.press("push button", words["button"])
        self.name_file(file, "save")
        self.arrived(self.script["pages"]["clients"])

    def bring_in(self, file: Path) -> None:
        """So that the list has more than one row."""
        words, reader = self.script["sheets"], self.reader
        self.go("exchange")
        reader.press("push button", words["choose"])
        self.name_file(file, "open")
        reader.wait_for("heading", words["preview"])
        self.look_over(words["preview"])
        self.mark()
        reader.press("push button", words["bring"])
        self.heard(words["brought"])

    def take_in(self) -> None:
        """First without a yes, to hear that one is needed."""
        words, reader = self.script["new"], self.reader
        self.go("clients")
        self.leave(words["button"])
        self.arrived(words["title"])
        reader.write(words["name"], self.script["code"])
        self.mark()
        reader.press("push button", words["keep"])
        if words["needs_yes"] not in self.told_on_top():
            raise NotThere(f"{words['needs_yes']!r} among what is to be put right")
        reader.toggle(words["yes"])
        self.leave(words["keep"])
        self.arrived(self.script["code"])

    # ------------------------------------------------------------ in the list

    def choose(self) -> None:
        words, reader = self.script["list"], self.reader
        self.go("clients")
        table = reader.wait_for("table", words["name"])
        everyone = reader.rows(table)
        if len(everyone) != words["count"]:
            raise NotThere(f"{words['count']} rows; the table has {len(everyone)}")
        self.go_down(table, everyone)
        other = next(at for at, row in enumerate(everyone) if row[0].startswith(words["other"]))
        self.open(table, other, words["other"])
        self.leave(words["return"])
        self.arrived(self.script["pages"]["clients"])

    def search(self) -> None:
        words, reader = self.script["list"], self.reader
        table = reader.wait_for("table", words["name"])
        self.mark()
        reader.write(words["find"], self.script["code"][-2:])
        self.heard(words["found"])
        (row,) = reader.until(lambda: _only(reader.rows(table)), "one row")
        if row[0] != words["row"]:
            raise NotThere(f"the row {words['row']!r}; it says {row[0]!r}")
        for said in words["cells"]:
            if said not in row:
                raise NotThere(f"a cell {said!r} among {row!r}")
        self.open(table, 0, self.script["code"])

    def go_down(self, table: Any, everyone: list[list[str]]) -> None:
        """Each row that one comes to by the arrows is told as a sentence."""
        reader = self.reader
        reader.act(table, "SetFocus")
        for _ in everyone:
            reader.key(UP)
        reader.until(lambda: table.is_row_selected(0), "the first row by the arrows")
        for row in everyone[1:]:
            self.mark()
            reader.key(DOWN)
            self.is_told("table cell", row[0])

    def open(self, table: Any, row: int, name: str) -> None:
        """Chosen in the list, they stand beside it, and from there one comes to their page."""
        self.reader.select(table, row)
        self.reader.until(lambda: self.reader.find(name, "heading"), f"{name!r} beside the list")
        self.leave(self.script["list"]["open"])
        self.arrived(name)

    def write_down(self) -> None:
        words, reader = self.script["client"], self.reader
        self.mark()
        reader.press("push button", words["keep_note"])  # with nothing in it
        self.heard(words["empty"])
        reader.write(words["note"], self.script["note"])
        self.mark()
        reader.press("push button", words["keep_note"])
        self.heard(words["kept"])
        reader.until(lambda: reader.find(self.script["note"], "label"), "the note among those that are kept")
        reader.toggle(words["paper"])
        paper = reader.wait_for("check box", words["paper"])
        reader.until(lambda: words["seen"] in paper.get_description(), f"{words['seen']!r} of the paper")
        self.look_over("a client's page")

    # ------------------------------------------------------------ at the mouse

    def sit_together(self) -> None:
        words, reader = self.script["sitting"], self.reader
        self.mark()
        reader.press("push button", words["begin"])
        ok = self.script["dialogs"]["ok"]
        reader.wait_for("push button", ok)
        if words["handed_over"] not in " ".join(reader.texts()):
            raise NotThere(f"{words['handed_over']!r} in the dialog; it says {reader.texts()}")
        reader.press("push button", ok)
        self.arrived(words["question"])
        if any(self.script["code"] in one for one in reader.texts()):
            raise NotThere("no name in a client's sight")
        reader.toggle(words["answer"])
        self.leave(words["back"])
        self.arrived(words["title"])
        for typed, told in (("another passphrase", words["wrong"]), (self.script["passphrase"], "")):
            reader.write_secret(words["passphrase"], typed)
            self.mark()
            reader.press("push button", words["go_back"])
            if told:
                self.heard(told)
        self.arrived(self.script["code"])

    def look_round(self) -> None:
        for page in ("today", "numbers", "exchange", "touched", "log"):
            self.go(page)
        for line in self.script["log"]:
            self.reads(line)

    def reads(self, line: str) -> None:
        self.reader.until(lambda: line in " ".join(self.reader.texts()), f"{line!r} in the log")

    def lock_and_come_back(self) -> None:
        """The program that knew them ends; another one asks for the passphrase."""
        words, reader = self.script["lock"], self.reader
        self.mark()
        reader.press("push button", words["lock"])
        reader.begin_again()
        self.arrived(words["title"])
        if any(self.script["code"] in one for one in reader.texts()):
            raise NotThere("no name while it is locked")
        reader.write_secret(words["passphrase"], self.script["passphrase"])
        self.mark()
        reader.press("push button", words["open"])
        self.arrived(self.script["pages"]["clients"])

    # ------------------------------------------------------------ from page to page

    def go(self, page: str) -> None:
        """By the rail, to be heard and looked over."""
        name = self.script["pages"][page]
        self.mark()
        stop = self.reader.until(lambda: self.stop(self.script["stops"][page]), f"{name!r} in the rail")
        self.reader.act(stop, "Press")
        self.arrived(name)
        stop = self.stop(self.script["stops"][page])
        if stop is None or stop.get_description() != self.script["here"]:
            raise NotThere(f"{self.script['here']!r} said of {name!r} in the rail")

    def stop(self, name: str) -> Any:
        """How much there is stands behind its name."""
        rail = self.reader.find(self.script["rail"], "panel")
        if rail is None:
            return None
        buttons = [node for node in self.reader.within(rail) if node.get_role_name() == "push button"]
        return next((one for one in buttons if one.get_name().split(",")[0] == name), None)


def _only(rows: list[list[str]]) -> list[list[str]] | None:
    return rows if len(rows) == 1 else None
