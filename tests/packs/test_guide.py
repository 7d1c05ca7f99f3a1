"""The guide for those who write a pack: its worked example passes the check, and it shows every kind of rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter

from desktop_app import cli
from desktop_app.rulebook import model, references
from desktop_app.rulebook.cases import Expect
from desktop_app.rulebook.load import load_facts

GUIDE = (Path(__file__).parents[2] / "docs" / "rule-packs.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
RULES = [yaml.safe_load(text) for name, text in BLOCKS if name == "rule"]
EXPRESSION: TypeAdapter[model.Expression] = TypeAdapter(model.Expression)


def test_the_worked_example_passes_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    files = {name: text for name, text in BLOCKS if name.endswith(".yaml")}
    assert set(files) == {"rules.yaml", "facts.yaml", "cases.yaml", "words.en.yaml", "words.es.yaml"}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    code = cli.run(["packs", "check", str(tmp_path)])
    told = [line for line in capsys.readouterr().err.splitlines() if not line.startswith("warning")]
    assert (code, told) == (0, [])


def test_every_kind_of_rule_is_shown():
    shown = {
        type(part)
        for rule in RULES
        for part in references.walk(EXPRESSION.validate_python(rule, strict=False))
    }
    leaves = set(model.Leaf.__args__)
    assert leaves <= shown
    assert {
        model.All,
        model.Any_,
        model.AtLeast,
        model.AtBestUnclear,
        model.WithinMonthsOfHire,
        model.UseRule,
    } <= shown


def test_pay_and_filing_are_as_shown():
    (part,) = (yaml.safe_load(text) for name, text in BLOCKS if name == "part")
    assert model.Filing.model_validate(part["filing"]).closes
    assert model.Pay.model_validate(part["pay"][0], strict=False).steps


def test_what_a_case_may_expect_and_where_a_question_may_stand_is_all_named():
    for name in (*Expect.model_fields, *load_facts().sections):
        assert f"`{name}`" in GUIDE, name
