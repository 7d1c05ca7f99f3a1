"""Where a requirement stands in the documents that a pack rests on, and by what the passage is known again."""

from __future__ import annotations

from pydantic import Field

from desktop_app.rulebook.part import Day, Id, Part

SHORTEST_PASSAGE, LONGEST_PASSAGE = 2, 400
"""Words of a cited passage."""


class Source(Part):
    """A document the pack rests on."""

    id: Id
    date: Day | None = None
    """When it was published; the state's text bears no date."""
    retrieved: Day
    address: str | None = None


class Fingerprint(Part):
    """By what a cited passage is known again, without keeping it: see rulebook.passage."""

    words: int = Field(ge=SHORTEST_PASSAGE, le=LONGEST_PASSAGE)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    part: bool = False
    """The passage is a part of its sentence, so what stands around it is not watched."""


class Citation(Part):
    """Where in a source a requirement stands: the section as headed there, and the line or bullet below."""

    source: Id
    section: str = Field(min_length=1)
    line: int | None = Field(default=None, ge=1)
    bullet: int | None = Field(default=None, ge=1)
    fingerprint: Fingerprint | None = None

    @property
    def place(self) -> tuple[str, str, int | None, int | None]:
        return self.source, self.section, self.line, self.bullet

    def __eq__(self, other: object) -> bool:
        """Two that name the same place are the same to a reader, whichever of its words each rests on."""
        return isinstance(other, Citation) and self.place == other.place

    def __hash__(self) -> int:
        return hash(self.place)
