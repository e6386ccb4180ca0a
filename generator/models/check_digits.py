"""Check digits: whether an identifier's last ones are those that the others give."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz"
"""Without i, l, o and u (crockford.com/base32.html)."""


def has_right_check(check: str, identifier: str) -> bool:
    """Whether the last digits are right; `none` asks for none."""
    if check not in _CHECKS:
        return True
    shape, is_right = _CHECKS[check]
    plain = re.sub("[^0-9A-Za-z]", "", identifier)
    return re.fullmatch(shape, plain) is not None and is_right(plain)


def _mod_11_2(text: str) -> bool:
    """ISO 7064 MOD 11-2, of ORCID and ISNI: the last one is a digit or X."""
    total = 0
    for digit in text[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == text[-1].upper()


def _mod_97_10(text: str) -> bool:
    """ISO 7064 MOD 97-10, of LEI: a letter counts as its number from 10."""
    return int("".join(str(int(char, 36)) for char in text)) % 97 == 1


def _ror(text: str) -> bool:
    """Of ROR: two decimal digits of what the others are in base 32."""
    number = 0
    for char in text[:-2].lower():
        number = number * 32 + _BASE_32.index(char)
    return f"{98 - number * 100 % 97:02}" == text[-2:]


_CHECKS: Mapping[str, tuple[str, Callable[[str], bool]]] = {
    "mod-11-2": ("[0-9]+[0-9Xx]", _mod_11_2),
    "mod-97-10": ("[0-9A-Za-z]+", _mod_97_10),
    "ror": (f"(?i:[{_BASE_32}])+[0-9]{{2}}", _ror),
}
"""How it is calculated → what such identifiers are made of, and whether one is right."""
