"""What is installed is what was locked: every package pinned, with hashes, and alike in both lock files."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {name: ROOT / "requirements" / f"{name}.txt" for name in ("runtime", "dev")}
PINNED = re.compile(
    r"^(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>\S+)(?: ; (?P<when>.+?))? \\$", re.MULTILINE
)


def pins(lock: Path) -> set[tuple[str, str, str | None]]:
    return set(PINNED.findall(lock.read_text(encoding="utf-8")))


@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS.keys())
def test_every_package_is_pinned_and_has_its_hashes(lock):
    entries = re.split(r"^(?=[a-z])", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    packages = [entry for entry in entries if entry and not entry.startswith((" ", "#"))]
    assert len(packages) > 10
    for package in packages:
        assert PINNED.match(package), package.splitlines()[0]
        assert "--hash=sha256:" in package, package.splitlines()[0]


def test_the_tests_run_with_the_very_packages_that_the_program_is_given():
    assert pins(LOCKS["runtime"]) <= pins(LOCKS["dev"])


def test_what_the_program_asks_for_is_in_its_lock_file():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[><=;\s\[]", line)[0].lower() for line in project["dependencies"]}
    assert asked <= {name for name, *_ in pins(LOCKS["runtime"])}
