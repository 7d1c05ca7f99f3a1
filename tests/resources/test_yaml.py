"""Files of rules and words are read as plain YAML 1.2, and everything clever in them is refused with its place."""

from __future__ import annotations

import math
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop_app import resources
from desktop_app.resources import DEEPEST, LARGEST, ResourceError, read_yaml


@pytest.fixture
def read(tmp_path: Path):
    """`read(content)`: what a file of this content comes to."""

    def read_content(content: bytes | str) -> Any:
        file = tmp_path / "rules.yaml"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_yaml(file)

    return read_content


@pytest.fixture
def refusal(read):
    """`refusal(content)`: where a file of this content is refused, and why."""

    def refused(content: bytes | str) -> tuple[str, str]:
        with pytest.raises(ResourceError) as caught:
            read(content)
        assert str(caught.value).startswith(str(caught.value.file))
        return caught.value.place, caught.value.problem

    return refused


@pytest.mark.parametrize(
    "word", ["no", "yes", "on", "off", "NO", "Y", "n", "2024-01-01", "1_000", "1:30", "0b1"]
)
def test_words_that_older_yaml_changes_stay_words(read, word):
    assert read(f"answer: {word}") == {"answer": word}
    assert read(f"%YAML 1.1\n---\nanswer: {word}") == {"answer": word}


def test_what_yaml_1_2_means_by_a_value(read):
    content = "{a: true, b: 12, c: 1.5, d: null, e: .nan, f: text, g: [1, two]}"
    found = read(content)
    assert math.isnan(found.pop("e"))
    assert found == {"a": True, "b": 12, "c": 1.5, "d": None, "f": "text", "g": [1, "two"]}
    assert read(b"\xef\xbb\xbfa: 1") == {"a": 1}


def test_a_merge_key_merges_nothing(read):
    assert read("a: 1\n<<: {b: 2}") == {"a": 1, "<<": {"b": 2}}


@pytest.mark.parametrize(
    ("content", "place", "problem"),
    [
        ("a: 1\nb: *x", "line 2", "an alias (*x) is not allowed"),
        ("a: &x 1", "line 1", "an anchor (&x) is not allowed"),
        ("a: &x {}", "line 1", "an anchor (&x) is not allowed"),
        ("a: !!python/object/apply:os.system [id]", "line 1", "python/object/apply:os.system"),
        ("- !!str 1", "line 1", "a tag (tag:yaml.org,2002:str) is not allowed"),
        ("- ! 1", "line 1", "a tag (!) is not allowed"),
        ("%TAG ! tag:yaml.org,2002:\n---\na: !int 1", "line 3", "a tag"),
        ("a: 1\nb: 2\na: 3", "line 3", "the key 'a' stands twice"),
        ('a: 1\n"\\x61": 2', "line 2", "the key 'a' stands twice"),
        ("{a: 1, a: 1}", "line 1", "the key 'a' stands twice"),
        ("a: {b: {c: 1}, b: 2}", "line 1", "the key 'b' stands twice"),
        ("1: a\n0x1: b", "line 2", "found duplicate key"),
        ("~: a\nnull: b", "line 2", "found duplicate key"),
        ("? [a]\n: b", "line 1", "a key must be a plain word"),
        ("? {a: b}\n: b", "line 1", "a key must be a plain word"),
        ("a: 1\n---\nb: 2", "line 2", "more than one document in a file"),
        ("", "", "the file is empty"),
        ("# only a remark\n", "", "the file is empty"),
        ('a: "unfinished', "line 1", "found unexpected end of stream"),
        ("a:\n\t- b", "line 2", "found character that cannot start any token"),
        ("a: b\n- c", "line 2", "did not find expected key"),
        ('a: "\\ud800"', "line 1", "found invalid Unicode character escape code"),
        ("a: \x00", "", "this is not YAML that can be read"),
        ("a: \x07", "", "this is not YAML that can be read"),
        ("a: " + "1" * 5000, "", "this is not YAML that can be read"),
        ("[" * 5000, "line 1", f"nested more than {DEEPEST} deep"),
        ("- " * 5000 + "a", "line 1", f"nested more than {DEEPEST} deep"),
        ("{a: " * 100, "line 1", f"nested more than {DEEPEST} deep"),
        ("a: é".encode("latin-1"), "byte 3", "not UTF-8 text"),
        ("a: é".encode("utf-16"), "byte 0", "not UTF-8 text"),
    ],
)
def test_what_is_refused_names_its_place_and_why(refusal, content, place, problem):
    found_place, found_problem = refusal(content)
    assert found_place == place
    assert problem in found_problem


def test_twenty_four_levels_are_the_deepest(read, refusal):
    read("[" * DEEPEST + "]" * DEEPEST)
    assert refusal("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))[1] == f"nested more than {DEEPEST} deep"


def test_a_large_file_is_refused_before_it_is_parsed(read, refusal):
    fits = "a: " + "x" * (LARGEST - 3)
    assert len(read(fits)["a"]) == LARGEST - 3
    assert refusal(fits + "x") == ("", "larger than 512 KB")


def test_a_folder_is_not_a_file_of_rules(tmp_path: Path):
    with pytest.raises(ResourceError, match="cannot be read"):
        read_yaml(tmp_path)


def test_a_missing_file(tmp_path: Path):
    with pytest.raises(ResourceError, match="cannot be read"):
        read_yaml(tmp_path / "nowhere.yaml")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name on this system")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path):
    pipe = tmp_path / "rules.yaml"
    os.mkfifo(pipe)
    with pytest.raises(ResourceError, match="not a file"):
        read_yaml(pipe)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "rules.yaml"
    file.write_text("a: 1", encoding="utf-8")

    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ResourceError) as caught:
        read_yaml(file)
    assert caught.value.problem == "cannot be read (Permission denied)"


def test_the_resources_are_beside_the_package_or_in_the_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    assert (resources.folder() / "packs").is_dir()
    (tmp_path / "resources" / "packs").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.folder() == tmp_path / "resources"


def test_without_its_resources_the_program_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "desktop_app" / "resources.py"))
    with pytest.raises(ResourceError, match="install it again"):
        resources.folder()
