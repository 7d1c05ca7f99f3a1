"""Looks a built program over before anybody gets it: size, what must not be in it, a hash of each file."""

from __future__ import annotations

import hashlib
from pathlib import Path

LARGEST = 160 * 1000 * 1000
"""Bytes. It has to fit through the email and the small disks of a wellness center."""
FORBIDDEN = (
    "Qt6Network",
    "QtNetwork",
    "_socket.",
    "_ssl.",
    "libssl",
    "libcrypto",
    "Qt6Qml",
    "Qt6WebEngine",
    "libqgtk3",
)
HASHES = "SHA256SUMS"


def check(built: Path) -> list[str]:
    """Write the hashes and give back what is wrong, one sentence each."""
    files = sorted(file for file in built.rglob("*") if file.is_file() and file.name != HASHES)
    size = sum(file.lstat().st_size for file in files if not file.is_symlink())
    print(f"{built.name}: {size / 1e6:.0f} MB in {len(files)} files")
    problems = [
        f"{file.relative_to(built)}: this could reach a network or is never used; it must not be in there"
        for file in files
        if any(word in file.name for word in FORBIDDEN)
    ]
    problems += [
        f"{link.relative_to(built)}: leads nowhere" for link in built.rglob("*") if not link.exists()
    ]
    if size > LARGEST:
        problems.append(f"{size / 1e6:.0f} MB is more than {LARGEST / 1e6:.0f} MB")
    (built / HASHES).write_text(
        "".join(f"{_digest(file)}  {file.relative_to(built).as_posix()}\n" for file in files),
        encoding="utf-8",
    )
    return problems


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
