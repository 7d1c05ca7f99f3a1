"""Writes a report to its file, whole or not at all, in whatever form; what went wrong is said."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app.files import refuse_existing, whole_file
from desktop_app.i18n import Message, PlainError
from desktop_app.problem import system_reason

NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class ReportError(PlainError):
    """A report that cannot be written."""

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(Message(f"problems.{key}", values))


def write_whole(path: Path, make: Callable[[], bytes], *, replace: bool = False) -> Path:
    """Write what `make` gives. An existing file stays unless `replace`, and is seen first. Raises ReportError."""
    try:
        refuse_existing(path, replace=replace)
        made = make()
        with whole_file(path, replace=replace) as stream:
            stream.write(made)
    except FileExistsError as error:
        raise ReportError("file_exists") from error
    except OSError as error:
        if error.errno in NO_SPACE:
            raise ReportError("no_space") from error
        raise ReportError("cannot_write", reason=system_reason(error)) from error
    except ValueError as error:  # a name that no file can have
        raise ReportError("cannot_write", reason=system_reason(error)) from error
    return path
