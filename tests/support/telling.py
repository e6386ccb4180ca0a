"""Messages in tests, whose English is their `str`."""

from __future__ import annotations

import pytest

from generator.parsing.messages import Message
from generator.pipeline.progress import Silent


class Listening(Silent):
    """Whoever waits for a build, and what they were told."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, line: Message) -> None:
        self.said.append(str(line))


def unexpected(told: Message) -> None:
    """For what would be told if something went wrong."""
    pytest.fail(str(told))
