"""The letters that the typefaces of PDFs have, which come along as files."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from importlib import resources

FONTS = "typesetting/templates/fonts"
TYPEFACES = ("Pretendard-Regular.otf", "ProceedingsHan-Regular.otf")
"""A file of each typeface; the other weights of the first have the same letters."""

WINDOWS, ALL_OF_UNICODE, SEGMENTED_COVERAGE = 3, 10, 12
"""Platform, encoding and format of the table of letters (OpenType 1.9.1, `cmap`)."""


@cache
def letters_of_typefaces() -> frozenset[str]:
    """Every letter that one of the typefaces has."""
    folder = resources.files("generator") / FONTS
    return frozenset(letter for name in TYPEFACES for letter in letters_in((folder / name).read_bytes()))


def letters_in(font: bytes) -> Iterator[str]:
    """The letters of an OpenType file."""
    start = _cmap(font)
    (tables,) = struct.unpack_from(">H", font, start + 2)
    for number in range(tables):
        platform, encoding, offset = struct.unpack_from(">HHI", font, start + 4 + number * 8)
        if (platform, encoding) == (WINDOWS, ALL_OF_UNICODE):
            yield from _segments(font, start + offset)


def _cmap(font: bytes) -> int:
    """Where the table of letters begins."""
    (tables,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sIII", font, 12 + number * 16) for number in range(tables))
    return next(int(offset) for tag, _, offset, _ in records if tag == b"cmap")


def _segments(font: bytes, start: int) -> Iterator[str]:
    form, _, _, _, groups = struct.unpack_from(">HHIII", font, start)
    if form != SEGMENTED_COVERAGE:
        raise ValueError(f"a table of letters in format {form}")
    for number in range(groups):
        first, last, _ = struct.unpack_from(">III", font, start + 16 + number * 12)
        yield from map(chr, range(first, last + 1))
