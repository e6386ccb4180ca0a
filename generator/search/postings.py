"""Posting lists: the entries that have a term, with its weight in each, encoded compactly for JSON."""

from __future__ import annotations

import math
from functools import lru_cache

LEVELS = 16
"""The number of steps to which a weight is quantised."""

# All characters that JSON writes as one byte. The first half ends a number, the second continues it.
_DIGITS = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\')[:92]
_BASE = len(_DIGITS) // 2


@lru_cache(maxsize=10_000)
def level_of(weight: float) -> int:
    """A term's weight in an entry, saturated (the tenth mention adds less than the second), as 1 … 15."""
    return max(1, min(LEVELS - 1, round((LEVELS - 1) * weight / (weight + 4))))


@lru_cache(maxsize=100_000)
def digits(number: int) -> str:
    """A non-negative number as a variable-length code, highest digits first."""
    code = _DIGITS[number % _BASE]
    number //= _BASE
    while number:
        code = _DIGITS[_BASE + number % _BASE] + code
        number //= _BASE
    return code


@lru_cache(maxsize=500_000)
def _code(step: int, weight: float) -> str:
    return digits(step * LEVELS + level_of(weight))


class Postings:
    """A term's posting list as a string: for each entry the step from the one before, and the level."""

    __slots__ = ("_codes", "_last")

    def __init__(self) -> None:
        self._last = 0
        self._codes: list[str] = []

    def add(self, entry: int, weight: float) -> None:
        """Entries are added in the order of their numbers, from 1."""
        self._codes.append(_code(entry - self._last, weight))
        self._last = entry

    def __str__(self) -> str:
        return "".join(self._codes)


def shards_for(size: int) -> int:
    """The number of shards of an index of so many bytes: a power of two, so that each has about 8 KB."""
    return 1 << max(3, min(12, round(math.log2(max(1, size) / 8_000))))
