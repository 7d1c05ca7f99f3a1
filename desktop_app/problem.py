"""What the system refused, in the program's own words: its own stand in the language of the computer, or in none."""

from __future__ import annotations

import errno

from desktop_app.i18n import Message

REASONS = {
    errno.EISDIR: "folder",
    errno.ENOTDIR: "not_a_folder",
    errno.ENOENT: "not_there",
    errno.EEXIST: "there",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.EROFS: "read_only",
    errno.ENAMETOOLONG: "name_too_long",
    errno.ELOOP: "leads_nowhere",
    errno.EBUSY: "in_use",
    errno.ETXTBSY: "in_use",
    errno.EIO: "broken",
    errno.ENXIO: "broken",
    errno.ENODEV: "broken",
    errno.ENOSPC: "no_room",
    errno.EDQUOT: "no_room",
    errno.EFBIG: "no_room",
    errno.EMFILE: "too_many_open",
    errno.ENFILE: "too_many_open",
    errno.EINVAL: "not_a_name",
}


def system_reason(error: Exception) -> Message:
    """Why something on this computer could not be used, to stand in brackets."""
    if not isinstance(error, OSError):  # no such home folder, or letters that no name can have
        return Message("reasons_of_system.not_a_name")
    if error.errno in REASONS:
        return Message(f"reasons_of_system.{REASONS[error.errno]}")
    return Message("reasons_of_system.other", {"number": error.errno or 0})
