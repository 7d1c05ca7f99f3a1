"""The pages of a caseload as they stand in the rail, with how much there is on each."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.ui.icons import IconName
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.desk_rail import DeskLeaf, DeskRail, DeskWords
from desktop_app.ui.widgets.lettering import marked
from desktop_app.ui.widgets.rail import Stop

PLACES: dict[str, IconName] = {
    "today": "clock",
    "clients": "people",
    "numbers": "chart",
    "touched": "flag",
    "exchange": "save",
    "log": "doc",
}
"""The pages that the rail leads to."""
UNDER = {"client": "clients", "new_client": "clients"}
"""Pages that stand behind one of them."""


def desk_leaves(stage: Stage) -> Sequence[DeskLeaf]:
    desk, words, at = stage.desk, stage.words, stage.navigator.aside
    if desk is None:
        return ()
    due, here = len(desk.due().due), UNDER.get(at, at)
    told = {
        "today": words.say("desk.due", count=due) if due else "",
        "clients": words.number(len(desk.rows)),
    }
    leaves = [
        DeskLeaf(page, words.say(f"desk.pages.{page}"), icon, told.get(page, ""))
        for page, icon in PLACES.items()
    ]
    is_here = words.say("window.here")
    return [leaf._replace(here=True, about=is_here) if leaf.key == here else leaf for leaf in leaves]


def stops_of_desk(leaves: Sequence[DeskLeaf]) -> list[Stop]:
    """The same for the strip, where the rail is folded."""
    return [Stop(leaf.key, leaf.name, "here" if leaf.here else "ahead", leaf.told) for leaf in leaves]


def desk_rail(stage: Stage) -> DeskRail:
    words, safe = stage.words, stage.safe
    minutes = safe.lock_minutes if safe is not None else 0
    said = DeskWords(
        words.say("app.name"),
        words.say("desk.rail"),
        words.say("desk.lock"),
        words.say("desk.locks", count=minutes),
        words.say("support.title"),
        marked(words.say("window.crisis")),
        stage.own_line,
    )
    rail = DeskRail(stage.theme, desk_leaves(stage), said)
    if safe is not None:
        rail.lock.clicked.connect(lambda _on=False: safe.lock())
    return rail
