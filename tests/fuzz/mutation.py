"""One input → the next: bytes as the engine changes them, and lines and words as people do."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Sequence

Mutate = Callable[[bytes, int], bytes]
Change = Callable[[random.Random, str, Sequence[str]], str]


def insert_word(chance: random.Random, text: str, words: Sequence[str]) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(words) + text[at:]


def replace_span(chance: random.Random, text: str, words: Sequence[str]) -> str:
    begin = chance.randint(0, len(text))
    return text[:begin] + chance.choice(words) + text[begin + chance.randint(0, 12) :]


def replace_value(chance: random.Random, text: str, words: Sequence[str]) -> str:
    """What stands behind a ': ' or '- ' becomes another word."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    for mark in (": ", "- "):
        before, found, _ = lines[at].partition(mark)
        if found:
            lines[at] = before + mark + chance.choice(words)
            break
    return "\n".join(lines)


def move_line(chance: random.Random, text: str, _: Sequence[str]) -> str:
    """A line is taken out, written twice or put elsewhere."""
    lines = text.split("\n")
    line = lines.pop(chance.randrange(len(lines)))
    for _copy in range(chance.randint(0, 2)):
        lines.insert(chance.randint(0, len(lines)), line)
    return "\n".join(lines)


def indent_line(chance: random.Random, text: str, _: Sequence[str]) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    lines[at] = " " * chance.randint(0, 6) + lines[at].lstrip(" ")
    return "\n".join(lines)


def repeat_span(chance: random.Random, text: str, _: Sequence[str]) -> str:
    """A few characters many times: what grows with the square shows here."""
    begin = chance.randint(0, len(text))
    span = text[begin : begin + chance.randint(1, 8)]
    return text[:begin] + span * chance.choice((2, 2, 3, 3, 10, 100)) + text[begin:]


def odd_form(chance: random.Random, text: str, _: Sequence[str]) -> str:
    """As some programs save it: letters taken apart, other line ends."""
    return chance.choice(
        [unicodedata.normalize("NFD", text), text.replace("\n", "\r\n"), text.replace("\n", "\r")]
    )


CHANGES: tuple[Change, ...] = (
    insert_word,
    insert_word,
    replace_span,
    replace_value,
    replace_value,
    move_line,
    indent_line,
    repeat_span,
    odd_form,
)


def next_input(raw: bytes, longest: int, seed: int, words: Sequence[str], by_bytes: Mutate) -> bytes:
    """One in five as the engine does it, the others by one to three changes of their text."""
    chance = random.Random(seed)  # noqa: S311 - the engine's seed, so that a run can be repeated
    if chance.random() < 0.2:
        return by_bytes(raw, longest)
    text = raw.decode("utf-8", "surrogateescape")
    for _ in range(chance.randint(1, 3)):
        text = chance.choice(CHANGES)(chance, text, words)
    return text.encode("utf-8", "surrogateescape")[:longest]


def crossed(first: bytes, second: bytes, longest: int, seed: int) -> bytes:
    """The first lines of one input and the last of another."""
    chance = random.Random(seed)  # noqa: S311 - as above
    head, tail = first.split(b"\n"), second.split(b"\n")
    cut, join = chance.randint(0, len(head)), chance.randint(0, len(tail))
    return b"\n".join([*head[:cut], *tail[join:]])[:longest]
