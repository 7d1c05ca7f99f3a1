"""A small share of `make fuzz` on every run: the corpus, some changed inputs, and controls that have to be found."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, TOLD

unix = pytest.mark.skipif(sys.platform == "win32", reason="limits of a Unix system")
TRIES = {"pack": 30, "store": 80, "beside": 60}


def fuzzed(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.fuzz", "--plain", *arguments]
    return subprocess.run(command, capture_output=True, text=True)


@unix
@pytest.mark.parametrize("name", TARGETS)
def test_hostile_bytes_are_refused_in_words(name) -> None:
    ran = fuzzed(name, "--tries", str(TRIES.get(name, 400)))
    assert ran.returncode == 0, ran.stdout + ran.stderr


@unix
@pytest.mark.parametrize(
    ("name", "found"), [("careless", "IndexError"), ("endless", "2 seconds"), ("greedy", "300 MB")]
)
def test_control_what_breaks_never_ends_or_takes_all_memory_is_found(name, found) -> None:
    ran = fuzzed(name, "--tries", "200")
    assert ran.returncode == 1
    assert found in ran.stdout


ODD = ("", "<img src=x>", "</para>", "../../x", "CON", "🗝" * 300, "\u202etxt", "\ud800", "\0", "x" * 10_000)
texts = st.one_of(st.text(), st.sampled_from(ODD))
scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), texts)
documents = st.recursive(
    scalars, lambda inner: st.one_of(st.lists(inner), st.dictionaries(texts, inner)), max_leaves=20
)


@pytest.fixture(scope="module")
def feeds():
    return {name: TARGETS[name].begin() for name in ("sheet", "center", "settings", "kept")}


@pytest.fixture(scope="module")
def shapes():
    """A document of each kind, into which something odd is put."""
    return {name: json.loads(TARGETS[name].seeds()[0]) for name in ("sheet", "center", "settings", "kept")}


@pytest.mark.parametrize("name", ["sheet", "center", "settings", "kept"])
@given(value=documents, chance=st.randoms(use_true_random=False))
def test_any_value_in_any_place_is_read_or_refused_in_words(feeds, shapes, name, value, chance) -> None:
    document = json.loads(json.dumps(shapes[name]))
    put_somewhere(document, value, chance)
    with suppress(*TOLD):
        feeds[name](json.dumps(document).encode())


def put_somewhere(document, value, chance) -> None:
    """In the place of one part, however deep."""
    while True:
        keys = list(document) if isinstance(document, dict) else list(range(len(document)))
        if not keys:
            return
        key = chance.choice(keys)
        inner = document[key]
        if not isinstance(inner, dict | list) or not inner or chance.random() < 0.3:
            document[key] = value
            return
        document = inner
