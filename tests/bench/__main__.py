"""`python -m tests.bench`: seconds and peak memory over half an archive and over the whole of it."""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.bench.made_up import make_project
from tests.bench.steps import STEPS
from tests.support.paths import ROOT
from tests.support.running import environment

SUSPECT = 2.3
"""Twice the records may take slightly more than twice; beyond this something grows faster than they do."""
OFTEN = 0.05
"""Seconds between two looks at the memory."""
PAGE = resource.getpagesize()


@dataclass(frozen=True)
class Measured:
    """What one step took."""

    name: str
    seconds: float
    work: float
    """Seconds of processors; what else the machine does changes them less than those of the clock."""
    megabytes: float | None
    """Of all its processes together, at the moment when it was most; None for a part of a step."""


def main() -> None:
    """Measure both sizes and print them side by side."""
    arguments = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    arguments.add_argument("--records", type=int, default=2_000, help="size of the whole archive (2,000)")
    arguments.add_argument("--without-build", action="store_true", help="leave MkDocs out")
    given = arguments.parse_args()
    steps = [step for step in STEPS if not (given.without_build and step == "build")]
    half, whole = (measure(records, steps) for records in (given.records // 2, given.records))
    print_table(given.records, half, whole)


def measure(records: int, steps: Iterable[str]) -> list[Measured]:
    """Every step, each in a process of its own, over a made-up archive of this size."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        make_project(project, records)
        measured: list[Measured] = []
        for step in steps:
            print(f"{records:,} records: {step}", file=sys.stderr)
            measured += measure_step(step, project)
        return measured


def measure_step(step: str, project: Path) -> Iterator[Measured]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.steps", step, str(project)],
        cwd=ROOT,
        env=environment(NO_MKDOCS_2_WARNING="1"),
        stdout=subprocess.PIPE,
        text=True,
    )
    peak = Peak(process.pid)
    said, _ = process.communicate()
    megabytes = peak.stop()
    if process.returncode:
        raise SystemExit(f"{step} ended with {process.returncode}")
    for number, (name, (seconds, work)) in enumerate(json.loads(said).items()):
        yield Measured(name, seconds, work, None if number else megabytes)


class Peak:
    """The most memory that a process and all below it had at one moment (Linux; 0 elsewhere)."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._most = 0
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def stop(self) -> float:
        """Megabytes."""
        self._stopped.set()
        self._thread.join()
        return self._most / 1e6

    def _watch(self) -> None:
        while not self._stopped.wait(OFTEN):
            self._most = max(self._most, sum(map(resident_bytes, family(self._process))))


def family(process: int) -> Iterator[int]:
    """A process and all below it."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):  # It may have ended meanwhile.
            for child in children.read_text().split():
                yield from family(int(child))


def resident_bytes(process: int) -> int:
    with suppress(OSError):
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE
    return 0


def print_table(records: int, half: list[Measured], whole: list[Measured]) -> None:
    """Both sizes side by side, and how many times the smaller one the larger one took."""
    print(f"{'':<16}{f'{records // 2:,} records':>30}{f'{records:,} records':>32}{'ratio':>10}")
    for small, large in zip(half, whole, strict=True):
        print(f"{small.name:<16}{shown(small):>30}  {shown(large):>30}     {ratio(small, large)}")


def shown(measured: Measured) -> str:
    memory = f"{measured.megabytes:6.0f} MB" if measured.megabytes else " " * 9
    return f"{measured.seconds:6.2f} s {measured.work:6.2f} s CPU{memory}"


def ratio(small: Measured, large: Measured) -> str:
    """Of the work and of the memory, with a note where one of them grows too fast."""
    work = large.work / small.work if small.work else 1
    memory = large.megabytes / small.megabytes if small.megabytes and large.megabytes else 1
    shown_memory = f"{memory:5.2f} MB" if large.megabytes else ""
    note = "  grows faster than the records" if max(work, memory) > SUSPECT else ""
    return f"{work:5.2f} CPU{shown_memory}{note}"


if __name__ == "__main__":
    main()
