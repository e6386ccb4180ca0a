"""Words that mean the same, from content/vocabulary.yml: whoever looks for one finds the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence


class Aliases:
    """Groups of words that mean the same, to be looked for in texts."""

    def __init__(self, groups: Sequence[Sequence[str]]) -> None:
        self._groups = [[(word, _tight(word), _pattern(word)) for word in group] for group in groups]

    def of(self, text: str) -> list[str]:
        """The words of every group of which the text has one."""
        return list(self._found(text, _tight(text)))

    def _found(self, text: str, tight: str) -> Iterator[str]:
        for group in self._groups:
            # A pattern is slow to look for, so first whether it can be there at all.
            if any(sought in tight and (not pattern or pattern.search(text)) for _, sought, pattern in group):
                yield from (word for word, _, _ in group)


def _tight(text: str) -> str:
    """Without spaces, since 거대 언어 모델 is 거대언어모델."""
    return "".join(text.split()).casefold()


def _pattern(word: str) -> re.Pattern[str] | None:
    """Latin letters begin a word; a short one, such as AX, stands alone and in capitals as written."""
    if not word.isascii():
        return None
    spaced = r"\s?".join(map(re.escape, word.split()))
    if len(word) <= 4:
        return re.compile(rf"(?<![A-Za-z]){spaced}(?![A-Za-z])")
    return re.compile(rf"(?<![A-Za-z]){spaced}", re.IGNORECASE)
