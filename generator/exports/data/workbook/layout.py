"""Tables → sheets: their names, the headings of their columns, the keys of their rows, and their choices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.exports.data.columns import AnyColumn, Cell
from generator.exports.data.tables import AnyTable, Row
from generator.i18n.strings import SiteWords, Words
from generator.models import LANGUAGES, RECORD_KINDS

HEADING_LANGUAGE = LANGUAGES[0]

ROW_KEY = "row_key"
"""The hidden column before all others."""

HEADING_ROWS = 2
"""Names in Korean, and names of fields."""

MOST_ROWS = 1_048_576
"""Rows of a sheet (Excel's specifications and limits)."""

FLAG_CHOICES = "words_flag"


@dataclass(frozen=True)
class Sheet:
    """A table, or as much of it as a sheet can hold."""

    name: str
    table: AnyTable
    rows: Sequence[Row]

    @property
    def keys(self) -> Iterator[str]:
        """What tells each row from all others of its table: an id, or a record and the place in it."""
        places = [place for place, column in enumerate(self.table.columns) if column.name in self.table.key]
        return ("/".join(str(row[place]) for place in places) for row in self.rows)

    @property
    def written(self) -> list[int]:
        """The places of the columns that a writer fills in."""
        return [place for place, column in enumerate(self.table.columns) if not column.made]


def sheets_of(tables: Iterable[AnyTable], site_words: SiteWords) -> Iterator[Sheet]:
    """A sheet for each table, and further ones for rows that do not fit."""
    most = MOST_ROWS - HEADING_ROWS
    for table in tables:
        name = sheet_name(table, site_words[HEADING_LANGUAGE])
        for number, start in enumerate(range(0, len(table.rows) or 1, most), 1):
            rows = table.rows[start : start + most]
            yield Sheet(name if number == 1 else f"{name} {number}", table, rows)


def sheet_name(table: AnyTable, words: Words) -> str:
    return words(f"data.sheets.{table.name}")


def heading(column: AnyColumn, words: Words) -> str:
    """The name of a column in words: `장소 · 이름 (한국어)`."""
    *steps, last = column.steps
    language = words(f"data.fields.{last}") if steps and last in LANGUAGES else None
    named = " · ".join(_step_in_words(step, words) for step in (steps if language else column.steps))
    return f"{named} ({language})" if language else named


def _step_in_words(step: str, words: Words) -> str:
    """The word for a column's heading, or else the one that the data page has for the field."""
    known = words.section("data")["columns"]
    return words(f"data.{'columns' if step in known else 'fields'}.{step}")


def explanation(column: AnyColumn, site_words: SiteWords) -> str:
    """What a column holds, in both languages, and what its field means."""
    lines = [
        f"{heading(column, words)}: {' · '.join(_facts(column, words))}" for words in site_words.values()
    ]
    return "\n".join([*lines, *([column.meaning] if column.meaning else [])])


def _facts(column: AnyColumn, words: Words) -> Iterator[str]:
    yield ", ".join(column.choices) or words(f"data.holds_words.{column.kind}")
    if column.target:
        yield f"{words('data.workbook.sheet')}: {words(f'data.sheets.{column.target}')}"
    if column.needed:
        yield words("data.required")


def choices_of(tables: Sequence[AnyTable]) -> Mapping[str, Sequence[Cell]]:
    """The name of a range of cells → the values in it: ids of each table, and each list of fixed choices."""
    ids = {f"ids_{table.name}": [row[0] for row in table.rows] for table in tables if table.key == ("id",)}
    fixed = {
        name: list(column.choices)
        for table in tables
        for column in table.columns
        if column.choices and (name := range_of(table, column))
    }
    return {FLAG_CHOICES: ["true", "false"], **ids, **fixed}


def range_of(table: AnyTable, column: AnyColumn) -> str | None:
    """The name of the range that a column chooses from."""
    if column.made:
        return None
    if column.target:
        return f"ids_{column.target}"
    if column.choices:
        return f"words_{table.name}_{column.name}"
    return FLAG_CHOICES if column.kind == "flag" else None


def is_kind(table: AnyTable) -> bool:
    return table.name in RECORD_KINDS
