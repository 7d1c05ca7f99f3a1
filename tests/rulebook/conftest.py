"""A small pack of one's own, to be changed in one place and read."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PACK: dict[str, Any] = {
    "series": "or-county",
    "version": "2025-01-01",
    "in_force": {"since": "2025-01-01"},
    "sources": [{"id": "posting", "retrieved": "2025-01-02"}],
    "rules": {"school": {"fact": "high_school", "met": ["diploma"]}},
    "positions": [
        {
            "id": "or-county-1",
            "tier": "I",
            "requirements": [
                {
                    "id": "school",
                    "strength": "must",
                    "basis": "stated",
                    "cite": {"source": "posting", "section": "Education", "line": 1},
                    "needs": {"rule": "school"},
                }
            ],
        }
    ],
}


@pytest.fixture
def pack() -> dict[str, Any]:
    """A whole pack as data; a test may change it."""
    return copy.deepcopy(PACK)


@pytest.fixture
def requirement(pack: dict[str, Any]) -> dict[str, Any]:
    """The one requirement of `pack`."""
    found: dict[str, Any] = pack["positions"][0]["requirements"][0]
    return found


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Writes a pack where packs are looked for; JSON is YAML too."""

    def write(pack: dict[str, Any], name: str = "one") -> Path:
        folder = tmp_path / "packs" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "rules.yaml").write_text(json.dumps(pack), encoding="utf-8")
        return tmp_path / "packs"

    return write
