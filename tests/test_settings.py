"""The settings: kept when someone asks, gone when someone asks, and odd files stop nobody."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import platformdirs
import pytest

from desktop_app.settings import LARGEST, Look, Settings, config_folder

LOOK = Look("es", 1.5, "dark", triple_shift_hides=False, follows=True)
CENTER = {"name": "Sierra Peer Center", "places": [{"name": "Front desk"}]}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "peer-ready" / "settings.json"


def test_what_is_kept_is_there_the_next_time(file) -> None:
    Settings(file).keep_look(LOOK)
    Settings(file).keep_center(CENTER)
    again = Settings(file)
    assert (again.look, again.center, again.trouble) == (LOOK, CENTER, None)


def test_reading_leaves_no_file_and_no_folder(tmp_path, file) -> None:
    assert Settings(file).look == Look()
    assert list(tmp_path.iterdir()) == []


def test_forgetting_leaves_the_center_and_without_one_nothing(tmp_path, file) -> None:
    kept = Settings(file)
    kept.keep_look(LOOK)
    kept.keep_center(CENTER)
    kept.forget_look()
    assert (Settings(file).look, Settings(file).center) == (Look(), CENTER)
    kept.keep_center(None)
    assert list(tmp_path.iterdir()) == []


def test_two_windows_do_not_undo_each_other(file) -> None:
    first, second = Settings(file), Settings(file)
    first.keep_center(CENTER)
    second.keep_look(LOOK)
    assert Settings(file).center == CENTER


def test_only_the_system_is_followed_where_nothing_was_chosen(file) -> None:
    Settings(file).keep_look(Look(language="en"))
    assert json.loads(file.read_text("utf-8")) == {"peer_ready_settings": 1, "language": "en"}


def test_without_a_place_nothing_is_written(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    kept = Settings()
    kept.keep_look(LOOK)
    assert kept.look == LOOK
    assert list(tmp_path.iterdir()) == []


ODD = {
    "a language that is none": {"language": "fr"},
    "a language that is no word": {"language": ["en"]},
    "a size that is none": {"text_scale": 40},
    "a size in words": {"text_scale": "2.0"},
    "a size that is true": {"text_scale": True},
    "colors that are none": {"colors": "purple"},
    "a switch that is a number": {"triple_shift_hides": 0},
    "a switch that is a word": {"follows": "yes"},
    "a center that is a list": {"center": []},
    "something else": {"answers": {"high_school": "diploma"}},
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_an_odd_part_is_left_out_and_told_of(file, odd) -> None:
    Settings(file).keep_look(Look(colors="light" if "colors" not in odd else None, language="es"))
    document = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**document, **odd}), encoding="utf-8")
    read = Settings(file)
    assert read.trouble is not None
    assert read.trouble.key == "settings.trouble.odd"
    assert read.look.language == (None if "language" in odd else "es")
    assert (read.look.text_scale, read.look.triple_shift_hides, read.center) == (None, None, None)


UNUSABLE = {
    "nothing": b"",
    "no JSON": b"{language: es}",
    "no object": b"[1]",
    "another mark": b'{"language": "es"}',
    "a newer kind": b'{"peer_ready_settings": 2, "language": "es"}',
    "no text": b"\xff\xfe\x00",
    "too deep": b"[" * 100_000,
    "a long number": b'{"peer_ready_settings": ' + b"1" * 9_000 + b"}",
    "too large": b'{"peer_ready_settings": 1, "language": "es"}' + b" " * LARGEST,
}


@pytest.mark.parametrize("content", UNUSABLE.values(), ids=UNUSABLE)
def test_a_file_that_cannot_be_used_is_told_of_and_can_be_replaced(file, content) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    read = Settings(file)
    assert read.trouble is not None
    assert read.trouble.key == "settings.trouble.unusable"
    assert read.look == Look()
    read.keep_look(LOOK)
    assert Settings(file).look == LOOK


def test_a_folder_in_its_place_is_told_of_and_not_written_to(file) -> None:
    file.mkdir(parents=True)
    read = Settings(file)
    assert read.trouble is not None
    with pytest.raises(IsADirectoryError):
        read.keep_look(LOOK)
    assert read.look == Look()


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
def test_a_pipe_keeps_nobody_waiting(file) -> None:
    file.parent.mkdir()
    os.mkfifo(file)
    assert Settings(file).trouble is not None


def test_a_broken_write_leaves_what_was_there(file, monkeypatch) -> None:
    Settings(file).keep_look(LOOK)

    def full(_descriptor: int) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        Settings(file).keep_look(Look(language="en"))
    assert Settings(file).look == LOOK
    assert [one.name for one in file.parent.iterdir()] == ["settings.json"]


# ------------------------------------------------------------ the place


@pytest.mark.parametrize("xdg", [None, "", "relative/place", "/somewhere/else"])
@pytest.mark.skipif(sys.platform != "linux", reason="the place of another system")
def test_the_place_is_the_one_that_programs_use_here(monkeypatch, xdg) -> None:
    if xdg is None:
        monkeypatch.delenv("XDG_CONFIG_HOME")
    else:
        monkeypatch.setenv("XDG_CONFIG_HOME", xdg)
    kept = Settings.here()
    assert kept.file == platformdirs.user_config_path("peer-ready", appauthor=False) / "settings.json"


@pytest.mark.parametrize(
    ("system", "place", "expected"),
    [
        ("darwin", {"HOME": "/Users/ana"}, "/Users/ana/Library/Application Support"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local"),
        ("win32", {}, None),
    ],
)
def test_the_place_on_other_systems(monkeypatch, system, place, expected) -> None:
    for name in ("HOME", "LOCALAPPDATA", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in place.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", system)
    found = config_folder()
    assert found == (Path(expected) if expected else None)


def test_tests_never_read_the_settings_of_whoever_runs_them(nobodys_settings) -> None:
    place = Settings.here().file
    assert place is not None
    assert nobodys_settings in place.parents
