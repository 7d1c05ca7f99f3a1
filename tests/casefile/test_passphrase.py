"""Words that nobody would guess are good enough, however plain; what everybody uses is not."""

from __future__ import annotations

import pytest

from desktop_app.casefile.passphrase import guidance


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
