/**
 * A table for Excel: UTF-8 by its mark, formulas guarded as in generator/exports/data/csv_files.py.
 * @param {string[][]} table
 */
export const toCsv = (table) => "\uFEFF" + table.map((row) => row.map(quoted) + "\r\n").join("");

/** @param {string} text */
const quoted = (text) => `"${text.replace(/^[=+\-@\t\r\n＝＋－＠']/, "'$&").replaceAll('"', '""')}"`;
