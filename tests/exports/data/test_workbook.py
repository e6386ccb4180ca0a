"""The workbook: every cell is read back as the tables have it, and a reader tells what was changed in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import openpyxl
import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports.data.columns import Column
from generator.exports.data.tables import Table, tables_of
from generator.exports.data.workbook import layout, workbook_file
from generator.exports.data.workbook.fingerprints import cell_fingerprints, row_fingerprint, written_out
from generator.exports.data.workbook.further_sheets import CHOICES, MANIFEST, MANIFEST_COLUMNS
from generator.exports.data.workbook.layout import heading, range_of, sheet_name, sheets_of
from generator.exports.data.workbook.texts import LONGEST_CELL, as_meant, fits_in_a_cell, pieces, with_escapes
from generator.models import LANGUAGES
from tests.support import small_corpus
from tests.support.paths import RECORDS
from tests.support.words import WORDS
from tests.trust.attacks import LINES

KO = WORDS["ko"]

Book = Any  # what openpyxl reads
Rows = list[tuple[Any, ...]]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The made-up records; hostile ones go through tests/trust/."""
    return load_corpus(RECORDS)


@pytest.fixture(scope="module")
def content(corpus: Corpus) -> bytes:
    return workbook_file(corpus, tables_of(corpus), WORDS)


@pytest.fixture(scope="module")
def book(content: bytes) -> Book:
    return openpyxl.load_workbook(io.BytesIO(content))


def rows_of(book: Book, sheet: str) -> Rows:
    return list(book[sheet].iter_rows(min_row=layout.HEADING_ROWS + 1, values_only=True))


def read(value: object) -> str:
    """A cell as the tables have it."""
    return as_meant(written_out(value)) if isinstance(value, str) else written_out(value)  # type: ignore[arg-type]


def made_of(*texts: str, name: str = "notes") -> Book:
    """A workbook with a table of one column for these texts."""
    columns = (
        Column[Any]("id", lambda _: None, steps=("id",)),
        Column[Any]("text", lambda _: None, steps=("text",)),
    )
    rows = tuple((f"row-{number}", text) for number, text in enumerate(texts))
    table: Table[Any] = Table(name, "", columns, ("id",), rows)
    return openpyxl.load_workbook(io.BytesIO(workbook_file(small_corpus.corpus(), (table,), WORDS)))


def test_every_cell_is_read_back_as_the_tables_have_it(book: Book, corpus: Corpus) -> None:
    for table in tables_of(corpus):
        sheet = book[sheet_name(table, KO)]
        assert [cell.value for cell in sheet[2]][1:] == [column.name for column in table.columns]
        found = rows_of(book, sheet.title)
        assert len(found) == len(table.rows)
        for cells, row in zip(found, table.rows, strict=True):
            assert [read(cell) for cell in cells[1:]] == [written_out(cell) for cell in row]


def test_ids_days_and_numbers_are_texts_and_nothing_is_a_formula(book: Book, corpus: Corpus) -> None:
    for table in tables_of(corpus):
        counted = {number for number, one in enumerate(table.columns, 2) if one.kind == "count"}
        for cells in book[sheet_name(table, KO)].iter_rows(min_row=3):
            kinds = {
                cell.data_type for cell in cells if cell.value is not None and cell.column not in counted
            }
            assert kinds <= {"s"}
            assert all(
                cell.number_format == "@" for cell in cells if cell.column not in counted and cell.value
            )


def test_no_sheet_is_named_in_a_way_that_programs_refuse(book: Book) -> None:
    assert len({name.casefold() for name in book.sheetnames}) == len(book.sheetnames)
    for name in book.sheetnames:
        assert len(name) <= 31
        assert not set(name) & set("[]:*?/\\'")


