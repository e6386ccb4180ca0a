import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { toCsv } from "../../../generator/theme/assets/javascripts/filters/csv.js";

test("a table begins with the mark of UTF-8, and each row ends with CR LF", () => {
  const table = [
    ["제목", "year"],
    ["서가", "2024"],
  ];
  assert.equal(toCsv(table), '\uFEFF"제목","year"\r\n"서가","2024"\r\n');
});

test("quotes are doubled; commas and ends of lines stay within their field", () => {
  assert.equal(toCsv([['a "b", c', "d\r\ne"]]), '\uFEFF"a ""b"", c","d\r\ne"\r\n');
});

// tests/exports/data/test_csv_files.py has generator/exports/data/csv_files.py pass the same cases.
const guarded = JSON.parse(readFileSync(new URL("../../exports/data/guarded.json", import.meta.url), "utf8"));

for (const [text, cell] of guarded) {
  test(`${JSON.stringify(text)} is written as ${JSON.stringify(cell)}`, () => {
    assert.equal(toCsv([["x", text]]), `\uFEFF"x","${cell.replaceAll('"', '""')}"\r\n`);
  });
}

test("there are cases", () => assert.ok(guarded.length > 20));
