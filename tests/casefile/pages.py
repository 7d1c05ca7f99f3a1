"""Reads every page of an encrypted file, free ones too, by no means of ours: as somebody with the passphrase could."""

from __future__ import annotations

import _ssl
import ctypes
import hashlib
import hmac
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

PAGE, SALT, VECTOR, SIGNED = 4096, 16, 16, 64
"""Bytes: a page ends with its vector and its signature, the first one begins with the salt."""


def found_in(files: Iterable[Path], passphrase: str, *words: str, rounds: int = 4) -> set[str]:
    """Which of the words stand anywhere in these files; in tests keys are made in few rounds."""
    there = set()
    for file in files:
        for page in pages_of(file, passphrase, rounds):
            there |= {word for word in words if word.encode() in page}
    return there


def saved_files(folder: Path) -> list[Path]:
    """Every file that can hold pages, copies too; a journal is a mishap of its own."""
    return [file for file in sorted(folder.rglob("*")) if file.is_file() and file.stat().st_size >= PAGE]


def pages_of(file: Path, passphrase: str, rounds: int = 4) -> Iterator[bytes]:
    """SQLCipher 4: AES-256 in CBC mode. Raises ValueError where a page is not signed with this passphrase."""
    content = file.read_bytes()
    salt = content[:SALT]
    key = hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, rounds, 32)
    signing = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    for number, at in enumerate(range(0, len(content), PAGE), start=1):
        page = content[at + (SALT if number == 1 else 0) : at + PAGE]
        signed, signature = page[:-SIGNED], page[-SIGNED:]
        if hmac.digest(signing, signed + number.to_bytes(4, "little"), "sha512") != signature:
            raise ValueError(number)
        yield _deciphered(key, signed[:-VECTOR], signed[-VECTOR:])


def _deciphered(key: bytes, text: bytes, vector: bytes) -> bytes:
    """By the OpenSSL that Python itself comes with."""
    crypto, plain, length = _openssl(), ctypes.create_string_buffer(len(text) + 32), ctypes.c_int()
    context = ctypes.c_void_p(crypto.EVP_CIPHER_CTX_new())
    try:
        cipher = ctypes.c_void_p(crypto.EVP_aes_256_cbc())
        crypto.EVP_DecryptInit_ex(context, cipher, None, key, vector)
        crypto.EVP_CIPHER_CTX_set_padding(context, 0)
        assert crypto.EVP_DecryptUpdate(context, plain, ctypes.byref(length), text, len(text)) == 1
    finally:
        crypto.EVP_CIPHER_CTX_free(context)
    assert length.value == len(text)
    return plain.raw[: len(text)]


def _openssl() -> ctypes.CDLL:
    if sys.platform == "win32":
        pytest.skip("finds no OpenSSL behind Python's own there")
    crypto = ctypes.CDLL(_ssl.__file__)
    crypto.EVP_CIPHER_CTX_new.restype = crypto.EVP_aes_256_cbc.restype = ctypes.c_void_p
    return crypto
