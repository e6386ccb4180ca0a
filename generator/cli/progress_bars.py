"""The progress of a build: bars on a terminal, lines in a log."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from generator.parsing.problems import visible
from generator.pipeline.progress import Advance

LONG = 1.0
"""Seconds from which a step gets a line in a log."""


class Bars:
    """A progress bar for each step, on a terminal; it disappears when the step is done."""

    def __init__(self, console: Console) -> None:
        self._console = console

    @contextmanager
    def step(self, name: str, total: int) -> Iterator[Advance]:
        columns = (
            TextColumn("{task.description:<9}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=self._console, transient=True) as progress:
            task = progress.add_task(name, total=total or None)
            yield lambda done: progress.update(task, completed=done)

    def say(self, line: str) -> None:
        self._console.print(visible(line), markup=False, highlight=False)


class Lines:
    """A line for each long step, in a log."""

    def __init__(self, console: Console) -> None:
        self._console = console

    @contextmanager
    def step(self, name: str, total: int) -> Iterator[Advance]:
        started = time.monotonic()
        yield lambda _done: None
        seconds = time.monotonic() - started
        if seconds > LONG:
            self.say(f"{name}: {total} in {seconds:.1f} s")

    def say(self, line: str) -> None:
        self._console.print(visible(line), markup=False, highlight=False, soft_wrap=True)
