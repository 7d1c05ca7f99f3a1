"""Goes through the whole interview to a saved report with nothing but what the accessibility bus offers."""

from __future__ import annotations

import time
from pathlib import Path

from tests.atspi.reader import NotThere
from tests.atspi.screen import told_to_task_bars
from tests.atspi.visit import Visit

MOST_PAGES = 40
NAME = "peer ready"
LEAST_NAMES = 3
"""While it is shown, a task bar is told at least title, class and menu entry."""


class Interview(Visit):
    """From the first page to a PDF."""

    def whole(self, folder: Path) -> None:
        began = time.monotonic()
        self.come_in()
        self.leave(self.script["start"])
        pages = 1
        while (heading := self.reader.heading()) != self.script["check"]:
            self.question(heading)
            pages += 1
            if pages > MOST_PAGES:
                raise NotThere(f"the check page; still at {heading!r}")
        self.check()
        self.save(folder / self.script["file"])
        self.hide()
        seconds = time.monotonic() - began
        print(f"atspi: {pages + 2} pages, {len(self.reader.announced)} announcements, {seconds:.0f} s")

    # ------------------------------------------------------------ pages

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
        on_top = self.told_on_top()
        year = next(iter(role["write"]))
        said = reader.wait_for("text", year).get_description()
        if not said or said not in on_top:
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
        self.name_file(file, "save")
        self.heard(words["saved"])
        reader.until(file.exists, f"a file {file.name!r}")

    def hide(self) -> None:
        """Neither what can be heard nor what a task bar is told names the program, until one comes back."""
        reader, words = self.reader, self.script["hide"]
        heading = reader.heading()
        self.task_bars_are_told(LEAST_NAMES)
        reader.press("push button", words["now"])
        again = reader.wait_for("push button", words["again"])
        reader.until(lambda: not reader.heading(), "a window without a heading")
        self.task_bars_are_told(0)
        if any(map(names_us, reader.texts())):
            raise NotThere(f"a window that names nothing; it says {reader.texts()}")
        reader.act(again, "Press")
        reader.press("push button", words["yes"])
        reader.until(lambda: reader.heading() == heading, f"the page {heading!r} again")
        self.task_bars_are_told(LEAST_NAMES)

    def task_bars_are_told(self, texts: int) -> None:
        """That many at least name the program, or none; X tells others a moment later."""

        def as_wanted() -> bool:
            naming = sum(map(names_us, told_to_task_bars()))
            return naming >= texts if texts else not naming

        self.reader.until(as_wanted, f"{texts or 'no'} texts for a task bar that name the program")


def names_us(text: str) -> bool:
    return NAME in text.casefold().replace("-", " ")
