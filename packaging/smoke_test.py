"""Runs the built program as its users would and looks at what comes out; `make smoke`.

It needs nothing from this checkout but the built folder, which shows that nothing was left out of it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

DIST = Path(__file__).resolve().parent.parent / "dist" / "peer-ready"
SHEET = {
    "peer_ready": 1,
    "as_of": "2026-11-22",
    "answers": {
        "high_school": "diploma",
        "lived_experience": ["own_mental_health_services"],
        "drivers_license": "california",
        "ca_certificate": "none",
        "tx_certificate": "none",
        "roles": [
            {
                "work": "peer_support_to_individuals",
                "setting": "public_behavioral_health",
                "paid": True,
                "start": "2025-01-01",
                "end": None,
            }
        ],
    },
}
PATIENCE = 60
"""Seconds: a program that hangs has not passed."""


def main() -> int:
    program = Path(sys.argv[1] if len(sys.argv) > 1 else DIST) / (
        "peer-ready.exe" if os.name == "nt" else "peer-ready"
    )
    if not program.is_file():
        print(f"{program} is not there: build it first (make package)", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        try:
            steps = try_out(program, Path(folder))
        except (AssertionError, subprocess.TimeoutExpired) as problem:
            print(f"the built program does not work: {problem}", file=sys.stderr)
            return 1
    print(f"{steps} passed, 0 failed")
    return 0


def try_out(program: Path, home: Path) -> int:
    """Every step in an empty home, with nothing of this checkout or of a Python in reach."""
    sheet, pdf = home / "sheet.json", home / "report.pdf"
    sheet.write_text(json.dumps(SHEET), encoding="utf-8")

    version = run(program, home, "--version")
    expect(bool(version.stdout.strip()), "--version says nothing")

    checked = run(program, home, "packs", "check")
    expect(checked.returncode == 0, "packs check found something")

    judged = run(program, home, "assess", str(sheet), "--json")
    outcomes = {position["id"]: position["outcome"] for position in json.loads(judged.stdout)["positions"]}
    expect(outcomes.get("ca-calaveras-1") == "meets", f"assess says {outcomes}")

    for language in ("en", "es"):
        run(program, home, "assess", str(sheet), "--pdf", str(pdf), "--language", language, "--force")
        content = pdf.read_bytes()
        expect(
            content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF"), "the report is not a PDF"
        )
        expect(any("Hyperlegible" in font for font in fonts_in(pdf)), "the report's font is not in it")

    locked(program, home, sheet)
    run(program, home, "--selftest")
    sample = run(program, home, screen=False)
    expect(
        (home / "peer-ready-sample.pdf").is_file(),
        f"no sample without a screen: {sample.stdout}{sample.stderr}",
    )
    left = sorted(path.name for path in home.iterdir())
    expect(
        left == ["peer-ready-sample.pdf", "report.pdf", "sheet.json"],
        f"it wrote what nobody asked for: {left}",
    )
    return 8


def locked(program: Path, home: Path, sheet: Path) -> None:
    """A report with a password, which opens with it alone."""
    secret, pdf = home / "secret.txt", home / "locked.pdf"
    words = "three blue cats"
    secret.write_text(words, encoding="utf-8")
    run(
        program,
        home,
        "assess",
        str(sheet),
        "--pdf",
        str(pdf),
        "--password-file",
        str(secret),
        "--kind",
        "staff",
    )
    with pikepdf.open(pdf, password=words) as opened:
        expect(opened.is_encrypted and len(opened.pages) > 1, "the locked report is not locked, or not whole")
    secret.unlink()
    pdf.unlink()


def fonts_in(pdf: Path) -> set[str]:
    resources = PdfReader(pdf).pages[0]["/Resources"].get_object()
    fonts = resources["/Font"].get_object() if isinstance(resources, DictionaryObject) else None
    named = [font.get_object() for font in fonts.values()] if isinstance(fonts, DictionaryObject) else []
    return {str(font["/BaseFont"]) for font in named if isinstance(font, DictionaryObject)}


def run(program: Path, home: Path, *words: str, screen: bool = True) -> subprocess.CompletedProcess[str]:
    kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {"HOME": str(home), "USERPROFILE": str(home)}
    if screen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    done = subprocess.run(
        [str(program), *words],
        cwd=home,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    told = f"{' '.join(words) or 'without a screen'}: exit {done.returncode}"
    expect(done.returncode == 0, f"{told}\n{done.stdout}{done.stderr}")
    expect("Traceback" not in done.stderr, f"{told}\n{done.stderr}")
    print(told)
    return done


def expect(true: bool, otherwise: str) -> None:
    if not true:
        raise AssertionError(otherwise)


if __name__ == "__main__":
    sys.exit(main())
