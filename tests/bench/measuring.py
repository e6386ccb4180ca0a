"""What a program takes: seconds of the clock and of processors, memory, and which programs ran below it."""

from __future__ import annotations

import os
import resource
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

OFTEN = 0.05
"""Seconds between two looks at the memory."""
PAGE = resource.getpagesize()


@dataclass(frozen=True)
class Spent:
    """What a program took, all below it included."""

    wall: float
    cpu: float
    """Seconds of processors; what else the machine does changes them less than those of the clock."""
    largest: float = 0.0
    """Megabytes of its largest process, at the moment when it was largest (Linux; 0 elsewhere)."""
    commands: frozenset[str] = frozenset()
    """The command lines of the processes that were seen."""
    said: str = ""


class Peak:
    """The most memory that a process and all below it had at one moment (Linux; 0 elsewhere)."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._together = self._largest = 0
        self._commands: set[str] = set()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def stop(self) -> float:
        """Megabytes of all together."""
        self._stopped.set()
        self._thread.join()
        return self._together / 1e6

    @property
    def largest(self) -> float:
        """Megabytes of the largest process."""
        return self._largest / 1e6

    @property
    def commands(self) -> frozenset[str]:
        return frozenset(self._commands)

    def _watch(self) -> None:
        while not self._stopped.wait(OFTEN):
            sizes = {process: resident_bytes(process) for process in family(self._process)}
            self._together = max(self._together, sum(sizes.values()))
            self._largest = max(self._largest, *sizes.values())
            self._commands |= set(filter(None, map(command_of, sizes)))


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


def command_of(process: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_bytes().decode(errors="replace").replace("\0", " ")
    return ""


def measured(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Spent:
    """Runs a program to its end; what it says is shown if it fails."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=variables, stdout=said, stderr=subprocess.STDOUT)
        peak = Peak(process.pid)
        # With what all ended processes below it took; Popen.wait tells nothing of that.
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        peak.stop()
        said.seek(0)
        text = said.read()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{text}")
    return Spent(wall, used.ru_utime + used.ru_stime, peak.largest, peak.commands, text)


def middle_of(runs: Sequence[Spent]) -> Spent:
    """The median of each number, and every command that was seen in any run."""
    return Spent(
        median(run.wall for run in runs),
        median(run.cpu for run in runs),
        median(run.largest for run in runs),
        frozenset().union(*(run.commands for run in runs)),
        runs[-1].said,
    )


def repeated(times: int, run: Callable[[int], Spent]) -> Spent:
    """The median of so many runs; `run` is told which one it is, from 0."""
    return middle_of([run(number) for number in range(times)])
