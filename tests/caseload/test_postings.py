"""A new version of the rules: whom it touches and how, with nothing else between before and after."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from desktop_app import resources
from desktop_app.caseload.client import Client
from desktop_app.caseload.judging import Judging
from desktop_app.caseload.overview import row_of
from desktop_app.caseload.postings import touched
from desktop_app.i18n import load_words
from desktop_app.rulebook.load import Rulebook, load_rulebook, words_with
from tests.caseload.conftest import BEGUN, ON_THE_WAY, kept
from tests.conftest import TODAY

SEEN = date(2026, 9, 1)
NEW = "2026-11-01"
OWN = resources.folder() / "packs" / "ca-calaveras" / "2023-08-24"


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    """The county asks for three months of peer support from November on, and for no driver's license."""
    folder = tmp_path_factory.mktemp("packs")
    pack: dict[str, Any] = yaml.safe_load((OWN / "rules.yaml").read_text(encoding="utf-8"))
    pack["in_force"]["until"] = "2026-10-31"
    _write(folder / "old", pack)
    pack["in_force"], pack["version"] = {"since": NEW}, NEW
    pack["rules"]["six_months_of_peer_support"]["months"] = 3
    first = pack["positions"][0]
    first["requirements"] = [one for one in first["requirements"] if one["id"] != "drivers_license"]
    _write(folder / "new", pack)
    return load_rulebook(folder)


def _write(folder: Path, pack: dict[str, Any]) -> None:
    folder.mkdir()
    (folder / "rules.yaml").write_text(yaml.safe_dump(pack), encoding="utf-8")
    for language in ("en", "es"):
        name = f"words.{language}.yaml"
        (folder / name).write_text((OWN / name).read_text(encoding="utf-8"), encoding="utf-8")


CONTENT = kept({**ON_THE_WAY, "drivers_license": "none"}, SEEN, ("ca-calaveras",))


def look(book: Rulebook, content=CONTENT, **known: Any):
    judging = Judging(book)
    client = Client(
        **{"id": "c1", "name": "K-1", "created": BEGUN, "snapshot": judging.snapshot(content), **known}
    )
    row = row_of(client, judging.snapshot(content, TODAY), book, TODAY)
    return touched([row], {"c1": content}, judging, TODAY)


def test_it_is_told_for_each_position_before_and_after(newer) -> None:
    (one,) = look(newer)
    assert (one.series, one.before, one.after, one.changed) == ("ca-calaveras", "2023-08-24", NEW, True)
    first, second = one.lines
    assert (first.before, first.after) == ("not_yet", "meets")
    assert first.less == ("peer_support_6_months", "drivers_license")
    assert (second.before, second.after, second.changed) == ("not_yet", "not_yet", False)
    words = words_with(load_words("en"), newer.packs)
    assert [words.say(message) for message in first.messages] == [
        "Peer Support Specialist I: “Not yet” before, now “Matches now”",
        "No longer missing: Six months of peer support and California driver's license.",
    ]


def test_both_are_as_of_today_so_that_time_alone_is_no_change(newer) -> None:
    """The months since the last sitting would be there by the old rules, too."""
    content = kept(ON_THE_WAY, SEEN, ("ca-calaveras",))
    early = {**content, "sheet": {**content["sheet"], "answers": _started("2026-04-01")}}
    (one,) = look(newer, early)
    assert not one.changed


def _started(day: str) -> dict[str, Any]:
    (role,) = ON_THE_WAY["roles"]
    return {**ON_THE_WAY, "roles": [{**role, "start": day}]}


def test_whoever_was_told_or_was_seen_since_is_out(newer) -> None:
    assert look(newer, told={"ca-calaveras": NEW}) == ()
    assert look(newer, kept(ON_THE_WAY, TODAY, ("ca-calaveras",))) == ()
    assert look(newer, snapshot=None) == ()


def test_where_the_old_rules_are_gone_what_was_kept_then_stands_for_them(newer) -> None:
    only_new = dataclasses.replace(
        newer, packs=tuple(loaded for loaded in newer.packs if loaded.pack.version == NEW)
    )
    was = Judging(newer).snapshot(CONTENT)
    (one,) = look(only_new, snapshot=was)
    assert [(line.before, line.after) for line in one.lines] == [("not_yet", "meets"), ("not_yet", "not_yet")]


def test_those_for_whom_something_changes_come_first(newer) -> None:
    judging = Judging(newer)
    same = kept(_started("2026-01-01"), SEEN, ("ca-calaveras",))
    rows, contents = [], {"a": same, "b": CONTENT}
    for id_, content in contents.items():
        client = Client(id_, f"K-{id_}", BEGUN, snapshot=judging.snapshot(content))
        rows.append(row_of(client, judging.snapshot(content, TODAY), newer, TODAY))
    assert [one.row.client.name for one in touched(rows, contents, judging, TODAY)] == ["K-b", "K-a"]


def test_under_rules_that_did_not_change_nobody_is_touched(book) -> None:
    assert look(book) == ()


def test_a_series_that_is_gone_and_a_sitting_that_cannot_be_read_touch_nobody(newer, book) -> None:
    elsewhere = Judging(book).snapshot(kept({}, SEEN, ("tx-state",)))
    assert look(newer, snapshot=elsewhere) == ()
    judging = Judging(newer)
    client = Client("c1", "K", BEGUN, snapshot=judging.snapshot(CONTENT))
    row = row_of(client, None, newer, TODAY)
    assert touched([row], {"c1": {"sheet": []}}, judging, TODAY + timedelta(days=1)) == ()
