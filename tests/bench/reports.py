"""Reports beside what else prints: WeasyPrint and typst with the same content, and a thousand of them on all cores."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from desktop_app.crew import cores
from desktop_app.i18n import load_words
from desktop_app.report.content import ReportContent
from desktop_app.report.web import page_of
from tests.bench.typst_report import typst_source

PROGRAMS = Path(__file__).parent / "programs"
PEERS = Path(__file__).parents[2] / "build" / "bench" / "bin" / "python"
"""Where `make bench` puts what only this needs."""
MANY_REPORTS = 1000


class Peer(NamedTuple):
    """How long it took, in ms, and how large its file is."""

    first: float
    later: float
    kb: float


def peers(content: ReportContent) -> dict[str, Peer]:
    """None where they are not installed: start it by `make bench`."""
    if not PEERS.exists():
        return {}
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        sources = {
            "weasyprint": (Path(folder) / "report.html", page_of(content, load_words(content.language))),
            "typst": (Path(folder) / "report.typ", typst_source(content)),
        }
        for tool, (file, source) in sources.items():
            file.write_text(source, encoding="utf-8")
            run = subprocess.run(
                [str(PEERS), str(PROGRAMS / "peers.py"), tool, str(file)], capture_output=True, text=True
            )
            if run.returncode == 0:
                found[tool] = Peer(**json.loads(run.stdout.strip().splitlines()[-1]))
    return found


def a_thousand(sheets: Sequence[Path]) -> tuple[float, float]:
    """Seconds that a thousand reports take on all cores, and what one core would take, from a hundred of them."""
    from desktop_app import cli_many
    from desktop_app.cli import run

    lines = [json.dumps(json.loads(file.read_text())) for file in sheets]
    taken = []
    for count, held in ((MANY_REPORTS, cores()), (MANY_REPORTS // 10, 1)):
        with tempfile.TemporaryDirectory() as folder:
            many = Path(folder) / "many.jsonl"
            many.write_text("\n".join((lines * count)[:count]) + "\n")
            vars(cli_many)["cores"] = lambda held=held: held
            began = time.perf_counter()
            run(["assess-many", str(many), "--output", f"{folder}/out.jsonl", "--pdf-dir", f"{folder}/pdf"])
            taken.append(time.perf_counter() - began)
            assert len(list((Path(folder) / "pdf").iterdir())) == count
    return taken[0], taken[1] * 10


def peak_memory(sheets: Sequence[Path]) -> tuple[float, float]:
    """MB at the most while reports are printed one after the other, and before the first of them."""
    run = subprocess.run(
        [sys.executable, str(PROGRAMS / "memory.py"), *map(str, sheets)],
        capture_output=True,
        text=True,
        check=True,
    )
    most, before = map(float, run.stdout.split())
    return most, before
