"""Cells of a workbook: a text stays one, whatever it begins with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from generator.exports.data.columns import Cell
from generator.exports.data.workbook.fingerprints import written_out
from generator.exports.data.workbook.texts import with_escapes

Paper: TypeAlias = Any  # a sheet that is written row by row; its types lack what all sheets have
XlsxCell: TypeAlias = Any  # the types have a function in the place of the class

AS_TEXT = "@"
"""Excel's format for text: what is typed into such a cell stays as it was typed, `2025-07` and `=1+1` too."""

GENERAL = "General"

BOLD, GREY_FONT = Font(bold=True), Font(color="FF6B7280")
GREY, BLUE = PatternFill("solid", fgColor="FFF1F3F5"), PatternFill("solid", fgColor="FFE3ECFA")


def text_cell(
    paper: Paper,
    text: str | None = None,
    font: Font | None = None,
    fill: PatternFill | None = None,
) -> XlsxCell:
    cell = WriteOnlyCell(paper)
    cell.number_format = AS_TEXT
    if font:
        cell.font = font
    if fill:
        cell.fill = fill
    return cell if text is None else given(cell, text)


def given(cell: XlsxCell, value: Cell) -> XlsxCell:
    """The cell with a value; a text stays one, whatever it begins with.

    What is true or false is a text too: LibreOffice makes a formula of it, `=TRUE()`.
    """
    is_number = isinstance(value, int) and not isinstance(value, bool)
    cell.value = value if is_number else with_escapes(written_out(value))
    if not is_number:
        cell.data_type = "s"
    return cell


def fill_sheet(paper: Paper, rows: Iterable[Iterable[Cell]], widths: Sequence[int] = ()) -> None:
    """Adds rows, after the widths of columns that are given."""
    for number, width in enumerate(widths, 1):
        paper.column_dimensions[get_column_letter(number)].width = width
    for row in rows:
        paper.append([_plain(paper, value) for value in row])


def _plain(paper: Paper, value: Cell) -> Cell | XlsxCell:
    """A text by itself, which is quicker, unless it could be taken for a formula or an error."""
    if not isinstance(value, str):
        return written_out(value) if isinstance(value, bool) else value
    return given(WriteOnlyCell(paper), value) if value.startswith(("=", "#")) else with_escapes(value)
