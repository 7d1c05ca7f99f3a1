"""`make fuzz`: hostile bytes for sheets, packs, centers' pages, settings and saved files.

`python -m tests.fuzz [TARGET…] [--seconds N | --tries N]` feeds each target in a program of its own that may take
300 MB and, for each input, 2 seconds of computing. atheris leads the way where it is installed (`make fuzz` tries that
on Linux); without it, or with `--plain`, inputs are changed by chance. Findings are left in build/fuzz/; once mended,
put them into tests/fuzz/corpus/, which is tried on every run of the tests.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.fuzz.mutation import changed
from tests.fuzz.targets import CONTROLS, TARGETS, TOLD, Target

CORPUS = Path(__file__).parent / "corpus"
FOUND = Path(__file__).resolve().parents[2] / "build" / "fuzz"
MEMORY = 300 * 1024 * 1024
SECONDS = 2
SEED = 20261122


class TooSlowError(BaseException):
    """Two seconds of computing for one input."""


def main() -> int:
    options = _options()
    if options.inside:
        return _inside(options)
    bad = 0
    for name in options.targets or TARGETS:
        more = ["--tries", str(options.tries)] if options.tries else ["--seconds", str(options.seconds)]
        command = [
            sys.executable,
            "-m",
            "tests.fuzz",
            "--inside",
            name,
            *more,
            *(["--plain"] if options.plain else []),
        ]
        bad += subprocess.run(command).returncode != 0
    return 1 if bad else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS, *CONTROLS])
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--tries", type=int, help="instead of seconds")
    parser.add_argument("--plain", action="store_true", help="without atheris")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _inside(options: argparse.Namespace) -> int:
    name = options.targets[0]
    target = (TARGETS | CONTROLS)[name]
    if importlib.util.find_spec("atheris") and not options.plain and not options.tries:
        return _led(name, target, options.seconds)
    feed = target.begin()
    seeds = [*target.seeds(), *(file.read_bytes() for file in corpus(name))]
    _limit()
    tries = 0
    for content in _inputs(seeds, options):
        tries += 1
        problem = fed(feed, content)
        if problem:
            FOUND.mkdir(parents=True, exist_ok=True)
            file = FOUND / f"{name}-{tries}"
            file.write_bytes(content)
            print(f"! {name}: {problem} (in {file})", flush=True)
            return 1
    print(f"  {name}: {tries:,} inputs", flush=True)
    return 0


def corpus(name: str) -> list[Path]:
    return sorted((CORPUS / name).glob("*"))


def _inputs(seeds: list[bytes], options: argparse.Namespace) -> Iterator[bytes]:
    yield from seeds
    chance, until, tries = random.Random(SEED), time.monotonic() + options.seconds, len(seeds)
    while tries < options.tries if options.tries else time.monotonic() < until:
        tries += 1
        yield changed(seeds, chance)


def fed(feed: Callable[[bytes], object], content: bytes) -> str | None:
    """What went wrong; None where the target ended, or said itself what was wrong."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        feed(content)
    except TOLD:
        return None
    except TooSlowError:
        return f"more than {SECONDS} seconds"
    except MemoryError:
        return f"more than {MEMORY // 1024 // 1024} MB"
    except Exception as error:  # noqa: BLE001 - every other one is what is looked for
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}: {error!s:.100}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return None


def _limit() -> None:
    """From here on, 300 MB more than what is loaded by now."""

    def slow(*_: object) -> None:
        raise TooSlowError

    signal.signal(signal.SIGPROF, slow)
    pages = int(Path("/proc/self/statm").read_text().split()[0]) if sys.platform == "linux" else 0
    if pages:
        most = pages * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _led(name: str, target: Target, seconds: int) -> int:
    """By what of the program's code an input reaches; ends this program."""
    import atheris

    atheris.instrument_all()
    feed = target.begin()
    kept = FOUND / "corpus" / name
    kept.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (kept / f"seed-{number}").write_bytes(seed)
    CORPUS.joinpath(name).mkdir(exist_ok=True)

    def one(content: bytes) -> None:
        try:
            feed(content)
        except TOLD:
            return

    limits = [f"-max_total_time={seconds}", f"-timeout={5 * SECONDS}", "-rss_limit_mb=500", "-verbosity=0"]
    atheris.Setup(["fuzz", *limits, f"-artifact_prefix={FOUND}/{name}-", str(kept), str(CORPUS / name)], one)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
