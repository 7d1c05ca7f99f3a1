"""A journey in a place of its own, and what can be seen of it from outside: every file, every call to the system."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.planted import PLANTED
from tests.leaks.journeys import SHEET

ROOT = Path(__file__).parents[2]
XDG = ("CONFIG", "CACHE", "DATA", "STATE")
WORDS = tuple(sorted({PLANTED, *PLANTED.split(), "four planted words", "family_member"}))
FORMS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
CALLS = (
    "open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mkdir,mkdirat,truncate"
)
OF_NOBODY = ("/dev/", "/proc/", "pipe:", "socket:", "anon_inode:", "memfd:")
OF_FONTS = re.compile(r"/(?:var/cache|\.cache)/fontconfig(?:/|$)")
"""What the system keeps about its letters, for every program that shows any."""


PRINTERS = re.compile(
    r"connect\(\d+<\w+:\[(.+?)\]>, .*htons\(631\), .*"
    r'(?:inet_addr\("127\.0\.0\.1"\)|inet_pton\(AF_INET6, "::1")'
)
"""CUPS, which Qt asks when somebody wants to print."""


@dataclass
class Tree:
    """Home, temporary and working folders, all in one; nothing else is known to the journey."""

    whole: Path
    environment: dict[str, str] = field(default_factory=dict)

    @classmethod
    def at(cls, whole: Path) -> Tree:
        for name in ("home", "tmp", "run", "work", "out"):
            (whole / name).mkdir(parents=True)
        (whole / "run").chmod(0o700)
        (whole.parent / "sheet.json").write_text(json.dumps(SHEET))  # a person's own, beside all this
        known = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "LC_ALL")}
        places = {f"XDG_{name}_HOME": str(whole / "home" / f".{name.lower()}") for name in XDG}
        own = {
            "HOME": str(whole / "home"),
            "TMPDIR": str(whole / "tmp"),
            "XDG_RUNTIME_DIR": str(whole / "run"),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        return cls(whole, known | places | own)

    @property
    def out(self) -> Path:
        """Where a journey writes what is asked for."""
        return self.whole / "out"

    def told(self) -> dict[str, str]:
        """Files that tell a planted word, by the word."""
        found = {}
        for file in self.whole.rglob("*"):
            if file.is_file():
                content = file.read_bytes().lower()
                for word in WORDS:
                    if any(word.lower().encode(form) in content for form in FORMS):
                        found[file.relative_to(self.whole).as_posix()] = word
        return found


def travelled(
    tree: Tree, name: str, before: Sequence[str] = (), more: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Gives each "now" of a journey while it stands still there; at the end its exit code, as text."""
    program = subprocess.Popen(
        [*before, sys.executable, "-m", "tests.leaks.journeys", name, str(tree.out)],
        env={**tree.environment, **(more or {})},
        cwd=tree.whole / "work",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdin is not None
    assert program.stdout is not None
    assert program.stderr is not None
    with program:
        for line in program.stdout:
            if line.startswith("now "):
                yield line.split(maxsplit=1)[1].strip()
                program.stdin.write("\n")
                program.stdin.flush()
        problems = program.stderr.read()
        program.stdin.close()
    assert PLANTED not in problems
    if program.returncode:
        print(problems)  # pytest shows it beside what did not hold
    yield str(program.returncode)


def traced(tree: Tree, name: str, calls: str, to: Path) -> tuple[str, list[str]]:
    """The exit code, and every such call that the journey and its children made."""
    strace = ["strace", "-f", "-qq", "-y", "-s", "4096", "-e", f"trace={calls}", "-o", str(to)]
    *_, code = travelled(tree, name, strace)
    return code, to.read_text(encoding="utf-8", errors="replace").splitlines()


def can(*command: str) -> bool:
    """Whether this computer lets us."""
    return bool(shutil.which(command[0])) and subprocess.run(command, capture_output=True).returncode == 0


def written_elsewhere(calls: Sequence[str], tree: Tree) -> list[str]:
    """Every path outside the tree that was opened for writing, made, renamed or linked, whether it went well or not."""
    found = []
    for call in calls:
        if re.search(r"\bopen(at|at2)?\(", call) and not re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC", call):
            continue
        for path in re.findall(r'"((?:[^"\\]|\\.)*)"', call):
            whole = path if path.startswith("/") else str(tree.whole / "work" / path)
            if not whole.startswith((str(tree.whole), *OF_NOBODY)) and not OF_FONTS.search(whole):
                found.append(call)
    return found


def to_a_network(calls: Sequence[str]) -> list[str]:
    """Every socket that is not a local one; asking this computer's own print service for its printers is one."""
    asked_printers = {found[1] for call in calls if (found := PRINTERS.search(call))}
    made = [call for call in calls if re.search(r"\bsocket\(", call) and "socket(AF_UNIX" not in call]
    sockets = [re.search(r"= \d+<(?:\w+:)?\[?(.+?)\]?>", call) for call in made]
    return [
        call for call, one in zip(made, sockets, strict=True) if one is None or one[1] not in asked_printers
    ]
