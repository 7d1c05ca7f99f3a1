"""What was typed wrongly is said in one line of the language asked for; so is what the computer refused."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path

import pytest

from desktop_app.i18n import LANGUAGES, load_words
from desktop_app.problem import REASONS, system_reason
from tests.test_cli import READY, Run, refused, run, sheet
from tests.test_cli import lines as results_in

__all__ = ["run"]  # the fixture


@pytest.mark.parametrize(
    ("typed", "english", "spanish"),
    [
        (("assess", READY, "--as-of", "soon"), "should be a day", "Debe ser un día"),
        (("assess", READY, "--as-of", "2026-02-30"), "there is no such day", "no existe"),
        (("assess", READY, "--frob"), "There is no option --frob.", "No hay ninguna opción --frob."),
        (("frobnicate",), "There is no command frobnicate.", "No hay ningún comando frobnicate."),
        (("packs",), "A command is missing.", "Falta un comando."),
        (("assess",), "SHEET is missing.", "Falta SHEET."),
        (("assess-many", READY), "--output is missing.", "Falta --output."),
        (("assess", READY, "--pdf"), "--pdf needs a value", "Después de --pdf hace falta"),
        (("assess", READY, "--force=yes"), "--force takes no value.", "--force no lleva"),
        (("assess", READY, "x", "y"), "more than this command takes: x y", "lo que este comando recibe: x y"),
        (("plan", READY, "--work-hours", "x"), "hours from 1 to 168", "horas de 1 a 168"),
        (("packs", "check", "--older-than", "x"), "a number from 0 on", "un número de 0 en adelante"),
    ],
)
def test_a_command_typed_wrongly(run: Run, typed: tuple[object, ...], english: str, spanish: str) -> None:
    refused(run(*typed), english)
    if typed[-1] == "--pdf":
        refused(run("assess", READY, "--language=es", "--pdf"), spanish)
    elif typed[0] in ("assess", "plan", "frobnicate"):
        refused(run(typed[0], "--language", "es", *typed[1:]), spanish)


def test_a_language_that_is_not_spoken_names_those_that_are(run: Run) -> None:
    refused(run("assess", READY, "--language", "fr"), "--language is fr. It can be: en, es, both.")


def test_either_way_of_giving_the_language_counts(run: Run) -> None:
    refused(run("assess", READY, "--as-of", "x", "--language=es"), "Debe ser un día")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [*REASONS, 9999])
def test_what_the_system_refuses_is_said_in_our_own_words(language: str, number: int) -> None:
    said = load_words(language).say(system_reason(OSError(number, "Gerät oder Ressource belegt")))
    assert said
    assert "Gerät" not in said


@pytest.mark.skipif(os.name != "posix", reason="such a path is Unix's")
def test_a_reason_in_brackets_is_in_the_language_asked_for(run: Run) -> None:
    refused(run("assess", READY, "--pdf", f"{READY}/report.pdf", "--language", "es"), "no es una carpeta")


def test_a_name_that_no_file_can_have(run: Run) -> None:
    refused(run("assess", READY, "--pdf", "x" * 300, "--language", "es"), "el nombre es demasiado largo")
    assert system_reason(ValueError("embedded null byte")).key == "reasons_of_system.not_a_name"
    assert errno.EISDIR in REASONS


@pytest.mark.parametrize(
    "wrong",
    [["own_mental_health_service"], ["family_member", "none_of_these"], "caregiver", {"caregiver": True}],
)
def test_a_private_answer_is_not_named_in_the_results_of_many(
    run: Run, tmp_path: Path, wrong: object
) -> None:
    file = sheet(tmp_path, {"lived_experience": wrong})
    many = tmp_path / "many.jsonl"
    many.write_text(" ".join(file.read_text().split()) + "\n")
    assert run("assess-many", many, "--output", "out.jsonl").code == 1
    error = str(results_in(tmp_path / "out.jsonl")[0]["error"])
    assert error.startswith("lived_experience can't be used as it is. It is private")
    said = error.partition("a list of:")[0]
    assert not any(part in said for part in ("own_", "family", "none", "caregiver"))


def test_the_interview_can_be_asked_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("t\n"))
    said = run("interview", "--language", "es")
    assert (said.code, "¿Para quién es?" in said.out) == (0, True)
