"""The workbook data/proceedings.xlsx: every table as a sheet, laid out so that it can be read back."""

from generator.exports.data.workbook.xlsx_file import WORKBOOK_PATH, workbook_file

__all__ = ["WORKBOOK_PATH", "workbook_file"]
