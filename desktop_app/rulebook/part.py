"""What every part of a pack is made of: strict, frozen, and no key that is not described."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=80)]
Amount = Annotated[str, Field(pattern=r"^[0-9]{1,7}(\.[0-9]{2})?$")]
"""Dollars as posted, as text: shown, never computed."""


def _day(value: object) -> object:
    """YAML 1.2 has no dates: a day is text, YYYY-MM-DD and nothing looser."""
    if not isinstance(value, str) or len(value) != 10:
        raise ValueError("a day must be written YYYY-MM-DD")
    return date.fromisoformat(value)


Day = Annotated[date, BeforeValidator(_day)]


class Part(BaseModel):
    # Built when first needed: only whole files are read, and each part would build all of its own again.
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)
