"""Synonyms from content/vocabulary.yml: a search for one finds the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence


class Aliases:
    """Groups of synonyms, to be found in texts."""

    def __init__(self, groups: Sequence[Sequence[str]]) -> None:
        self._groups = [[(word, _without_spaces(word), _pattern(word)) for word in group] for group in groups]

    def of(self, text: str) -> list[str]:
        """The words of every group that has a word in the text."""
        return list(self._matches(text, _without_spaces(text)))

    def _matches(self, text: str, unspaced: str) -> Iterator[str]:
        for group in self._groups:
            # A pattern is slow to search for, so a substring test comes first.
            if any(key in unspaced and (not pattern or pattern.search(text)) for _, key, pattern in group):
                yield from (word for word, _, _ in group)


def _without_spaces(text: str) -> str:
    """Without spaces, since 거대 언어 모델 is 거대언어모델."""
    return "".join(text.split()).casefold()


def _pattern(word: str) -> re.Pattern[str] | None:
    """A Latin word matches at a word's beginning; a short one, such as AX, as a whole and in its case."""
    if not word.isascii():
        return None
    spaced = r"\s?".join(map(re.escape, word.split()))
    if len(word) <= 4:
        return re.compile(rf"(?<![A-Za-z]){spaced}(?![A-Za-z])")
    return re.compile(rf"(?<![A-Za-z]){spaced}", re.IGNORECASE)
