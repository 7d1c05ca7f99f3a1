"""Locks a finished PDF with a password: AES-256, and what reads it aloud may still read it."""

from __future__ import annotations

from io import BytesIO


def sealed(pdf: bytes, password: str) -> bytes:
    """The file, which nobody can open without the password; the same one opens all of it."""
    import pikepdf  # late: most reports have no password

    aloud = pikepdf.Permissions(accessibility=True)
    lock = pikepdf.Encryption(owner=password, user=password, R=6, allow=aloud, aes=True, metadata=True)
    stream = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        kept = pikepdf.ObjectStreamMode.preserve
        # What the file says of itself stays as it is; to write it anew would take lxml, which is not shipped.
        document.save(stream, encryption=lock, object_stream_mode=kept, fix_metadata_version=False)
    return stream.getvalue()
