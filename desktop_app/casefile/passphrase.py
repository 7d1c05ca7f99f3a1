"""How hard a passphrase is to guess. Nothing of it is kept here, and nothing of it is in what is given back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Strength = Literal["empty", "weak", "fair", "strong"]

LONGEST_READ = 72
"""zxcvbn's time grows with the square of the length; what comes after this many letters can only help."""

FAIR, STRONG = 10.0, 12.0
"""Powers of ten of the guesses it takes. SQLCipher makes each of them 256,000 rounds long: taken that somebody with
much to spend tries ten thousand a second, fair lasts some ten days and strong some years."""


class Guidance(NamedTuple):
    """What is told while a passphrase is typed; `good_enough` is asked for before a file is made."""

    strength: Strength

    @property
    def good_enough(self) -> bool:
        return self.strength in ("fair", "strong")


def guidance(passphrase: str, known: Iterable[str] = ()) -> Guidance:
    """`known` are words that others would try first: the name, the center's name."""
    if not passphrase:
        return Guidance("empty")
    from zxcvbn import zxcvbn  # late: its lists of words take a while

    guesses = float(zxcvbn(passphrase[:LONGEST_READ], user_inputs=list(known))["guesses_log10"])
    return Guidance("strong" if guesses >= STRONG else "fair" if guesses >= FAIR else "weak")
