"""Builds dist/peer-ready/, the program that runs without Python, with the licenses of all that is in it.

`make package` runs it. The same sources, lock file and Python give the same bytes (docs/decisions/0009-packaging.md).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from bundle_check import check
from licenses import gather

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "packaging" / "peer-ready.spec"
BUILT = ROOT / "dist" / "peer-ready"


def main() -> int:
    missing = [tool for tool in ("objdump", "strip") if sys.platform == "linux" and not shutil.which(tool)]
    if missing:
        print(f"Needed to build: {', '.join(missing)}. On Debian: apt-get install binutils", file=sys.stderr)
        return 1
    shutil.rmtree(BUILT, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "desktop_app.ui.first_words"], cwd=ROOT, check=True)
    run_pyinstaller()
    if sys.platform == "linux":
        strip_symbols()
    gather(BUILT / "licenses")
    if sys.platform == "win32":
        shutil.copy(ROOT / "packaging" / "windows" / "FOR-IT.md", BUILT)
    problems = check(BUILT)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def run_pyinstaller() -> None:
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    fixed = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": told.stdout.strip() or "1767225600"}
    work = ROOT / "build" / "pyinstaller"
    subprocess.run(
        [
            *(
                sys.executable,
                "-m",
                "PyInstaller",
                str(SPEC),
                "--noconfirm",
                "--clean",
                "--log-level",
                "ERROR",
            ),
            *("--distpath", str(BUILT.parent), "--workpath", str(work)),
        ],
        check=True,
        env={**os.environ, **fixed},
    )


WITH_SYMBOLS = (
    "libpython*",
    "python3*/lib-dynload/*.so",
    "PIL/*.so",
    "pypdfium2_raw/*.so",
    "sqlcipher3/*.so",
    "sqlalchemy/**/*.so",
    "yaml/*.so",
)
"""A Python built from source, and wheels that come with what only debuggers read: 40 MB.

Nothing else: the other wheels come stripped, and stripping them again breaks some.
"""


def strip_symbols() -> None:
    inside = BUILT / "_internal"
    for file in (file for pattern in WITH_SYMBOLS for file in inside.glob(pattern)):
        subprocess.run(["strip", "--strip-unneeded", str(file)], check=True)


if __name__ == "__main__":
    sys.exit(main())
