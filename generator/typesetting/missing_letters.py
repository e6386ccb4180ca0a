"""Letters that no typeface has: found in what Typst says, and given by their numbers in texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, Union

ParsedJson: TypeAlias = Union["dict[str, ParsedJson]", "list[ParsedJson]", str, int, float, bool, None]
"""Parsed JSON."""

APART = "\u200b"
"""A space without width: a letter and a mark that no typeface has together are set beside each other."""

_JOINERS = "[\u200c\u200d\ufe00-\ufe0f\U000e0020-\U000e007f\U000e0100-\U000e01ef]*"
"""Letters that are not seen and only change those beside them; without these they say nothing."""

_COMPLAINT = re.compile(r'the text `"((?:\\.|[^"\\])+)"` could not be displayed')
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")


@dataclass(frozen=True)
class Gaps:
    """What is known of the letters that cannot be set as they are written."""

    missing: frozenset[str] = frozenset()
    """Letters that no typeface has."""
    apart: frozenset[str] = frozenset()
    """Letters that there are, though no typeface has one of them together with another."""

    def widened(self, complained: frozenset[str], alone: Callable[[frozenset[str]], frozenset[str]]) -> Gaps:
        """With what Typst complained of; `alone` tells which letters cannot even be set by themselves.

        A complaint names all letters of a cluster, such as the digit of a keycap that has no sign.
        """
        new = alone(complained - self.missing - self.apart) if complained - self.missing else frozenset()
        if new:
            return Gaps(self.missing | new, self.apart)
        return Gaps(self.missing, self.apart | (complained - self.missing))

    def shown(self, text: str) -> str:
        """The text with the number of each letter that there is not, and no letter less; never nothing."""
        shown = text
        if self.missing:
            missing = _any_of(self.missing)
            shown = re.sub(f"{_JOINERS}(?:{missing}{_JOINERS})+", self._in_numbers, text)
        if self.apart:
            letters = _any_of(self.apart)
            shown = re.sub(f"(?<={letters})(?={letters})", APART, shown)
        if shown.strip() or not text.strip():
            return shown
        return "".join(letter if letter.isspace() else number_of(letter) for letter in text)

    def _in_numbers(self, found: re.Match[str]) -> str:
        return "".join(in_place_of(letter) for letter in found[0] if letter in self.missing)

    def in_texts(self, data: ParsedJson) -> ParsedJson:
        """The data with each of its texts so; names of fields, numbers and true or false stay."""
        match data:
            case str():
                return self.shown(data)
            case list():
                return [self.in_texts(part) for part in data]
            case dict():
                return {name: self.in_texts(part) for name, part in data.items()}
        return data


def letters_complained_of(diagnostic: str) -> frozenset[str]:
    """The letters in what Typst could not display, in its own words."""
    return frozenset("".join(map(_unescaped, _COMPLAINT.findall(diagnostic))))


def in_place_of(letter: str) -> str:
    """A letter's number, `[U+1F916]`; nothing for a mark, which stands on another letter or is not seen."""
    return "" if unicodedata.category(letter) in ("Cf", "Mn", "Me") else number_of(letter)


def number_of(letter: str) -> str:
    return f"[U+{ord(letter):04X}]"


def _any_of(letters: frozenset[str]) -> str:
    return f"[{''.join(map(re.escape, sorted(letters)))}]"


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)) if code[1] else code[2], text)
