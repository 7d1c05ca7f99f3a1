"""An invented posting in the shape of the real ones, and a pack that cites it."""

from __future__ import annotations

from typing import Any

from desktop_app.rulebook.model import Pack
from desktop_app.rulebook.passage import fingerprint

SCHOOL = "A high school diploma or its equal."
LIVED = "Has lived through a mental health challenge, or stands by someone who has."
MONTHS = "Four months of paid or unpaid work beside peers, one to one or in groups."
YEAR = "Two years of work in a clinic or a like place. A two-year degree in social work may take its place."
LICENSE = "A driver's license of this state that is good for a van."
CERTIFICATE = "A current peer certificate of this state:"
AGE = "Must be no younger than 19 years."
PHOTO = "Shows a photo card, such as a passport, from a public office."
TRAINING = "Completes a 60-hour course over 12 themes. The course must be on the board's list."
EXAM = "Passes the board's exam"
PAY = "Peer Guide I: $15.10 - $19.80"

POSTING = f"""
Peer Guide I/II

  • Pine Falls, Oregon
  • March 3, 2025

Pay

{PAY}

Example of Duties

  • Walks beside people who begin to recover.
  • Drives people to visits and back.
  • Writes down each visit.

Peer Guide II
  • Leads groups for families.

Education and Experience:

{SCHOOL}

{LIVED}

Peer Guide I

{MONTHS}

Peer Guide II

{YEAR}

Special Needs of the Work

{LICENSE}

Peer Guide II

{CERTIFICATE}
  • Before anything else; A peer guide: {AGE}
  • {PHOTO}
  • {TRAINING}
  • {EXAM}

Union Local 7

Staff get 12 days off a year. The county pays half of a bus pass.

GRADE TITLE\tCODE\tGROUP\tRANGE
PEER GUIDE I\t5107\tB10\t\\$31,000 - \\$40,000
PEER GUIDE II\t5108\tB12\t\\$35,000 - \\$45,000
"""

EDUCATION = "Education and Experience"
NEEDS = "Special Needs of the Work"
PASSAGES: dict[str, tuple[str, str, dict[str, int]]] = {
    "school": (SCHOOL, EDUCATION, {"line": 1}),
    "lived": (LIVED, EDUCATION, {"line": 2}),
    "months": (MONTHS, f"{EDUCATION}, Peer Guide I", {"line": 1}),
    "year": (YEAR, f"{EDUCATION}, Peer Guide II", {"line": 1}),
    "license": (LICENSE, NEEDS, {"line": 1}),
    "certificate": (CERTIFICATE, f"{NEEDS}, Peer Guide II", {"line": 1}),
    "age": (AGE, f"{NEEDS}, Peer Guide II", {"bullet": 1}),
    "photo": (PHOTO, f"{NEEDS}, Peer Guide II", {"bullet": 2}),
    "training": (TRAINING, f"{NEEDS}, Peer Guide II", {"bullet": 3}),
    "exam": (EXAM, f"{NEEDS}, Peer Guide II", {"bullet": 4}),
}
PLAIN = {
    "requirements.school": "High school. A high school diploma, or equal.",
    "requirements.lived": "Lived experience. To have lived through a mental health challenge yourself.",
    "requirements.months": "Four months of peer work, paid or unpaid.",
    "requirements.year": "Two years of clinic work, or a degree in social work.",
    "requirements.license": "A driver's license of Oregon.",
    "requirements.certificate": "A current certificate for peers.",
    "requirements.row": "Peer guide I is code 5107.",
    "path.age": "To be at least 19.",
    "path.photo": "A photo card.",
    "path.training": "A course of 60 hours.",
    "path.exam": "The exam.",
}


def cite(passage: str, section: str, place: dict[str, int], *, part: bool = False) -> dict[str, Any]:
    mark = fingerprint(passage, part=part).model_dump()
    return {"source": "posting", "section": section, **place, "fingerprint": mark}


def pack_as_data() -> dict[str, Any]:
    needs = {"fact": "high_school", "met": ["diploma"]}

    def one(name: str, **more: Any) -> dict[str, Any]:
        return {"id": name, "cite": cite(*PASSAGES[name]), "needs": needs, **more}

    def asked(name: str, **more: Any) -> dict[str, Any]:
        return one(name, strength="must", basis="stated", **more)

    path = [one(name) for name in ("age", "photo", "training", "exam")]
    row = cite("PEER GUIDE I 5107", "Grade Title", {"line": 1}, part=True)
    return {
        "series": "or-pine",
        "version": "2025-03-03",
        "in_force": {"since": "2025-03-03"},
        "sources": [{"id": "posting", "date": "2025-03-03", "retrieved": "2025-03-04"}],
        "positions": [
            {
                "id": "or-pine-1",
                "tier": "I",
                "requirements": [
                    *(asked(name) for name in ("school", "lived", "months", "license")),
                    {**asked("school"), "id": "row", "cite": row},
                ],
            },
            {
                "id": "or-pine-2",
                "tier": "II",
                "requirements": [
                    *(asked(name) for name in ("school", "lived", "year", "license")),
                    asked("certificate", path=path),
                ],
            },
        ],
        "pay": [
            {
                "id": "body",
                "positions": ["or-pine-1"],
                "low": "15.10",
                "high": "19.80",
                "per": "hour",
                "cite": cite(PAY, "Pay", {"line": 1}),
            }
        ],
    }


def made_pack() -> Pack:
    return Pack.model_validate(pack_as_data(), strict=False)
