"""What the program is made of: told from what is installed, and in a built program from what was gathered."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from desktop_app.licenses import LIST, Component, components, to_read

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def gathering() -> ModuleType:
    """packaging/licenses.py, which is a program of its own."""
    spec = importlib.util.spec_from_file_location("gathering", ROOT / "packaging" / "licenses.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_program_comes_first_and_every_part_has_terms_and_a_text() -> None:
    parts = components()
    assert parts[0].name == "Peer Ready"
    assert [one.name for one in parts[1:]] == sorted((one.name for one in parts[1:]), key=str.casefold)
    assert [one.name for one in parts if not one.text()] == []


def test_a_text_is_laid_out_anew_and_keeps_every_word() -> None:
    for one in components():
        assert to_read(one.text()).split() == one.text().split()


def test_paragraphs_are_put_together_and_titles_and_points_stay_lines() -> None:
    text = """
                                 Apache License
                           Version 2.0, January 2004

      "Licensor" shall mean the copyright owner or entity authorized by
      the copyright owner that is granting the License.

      (a) You must give any other recipients of the Work or Derivative
          Works a copy of this License; and
      (b) You must cause any modified files to carry notices
    """
    assert to_read(text) == (
        "Apache License\nVersion 2.0, January 2004\n\n"
        '"Licensor" shall mean the copyright owner or entity authorized by the copyright owner that is '
        "granting the License.\n\n"
        "(a) You must give any other recipients of the Work or Derivative Works a copy of this License; and\n"
        "(b) You must cause any modified files to carry notices"
    )


def test_what_stands_in_columns_stays_in_them() -> None:
    assert to_read("   Name      License\n   one       MIT") == "Name      License\none       MIT"


def test_every_package_that_the_program_asks_for_is_there() -> None:
    from importlib.metadata import requires

    names = {one.name.lower().replace("_", "-") for one in components()}
    asked = {
        line.split(";")[0].split("=")[0].split(">")[0].split("<")[0].strip()
        for line in requires("peer-ready") or ()
    }
    assert {name.lower() for name in asked} <= names


def test_nothing_that_is_only_for_its_makers_is_there() -> None:
    assert {"pytest", "ruff", "mypy", "hypothesis"}.isdisjoint({one.name for one in components()})


def test_a_built_program_shows_what_was_gathered_for_it(gathering, tmp_path, monkeypatch) -> None:
    target = tmp_path / "licenses"
    gathering.gather(target)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "peer-ready"))
    built = {one.name: one for one in components()}
    assert {"Peer Ready", "PyInstaller", "Python", "reportlab"} <= built.keys()
    files = [file for one in built.values() for file in one.files]
    assert files
    assert all(target in file.parents and file.is_file() for file in files)
    qt = next(one for name, one in built.items() if name.lower().startswith("pyside6"))
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.text()
    listed = json.loads((target / LIST).read_text("utf-8"))
    assert [
        one["name"] for one in listed if one["name"] not in (target / "README.txt").read_text("utf-8")
    ] == []


def test_a_text_that_is_not_there_is_left_out(tmp_path) -> None:
    (tmp_path / "here.txt").write_bytes(b"\n\nTerms \xff\n")
    one = Component("x", "1", "MIT", (tmp_path / "gone.txt", tmp_path / "here.txt"))
    assert one.text() == "Terms \ufffd"
