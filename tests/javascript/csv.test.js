import assert from "node:assert/strict";
import { test } from "node:test";

import { toCsv } from "../../generator/theme/assets/javascripts/csv.js";

test("a table begins with the mark of UTF-8, and each row ends with CR LF", () => {
  assert.equal(toCsv([["제목", "year"], ["서가", "2024"]]), '\uFEFF"제목","year"\r\n"서가","2024"\r\n');
});

test("quotes are doubled; commas and ends of lines stay within their field", () => {
  assert.equal(toCsv([['a "b", c', "d\r\ne"]]), '\uFEFF"a ""b"", c","d\r\ne"\r\n');
});

for (const start of ["=", "+", "-", "@", "\t", "\r"]) {
  test(`a text that begins with ${JSON.stringify(start)} is no formula`, () => {
    assert.equal(toCsv([[`${start}1+1`]]), `\uFEFF"'${start}1+1"\r\n`);
  });
}

test("elsewhere in a text these signs stay as they are", () => {
  assert.equal(toCsv([["a=b", "US-China", "x@y"]]), '\uFEFF"a=b","US-China","x@y"\r\n');
});
