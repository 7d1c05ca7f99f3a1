"""Reports of every size, in both languages, past two validators and our own gate."""

from __future__ import annotations

import page as validator
import pytest

from desktop_app.report.pdf import pdf_bytes
from tests.report.gate import findings
from tests.report.said import said_of
from tests.report.samples import SIZES

PROFILES = ("ua1", "2a")


@pytest.fixture(
    scope="module", params=[(size, language) for size in SIZES for language in ("en", "es")], ids=" ".join
)
def printed(request, report):
    size, language = request.param
    content = report(SIZES[size], language=language)
    return content, pdf_bytes(content)


@pytest.mark.parametrize("profile", PROFILES)
def test_it_keeps_to_the_standard(printed, profile):
    assert failures(printed[1], profile) == []


def test_it_reads_as_it_was_meant(printed):
    content, pdf = printed
    assert findings(pdf, said_of(content)) == []


def failures(pdf: bytes, profile: str) -> list[str]:
    told = validator.validate_pdf_bytes(pdf, profile=profile)
    return sorted({f"{failure.rule_id}: {failure.message}" for failure in told.failures})
