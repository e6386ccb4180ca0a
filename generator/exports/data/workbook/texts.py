"""Texts as a cell of a workbook can hold them: signs that XML cannot have escaped, and none too long."""

from __future__ import annotations

import re

LONGEST_CELL = 32_767
"""Characters in a cell (Excel's specifications and limits); what is longer is cut off without a word."""

LONGEST_PIECE = LONGEST_CELL // 8
"""Characters of a piece of a longer text: each of them can take seven when it is escaped."""

_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot have, or makes something else of, and an underscore that begins an escape."""

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def with_escapes(text: str) -> str:
    """Each sign as `_x000D_`, which Excel and LibreOffice read back (ISO/IEC 29500-1, 22.9.2.19)."""
    return _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def as_meant(written: str) -> str:
    """What `with_escapes` was given."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), written)


def fits_in_a_cell(text: str) -> bool:
    """Whether a cell can hold the text; Excel counts a letter beyond U+FFFF as two."""
    return len(text) <= LONGEST_PIECE or len(with_escapes(text).encode("utf-16-le")) // 2 <= LONGEST_CELL


def pieces(text: str) -> list[str]:
    """A long text in pieces, each short enough for a cell."""
    return [text[start : start + LONGEST_PIECE] for start in range(0, len(text), LONGEST_PIECE)]
