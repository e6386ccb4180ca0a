"""A build that somebody ends by saving again: what they saved is shown first, then all else is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from generator.parsing.messages import Message
from generator.pipeline.progress import Advance, Steps


class SavedAgain(Exception):
    """Something was saved while a preview brought the rest up to date."""


@dataclass(frozen=True)
class Interruptible:
    """Steps that go on until something is saved; then whatever reports its progress ends with SavedAgain."""

    steps: Steps
    is_saved_again: Callable[[], bool]

    @contextmanager
    def step(self, name: Message, total: int) -> Iterator[Advance]:
        with self.steps.step(name, total) as advance:

            def advance_unless_saved(done: int) -> None:
                self.go_on()
                advance(done)

            advance_unless_saved(0)
            yield advance_unless_saved

    def say(self, line: Message) -> None:
        self.steps.say(line)

    def go_on(self) -> None:
        """Raises SavedAgain."""
        if self.is_saved_again():
            raise SavedAgain
