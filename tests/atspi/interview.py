"""Goes through the whole interview to a saved report with nothing but what the accessibility bus offers.

usage: /usr/bin/python3 -m tests.atspi.interview SCRIPT.json FOLDER -- PROGRAM…
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from gi.repository import Gio

from tests.atspi.reader import NotThere, Reader

PROGRAM = "Peer Ready"
WINDOW_MANAGER = ("matchbox-window-manager", "-use_titlebar", "no")
MOST_PAGES = 40
HARMLESS = ("Could not find accessible on path", "AtSpiAdaptor::applicationInterface does not implement")


def main() -> int:
    at = sys.argv.index("--")
    script, folder = json.loads(Path(sys.argv[1]).read_text("utf-8")), Path(sys.argv[2])
    wake_the_bus()
    told = folder / "told.txt"
    screen = subprocess.Popen(WINDOW_MANAGER, stderr=subprocess.DEVNULL)  # without one no window has the keys
    with told.open("w") as output:
        program = subprocess.Popen(sys.argv[at + 1 :], stderr=output)
    try:
        Visit(Reader(PROGRAM), script).whole(folder)
        return faults(told)
    except NotThere as problem:
        print(f"atspi: {problem}", file=sys.stderr)
        return 1 + faults(told)
    finally:
        for started in (program, screen):
            started.kill()
            started.wait()


def wake_the_bus() -> None:
    """Have the accessibility bus started, so that the program finds it when it comes up."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    session.call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, Gio.DBusCallFlags.NONE, -1
    )


def faults(told: Path) -> int:
    """1 if the program complained of more than that things it took away are still asked for."""
    lines = [line for line in told.read_text().splitlines() if not any(one in line for one in HARMLESS)]
    for line in lines:
        print(f"atspi: the program says: {line}", file=sys.stderr)
    return 1 if lines else 0


class Visit:
    """One person's way through the program, by the names of the script."""

    def __init__(self, reader: Reader, script: dict[str, Any]) -> None:
        self.reader, self.script = reader, script
        self._told, self._led = 0, 0
        """How much of what it announced, and of where the keys went, belongs to the pages before."""

    def whole(self, folder: Path) -> None:
        began = time.monotonic()
        self.welcome()
        pages = 1
        while (heading := self.reader.heading()) != self.script["check"]:
            self.question(heading)
            pages += 1
            if pages > MOST_PAGES:
                raise NotThere(f"the check page; still at {heading!r}")
        self.check()
        self.save(folder / self.script["file"])
        seconds = time.monotonic() - began
        print(f"atspi: {pages + 2} pages, {len(self.reader.announced)} announcements, {seconds:.0f} s")

    # ------------------------------------------------------------ pages

    def welcome(self) -> None:
        """In the language one reads; whatever it came up in."""
        self.reader.until(self.reader.heading, "the first page")
        self.look_over("the first page")
        self.reader.act(self.reader.wait_for("radio button", self.script["language"]), "Toggle")
        self.reader.until(lambda: self.reader.heading() == self.script["welcome"], self.script["welcome"])
        self.look_over(self.script["welcome"])
        self.leave(self.script["start"])

    def question(self, heading: str) -> None:
        self.arrived(heading)
        if heading == self.script["roles"]["question"]:
            self.add_role()
            self.leave(self.script["on"])
            return
        if heading not in self.script["answers"]:
            raise NotThere(f"an answer to {heading!r}")
        chosen = self.script["answers"][heading]
        for one in chosen or ():
            self.reader.toggle(one)
        self.leave(self.script["on" if chosen else "skip"])

    def add_role(self) -> None:
        """First with nothing filled in, to hear what is missing and where."""
        role, reader = self.script["roles"], self.reader
        reader.press("push button", role["add"])
        reader.wait_for("push button", role["done"])
        self.look_over("the entry of a role")
        for label, entry in role["pick"].items():
            reader.pick(label, entry)
        self.say_what_is_missing()
        for label, text in role["write"].items():
            reader.write(label, text)
        for name in role["toggle"]:
            reader.toggle(name)
        reader.press("push button", role["done"])
        self.heard(role["kept"])

    def say_what_is_missing(self) -> None:
        """Done too early: the problems come up on top, have the keys, are said, and stand with their fields."""
        reader, role = self.reader, self.script["roles"]
        reader.press("push button", role["done"])
        on_top = reader.until(lambda: self.first_of("alert"), "what is to be put right")
        self.heard(reader.called(on_top))
        reader.until(lambda: reader.has_keys() == on_top, "the keys on what is to be put right")
        self.look_over("what is to be put right")
        year = next(iter(role["write"]))
        said = reader.wait_for("text", year).get_description()
        if not said or said not in reader.called(on_top):
            raise NotThere(f"what is wrong said with {year!r}; it says {said!r}")
        link = next(node for node in reader.everything() if node.get_name().endswith(said))
        reader.act(link, "Press")
        reader.until(lambda: self.focus_is_on(year), f"the keys in {year!r}, where the link leads")

    def check(self) -> None:
        self.arrived(self.script["check"])
        self.leave(self.script["to_results"])
        heading = self.reader.heading()
        if self.script["results"] not in heading:
            raise NotThere(f"{self.script['results']!r}; the page says {heading!r}")

    def save(self, file: Path) -> None:
        reader, words = self.reader, self.script["save"]
        self.arrived(reader.heading())
        reader.press("push button", words["report"])
        reader.wait_for("radio button", words["private"])
        self.look_over("what goes into the report")
        reader.press("push button", words["where"])
        reader.wait_for("text", words["file"])
        reader.write(words["file"], str(file))
        reader.press("push button", words["save"])
        self.heard(words["saved"])
        reader.until(file.exists, f"a file {file.name!r}")

    # ------------------------------------------------------------ what every page promises

    def leave(self, button: str) -> None:
        before = self.reader.heading()
        self._told, self._led = len(self.reader.announced), len(self.reader.focused)
        self.reader.press("push button", button)
        self.reader.until(lambda: self.reader.heading() not in ("", before), f"another page than {before!r}")

    def arrived(self, heading: str) -> None:
        """The page was announced by its name, and the keys went to its first control, or to what is chosen."""
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

    def look_over(self, page: str) -> None:
        wrong = self.reader.findings()
        if wrong:
            raise NotThere(f"names and roles on {page!r}: {'; '.join(wrong)}")

    def first_of(self, role: str) -> Any:
        return next((node for node in self.reader.everything() if node.get_role_name() == role), None)

    def focus_is_on(self, name: str) -> bool:
        has_keys = self.reader.has_keys()
        return has_keys is not None and self.reader.called(has_keys) == name


if __name__ == "__main__":
    sys.exit(main())
