"""Words that nobody would guess are good enough, however plain; what everybody uses is not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from desktop_app.casefile.passphrase import guidance
from tests.casefile.conftest import LIBRARY_ROUNDS


@pytest.mark.parametrize("weak", ["password1", "12345678", "Ana1990", "aaaaaaaaaaaaaaaaaaaa", "qwertyuiop"])
def test_what_others_would_try_first_is_weak(weak) -> None:
    assert guidance(weak).strength == "weak"
    assert not guidance(weak).good_enough


@pytest.mark.parametrize(
    "good", ["correct horse battery", "perro azul camina lento", "sol mesa rojo nube tren"]
)
def test_a_few_words_are_good_enough_in_either_language(good) -> None:
    assert guidance(good).good_enough


def test_the_name_of_the_person_counts_for_nothing() -> None:
    assert guidance("Wilhelmina Oyelaran").strength != "weak"
    assert guidance("Wilhelmina Oyelaran", ["Wilhelmina", "Oyelaran"]).strength == "weak"


def test_nothing_and_very_much_take_no_time() -> None:
    assert guidance("").strength == "empty"
    assert guidance("a b c d " * 100_000).strength


def test_a_key_takes_as_many_rounds_as_the_library_wants(desk) -> None:
    """Asked in a program of its own: the other tests derive their keys quickly."""
    asked = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from desktop_app.casefile.opening import create
file = create(Path(sys.argv[1]), "four plain words here", lambda: datetime.now(UTC))
with file._database._bare() as connection:
    for asked in ("kdf_iter", "cipher_kdf_algorithm"):
        print(connection.execute(f"PRAGMA {asked}").fetchone()[0])
"""
    ran = subprocess.run(
        [sys.executable, "-c", asked, str(desk.place)], capture_output=True, text=True, check=True
    )
    rounds, algorithm = ran.stdout.split()
    assert int(rounds) >= LIBRARY_ROUNDS
    assert algorithm == "PBKDF2_HMAC_SHA512"
