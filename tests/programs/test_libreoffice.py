"""LibreOffice opens the workbook: as CSV and saved anew it says the same, and nothing in it is a formula."""

from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.corpus.corpus import Corpus
from generator.exports.data.columns import Cell
from generator.exports.data.tables import AnyTable, tables_of
from generator.exports.data.workbook import workbook_file
from generator.exports.data.workbook.fingerprints import written_out
from generator.exports.data.workbook.further_sheets import CHOICES, MANIFEST
from generator.exports.data.workbook.layout import HEADING_ROWS, sheet_name
from generator.exports.data.workbook.texts import LONGEST_CELL
from tests.support.programs import needs_programs
from tests.support.small_corpus import corpus, forum, proposal, source, speaker, step
from tests.support.words import WORDS

ALL_SHEETS_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
"""Comma, quotes, UTF-8, cells as they are stored, each sheet as a file (LibreOffice help: filter options)."""

TEXTS = (
    "=1+1", "+82 2 123", "-5", "@SUM(A1)", "'말", "=HYPERLINK(\"https://example.org\")", "2024-07", "0123",
    "1e5", "TRUE", "#N/A", "_x000D_", "𠮷 具月 e\u0301", "a\tb", "<b>&]]>", "줄 \"인용\", 쉼표; 끝",
)  # fmt: skip


@pytest.fixture(scope="module")
def whole() -> Corpus:
    """Records with texts that a spreadsheet could take for something else."""
    people = [
        speaker(f"p{number}", name={"ko": text, "en": text}, notes=[{"ko": f"{text}\n\n둘째"}])
        for number, text in enumerate(TEXTS)
    ]
    talks = forum(start_date="2024-07", sources=["s"])
    return corpus(*people, talks, source(), proposal(history=[step()], abstract={"ko": "가" * 20_000}))


@pytest.fixture(scope="module")
def converted(whole: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("libreoffice")
    (folder / "p.xlsx").write_bytes(workbook_file(whole, tables_of(whole), WORDS))
    for form, into in (("xlsx", "saved"), (ALL_SHEETS_AS_CSV, "csv")):
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
             "--convert-to", form, "--outdir", folder / into, folder / "p.xlsx"],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    return folder


def meant(table: AnyTable) -> list[list[str]]:
    return [[written_out(cell) for cell in row] for row in table.rows]


@needs_programs("soffice")
def test_as_csv_every_cell_is_as_it_was(converted: Path, whole: Corpus) -> None:
    for table in tables_of(whole):
        content = (converted / "csv" / f"p-{sheet_name(table, WORDS['ko'])}.csv").read_text("utf-8")
        rows = list(csv.reader(io.StringIO(content, newline="")))[HEADING_ROWS:]
        assert [row[1:] for row in rows] == meant(table), table.name


@needs_programs("soffice")
def test_saved_anew_it_says_the_same_and_has_no_formula(converted: Path, whole: Corpus) -> None:
    book: Any = openpyxl.load_workbook(converted / "saved" / "p.xlsx")
    for table in tables_of(whole):
        sheet = book[sheet_name(table, WORDS["ko"])]
        rows = list(sheet.iter_rows(min_row=HEADING_ROWS + 1, max_col=len(table.columns) + 1))
        assert [[_read(cell.value) for cell in row[1:]] for row in rows] == meant(table), table.name
        assert {cell.data_type for row in rows for cell in row} <= {"s", "n"}
        # Frozen panes are of a window, and without one LibreOffice keeps none.
        assert sheet.column_dimensions["A"].hidden
        assert {cell.comment is not None for cell in sheet[1][1:]} == {True}
        assert sheet.data_validations.dataValidation or not any(map(_has_choices, table.columns)), table.name
    assert [sheet.title for sheet in book if sheet.sheet_state == "hidden"] == [CHOICES, MANIFEST]
    assert {"words_flag", "ids_forums"} <= set(book.defined_names)


def _read(value: Cell) -> str:
    """LibreOffice reads `_x005F_x000D_` as `_x000D_`, as Excel does, and writes that as it is."""
    text = written_out(value)
    assert len(text) <= LONGEST_CELL
    return text


def _has_choices(column: Any) -> bool:  # noqa: ANN401 - of any table
    return bool(column.choices or column.target) and not column.made
