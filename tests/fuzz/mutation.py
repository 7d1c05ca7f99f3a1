"""Changes bytes by chance, with a taste for what parsers trip over."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

WORDS = (
    *(
        b"[",
        b"{",
        b'"',
        b"}",
        b"]",
        b":",
        b",",
        b"null",
        b"true",
        b"NaN",
        b"-0",
        b"1e999",
        b"9" * 400,
        b"\\ud800",
    ),
    *(
        b"\xff",
        b"\x00",
        b"\xef\xbb\xbf",
        "\u202e".encode(),
        "🗝".encode(),
        b"&a ",
        b"*a",
        b"!!python/object ",
        b"<<: ",
    ),
    *(b"2026-02-30", b"0000-00-00", b"9999-12-31", b"10000-01-01", b"\n---\n", b"\n  - ", b"? ", b"\t"),
    *(
        b"<img src=x>",
        b"</para>",
        b"../../x",
        b"CON",
        b"'; DROP TABLE sitting; --",
        b"{0.__class__}",
        b"%s%n",
    ),
)
"""Letters that mean something to some reader."""
MOST = 200_000
"""Bytes; larger ones are refused before they are read, which has tests of its own."""

Change = Callable[[bytearray, random.Random], None]


def changed(seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """One of the seeds after a few changes."""
    content = bytearray(chance.choice(seeds))
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        chance.choice(CHANGES)(content, chance)
    if chance.random() < 0.1:
        other = chance.choice(seeds)
        content[_at(content, chance) :] = other[chance.randrange(len(other) + 1) :]
    return bytes(content[:MOST])


def _at(content: bytearray, chance: random.Random) -> int:
    return chance.randrange(len(content) + 1)


def _flip(content: bytearray, chance: random.Random) -> None:
    if content:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _word(content: bytearray, chance: random.Random) -> None:
    at = _at(content, chance)
    content[at : at + chance.choice((0, 0, 1, 8))] = chance.choice(WORDS)


def _drop(content: bytearray, chance: random.Random) -> None:
    at = _at(content, chance)
    del content[at : at + chance.choice((1, 4, 40, 4096))]


def _twice(content: bytearray, chance: random.Random) -> None:
    at = _at(content, chance)
    part = content[at : at + chance.choice((1, 8, 80, 800))]
    content[at:at] = part * chance.choice((1, 1, 2, 50))


def _many(content: bytearray, chance: random.Random) -> None:
    at = _at(content, chance)
    content[at:at] = chance.choice(WORDS) * chance.choice((10, 100, 1000, 5000))


def _digit(content: bytearray, chance: random.Random) -> None:
    digits = [at for at, one in enumerate(content[:5000]) if chr(one).isdigit()]
    if digits:
        content[chance.choice(digits)] = ord(chance.choice("0123456789-."))


CHANGES: tuple[Change, ...] = (_flip, _word, _word, _drop, _twice, _many, _digit)
