"""What is read of a file that holds a caseload before any of it is shown, and how a new one begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.casefile.records import Person

SETTING = "caseload"
"""The setting of a file by which it is one."""
KEEP_MONTHS = "keep_months"
MOST_MONTHS = 600


class Caseload(NamedTuple):
    """Its clients as they are kept, and the center's own setting."""

    people: tuple[Person, ...]
    keep_months: int = 0


def load(file: CaseFile) -> Caseload | None:
    """None where the file holds one person. May be called from any thread. Raises CaseFileError."""
    setting = file.setting(SETTING)
    if not setting:
        return None
    months = setting.get(KEEP_MONTHS)
    return Caseload(
        tuple(file.people()), months if isinstance(months, int) and 0 < months <= MOST_MONTHS else 0
    )


def begin(file: CaseFile, keep_months: int) -> Caseload:
    """Make a caseload of a file that is new. Raises CaseFileError."""
    file.set_setting(SETTING, {KEEP_MONTHS: keep_months})
    return Caseload((), keep_months)