def test_the_hidden_sheets_are_hidden_and_the_first_says_what_it_is(book: Book, corpus: Corpus) -> None:
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    assert hidden == [CHOICES, MANIFEST]
    about = [cell for row in book.worksheets[0].iter_rows(values_only=True) for cell in row if cell]
    for language in LANGUAGES:
        assert with_escapes(corpus.site.name.best(language)[0]) in about
    assert {table.name for table in tables_of(corpus)} <= set(about)
    assert book.worksheets[1].title == sheet_name(tables_of(corpus)[0], KO)


def test_every_column_has_a_name_of_its_own_and_a_note_with_its_meaning(book: Book, corpus: Corpus) -> None:
    for table in tables_of(corpus):
        sheet = book[sheet_name(table, KO)]
        assert sheet.freeze_panes == "C3"
        assert sheet.column_dimensions["A"].hidden
        for words in WORDS.values():
            named = [heading(column, words) for column in table.columns]
            assert len(set(named)) == len(named), (table.name, words.language)
        assert [cell.value for cell in sheet[1]][1:] == [heading(column, KO) for column in table.columns]
        for cell, column in zip(sheet[1][1:], table.columns, strict=True):
            assert heading(column, WORDS["en"]) in cell.comment.text
            assert with_escapes(column.meaning or "") in cell.comment.text


def test_what_there_is_to_choose_from_is_offered(book: Book, corpus: Corpus) -> None:
    offered = {name: values_named(book, name) for name in book.defined_names}
    for table in tables_of(corpus):
        sheet = book[sheet_name(table, KO)]
        chosen = {str(one.sqref).split(":")[0]: one for one in sheet.data_validations.dataValidation}
        for number, column in enumerate(table.columns, 2):
            name = range_of(table, column)
            validation = chosen.pop(f"{openpyxl.utils.get_column_letter(number)}3", None)
            assert (validation.formula1 if validation else None) == name
            if name:
                cells = {row[number - 1] for row in rows_of(book, sheet.title)} - {None}
                assert cells <= set(offered[name]), (table.name, column.name)
        assert not chosen


def values_named(book: Book, name: str) -> list[object]:
    ((title, cells),) = book.defined_names[name].destinations
    return [cell.value for (cell,) in book[title][cells]]


Manifest = Mapping[tuple[str, str], Mapping[str, Any]]


def manifest_of(book: Book) -> Manifest:
    first, *rows = book[MANIFEST].iter_rows(values_only=True)
    assert first == MANIFEST_COLUMNS
    found = [dict(zip(first, row, strict=True)) for row in rows]
    read_back = {(row["table"], as_meant(row["row_key"])): row for row in found}
    assert len(read_back) == len(found)
    return read_back


def test_the_manifest_has_the_place_and_the_fingerprint_of_every_row(book: Book, corpus: Corpus) -> None:
    manifest = manifest_of(book)
    assert len(manifest) == sum(len(table.rows) for table in tables_of(corpus))
    for table in tables_of(corpus):
        for sheet in sheets_of([table], WORDS):
            written = sheet.written
            for key, row in zip(sheet.keys, sheet.rows, strict=True):
                said = manifest[table.name, key]
                assert said["sheet"] == sheet.name
                place = book[sheet.name][said["row"]]
                assert as_meant(place[0].value) == key
                cells = [read(place[number + 1].value) for number in written]
                assert (
                    said["fingerprint"] == row_fingerprint(cells) == row_fingerprint(row[n] for n in written)
                )
                assert said["cells"] == cell_fingerprints(cells)


def test_a_reader_tells_rows_untouched_changed_new_and_deleted() -> None:
    before = manifest_of(made_of("untouched", "before", "deleted"))
    after = manifest_of(made_of("untouched", "after", "deleted", "new"))
    same = {key for key in before if before[key]["fingerprint"] == after[key]["fingerprint"]}
    assert {key for _, key in same} == {"row-0", "row-2"}
    assert {key for _, key in after.keys() - before.keys()} == {"row-3"}
    (id_before, text_before), (id_after, text_after) = (
        one["notes", "row-1"]["cells"].split() for one in (before, after)
    )
    assert id_before == id_after
    assert text_before != text_after


