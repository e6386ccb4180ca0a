"""Which entries have a term and how much it weighs in each, written as compactly as text in JSON can be."""

from __future__ import annotations

import math
from functools import lru_cache

LEVELS = 16
"""In how many steps a weight is told."""

# All that JSON writes as one byte. The first half ends a number, the second has more of it to come.
_DIGITS = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\')[:92]
_BASE = len(_DIGITS) // 2


@lru_cache(maxsize=10_000)
def level_of(weight: float) -> int:
    """A term's weight in an entry as one of 1 … 15: the tenth mention says less than the second."""
    return max(1, min(LEVELS - 1, round((LEVELS - 1) * weight / (weight + 4))))


@lru_cache(maxsize=100_000)
def digits(number: int) -> str:
    """A number that is not negative, its highest digits first."""
    written = _DIGITS[number % _BASE]
    number //= _BASE
    while number:
        written = _DIGITS[_BASE + number % _BASE] + written
        number //= _BASE
    return written


class Postings:
    """The entries of one term as one string: the steps from entry to entry, each with its level."""

    __slots__ = ("_last", "_written")

    def __init__(self) -> None:
        self._last = 0
        self._written: list[str] = []

    def add(self, entry: int, weight: float) -> None:
        """Entries come in the order of their numbers, from 1."""
        self._written.append(digits((entry - self._last) * LEVELS + level_of(weight)))
        self._last = entry

    def __str__(self) -> str:
        return "".join(self._written)


def shards_for(size: int) -> int:
    """How many shards an index of so many bytes falls into: a power of two, so that each has about 4 KB."""
    return 1 << max(3, min(12, round(math.log2(max(1, size) / 4_000))))
