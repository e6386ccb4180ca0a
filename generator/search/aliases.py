"""Words that mean the same, from content/vocabulary.yml: whoever looks for one finds the others."""

from __future__ import annotations

import re
from collections.abc import Sequence


class Aliases:
    """Groups of words that mean the same, to be looked for in texts."""

    def __init__(self, groups: Sequence[Sequence[str]]) -> None:
        self._groups = groups
        spoken = {word: number for number, group in enumerate(groups) for word in group}
        self._group_of = {_tight(word): number for word, number in spoken.items()}
        longest_first = sorted(spoken, key=lambda word: (-len(word), word))
        self._pattern = re.compile("|".join(map(_pattern, longest_first))) if spoken else None

    def of(self, text: str) -> list[str]:
        """The words of every group of which the text has one."""
        if self._pattern is None:
            return []
        found = {self._group_of[_tight(match[0])] for match in self._pattern.finditer(text)}
        return [word for number in sorted(found) for word in self._groups[number]]


def _tight(word: str) -> str:
    return "".join(word.split()).casefold()


def _pattern(word: str) -> str:
    """Latin letters begin a word, and a short word in capitals as written; Hangul with or without spaces."""
    spaced = r"\s?".join(map(re.escape, word.split()))
    if not word.isascii():
        return f"(?i:{spaced})"
    return rf"(?<![A-Za-z]){spaced}(?![A-Za-z])" if len(word) <= 4 else rf"(?<![A-Za-z])(?i:{spaced})"