def test_texts_are_read_back_whatever_they_are() -> None:
    texts = [
        *LINES.values(),
        *("=1+1", "+1", "-1", "@SUM(A1)", "'x", '=HYPERLINK("https://example.org")', "{=1}"),
        *("_x000D_", "_x000d_ _x0041_", "__x0041_", "_x005F_x000D_", "_xzzzz_"),
        *("\x00", "a\x01b\x1f", "\x0b\x0c", "a\rb", "a\r\nb", "\ufffe\uffff", "\n", "\n x \t", "  ", "\t"),
        *(
            "0123",
            "1e5",
            "2024-07",
            "TRUE",
            "#N/A",
            "#REF!",
            "1/2",
            "null",
            "𠮷",
            "e\u0301",
            "\u202e",
            "]]>&<b>",
        ),
        "https://example.org/" + "a" * 2_500,
    ]
    found = rows_of(made_of(*texts), sheet_named("notes"))
    assert [as_meant(row[2]) for row in found] == texts


def sheet_named(table: str) -> str:
    return KO(f"data.sheets.{table}")


@pytest.mark.parametrize("letter", ["가", "𠮷", "\x01", "_x000D_"])
def test_a_text_that_no_cell_can_hold_goes_on_elsewhere(letter: str) -> None:
    text = "".join(f"{letter}{number}" for number in range(LONGEST_CELL // 4))
    book = made_of("short", text)
    (_, _, short), (key, _, begun) = rows_of(book, sheet_named("notes"))
    assert short == "short"
    continued = rows_of(book, KO("data.workbook.long_texts"))
    assert [row[:4] for row in continued] == [
        ("notes", key, "text", number) for number in range(2, len(continued) + 2)
    ]
    mark = KO("data.workbook.continued")
    assert begun.endswith(mark)
    assert "".join(map(as_meant, [begun.removesuffix(mark), *(row[4] for row in continued)])) == text
    assert manifest_of(book)["notes", key]["fingerprint"] == row_fingerprint([key, text])


def test_the_longest_text_that_fits_stays_whole() -> None:
    fitting = "가" * LONGEST_CELL
    assert fits_in_a_cell(fitting)
    assert not fits_in_a_cell(fitting + "가")
    assert not fits_in_a_cell("𠮷" * (LONGEST_CELL // 2 + 1))
    assert all(map(fits_in_a_cell, pieces("\x01" * LONGEST_CELL)))
    (row,) = rows_of(made_of(fitting), sheet_named("notes"))
    assert row[2] == fitting


def test_more_rows_than_a_sheet_has_go_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "MOST_ROWS", layout.HEADING_ROWS + 2)
    book = made_of(*"abcde")
    names = [sheet_named("notes"), f"{sheet_named('notes')} 2", f"{sheet_named('notes')} 3"]
    assert [row[2] for name in names for row in rows_of(book, name)] == [*"abcde"]
    assert [row["sheet"] for row in manifest_of(book).values()] == [
        names[0], names[0], names[1], names[1], names[2],
    ]  # fmt: skip


def test_the_same_records_give_the_same_bytes_and_no_clock_is_of_the_build(
    content: bytes, corpus: Corpus
) -> None:
    assert workbook_file(corpus, tables_of(corpus), WORDS) == content
    newest = corpus.newest_fact()
    assert newest
    day = newest.earliest
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert {one.date_time for one in packed.infolist()} == {(day.year, day.month, day.day, 0, 0, 0)}
        core = packed.read("docProps/core.xml").decode()
    assert core.count(f"{day.isoformat()}T00:00:00Z") == 2


@pytest.mark.parametrize("day", ["1960-01-02", "2999-12-31"])
def test_days_that_no_zip_file_can_say(day: str) -> None:
    whole = small_corpus.corpus(small_corpus.forum(start_date=day), small_corpus.source(issued=day))
    assert openpyxl.load_workbook(io.BytesIO(workbook_file(whole, tables_of(whole), WORDS))).sheetnames
