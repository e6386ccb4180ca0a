"""The parts of a build, each in a process of its own, over half an archive and over the whole of it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.made_up import make_project
from tests.bench.measuring import Peak
from tests.bench.product import tell
from tests.bench.steps import STEPS
from tests.support.paths import ROOT
from tests.support.running import environment

RECORDS = 2_000
SUSPECT = 2.3
"""Twice the records may take slightly more than twice; beyond this something grows faster than they do."""


@dataclass(frozen=True)
class Measured:
    """What one step took."""

    name: str
    seconds: float
    work: float
    """Seconds of processors; what else the machine does changes them less than those of the clock."""
    megabytes: float | None
    """Of all its processes together, at the moment when it was most; None for a part of a step."""


def print_steps(records: int, steps: Iterable[str] = tuple(STEPS)) -> None:
    """Measures both sizes and prints them side by side."""
    half, whole = (measure(number, steps) for number in (records // 2, records))
    print_table(records, half, whole)


def measure(records: int, steps: Iterable[str]) -> list[Measured]:
    """Every step, each in a process of its own, over a made-up archive of this size."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        make_project(project, records)
        measured: list[Measured] = []
        for step in steps:
            tell(f"{records:,} records: {step}")
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
