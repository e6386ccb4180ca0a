"""Corpus → data/proceedings.xlsx, by openpyxl: the same bytes for the same corpus.

Where lxml is installed, which openpyxl then takes, its XML is spelled a little otherwise.

Before the sheets of the tables stands one that says what they are. After them follow, hidden, the choices of
drop-down lists and the manifest, by which a reader tells the rows that were changed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import tostring

from generator.corpus.corpus import Corpus
from generator.exports.data.columns import AnyColumn, Cell
from generator.exports.data.tables import AnyTable
from generator.exports.data.workbook.about_sheet import about_rows
from generator.exports.data.workbook.cells import (
    AS_TEXT,
    BLUE,
    BOLD,
    GENERAL,
    GREY,
    GREY_FONT,
    Paper,
    XlsxCell,
    fill_sheet,
    text_cell,
)
from generator.exports.data.workbook.further_sheets import (
    CHOICES,
    MANIFEST,
    LongText,
    add_choices,
    add_long_texts,
    add_manifest,
)
from generator.exports.data.workbook.layout import (
    HEADING_LANGUAGE,
    HEADING_ROWS,
    MOST_ROWS,
    ROW_KEY,
    Sheet,
    explanation,
    heading,
    is_kind,
    range_of,
    sheets_of,
)
from generator.exports.data.workbook.rows import rows_in_xml
from generator.exports.data.workbook.texts import fits_in_a_cell, pieces, with_escapes
from generator.i18n.strings import SiteWords
from generator.output.full_disk import telling_full_disk

WORKBOOK_PATH = "data/proceedings.xlsx"

KIND_TAB, LIST_TAB, WORD_TAB = "1A4AA6", "9BB4DE", "B8BCC4"

WIDTHS = {"prose": 60, "text": 32, "address": 32, "line": 24, "flag": 9, "date": 12, "time": 9}
OTHER_WIDTH = 20
NOTE_SIZE = 360, 150
"""Width and height of a note, in pixels."""

SHEET_END = b"</sheetData>"

FIRST_OF_ZIP, LAST_OF_ZIP = datetime(1980, 1, 1, tzinfo=UTC), datetime(2107, 12, 31, tzinfo=UTC)
"""What the clock of a zip file can say."""


@telling_full_disk
def workbook_file(corpus: Corpus, tables: Sequence[AnyTable], site_words: SiteWords) -> bytes:
    sheets = list(sheets_of(tables, site_words))
    book = Workbook(write_only=True)
    title = " ".join(words("data.workbook.about") for words in site_words.values())
    fill_sheet(book.create_sheet(title), about_rows(corpus, tables, site_words), widths=(30, 44, 24, 10, 100))
    continued = site_words[HEADING_LANGUAGE]("data.workbook.continued")
    rows = {sheet.name: _add_sheet(book, sheet, site_words, continued) for sheet in sheets}
    if long_texts := [text for sheet in sheets for text in _long_texts(sheet)]:
        add_long_texts(book, long_texts, site_words[HEADING_LANGUAGE])
    rows[CHOICES] = add_choices(book, tables)
    rows[MANIFEST] = add_manifest(book, sheets)
    site = corpus.site
    book.properties.title, book.properties.creator = (
        with_escapes(text.best(HEADING_LANGUAGE)[0]) for text in (site.name, site.publisher.name)
    )
    newest = corpus.newest_fact()
    day = newest.earliest if newest else FIRST_OF_ZIP
    return _saved(book, rows, datetime(day.year, day.month, day.day, tzinfo=UTC))


def _add_sheet(book: Workbook, sheet: Sheet, site_words: SiteWords, continued: str) -> Iterator[bytes]:
    """Adds a table's sheet with its headings; gives its rows, to be written in their place."""
    paper: Paper = book.create_sheet(sheet.name)
    table = sheet.table
    paper.freeze_panes = "C3"
    tab = KIND_TAB if is_kind(table) else LIST_TAB if "place" in table.key else WORD_TAB
    paper.sheet_properties.tabColor = tab
    paper.column_dimensions["A"].hidden = True
    for letter, column in _lettered(table.columns):
        paper.column_dimensions[letter].width = WIDTHS.get(column.kind, OTHER_WIDTH)
        paper.column_dimensions[letter].number_format = format_of(column)
    last = get_column_letter(len(table.columns) + 1)
    paper.auto_filter.ref = f"A{HEADING_ROWS}:{last}{HEADING_ROWS + max(len(sheet.rows), 1)}"
    _add_validations(paper, table)
    for line in _headings(paper, table, site_words):
        paper.append(line)
    styles = [text_cell(paper).style_id, *(_blank(paper, column).style_id for column in table.columns)]
    rows = zip(sheet.keys, sheet.rows, strict=True)
    shown = ((key, *(_shown(value, continued) for value in row)) for key, row in rows)
    return rows_in_xml(shown, HEADING_ROWS + 1, styles)


