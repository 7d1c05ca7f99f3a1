"""What is half filled in, as it is kept in a saved file, and read back strictly: nothing in there is trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from desktop_app.rulebook.load import Facts
from desktop_app.ui.pages.day import HalfDay
from desktop_app.ui.pages.role_draft import DateParts, RoleDraft
from desktop_app.ui.pages.roles import DRAFT

LONGEST = 2000
"""Letters of any part; more than a form takes."""


def drafts_to_keep(drafts: Mapping[str, object]) -> dict[str, Any]:
    """The entries among them, in what JSON can hold; what only says how a page looks is left out."""
    kept: dict[str, Any] = {}
    for name, draft in drafts.items():
        if isinstance(draft, RoleDraft):
            kept[name] = {field.name: _plain(getattr(draft, field.name)) for field in fields(draft)}
        elif isinstance(draft, HalfDay):
            kept[name] = list(draft)
    return kept


def drafts_from(content: Mapping[str, Any], facts: Facts, roles: int) -> dict[str, object]:
    """Those that the pages can show; `roles` is how many there are to be changed. What is odd is left out."""
    kept = content.get("drafts")
    found: dict[str, object] = {}
    for name, draft in kept.items() if isinstance(kept, dict) else ():
        one: object = None
        if name == DRAFT:
            one = _role(draft, roles)
        elif name in facts.by_id:
            one = _half_day(draft)
        if one is not None:
            found[name] = one
    return found


def _plain(value: object) -> object:
    return list(value) if isinstance(value, DateParts) else value


def _role(kept: object, roles: int) -> RoleDraft | None:
    if not isinstance(kept, dict):
        return None
    at = kept.get("at")
    parts: dict[str, Any] = {}
    for field in fields(RoleDraft):
        value = kept.get(field.name)
        if field.name in ("start", "end"):
            if not _texts(value, 3):
                return None
            parts[field.name] = DateParts(*value)  # type: ignore[misc]  # a list of three texts
        elif field.name in ("still", "tried"):
            parts[field.name] = value is True
        elif field.name != "at":
            if not _text(value):
                return None
            parts[field.name] = value
    if at is None:
        return RoleDraft(None, **parts)
    return RoleDraft(at, **parts) if type(at) is int and 0 <= at < roles else None


def _half_day(kept: object) -> HalfDay | None:
    if not isinstance(kept, list) or len(kept) != 3:
        return None
    month, day, year = kept
    whole = all(part is None or _text(part) for part in (month, day)) and _text(year)
    return HalfDay(month, day, year) if whole else None


def _texts(value: object, count: int) -> bool:
    return isinstance(value, list) and len(value) == count and all(_text(part) for part in value)


def _text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST
