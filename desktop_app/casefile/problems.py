"""What can be wrong with a saved file, each with its own sentence."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from desktop_app.i18n import Message, PlainError


class CaseFileError(PlainError):
    """A saved file cannot be used as was wanted. Its message says what, and what to do."""

    key = "trouble"

    def __init__(self, **values: Any) -> None:
        super().__init__(Message(f"casefile.{self.key}", values))


class NotOpenedError(CaseFileError):
    """Either the passphrase is another one, or the first page is damaged: nothing can tell these apart."""

    key = "not_opened"


class NotASavedFileError(CaseFileError):
    """It is empty, or opens with the passphrase and is something else."""

    key = "not_ours"


class DamagedError(CaseFileError):
    """Bytes were changed or are missing. `copies` may hold what was kept before."""

    key = "damaged"


class OlderThanBeforeError(CaseFileError):
    """The file is not the one that was kept last: an older one stands in its place."""

    key = "older"


class TooNewError(CaseFileError):
    """A newer program wrote it."""

    key = "too_new"


class GoneError(CaseFileError):
    """The place cannot be reached: the stick was taken out, or the folder is gone."""

    key = "gone"


class NoRoomError(CaseFileError):
    key = "no_room"


class LongNameError(CaseFileError):
    """The system takes no name of this length, or SQLite no path of it."""

    key = "long_name"


class InUseError(CaseFileError):
    """Another program has it open; what was wanted is for one alone."""

    key = "in_use"


class ReadOnlyError(CaseFileError):
    """It was opened for reading, or the place lets nobody write."""

    key = "read_only"


class ChangedElsewhereError(CaseFileError):
    """Another program wrote the file since it was read here; it is not written over."""

    key = "changed_elsewhere"


class NobodyError(CaseFileError):
    """What was to be kept belongs to somebody who was deleted."""

    key = "nobody"


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what the system reports into our own problems; that something is there already is for the caller."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        raise _of_system(error) from error


def _of_system(error: OSError) -> CaseFileError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return NoRoomError()
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return ReadOnlyError()
    return LongNameError() if error.errno == errno.ENAMETOOLONG else GoneError()
