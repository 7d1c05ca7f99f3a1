"""`make bench`: start-up, judging, many sheets, reports and memory, each beside what it is held against."""

from __future__ import annotations

import json
import math
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from desktop_app.answers.sheet import Sheet
from desktop_app.crew import cores
from desktop_app.judgement.case import Case, case_of
from desktop_app.judgement.judge import Judge
from desktop_app.judgement.ready import ReadyPosition
from desktop_app.judgement.standing import Standing
from desktop_app.judgement.timeline import Timeline
from desktop_app.report.content import ReportContent
from desktop_app.rulebook.load import Facts
from tests.bench.reports import MANY_REPORTS, a_thousand, peak_memory, peers
from tests.bench.verdicts import california_one, told

SHEETS = Path(__file__).parents[1] / "sheets"
PROGRAMS = Path(__file__).parent / "programs"
AS_OF = date(2026, 11, 22)
STARTS = 15
OPEN_SHEETS = (
    "ready-for-california-1", "four-months-and-counting", "degree-instead-of-work", "mostly-silent"
)  # fmt: skip
MANY = 6000


class Line(NamedTuple):
    """One measurement: what was measured, what it came to, and what it should be."""

    what: str
    measured: str
    wanted: str
    good: bool


def main() -> int:
    print(f"Python {sys.version.split()[0]}, medians; the bare program is a PySide6 window with one label.\n")
    lines = [*start_and_memory(), *changes(), *caseload(), *judging(), many_sheets(), *reports()]
    for line in lines:
        print(
            f"{'' if line.good else '! '}{line.what:58} {line.measured:>26}   wanted {line.wanted}",
            flush=True,
        )
    return 0


# ---------------------------------------------------------------- start and memory


class Start(NamedTuple):
    """From the start of the process to the first painted page, in ms, and what it then holds, in MB."""

    painted: float
    resident: float


def start_and_memory() -> list[Line]:
    bare, ours = [], []
    for _ in range(STARTS):  # by turns, so that both meet the same machine
        bare.append(_start("bare.py"))
        ours.append(_start("window.py"))
    bare_ms, ours_ms = (statistics.median(one.painted for one in runs) for runs in (bare, ours))
    bare_mb, ours_mb = (statistics.median(one.resident for one in runs) for runs in (bare, ours))
    return [
        _ratio("process start to first painted page", ours_ms, bare_ms, "ms", 1.5),
        _ratio("resident memory at the first question", ours_mb, bare_mb, "MB", 1.6),
    ]


def _start(program: str) -> Start:
    began = time.time()
    run = subprocess.run(
        [sys.executable, str(PROGRAMS / program)], capture_output=True, text=True, check=True
    )
    told = json.loads(run.stdout.strip().splitlines()[-1])
    return Start((told["painted"] - began) * 1000, told["resident_kb"] / 1024)


def _ratio(what: str, ours: float, bare: float, unit: str, most: float) -> Line:
    ratio = ours / bare
    return Line(what, f"{ours:.0f} / {bare:.0f} {unit} = {ratio:.2f} x", f"<= {most} x", ratio <= most)


# ---------------------------------------------------------------- changes


KINDS = {
    "cards": "opening another position",
    "answers": "another answer while the results are shown",
    "switches": "trying something out on the plan",
    "paces": "another pace of the plan",
}


def changes() -> list[Line]:
    """From the event of a change to the finished repaint; all kinds count alike."""
    sheets = [str(SHEETS / f"{name}.json") for name in OPEN_SHEETS]
    run = subprocess.run(
        [sys.executable, str(PROGRAMS / "changes.py"), *sheets], capture_output=True, text=True, check=True
    )
    taken: dict[str, list[float]] = json.loads(run.stdout.strip().splitlines()[-1])
    every = sorted(ms for of_kind in taken.values() for ms in of_kind)
    middle, slowest = statistics.median(every), every[-1]
    what = f"{len(every)} changes, each up to the finished repaint"
    lines = [
        Line(f"{what}: median", f"{middle:.1f} ms", "<= 16 ms", middle <= 16),
        Line("    the slowest of them", f"{slowest:.1f} ms", "<= 50 ms", slowest <= 50),
    ]
    for kind, name in KINDS.items():
        ms = statistics.median(taken[kind])
        lines.append(Line(f"    {name}: median", f"{ms:.1f} ms", "<= 16 ms", ms <= 16))
    return lines


# ---------------------------------------------------------------- a caseload


