"""Writes a PDF's objects into a file, small ones packed together: a structure tree has a thousand of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from zlib import compress

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The version, and four bytes that tell everyone that this is no text."""
TOGETHER = 200
"""Objects a pack: a reader unpacks all of them to see one."""


def packed(objects: Mapping[int, bytes], root: int, info: int, identity: bytes) -> bytes:
    """The file. `objects` are numbered from 1 on; `root` and `info` are numbers of theirs."""
    file, place = bytearray(HEAD), {0: (0, 0, 65535)}
    small = [number for number, content in objects.items() if not content.rstrip().endswith(b"endstream")]
    whole = {number: content for number, content in objects.items() if number not in set(small)}
    next_number = max(objects) + 1
    for members in _parted(small):
        whole[next_number] = _pack(objects, members)
        place |= {number: (2, next_number, at) for at, number in enumerate(members)}
        next_number += 1
    for number, content in whole.items():
        place[number] = (1, len(file), 0)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content.rstrip())
    return bytes(file + _index(place, len(file), next_number, root, info, identity))


def _parted(numbers: list[int]) -> Iterator[list[int]]:
    yield from (numbers[at : at + TOGETHER] for at in range(0, len(numbers), TOGETHER))


def _pack(objects: Mapping[int, bytes], members: list[int]) -> bytes:
    starts, body = [], bytearray()
    for number in members:
        starts.append(b"%d %d" % (number, len(body)))
        body += objects[number].strip() + b"\n"
    head = b" ".join(starts) + b"\n"
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(members), len(head)), head + body)


def _index(
    place: dict[int, tuple[int, int, int]], at: int, number: int, root: int, info: int, identity: bytes
) -> bytes:
    """Where each object stands: its kind, its place or its pack, its place in that."""
    place[number] = (1, at, 0)
    entries = b"".join(
        kind.to_bytes(1, "big") + where.to_bytes(4, "big") + within.to_bytes(2, "big")
        for _, (kind, where, within) in sorted(place.items())
    )
    about = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID%s" % (number + 1, root, info, identity)
    return b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, _stream(about, entries), at)


def _stream(about: bytes, content: bytes) -> bytes:
    body = compress(content)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\r\nendstream" % (about, len(body), body)
