"""Characters that no reader sees and that make a text say something else than it shows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from generator.problems import MOST_PROBLEMS, Problem

# Tab, line feed and carriage return are all that text needs of the control characters. Direction marks and
# overrides make a reader see another order than the file's; Hangul fillers, soft hyphens and zero-width
# spaces, nothing. The joiners U+200C and U+200D stay: emoji and some scripts are written with them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


def unseen_characters(text: str, path: str) -> Iterator[Problem]:
    """Control, direction-override and invisible characters have no business in a record."""
    found = (
        (number, unseen)
        for number, line in enumerate(text.split("\n"), 1)
        for unseen in _UNSEEN.finditer(line)
    )
    for number, unseen in islice(found, MOST_PROBLEMS):
        yield Problem(path, number, unseen.start() + 1, "", _unseen_message(unseen.group()))


def unseen_character(text: str) -> str | None:
    """What is wrong with the first character of the text that cannot be seen; None if all can."""
    unseen = _UNSEEN.search(text)
    return _unseen_message(unseen.group()) if unseen else None


def _unseen_message(char: str) -> str:
    if char == "\ufffd":
        return "U+FFFD stands where a program lost a character; write that character"
    nameless = {"Cs": "half a character", "Cn": "no character"}.get(
        unicodedata.category(char), "a control character"
    )
    name = unicodedata.name(char, nameless)
    return f"U+{ord(char):04X} ({name}) cannot be seen and does not belong in a text; delete it"
