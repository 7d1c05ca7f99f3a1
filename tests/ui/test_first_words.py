"""What the first page says is the same packed or read from the catalogs, and never out of date."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app import resources
from desktop_app.i18n import LANGUAGES
from desktop_app.resources import ResourceError
from desktop_app.ui import first_words
from desktop_app.ui.first_words import pack


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    """The program's files, to be changed at will."""
    shutil.copytree(
        resources.folder(), tmp_path / "resources", ignore=shutil.ignore_patterns("first.*", "fonts")
    )
    monkeypatch.setattr(resources, "folder", lambda: tmp_path / "resources")
    return tmp_path / "resources"


def read(language: str = "en") -> first_words.FirstWords:
    return first_words.first_words(language)


def was_packed(language: str = "en") -> bool:
    return first_words._unpacked(language) is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_packed_or_not_it_is_the_same(folder, language) -> None:
    assert not was_packed(language)
    plain = read(language)
    pack()
    assert was_packed(language)
    packed = read(language)
    assert dict(packed.entries) == dict(plain.entries)
    assert list(packed.series) == list(plain.series)


def test_it_names_every_state_by_the_newest_of_its_packs(folder) -> None:
    assert [name.state for name in read().series] == ["California", "Texas"]
    newer = folder / "packs" / "tx-state" / "2030-01-01"
    shutil.copytree(next((folder / "packs" / "tx-state").iterdir()), newer)
    words = (newer / "words.en.yaml").read_text("utf-8")
    (newer / "words.en.yaml").write_text(
        words.replace('about: "State jobs, I and II"', "about: All of them"), "utf-8"
    )
    assert read().series[1].about == "All of them"


def test_a_new_county_shows_up_by_itself(folder) -> None:
    pack()
    shutil.copytree(folder / "packs" / "ca-calaveras", folder / "packs" / "ca-other")
    assert not was_packed()
    assert [name.series for name in read().series] == ["ca-calaveras", "ca-other", "tx-state"]


def test_a_changed_catalog_makes_the_pack_worthless(folder) -> None:
    pack()
    catalog = folder / "locale" / "en" / "ui.yaml"
    catalog.write_text(catalog.read_text("utf-8").replace("start: Start", "start: Begin"), "utf-8")
    assert not was_packed()
    assert read().entries["welcome.start"] == "Begin"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"12\nrubbish"])
def test_a_broken_pack_is_passed_over(folder, content) -> None:
    pack()
    (folder / "locale" / "first.en.txt").write_bytes(content)
    assert not was_packed()
    assert read().entries["welcome.start"] == "Start"


def test_a_catalog_that_is_missing_is_named(folder) -> None:
    (folder / "locale" / "en" / "ui.yaml").unlink()
    with pytest.raises(ResourceError, match=r"ui\.yaml"):
        read()
