"""Fingerprints of rows: by them a reader of the workbook tells what was changed in it since it was made.

A key that the manifest has and the sheet has not was deleted, and the other way round it is new; a row whose
fingerprint is another was changed, and the fingerprints of its cells say where.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from generator.exports.data.columns import Cell

ROW_DIGITS, CELL_DIGITS = 16, 6
EMPTY = "-"


def written_out(cell: Cell) -> str:
    """A cell as text, as CSV has it without its guard; the same after a program has read and written it."""
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def row_fingerprint(cells: Iterable[Cell]) -> str:
    """Of all cells in their order; U+001F, which no text has, stands between them."""
    return _digits("\x1f".join(map(written_out, cells)), ROW_DIGITS)


def cell_fingerprints(cells: Iterable[Cell]) -> str:
    """Of each cell by itself, with a space between them; `-` where nothing is written."""
    return " ".join(_digits(text, CELL_DIGITS) if (text := written_out(cell)) else EMPTY for cell in cells)


def _digits(text: str, digits: int) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
