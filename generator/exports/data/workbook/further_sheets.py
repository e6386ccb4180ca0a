"""The sheets that stand behind those of the tables: texts that go on, choices, and the manifest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName

from generator.exports.data.columns import Cell
from generator.exports.data.tables import AnyTable
from generator.exports.data.workbook.cells import fill_sheet
from generator.exports.data.workbook.fingerprints import cell_fingerprints, row_fingerprint
from generator.exports.data.workbook.layout import HEADING_ROWS, ROW_KEY, Sheet, choices_of
from generator.exports.data.workbook.rows import rows_in_xml
from generator.i18n.strings import Words

CHOICES, MANIFEST = "_choices", "_manifest"
MANIFEST_COLUMNS = ("sheet", "table", ROW_KEY, "row", "fingerprint", "cells")
LONG_TEXT_COLUMNS = ("table", ROW_KEY, "column", "part", "text")

LongText: TypeAlias = tuple[str, str, str, int, str]
"""A value for each of these: which piece it is, from the second on, and the piece."""


def add_long_texts(book: Workbook, texts: Iterable[LongText], words: Words) -> None:
    """Adds what no cell of a table can hold; the cell there ends with the words that say so."""
    headings = [words(f"data.workbook.{name}") for name in LONG_TEXT_COLUMNS]
    paper = book.create_sheet(words("data.workbook.long_texts"))
    paper.freeze_panes = "A3"
    fill_sheet(paper, chain([headings, LONG_TEXT_COLUMNS], texts), widths=(16, 40, 24, 8, 100))


def add_choices(book: Workbook, tables: Sequence[AnyTable]) -> Iterator[bytes]:
    """A hidden column for each list of choices, under a name; gives the rows below the names."""
    paper = book.create_sheet(CHOICES)
    paper.sheet_state = "hidden"
    choices = choices_of(tables)
    for letter, (name, values) in zip(
        map(get_column_letter, range(1, len(choices) + 1)), choices.items(), strict=True
    ):
        cells = f"${letter}$2:${letter}${max(len(values), 1) + 1}"
        book.defined_names[name] = DefinedName(name, attr_text=f"{quote_sheetname(CHOICES)}!{cells}")
    longest = max(map(len, choices.values()))
    rows = (
        [values[row] if row < len(values) else None for values in choices.values()] for row in range(longest)
    )
    fill_sheet(paper, [list(choices)])
    return rows_in_xml(rows, 2)


def add_manifest(book: Workbook, sheets: Iterable[Sheet]) -> Iterator[bytes]:
    """A hidden row for every row: where it stands, and what was in it when the workbook was made."""
    paper = book.create_sheet(MANIFEST)
    paper.sheet_state = "hidden"
    fill_sheet(paper, [MANIFEST_COLUMNS])
    return rows_in_xml(chain.from_iterable(map(_manifest_rows, sheets)), 2)


def _manifest_rows(sheet: Sheet) -> Iterator[tuple[Cell, ...]]:
    """Fingerprints are of the cells that a writer fills in; what is made of others counts for nothing."""
    written = sheet.written
    for number, (key, row) in enumerate(zip(sheet.keys, sheet.rows, strict=True), HEADING_ROWS + 1):
        cells = [row[place] for place in written]
        where = (sheet.name, sheet.table.name, key, number)
        yield (*where, row_fingerprint(cells), cell_fingerprints(cells))