def caseload() -> list[Line]:
    """Of 2,000 clients; the key itself is slow on purpose, and left out."""
    sheets = [str(SHEETS / f"{name}.json") for name in OPEN_SHEETS]
    run = subprocess.run(
        [sys.executable, str(PROGRAMS / "caseload.py"), *sheets], capture_output=True, text=True, check=True
    )
    taken: dict[str, list[float]] = json.loads(run.stdout.strip().splitlines()[-1])
    opened, found = statistics.median(taken["open"]), taken["search"]
    middle, slowest = statistics.median(found), max(found)
    return [
        Line(
            "2,000 clients, from the key to the painted list",
            f"{opened:.0f} ms",
            "<= 1000 ms",
            opened <= 1000,
        ),
        Line(
            "    a key of a search in them, up to the repaint: median",
            f"{middle:.0f} ms",
            "<= 50 ms",
            middle <= 50,
        ),
        Line("    the slowest of them", f"{slowest:.0f} ms", "<= 50 ms", slowest <= 50),
    ]


# ---------------------------------------------------------------- judging


def judging() -> list[Line]:
    from desktop_app.answers.sheet import parse_sheet
    from desktop_app.judgement.plan import Planner
    from desktop_app.rulebook.load import load_rulebook

    book = load_rulebook()
    packs = book.in_force(AS_OF)
    judge = Judge([loaded.pack for loaded in packs], book.facts)
    planner = Planner(judge, [(loaded.pack, loaded.routes()) for loaded in packs], book.facts)
    sheets = {file.stem: parse_sheet(file.read_bytes(), book.facts, AS_OF) for file in _sheets()}
    positions = [position.id for position in judge.positions]

    def everything(sheet: Sheet) -> None:
        judge.judge(sheet)
        for position in positions:
            planner.plans(sheet, position)

    lines = [
        _slowest("judging a sheet, four positions", sheets, judge.judge, 0.5),
        _slowest("the same with dates and plans", sheets, everything, 20),
    ]
    cases = [case_of(sheet, book.facts) for sheet in sheets.values()]
    lines += [_trees(position, cases) for position in judge.positions]
    return [*lines, _dates(judge, book.facts, sheets), _verdict(judge.positions[0], book.facts, sheets)]


def _slowest(what: str, sheets: Mapping[str, Sheet], work: Callable[[Sheet], object], most: float) -> Line:
    taken = {name: _median(lambda sheet=sheet: work(sheet), 200) for name, sheet in sheets.items()}  # type: ignore[misc]
    name = max(taken, key=lambda one: taken[one])
    return Line(f"{what}, slowest: {name}", f"{taken[name]:.2f} ms", f"<= {most} ms", taken[name] <= most)


def _trees(position: ReadyPosition, cases: list[Case]) -> Line:
    us = max(_median(lambda case=case: _tree(position, case), 300) for case in cases) * 1000  # type: ignore[misc]
    return Line(f"the full tree of {position.id}, slowest sheet", f"{us:.0f} us", "<= 60 us", us <= 60)


def _tree(position: ReadyPosition, case: Case) -> None:
    fresh = Case(case.known, case.as_of)
    for requirement in position.requirements:
        requirement.judge(fresh)


def _dates(judge: Judge, facts: Facts, sheets: Mapping[str, Sheet]) -> Line:
    slowest = 0.0
    for sheet in sheets.values():
        case = case_of(sheet, facts)
        for position in judge.positions:
            today = [requirement.weigh(case) for requirement in position.requirements]

            def date_it(position: ReadyPosition = position, today: list[Standing] = today) -> None:
                Timeline(position.requirements, case).earliest(position.outcome(case), today)  # noqa: B023

            slowest = max(slowest, _median(date_it, 200))
    return Line("earliest date of a position, slowest sheet", f"{slowest:.3f} ms", "<= 1 ms", slowest <= 1)


def _verdict(position: ReadyPosition, facts: Facts, sheets: Mapping[str, Sheet]) -> Line:
    rule = california_one()
    ours = zens = 0.0
    for sheet in sheets.values():
        case = case_of(sheet, facts)
        months = case.months(position.requirements[2].months[0].wanted)
        context = told(case, months)
        assert rule.evaluate(context) == position.outcome(case)
        ours += _median(lambda case=case: position.outcome(case), 2000)  # type: ignore[misc]
        zens += _median(lambda context=context: rule.evaluate(context), 2000)  # type: ignore[misc]
    measured = f"{ours / len(sheets) * 1000:.1f} / {zens / len(sheets) * 1000:.1f} us = {ours / zens:.2f} x"
    return Line("a verdict on ca-calaveras-1, beside zen-engine", measured, "<= 1 x", ours <= zens)


