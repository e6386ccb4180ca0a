"""Tables below data/: CSV is read back equal, no cell is a formula, and every entry has a row."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports.data.columns import AnyColumn, Cell
from generator.exports.data.csv_files import GUARDED, csv_path, in_csv
from generator.exports.data.tables import AnyTable, tables_of
from tests.exports.data.written_files import Files
from tests.support.paths import RECORDS

GUARDED_CASES = Path(__file__).parent / "guarded.json"


def rows_of(files: Files, table: str) -> list[dict[str, str]]:
    text = files[csv_path(table)].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_csv_begins_with_its_mark_and_is_read_back_equal(corpus: Corpus, files: Files) -> None:
    for table in tables_of(corpus):
        assert files[csv_path(table.name)].startswith(b"\xef\xbb\xbf")
        read = rows_of(files, table.name)
        assert len(read) == len(table.rows)
        for row, cells in zip(read, table.rows, strict=True):
            for column, cell in zip(table.columns, cells, strict=True):
                assert unguarded(row[column.name], column) == in_words(cell)


def in_words(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def unguarded(text: str, column: AnyColumn) -> str:
    """As the data page says: one apostrophe is taken away."""
    plain = ("number", "date", "time", "duration", "flag", "count")
    return text if column.kind in plain else text.removeprefix("'")


def test_no_cell_is_a_formula(files: Files, corpus: Corpus) -> None:
    for table in tables_of(corpus):
        kinds = {column.name: column.kind for column in table.columns}
        for row in rows_of(files, table.name):
            begun = {name for name, cell in row.items() if cell.startswith(GUARDED) and cell[0] != "'"}
            assert {kinds[name] for name in begun} <= {"number"}


@pytest.mark.parametrize(("text", "cell"), json.loads(GUARDED_CASES.read_text("utf-8")))
def test_guarded_texts_are_told_from_those_that_had_an_apostrophe(text: str, cell: str) -> None:
    """The browser passes the same cases: tests/javascript/filters/csv.test.js."""
    assert in_csv(text, "line") == cell
    assert in_csv("x" + text, "line") == "x" + text


def test_every_sign_that_is_guarded_is_tried() -> None:
    texts = [text for text, _ in json.loads(GUARDED_CASES.read_text("utf-8"))]
    assert {sign for sign in GUARDED if any(text.startswith(sign) for text in texts)} == set(GUARDED)


def test_a_number_below_zero_stays_one() -> None:
    assert in_csv("-1.50", "number") == "-1.50"


def test_every_entry_of_every_list_has_a_row(corpus: Corpus) -> None:
    tables = {table.name: table for table in tables_of(corpus)}
    counted = {
        "proposers": sum(len(proposal.proposers) for proposal in corpus.proposals.values()),
        "history": sum(len(proposal.history) for proposal in corpus.proposals.values()),
        "sessions": sum(len(forum.sessions) for forum in corpus.forums.values()),
        "contributions": sum(
            len(one.contributions) for forum in corpus.forums.values() for one in forum.sessions
        ),
        "topics": len(corpus.vocabulary.topics),
    }
    assert {name: len(tables[name].rows) for name in counted} == counted
    for table in tables.values():
        places = [table.columns.index(one) for one in table.columns if one.name in table.key]
        assert len({tuple(row[place] for place in places) for row in table.rows}) == len(table.rows)


def test_lists_are_joined_in_brief() -> None:
    proposals = table_of(load_corpus(RECORDS), "proposals")
    row = next(row for row in proposals if row["id"] == "2024-library-robots-5")
    assert row["history"] == "2024-06-13 proposed; 2024-06-14 withdrawn"
    assert row["history_en"] == "2024-06-13, Proposed; 2024-06-14, Withdrawn"
    assert (row["status"], row["status_ko"]) == ("withdrawn", "철회")
    assert (row["proposers"], row["proposers_ko"]) == ("mo-raenarae", "모래나래")
    assert row["page_en"] == "https://proceedings.example.org/library/en/proposals/2024-library-robots-5/"


def table_of(corpus: Corpus, name: str) -> list[dict[str, object]]:
    table: AnyTable = next(table for table in tables_of(corpus) if table.name == name)
    return [dict(zip((column.name for column in table.columns), row, strict=True)) for row in table.rows]
