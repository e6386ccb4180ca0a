"""Messages in tests, whose English is their `str`."""

from __future__ import annotations

import pytest

from generator.parsing.messages import Message


def unexpected(told: Message) -> None:
    """For what would be told if something went wrong."""
    pytest.fail(str(told))
