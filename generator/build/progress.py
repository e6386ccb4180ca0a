"""Who hears how far a build is, and through which calls."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

Advance = Callable[[int], None]
"""Hears how much of a step is done so far."""


class Steps(Protocol):
    """Whoever shows a build's steps: a terminal's progress bars, lines in a log, or nobody."""

    def step(self, name: str, total: int) -> AbstractContextManager[Advance]:
        """A step begins; it ends with the context."""

    def say(self, line: str) -> None:
        """A line for whoever waits."""


class Silent:
    """Nobody looks."""

    def step(self, name: str, total: int) -> AbstractContextManager[Advance]:
        del name, total
        return nullcontext(lambda _done: None)

    def say(self, line: str) -> None:
        del line


def _counted(advance: Advance) -> Callable[[], None]:
    done = 0

    def one_more() -> None:
        nonlocal done
        done += 1
        advance(done)

    return one_more
