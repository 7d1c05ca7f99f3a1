"""A sum over everything in a file: a page that was put back from an older copy no longer fits it.

SQLCipher signs each page by itself, so a single old page passes. The seal ties all of them together: the digests of
the rows are added up, so that writing one row costs the digests of that row only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

SIZE = 2**256

Row = Sequence[str]
"""A row's values, its table's name first."""


def seal_of(rows: Iterable[Row]) -> int:
    return sum(_digest(row) for row in rows) % SIZE


def resealed(seal: int, *, gone: Iterable[Row] = (), new: Iterable[Row] = ()) -> int:
    """The seal after some rows went and others came."""
    return (seal - seal_of(gone) + seal_of(new)) % SIZE


def sealed(seal: int, generation: int) -> str:
    """As it stands in the file: bound to how often it was written."""
    return hashlib.sha256(f"{generation}:{seal:064x}".encode()).hexdigest()


def _digest(row: Row) -> int:
    parts = [value.encode("utf-8", "surrogatepass") for value in row]
    whole = b"".join([len(part).to_bytes(8, "big") + part for part in parts])
    return int.from_bytes(hashlib.sha256(whole).digest(), "big")