def many_sheets() -> Line:
    from desktop_app.cli import run

    sheets = [json.dumps(json.loads(file.read_text())) for file in _sheets()]
    with tempfile.TemporaryDirectory() as folder:
        many = Path(folder) / "many.jsonl"
        many.write_text("\n".join(sheets * (MANY // len(sheets))) + "\n")
        began = time.perf_counter()
        run(["assess-many", str(many), "--output", str(Path(folder) / "results.jsonl")])
        rate = MANY / (time.perf_counter() - began)
    return Line("assess-many, one process", f"{rate:.0f} sheets/s", ">= 2000 sheets/s", rate >= 2000)


# ---------------------------------------------------------------- reports


def reports() -> list[Line]:
    first = statistics.median(_first_report() for _ in range(5))
    from desktop_app.answers.sheet import parse_sheet
    from desktop_app.i18n import load_words
    from desktop_app.judgement.judge import Judge
    from desktop_app.report.content import report_content
    from desktop_app.report.pdf import write_pdf
    from desktop_app.rulebook.load import load_rulebook, words_with

    book = load_rulebook()
    packs = book.in_force(AS_OF)
    judge = Judge([loaded.pack for loaded in packs], book.facts)
    sheet = parse_sheet(_sheets()[0].read_bytes(), book.facts, AS_OF)
    words = words_with(load_words("en"), packs)

    def report() -> None:
        content = report_content(judge.judge(sheet), sheet, packs, book.facts, words)
        write_pdf(content, BytesIO())

    report()
    later = _median(report, 15)
    return [
        *_beside(report_content(judge.judge(sheet), sheet, packs, book.facts, words)),
        _largest(),
        _memory(),
        Line("first report, imports included", f"{first:.0f} ms", "<= 600 ms", first <= 600),
        Line("later reports", f"{later:.0f} ms", "<= 250 ms", later <= 250),
        _thousand(),
    ]


def _beside(content: ReportContent) -> list[Line]:
    """By turns with the untagged one, so that both meet the same machine; then what else sets the same content."""
    from desktop_app.report.pdf import write_pdf
    from tests.bench.plain_report import write_plain

    tagged, plain = [], []
    for _ in range(15):
        tagged.append(_median(lambda: write_pdf(content, BytesIO()), 1))
        plain.append(_median(lambda: write_plain(content), 1))
    ours, untagged = statistics.median(tagged), statistics.median(plain)
    lines = [_ratio("tagged report, beside the same untagged", ours, untagged, "ms", 1.6)]
    for tool, peer in peers(content).items():
        most = 1.0 if tool == "weasyprint" else math.inf
        ratio = ours / peer.later
        measured = f"{ours:.0f} / {peer.later:.0f} ms = {ratio:.2f} x"
        wanted = f"<= {most:.0f} x" if most < math.inf else "to know"
        lines.append(Line(f"    beside {tool}, {peer.kb:.0f} KB", measured, wanted, ratio <= most))
    return lines


def _memory() -> Line:
    most, _before = peak_memory(_sheets())
    return Line(
        "a process that prints a report of each sample, at its peak", f"{most:.0f} MB", "<= 80 MB", most <= 80
    )


def _thousand() -> Line:
    """Held against what its cores could at best make of it."""
    taken, alone = a_thousand(_sheets())
    ratio, held = taken * cores() / alone, cores()
    measured = f"{taken:.0f} s, of one core {alone:.0f} s = {ratio:.2f} x"
    return Line(f"{MANY_REPORTS:,} reports by assess-many, {held} cores", measured, "<= 1.3 x", ratio <= 1.3)


def _largest() -> Line:
    from desktop_app.report.pdf import pdf_bytes
    from tests.report.samples import SIZES, content_of

    made = (
        pdf_bytes(content_of(answers, language)) for answers in SIZES.values() for language in ("en", "es")
    )
    size = max(map(len, made)) / 1024
    return Line("largest report: 40 roles, all else open", f"{size:.0f} KB", "<= 150 KB", size <= 150)


def _first_report() -> float:
    run = subprocess.run(
        [sys.executable, str(PROGRAMS / "first_report.py"), str(_sheets()[0])],
        capture_output=True,
        text=True,
        check=True,
    )
    return float(run.stdout)


def _sheets() -> list[Path]:
    return sorted(file for file in SHEETS.glob("*.json") if "expected" not in file.name)


def _median(work: Callable[[], object], times: int) -> float:
    """The median of many runs, in ms."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


if __name__ == "__main__":
    sys.exit(main())
