"""What is told to staff speaks of their client: every sentence that a report can say, reached by a sheet or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app import resources
from desktop_app.i18n import Words, load_words
from desktop_app.resources import ResourceError
from desktop_app.rulebook.load import Rulebook, words_with

TOLD = re.compile(
    r"(report|report_plan|report_questions|plan|headline|outcome|standing\.(met|unclear|not_met|unanswered|title)|strength|basis|change|cautions"
    r"|certificate|warnings|reasons|filing|evidence|support|pay|steps_of_pay|stories|compare|tree|passages)\b"
    r"|plan_page\.(where|stand|title|lead|what_if|when|timeline)\b|app\.self_assessment|center\.about"
    r"|results\.(stand|said|count|card|tell)|questions\.\w+\.(title|short|said|open|kept|said_none)\b"
    r"|questions\.roles\.(work|setting|paid)\.choices"
)
"""What the report and a client's own page say."""
TOLD_BY_PACKS = r"\.(?!asks\.|series\.about|(routes|steps)\.\w+\.what_if)"
"""All but what a person asks the employer, in their own words, and what is only tried out."""
TO_THE_EMPLOYER = {"report.first.hours"}
STILL_OF_SOMETHING_ELSE = {
    "ca-calaveras.requirements.ca_certificate.asks",  # “Su nombre” is the certificate's
    "tx-state.notes.undated",  # “Su pago” is the text's
}

TO_THE_PERSON = {
    "en": r"\b(you|your(?! client)|yours|yourself|I|I'm|my|mine|me)\b(?<! I)",
    "es": r"\b(usted(es)?|mis?|nos (contó|dijo)|cerca de usted|le faltan?)\b|(^|[.?!:;] )Sus? (?!cliente)",
}


@pytest.fixture(params=["en", "es"])
def of_client(request: pytest.FixtureRequest, book: Rulebook) -> Words:
    return words_with(load_words(request.param).of_client(), book.packs)


def told(words: Words, series: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each sentence with its key; what stands in “quotes” is someone's own words."""
    by_packs = re.compile(rf"({'|'.join(series)}){TOLD_BY_PACKS}")
    for key in words.keys():  # noqa: SIM118 - not a dictionary
        if TOLD.match(key) or by_packs.match(key):
            for count in (1, 2):
                yield key, re.sub(r"“[^”]*”", "“”", words.say(key, count=count))


def test_no_sentence_told_of_a_client_is_told_to_the_client(book: Rulebook, of_client: Words) -> None:
    spared = TO_THE_EMPLOYER | STILL_OF_SOMETHING_ELSE
    pattern = re.compile(TO_THE_PERSON[of_client.language], re.IGNORECASE)
    sentences = [(key, text) for key, text in told(of_client, book.series()) if key not in spared]
    assert [f"{key}: {text}" for key, text in sentences if pattern.search(text)] == []


def test_in_spanish_a_step_is_named_as_what_is_done_and_not_as_an_order_to_staff(book: Rulebook) -> None:
    words = words_with(load_words("es").of_client(), book.packs)
    names = [words.say(key) for key in words.keys() if re.search(r"\.steps\.\w+\.name$", key)]  # noqa: SIM118
    assert names
    assert [name for name in names if not re.match(r"\w+[aei]r ", name)] == []


def test_the_words_for_the_person_stay_as_they_are(book: Rulebook) -> None:
    words = words_with(load_words("en"), book.packs)
    of_client = words_with(words.of_client(), book.packs)
    assert words.say("standing.met") == "You have this"
    assert of_client.say("standing.met") == "Has this"
    assert of_client.say("ca-calaveras.steps.gather_papers.name") == "Gather the papers"
    assert words.say("ca-calaveras.steps.gather_papers.name") == "Gather your papers"


def test_what_is_not_said_otherwise_is_said_alike(book: Rulebook) -> None:
    words = load_words("es")
    assert words.of_client().say("outcome.confirm") == words.say("outcome.confirm")
    assert set(words.of_client().keys()) == set(words.keys())


def test_a_pack_need_not_have_words_of_a_client(book: Rulebook, tmp_path: Path) -> None:
    one = book.packs[0]
    (tmp_path / "words.en.yaml").write_text((one.folder / "words.en.yaml").read_text("utf-8"), "utf-8")
    bare = type(one)(tmp_path, one.pack)
    assert bare.words("en", "client") == bare.words("en")


def test_such_a_file_is_trusted_as_little_as_any_other(book: Rulebook, tmp_path: Path) -> None:
    one = book.packs[0]
    (tmp_path / "words.en.yaml").write_text("steps: x", "utf-8")
    (tmp_path / "words.en.client.yaml").write_text("steps: &a x", "utf-8")
    with pytest.raises(ResourceError, match="anchor"):
        type(one)(tmp_path, one.pack).words("en", "client")


def test_nothing_of_it_is_read_until_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = resources.read_yaml

    def noted(file: Path) -> object:
        read.append(file.as_posix())
        return real(file)

    monkeypatch.setattr(resources, "read_yaml", noted)
    words = load_words("en")
    assert not any("/client/" in file or ".client." in file for file in read)
    words.of_client()
    assert any("client" in file for file in read)
