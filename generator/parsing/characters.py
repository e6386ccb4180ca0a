"""Characters that no reader sees and that make a text say something else than it shows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from generator.parsing.problems import MOST_PROBLEMS, Problem

MOST_MARKS_ON_A_LETTER = 8
"""Accents and vowel signs over, under and after a letter; Vietnamese, Hebrew and Tibetan need no more.

Thousands of them hide the lines around, and take Unicode's normalisation minutes.
"""

# Tab, line feed and carriage return are all that text needs of the control characters. Direction marks and
# overrides make a reader see another order than the file's; the others show nothing (what Unicode calls
# Default_Ignorable, and the empty braille pattern), something else with every font (private use), or are no
# characters at all. What a newer Unicode may have passes, or a record would not be sound on every machine.
_NOTHING = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U0010ffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xE0000, 0x10000))
)
# Joiners and selectors change how the sign before them looks: in emoji, ideographs, the scripts from Hebrew
# to Mongolian. After a space or a letter of ours they change nothing, and two are as good as one.
_SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_UNCHANGED = r"\s\x00-\u058f\u1100-\u11ff\u1e00-\u1fff\u200c\u200d\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
_UNSEEN = re.compile(
    f"[{_NOTHING}]|(?<![^{_UNCHANGED}])[\u200c\u200d{_SELECTORS}](?<![0-9#*©®]\ufe0f)"
    f"|(?<=[{_SELECTORS}])[{_SELECTORS}]"
)
# Runs that could be marks: whatever is no Latin letter, syllable, ideograph or punctuation.
_PERHAPS_MARKS = re.compile(
    "[^\x00-\u02ff\u1100-\u11ff\u2010-\u206f\u3030-\u3098\u309b-\ua66e\uac00-\ud7ff\uf900-\ufaff]"
    f"{{{MOST_MARKS_ON_A_LETTER + 1},}}"
)


def unseen_characters(text: str, path: str) -> Iterator[Problem]:
    """Control, direction-override, invisible characters and piles of marks do not belong in a record."""
    found = (
        (number, place, message)
        for number, line in enumerate(text.split("\n"), 1)
        for place, message in _complaints(line)
    )
    for number, place, message in islice(found, MOST_PROBLEMS):
        yield Problem(path, number, place + 1, "", message)


def unseen_character(text: str) -> str | None:
    """What is wrong with the first character of the text that cannot be seen; None if all can."""
    return next((message for _, message in _complaints(text)), None)


def _complaints(text: str) -> Iterator[tuple[int, str]]:
    for unseen in _UNSEEN.finditer(text):
        yield unseen.start(), _unseen_message(unseen.group())
    for run in _PERHAPS_MARKS.finditer(text):
        if (pile := _pile_in(run.group())) is not None:
            message = f"more than {MOST_MARKS_ON_A_LETTER} marks are piled on one letter; delete the rest"
            yield run.start() + pile, message


def _pile_in(run: str) -> int | None:
    """Where the first mark too many stands."""
    marks = 0
    for place, char in enumerate(run):
        marks = marks + 1 if unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf") else 0
        if marks > MOST_MARKS_ON_A_LETTER:
            return place
    return None


def _unseen_message(char: str) -> str:
    if char == "\ufffd":
        return "U+FFFD stands where a program lost a character; write that character"
    category = unicodedata.category(char)
    if category == "Co":
        return f"U+{ord(char):04X} is for private use and looks different elsewhere; write what it shows"
    nameless = {"Cs": "half a character", "Cn": "no character"}.get(category, "a control character")
    name = unicodedata.name(char, nameless)
    return f"U+{ord(char):04X} ({name}) cannot be seen and does not belong in a text; delete it"
