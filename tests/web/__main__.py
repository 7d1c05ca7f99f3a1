"""`make check-web`: web pages past an HTML validator and axe-core in headless Chromium, and spoiled ones too."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from desktop_app.caseload.record import record_of, record_page
from desktop_app.i18n import load_words
from desktop_app.report.web import page_of
from desktop_app.rulebook.load import load_rulebook
from tests.caseload.files import TODAY
from tests.caseload.one_client import KEPT
from tests.report.samples import SIZES, content_of
from tests.web.broken import NARROW, Spoiled, spoiled

HERE = Path(__file__).parent
BUILD = HERE.parents[1] / "build" / "web"
LOCK = ("package.json", "package-lock.json", "check.mjs")
LANGUAGES = ("en", "es")
EVERYWHERE = ("typical", "forty roles, much missing")
"""Looked at in every size and theme; the others once."""


def main() -> int:
    missing = [name for name in ("npm", "node") if not shutil.which(name)] + (
        [] if _browser() else ["chromium"]
    )
    if missing:
        print(f"The web page is not checked: {' and '.join(missing)} not found here.")
        return 2 if os.environ.get("CI") else 0
    _tools()
    pages, faults = _pages(), _faults()
    found = _look({**pages, **{file: one.seen for file, one in faults.items()}})
    good = [_told_good(file, found[str(file)]) for file in pages]
    noticed = [_told_spoiled(one, found[str(file)]) for file, one in faults.items()]
    print(f"{sum(good)} of {len(good)} pages are good; {sum(noticed)} of {len(noticed)} faults were noticed.")
    return 0 if all(good + noticed) else 1


def _browser() -> str | None:
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


def _tools() -> None:
    """What the lock file says, once; and again when it says something else."""
    BUILD.mkdir(parents=True, exist_ok=True)
    lock = (HERE / "package-lock.json").read_bytes()
    done = BUILD / ".installed"
    fresh = not done.exists() or done.read_bytes() != lock
    for name in LOCK:
        shutil.copyfile(HERE / name, BUILD / name)
    if fresh:
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=BUILD, check=True)
        done.write_bytes(lock)


def _pages() -> dict[Path, str]:
    """The pages, and how each is looked at."""
    made = {}
    for language in LANGUAGES:
        words = load_words(language)
        for size, answers in SIZES.items():
            file = BUILD / f"{size.replace(' ', '-').replace(',', '')}.{language}.html"
            file.write_text(page_of(content_of(answers, language), words), encoding="utf-8", newline="\n")
            made[file] = "all" if size in EVERYWHERE else NARROW
        file = BUILD / f"record.{language}.html"
        record = record_of(KEPT, load_rulebook(), words, TODAY, with_private=True)
        file.write_bytes(record_page(record, words))
        made[file] = "all"
    return made


def _faults() -> dict[Path, Spoiled]:
    page = page_of(content_of(SIZES["typical"], "en"), load_words("en"))
    made = {}
    for name, one in spoiled(page).items():
        file = BUILD / f"spoiled-{name.replace(' ', '-')}.html"
        file.write_text(one.page, encoding="utf-8", newline="\n")
        made[file] = one
    return made


def _look(views: dict[Path, str]) -> dict[str, list[str]]:
    jobs = BUILD / "jobs.json"
    jobs.write_text(json.dumps([{"page": str(file), "views": each} for file, each in views.items()]))
    environment = {**os.environ, "CHROMIUM": _browser() or ""}
    command = ["node", str(BUILD / "check.mjs"), str(jobs)]
    run = subprocess.run(command, cwd=BUILD, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, list[str]] = json.loads(run.stdout)
    return found


def _told_good(file: Path, found: list[str]) -> bool:
    for text in found:
        print(f"! {file.name}: {text}")
    return not found


def _told_spoiled(one: Spoiled, found: list[str]) -> bool:
    noticed = any(text.startswith(one.told) for text in found)
    if not noticed:
        print(f"! not noticed: {one.told}; found was {found[:3]}")
    return noticed


if __name__ == "__main__":
    sys.exit(main())
