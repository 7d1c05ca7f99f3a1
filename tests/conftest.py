"""What every test may ask for: the program's own facts, rules and words, and no screen."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from desktop_app import resources
from desktop_app.i18n import Words, load_words
from desktop_app.judgement.judge import Judge
from desktop_app.rulebook.load import Facts, Rulebook, load_rulebook, words_with

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PATIENCE = 120_000
"""Milliseconds: a busy computer may take twenty times as long as a quiet one; no test ends badly for that."""


STARTED = monotonic()
LONGEST = 30 * 60
"""Seconds, three times what all tests take: on a computer that is slower still, CI tries less of what follows."""
BY_SHARE = tuple(
    f"tests/{name}"
    for name in (
        "e2e/test_odd_names.py",
        "report/test_kinds.py",
        "report/test_web_and_plain.py",
        "ui/test_nothing_clipped.py",
    )
)
"""A share of what could be tried, as it is; `make matrix` and `make check-report` try all of it."""


def pytest_runtest_setup(item: pytest.Item) -> None:
    if "CI" in os.environ and item.nodeid.startswith(BY_SHARE) and monotonic() - STARTED > LONGEST:
        pytest.skip("this computer is slow: a smaller share is tried")


@pytest.fixture(scope="session", autouse=True)
def patience() -> None:
    """How long a test waits for what is to happen in a window, unless it says otherwise."""
    for waiting in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed):
        (waiting.__kwdefaults__ or {})["timeout"] = PATIENCE


@pytest.fixture(scope="session", autouse=True)
def nobodys_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Whoever runs the tests may have settings of the program; nothing here reads or writes them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME" if sys.platform != "win32" else "LOCALAPPDATA", str(home))
        if sys.platform == "darwin":
            patch.setenv("HOME", str(home))
        yield home


@pytest.fixture(autouse=True)
def tidied_in_the_window_s_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the program, where there is a window: see desktop_app/ui/tidying.py."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from desktop_app.ui.tidying import Tidying

    tidying = Tidying(request.getfixturevalue("qapp"))
    yield
    tidying.stop()
    tidying.deleteLater()


@pytest.fixture(scope="session", autouse=True)
def own_files_read_once() -> Iterator[None]:
    """The program's own files stay the same; reading them for every window took half of the tests' time."""
    read, read_before = resources.read_yaml, dict[tuple[Path, int], bytes]()
    own = resources.folder()

    def read_once(file: Path) -> Any:
        if not file.is_relative_to(own):
            return read(file)
        key = (file, file.stat().st_mtime_ns)
        if key not in read_before:
            read_before[key] = pickle.dumps(read(file))
        return pickle.loads(read_before[key])  # noqa: S301 - made here; a fresh one each time, as from the file

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(resources, "read_yaml", read_once)
        yield


# Everyday runs try the same few sheets each time; `--hypothesis-profile=long` looks for new ones.
settings.register_profile("quick", max_examples=60, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile("quick")

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def book() -> Rulebook:
    return load_rulebook()


@pytest.fixture(scope="session")
def facts(book: Rulebook) -> Facts:
    return book.facts


@pytest.fixture(scope="session")
def judge(book: Rulebook) -> Judge:
    """Of the rules in force on the day that the tests take as today."""
    return Judge([loaded.pack for loaded in book.in_force(TODAY)], book.facts)


@pytest.fixture(scope="session")
def words(book: Rulebook) -> Words:
    """English, with the words of every pack."""
    return words_with(load_words("en"), book.packs)
