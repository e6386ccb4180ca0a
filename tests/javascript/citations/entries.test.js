import assert from "node:assert/strict";
import { test } from "node:test";

import { entryIn, itemIn } from "../../../generator/theme/assets/javascripts/citations/entries.js";

// tests/test_cite.py asks for every work of files that the generator made.

const talk = "@unpublished{speech:f:talk:p,\n  title = {100 \\% of books, p@q},\n}\n";
const proposal = "@report{proposal:f-1,\n  title = {Open at night},\n}\n";
const other = "@report{proposal:f-11,\n  title = {Open by day},\n}\n";
const bib = [talk, proposal, other].join("\n");

for (const [key, entry] of [
  ["speech:f:talk:p", talk],
  ["proposal:f-1", proposal],
  ["proposal:f-11", other],
]) {
  for (const ending of ["bib", "biblatex.bib"]) {
    test(`${key} is taken out of a .${ending} file`, () => assert.equal(entryIn(bib, ending, key), entry));
  }
}

const records = ["proposal:f-11", "proposal:f-1"].map(
  (key) => `TY  - RPRT\r\nID  - ${key}\r\nTI  - TY  - proposal:f-1 ER  - \r\nER  - \r\n\r\n`,
);

test("a record is taken out of a file of RIS", () => {
  assert.equal(entryIn(records.join(""), "ris", "proposal:f-1"), records[1]);
  assert.equal(entryIn(records.join(""), "ris", "proposal:f-11"), records[0]);
});

for (const [file, ending] of [
  [bib, "bib"],
  [bib, "biblatex.bib"],
  [records.join(""), "ris"],
  ["", "bib"],
  ["<!doctype html><title>404</title>", "ris"],
]) {
  test(`a work that is not in a .${ending} file of ${file.length} characters is not made up`, () => {
    assert.throws(() => entryIn(file, ending, "proposal:f"), /proposal:f is not in the/);
  });
}

test("an item is taken out of a file of CSL-JSON", () => {
  const items = [{ id: "proposal:f-11" }, { id: "proposal:f-1", title: "Open at night" }];
  assert.deepEqual(JSON.parse(itemIn(JSON.stringify(items), "proposal:f-1")), [items[1]]);
  assert.throws(() => itemIn(JSON.stringify(items), "proposal:f"), /proposal:f is not in the/);
  assert.throws(() => itemIn("<!doctype html>", "proposal:f"), SyntaxError);
});
