"""Tables → CSV that Excel opens: UTF-8 by its mark, and no text that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from generator.exports.data.columns import Cell
from generator.exports.data.tables import AnyTable
from generator.models import RECORD_KINDS

GUARDED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""Beginnings of formulas in spreadsheets, and the apostrophe that guards against them."""

UNGUARDED = ("number", "count", "date", "time", "duration", "flag")
"""Kinds of value that are no text: a number below zero begins with '-' and stays a number."""


def csv_files(tables: Iterable[AnyTable]) -> Iterator[tuple[str, bytes]]:
    return ((csv_path(table.name), csv_file(table)) for table in tables)


def csv_path(table: str) -> str:
    """Kinds of record lie in data/, their parts and the vocabulary below it."""
    return f"data/{table}.csv" if table in RECORD_KINDS else f"data/tables/{table}.csv"


def csv_file(table: AnyTable) -> bytes:
    """A header and the rows, by RFC 4180; a cell is empty where nothing is written."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow([column.name for column in table.columns])
    for row in table.rows:
        writer.writerow([in_csv(cell, column.kind) for cell, column in zip(row, table.columns, strict=True)])
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def in_csv(cell: Cell, kind: str) -> str:
    """A text that begins like a formula has an apostrophe before it; taking one away gives the text back."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    text = str(cell)
    return f"'{text}" if text.startswith(GUARDED) and kind not in UNGUARDED else text
