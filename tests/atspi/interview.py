"""Goes through the whole interview to a saved report with nothing but what the accessibility bus offers."""

from __future__ import annotations

import time
from pathlib import Path

from tests.atspi.reader import NotThere
from tests.atspi.visit import Visit

MOST_PAGES = 40


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
