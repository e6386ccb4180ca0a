"""What a text holds of private contacts: e-mail addresses, telephone and resident registration numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

PrivateKind = Literal["email", "phone", "resident"]

_BEFORE = r"(?<![0-9A-Za-z])(?<![0-9][-.,/])"
_AFTER = r"(?![0-9A-Za-z])(?![-.,/][0-9])"
_SEPARATOR = r"(?:\s?[-.)·]\s?|\s)"
_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}(?:@|\s?[\[(]\s?(?:at|골뱅이)\s?[\])]\s?)"
    r"(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}",
    re.IGNORECASE,
)
_RESIDENT = re.compile(
    rf"{_BEFORE}[0-9]{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
    rf"(?:\s?-\s?[1-8](?:[0-9]{{6}}|[*xX]{{6}})|[1-8][0-9]{{6}}){_AFTER}"
)
_PHONE = re.compile(
    rf"{_BEFORE}\(?(?:"
    rf"01[016789]{_SEPARATOR}?[0-9]{{3,4}}{_SEPARATOR}?[0-9]{{4}}"  # mobile: 010-1234-5678
    rf"|0(?:2|[3-6][1-5]|70|80|50[2-8]?){_SEPARATOR}[0-9]{{3,4}}{_SEPARATOR}[0-9]{{4}}"  # 02-123-4567
    rf"){_AFTER}"
)
_ABROAD = re.compile(
    rf"(?<![0-9A-Za-z+])\+[1-9][0-9]{{0,2}}{_SEPARATOR}?(?:\(?[0-9]{{1,4}}{_SEPARATOR}?){{2,5}}(?<=[0-9]){_AFTER}"
)
_FEWEST_DIGITS = 8
"""Of a number with the country's code; fewer are a difference, such as +2024."""


def contacts_in(text: str) -> Iterator[tuple[PrivateKind, str]]:
    """Kind and words of each, in the order of the kinds; each is told once."""
    plain = _plain(text)
    for start, end in dict.fromkeys(found.span() for found in _EMAIL.finditer(plain)):
        yield "email", text[start:end]
    numbers = [found.span() for found in _RESIDENT.finditer(plain) if _is_resident(found[0])]
    for start, end in numbers:
        yield "resident", text[start:end]
    for pattern in (_PHONE, _ABROAD):
        for found in pattern.finditer(plain):
            start, end = found.span()
            if pattern is _ABROAD and sum(map(str.isdigit, found[0])) < _FEWEST_DIGITS:
                continue
            if all(end <= first or start >= last for first, last in numbers):
                yield "phone", text[start:end].strip("( ")


def emails_in(text: str) -> Iterator[str]:
    """The e-mail addresses of a text."""
    return (words for kind, words in contacts_in(text) if kind == "email")


def _plain(text: str) -> str:
    """The text with full-width letters and the many dashes as ASCII, each in its place."""
    return "".join(map(_plain_char, text))


def _plain_char(char: str) -> str:
    if char.isascii():
        return char
    if unicodedata.category(char) == "Pd" or char == "\N{MINUS SIGN}":
        return "-"
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char


_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)


def _is_resident(words: str) -> bool:
    """Without a dash thirteen digits can be anything, so their check digit has to be right."""
    if "-" in words:
        return True
    digits = [int(digit) for digit in words]
    total = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return (11 - total % 11) % 10 == digits[-1]