def _shown(value: Cell, continued: str) -> Cell:
    """What a cell has: of a text that no cell can hold the beginning, and that it goes on elsewhere."""
    too_long = isinstance(value, str) and not fits_in_a_cell(value)
    return pieces(str(value))[0] + continued if too_long else value


def _long_texts(sheet: Sheet) -> Iterator[LongText]:
    """What no cell of a sheet can hold."""
    for key, row in zip(sheet.keys, sheet.rows, strict=True):
        for column, value in zip(sheet.table.columns, row, strict=True):
            if isinstance(value, str) and not fits_in_a_cell(value):
                for number, piece in enumerate(pieces(value)[1:], 2):
                    yield sheet.table.name, key, column.name, number, piece


def _headings(paper: Paper, table: AnyTable, site_words: SiteWords) -> Iterator[list[XlsxCell]]:
    """The row of names in Korean, each with a note, and the row of names of fields."""
    words = site_words[HEADING_LANGUAGE]
    named = [text_cell(paper, words("data.workbook.row_key"), BOLD, BLUE)]
    for column in table.columns:
        cell = text_cell(paper, heading(column, words), BOLD, GREY if column.made else BLUE)
        cell.comment = Comment(
            with_escapes(explanation(column, site_words)), "proceedings", *reversed(NOTE_SIZE)
        )
        named.append(cell)
    yield named
    yield [
        text_cell(paper, name, GREY_FONT, GREY) for name in (ROW_KEY, *(one.name for one in table.columns))
    ]


def _lettered(columns: Iterable[AnyColumn]) -> Iterator[tuple[str, AnyColumn]]:
    return ((get_column_letter(number), column) for number, column in enumerate(columns, 2))


def _add_validations(paper: Paper, table: AnyTable) -> None:
    """Drop-down lists: a word that is fixed is asked for, an id may be that of a record yet to be written."""
    for letter, column in _lettered(table.columns):
        if name := range_of(table, column):
            chosen = DataValidation("list", name, allow_blank=True, showErrorMessage=True)
            chosen.errorStyle = "warning" if column.target else "stop"
            chosen.add(f"{letter}{HEADING_ROWS + 1}:{letter}{MOST_ROWS}")
            paper.data_validations.append(chosen)


def _blank(paper: Paper, column: AnyColumn) -> XlsxCell:
    """A column's cell, by which the workbook numbers its style."""
    cell = text_cell(paper, font=GREY_FONT if column.made else None)
    cell.number_format = format_of(column)
    return cell


def format_of(column: AnyColumn) -> str:
    """Counts are no texts."""
    return GENERAL if column.kind == "count" else AS_TEXT


def _saved(book: Workbook, rows: Mapping[str, Iterator[bytes]], day: datetime) -> bytes:
    """The workbook as a zip file in which every clock says the day of the records.

    `rows`: those of each sheet below its headings.
    """
    book.properties.created = day
    unsealed = io.BytesIO()
    with zipfile.ZipFile(unsealed, "w") as plain:
        ExcelWriter(book, plain).save()
    book.properties.modified = day  # saving has set it to now
    core = tostring(book.properties.to_tree())
    sheets = {
        f"xl/worksheets/sheet{number}.xml": rows.get(name, iter(()))
        for number, name in enumerate(book.sheetnames, 1)
    }
    clock = min(max(day, FIRST_OF_ZIP), LAST_OF_ZIP).timetuple()[:6]
    sealed = io.BytesIO()
    with zipfile.ZipFile(unsealed) as read, zipfile.ZipFile(sealed, "w", zipfile.ZIP_DEFLATED) as written:
        for name in read.namelist():
            content = core if name == "docProps/core.xml" else read.read(name)
            head, end, tail = content.partition(SHEET_END) if name in sheets else (content, b"", b"")
            about = zipfile.ZipInfo(name, clock)
            about.compress_type, about.create_system, about.external_attr = (
                zipfile.ZIP_DEFLATED,
                3,
                0o600 << 16,
            )
            with written.open(about, "w") as file:
                file.writelines(chain([head], sheets.get(name, ()), [end, tail]))
    return sealed.getvalue()
