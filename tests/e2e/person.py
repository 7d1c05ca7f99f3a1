"""The made-up person of these tests: a GED, and ten months as a volunteer."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from desktop_app.i18n import load_words

CHOICES: dict[str, str | None] = {
    "lived_experience": "I have used mental health services",
    "high_school": "I passed the GED or HiSET",
    "college_degree": "No degree",
    "can_lead_groups": "Yes",
    "can_serve_as_lead_worker": "I'm not sure",
    "drivers_license": "Yes, from California",
    "ca_certificate": "Not yet",
    "age_18_or_over": "Yes",
    "government_photo_id": "Yes",
    "transcripts_available": None,
    "identifies_as_peer": "Yes",
    "willing_to_share": "Yes",
    "dedicated_to_recovery": "I'd rather not say",
    "ca_ethics_agreement": "Yes",
    "ca_training": "I am in it now",
    "ca_exam": "Not yet",
    "tx_certificate": "Not yet",
}
"""What is chosen to each question, but for the one about roles; None skips."""

ANSWERS = {
    "lived_experience": ["own_mental_health_services"],
    "high_school": "ged_or_hiset",
    "college_degree": "none",
    "roles": [
        {
            "work": "peer_support_to_individuals",
            "setting": "similar",
            "paid": False,
            "start": "2026-01",
            "end": None,
            "hours_per_week": 8,
            "title": "Volunteer <img src=x>",
        }
    ],
    "can_lead_groups": True,
    "can_serve_as_lead_worker": "not_sure",
    "drivers_license": "california",
    "ca_certificate": "none",
    "age_18_or_over": True,
    "government_photo_id": True,
    "identifies_as_peer": True,
    "willing_to_share": True,
    "dedicated_to_recovery": "prefer_not_to_say",
    "ca_ethics_agreement": True,
    "ca_training": "in_progress",
    "ca_exam": "not_taken",
    "tx_certificate": "none",
}


class Told:
    """The same words in another language: found by their place in the catalogs, under `above` if they say it."""

    def __init__(self, language: str) -> None:
        self._english, self._other = load_words("en"), load_words(language)

    def __call__(self, english: str, above: str = "") -> str:
        keys = [key for key in self._english.keys() if key.startswith(above)]  # noqa: SIM118
        found = next(key for key in keys if self._english.say(key, count=2) == english)
        return self._other.say(found)

    def choice(self, fact: str, english: str) -> str:
        """An answer to a question, or what is said instead of one."""
        try:
            return self(english, f"questions.{fact}.choices.")
        except StopIteration:
            return self(english, "answers.")


def read_pdf(file: Path) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(file).pages).split())
