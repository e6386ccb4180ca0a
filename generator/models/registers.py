"""Registers in which others number people, bodies and proposals: a number's form there, and its address."""

from __future__ import annotations

import re
from typing import Annotated, Literal, NamedTuple

from pydantic import BeforeValidator, WithJsonSchema

from generator.models.labelled import Labelled
from generator.models.lists import Few, NotEmpty
from generator.models.model import wrong
from generator.models.texts import Choice, as_line
from generator.parsing.addresses import wrong_address
from generator.parsing.messages import message

LONGEST_PATTERN = 100
MOST_REPEATED = 60
"""Times that a part of a pattern can stand in an identifier."""
_PART = re.compile(
    r"(?P<one>[A-Za-z0-9._/-])|\[(?P<set>(?:[A-Za-z0-9._/]-[A-Za-z0-9]|[A-Za-z0-9._/])+-?)\]", re.ASCII
)
_TIMES = re.compile(r"\{(?P<least>[0-9]{1,3})(?:,(?P<most>[0-9]{1,3}))?\}|(?P<maybe>\?)", re.ASCII)


class PatternPart(NamedTuple):
    """Characters, one of which stands a number of times."""

    chars: frozenset[str]
    least: int
    most: int


def parts_of_pattern(pattern: str) -> tuple[PatternPart, ...] | None:
    """`Q[1-9][0-9]{0,9}` in its parts; None if it is not written so. It has no choices and no loops."""
    parts: list[PatternPart] = []
    place = 0
    while place < len(pattern):
        found = _PART.match(pattern, place)
        if not found:
            return None
        times = _TIMES.match(pattern, found.end())
        least, most = (0, 1) if times and times["maybe"] else (1, 1)
        if times and times["least"]:
            least, most = int(times["least"]), int(times["most"] or times["least"])
        chars = frozenset(found["one"]) if found["one"] else _chars_of(found["set"])
        if least > most or not 0 < most <= MOST_REPEATED or not chars:
            return None
        parts.append(PatternPart(chars, least, most))
        place = times.end() if times else found.end()
    return tuple(parts) or None


def _chars_of(written: str) -> frozenset[str]:
    """The characters of `0-9X`; none where a range goes backwards."""
    chars: set[str] = set()
    for first, last in re.findall("(.)(?:-(.))?", written):
        chars |= {chr(code) for code in range(ord(first), ord(last or first) + 1)}
        if last and ord(last) < ord(first):
            return frozenset()
    return frozenset(chars)


def fits(parts: tuple[PatternPart, ...], text: str) -> bool:
    """Whether all of the text is written by the pattern; it takes no longer than both are long."""
    reached = {0}
    for part in parts:
        following: set[int] = set()
        for start in reached:
            end = start
            while end < len(text) and end - start < part.most and text[end] in part.chars:
                if end - start >= part.least:
                    following.add(end)
                end += 1
            if part.least <= end - start:
                following.add(end)
        reached = following
    return len(text) in reached


def _as_pattern(value: object) -> str:
    text = as_line(value)
    if odd := re.search(r"[^A-Za-z0-9._/{},?\[\]-]", text):
        raise wrong(message("register.character", text=text[:LONGEST_PATTERN], character=odd[0]))
    if len(text) > LONGEST_PATTERN or not parts_of_pattern(text):
        raise wrong(message("register.pattern", text=text[:LONGEST_PATTERN], most=MOST_REPEATED))
    return text


IdentifierPattern = Annotated[
    str,
    BeforeValidator(_as_pattern),
    WithJsonSchema({"type": "string", "pattern": r"^\s*[A-Za-z0-9._/{},?\[\]-]+\s*$"}),
]
"""How an identifier is written: letters and digits as they are, sets such as `[0-9]`, `{7}` for how often."""


def _as_address(value: object) -> str:
    text = as_line(value)
    if text.count("{}") != 1:
        raise wrong(message("register.address", text=text))
    if reason := wrong_address(text.replace("{}", "1")):
        raise wrong(reason)
    return text


RegisterAddress = Annotated[
    str, BeforeValidator(_as_address), WithJsonSchema({"type": "string", "pattern": r"\{\}"})
]
"""The address of an entry, with `{}` where its identifier stands: `https://orcid.org/{}`."""


def _as_host(value: object) -> str:
    text = as_line(value)
    if not re.fullmatch(r"[^\s/:?#@\[\]\\]+\.[^\s/:?#@\[\]\\]+", text) or wrong_address(f"https://{text}/"):
        raise wrong(message("register.host", text=text))
    return text


RegisterHost = Annotated[
    str,
    BeforeValidator(_as_host),
    WithJsonSchema({"type": "string", "pattern": r"^\s*[^\s/:?#@]+\.[^\s/:?#@]+\s*$"}),
]
"""The name of a site, such as `viaf.org`: no address."""

CheckDigits = Literal["none", "mod-11-2", "mod-97-10", "ror"]


class Register(Labelled):
    """A register in which others number people, bodies or proposals."""

    pattern: IdentifierPattern
    """How an identifier is written: characters as they are, sets such as `[0-9]`, `{7}` for how often."""
    address: RegisterAddress | None = None
    """The address of an entry, with `{}` for the identifier."""
    hosts: Few[RegisterHost] = ()
    """Sites whose addresses end with an identifier too, beside that of `address`."""
    check: Annotated[CheckDigits, Choice] = "none"
    """By what its last digits are calculated: ISO 7064 MOD 11-2 or MOD 97-10, or as ROR does."""
    of: Annotated[Few[Annotated[Literal["speakers", "organizations", "proposals"], Choice]], NotEmpty]
    """What is numbered there."""
