"""How a build reports its progress."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from logging import Logger
from typing import Protocol

from generator.parsing.messages import Message, Speech, in_words
from generator.parsing.problems import visible

Advance = Callable[[int], None]
"""The progress callback of a step: takes how much of the step is done so far."""


class Steps(Protocol):
    """A display of a build's progress: bars on a terminal, lines in a log, or none."""

    def step(self, name: Message, total: int) -> AbstractContextManager[Advance]:
        """Displays a step until the context ends."""

    def say(self, line: Message) -> None:
        """Displays a line."""

    def go_on(self) -> None:
        """Asked again and again within long steps; ends a build that is not wanted."""


class Silent:
    """Displays nothing."""

    def step(self, name: Message, total: int) -> AbstractContextManager[Advance]:
        del name, total
        return nullcontext(lambda _done: None)

    def say(self, line: Message) -> None:
        del line

    def go_on(self) -> None:
        """A build goes on to its end."""


class Logged(Silent):
    """Writes lines alone, into a log."""

    def __init__(self, log: Logger, language: Speech) -> None:
        self._log = log
        self._language = language

    def say(self, line: Message) -> None:
        self._log.info("%s", visible(in_words(line, self._language)))


def count_calls(advance: Advance) -> Callable[[], None]:
    """A progress callback without an argument: each call means that one more is done."""
    done = 0

    def add_one() -> None:
        nonlocal done
        done += 1
        advance(done)

    return add_one
