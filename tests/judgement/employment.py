"""Jobs and volunteering as a sheet writes them, for tests that need one."""

from __future__ import annotations

from typing import Any


def role(start: str, end: str | None = None, **differs: Any) -> dict[str, Any]:
    """Paid peer support in public behavioral health, unless told otherwise."""
    usual = {"work": "peer_support_to_individuals", "setting": "public_behavioral_health", "paid": True}
    return {**usual, "start": start, "end": end, **differs}


def volunteering(start: str, end: str | None = None, **differs: Any) -> dict[str, Any]:
    return role(start, end, paid=False, **differs)
