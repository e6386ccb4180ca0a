"""Characters that make a text read otherwise than it is written: invisible, overriding, piled-up ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from generator.parsing.messages import Message, message
from generator.parsing.problems import MOST_PROBLEMS, Problem

MOST_MARKS_ON_A_LETTER = 8
"""Combining marks on one letter; Vietnamese, Hebrew and Tibetan need no more.

Thousands of them cover the lines around, and Unicode normalisation takes minutes.
"""

# Text needs no control characters but tab, line feed and carriage return. Direction marks and overrides show
# another order than the file's; the others show nothing (Unicode's Default_Ignorable, the empty braille
# pattern), look different in every font (private use), or are noncharacters. Characters of a newer Unicode
# pass, so that a record is valid on every machine.
_INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U0010ffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xE0000, 0x10000))
)
# Joiners and variation selectors change the character before them: in emoji, ideographs, and the scripts
# from Hebrew to Mongolian. After a space or a Latin, Greek, Cyrillic or Korean letter they change nothing,
# nor does a second one.
_SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_UNCHANGED = r"\s\x00-\u058f\u1100-\u11ff\u1e00-\u1fff\u200c\u200d\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
_FORBIDDEN = re.compile(
    f"[{_INVISIBLE}]|(?<![^{_UNCHANGED}])[\u200c\u200d{_SELECTORS}](?<![0-9#*©®]\ufe0f)"
    f"|(?<=[{_SELECTORS}])[{_SELECTORS}]"
)
# Runs of possible combining marks: anything but Latin letters, syllables, ideographs and punctuation.
_MARK_RUNS = re.compile(
    "[^\x00-\u02ff\u1100-\u11ff\u2010-\u206f\u3030-\u3098\u309b-\ua66e\uac00-\ud7ff\uf900-\ufaff]"
    f"{{{MOST_MARKS_ON_A_LETTER + 1},}}"
)


def forbidden_characters(text: str, path: str) -> Iterator[Problem]:
    """A record has no control, direction-override or invisible characters, and no piled-up marks."""
    messages = (
        (number, place, found)
        for number, line in enumerate(text.split("\n"), 1)
        for place, found in _messages(line)
    )
    for number, place, found in islice(messages, MOST_PROBLEMS):
        yield Problem(path, number, place + 1, "", found)


def forbidden_character(text: str) -> Message | None:
    """The message for the first forbidden character of the text; None if there is none."""
    return next((found for _, found in _messages(text)), None)


def _messages(text: str) -> Iterator[tuple[int, Message]]:
    for match in _FORBIDDEN.finditer(text):
        yield match.start(), _message_for(match.group())
    for run in _MARK_RUNS.finditer(text):
        if (index := _first_excess_mark(run.group())) is not None:
            yield run.start() + index, message("characters.piled", most=MOST_MARKS_ON_A_LETTER)


def _first_excess_mark(run: str) -> int | None:
    """The index of the first combining mark beyond the limit."""
    marks = 0
    for index, char in enumerate(run):
        marks = marks + 1 if unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf") else 0
        if marks > MOST_MARKS_ON_A_LETTER:
            return index
    return None


def _message_for(char: str) -> Message:
    if char == "\ufffd":
        return message("characters.lost")
    category, code = unicodedata.category(char), f"U+{ord(char):04X}"
    if category == "Co":
        return message("characters.private", code=code)
    nameless = {"Cs": "characters.half", "Cn": "characters.none"}.get(category, "characters.control")
    return message("characters.unseen", code=code, name=unicodedata.name(char, "") or message(nameless))
