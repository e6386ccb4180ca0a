"""The progress of a build: bars on a terminal, lines in a log."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from generator.cli.language import spoken
from generator.parsing.messages import Message, Speech, in_words, message
from generator.parsing.problems import visible
from generator.pipeline.progress import Advance, Silent, Steps

LONG = 1.0
"""Seconds from which a step gets a line in a log."""


class Bars(Silent):
    """A progress bar for each step, on a terminal; it disappears when the step is done."""

    def __init__(self, console: Console, language: Speech = "en") -> None:
        self._console = console
        self._language = language

    @contextmanager
    def step(self, name: Message, total: int) -> Iterator[Advance]:
        columns = (
            TextColumn("{task.description:<9}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=self._console, transient=True) as progress:
            task = progress.add_task(in_words(name, self._language), total=total or None)
            yield lambda done: progress.update(task, completed=done)

    def say(self, line: Message) -> None:
        self._console.print(visible(in_words(line, self._language)), markup=False, highlight=False)


class Lines(Silent):
    """A line for each long step when it has begun, and one when it has ended; in a log."""

    def __init__(self, console: Console, language: Speech = "en") -> None:
        self._console = console
        self._language = language

    @contextmanager
    def step(self, name: Message, total: int) -> Iterator[Advance]:
        started = time.monotonic()
        announcement = threading.Timer(LONG, self.say, (message("steps.working", step=name, total=total),))
        announcement.daemon = True
        if LONG < threading.TIMEOUT_MAX:
            announcement.start()
        try:
            yield lambda _done: None
        finally:
            announcement.cancel()
        seconds = time.monotonic() - started
        if seconds > LONG:
            self.say(message("steps.done", step=name, total=total, seconds=f"{seconds:.1f}"))

    def say(self, line: Message) -> None:
        words = visible(in_words(line, self._language))
        self._console.print(words, markup=False, highlight=False, soft_wrap=True)


def steps_for(quiet: bool) -> Steps:
    """Progress bars on a terminal, lines elsewhere, nothing if quiet; always on standard error."""
    if quiet:
        return Silent()
    console = Console(stderr=True)
    return Bars(console, spoken()) if console.is_terminal else Lines(console, spoken())
