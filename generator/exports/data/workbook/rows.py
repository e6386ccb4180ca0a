"""Rows of a sheet as SpreadsheetML (ISO/IEC 29500-1, 18.3.1.73), written without an object for each cell.

openpyxl makes one of each, which took longer than all other files of data/ together. It still makes all that
is not the same in every row: styles, headings, notes and lists to choose from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from generator.exports.data.columns import Cell
from generator.exports.data.workbook.fingerprints import written_out
from generator.exports.data.workbook.texts import with_escapes

_AT_ONCE = 256
"""Rows that are written in one piece."""


def rows_in_xml(
    rows: Iterable[Sequence[Cell]], first: int, styles: Sequence[int] | None = None
) -> Iterator[bytes]:
    """The rows from a number on; `styles`: of each column, as the workbook numbers them."""
    numbered = enumerate(rows, first)
    while some := [_row(number, row, styles) for number, row in islice(numbered, _AT_ONCE)]:
        yield "".join(some).encode()


def _row(number: int, row: Sequence[Cell], styles: Sequence[int] | None) -> str:
    cells = [
        f'<c r="{get_column_letter(place)}{number}"{_styled(styles, place)}{_content(value)}</c>'
        for place, value in enumerate(row, 1)
        if value is not None and value != ""
    ]
    return f'<row r="{number}">{"".join(cells)}</row>'


def _styled(styles: Sequence[int] | None, place: int) -> str:
    return f' s="{styles[place - 1]}"' if styles else ""


def _content(value: Cell) -> str:
    """A text stays one, whatever it begins with; a flag is one, or LibreOffice makes a formula of it."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f' t="n"><v>{value}</v>'
    text = with_escapes(written_out(value))
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f' t="inlineStr"><is><t{space}>{escape(text)}</t></is>'
