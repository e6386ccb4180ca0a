import assert from "node:assert/strict";
import test from "node:test";
import { toBibtex, toCslJson, toRis } from "../../generator/theme/assets/javascripts/works.js";

// That Python makes the same of the same work is shown by tests/theme/test_cite.py.

const work = {
  id: "speech:f:talk:p",
  type: "speech",
  title: "100 % of {books}",
  author: [{ family: "구", given: "름달" }, { literal: "Cats and Dogs" }],
  issued: { "date-parts": [[2024, 6], [2024, 7]], circa: "~" },
  URL: "https://x.example.org/%EC_1/",
  language: "en",
};

test("a work is an entry of BibLaTeX", () => {
  assert.equal(toBibtex(work), [
    "@unpublished{speech:f:talk:p,",
    "  author = {구, 름달 and {Cats and Dogs}},",
    "  title = {100 \\% of \\textbraceleft{}books\\textbraceright{}},",
    "  date = {2024-06~/2024-07~},",
    "  url = {https://x.example.org/%EC_1/},",
    "  langid = {english},",
    "}",
    "",
  ].join("\n"));
});

test("a work is a record of RIS", () => {
  assert.equal(toRis(work), [
    "TY  - CPAPER",
    "ID  - speech:f:talk:p",
    "AU  - 구, 름달",
    "AU  - Cats and Dogs",
    "TI  - 100 % of {books}",
    "PY  - 2024",
    "DA  - 2024/06//",
    "UR  - https://x.example.org/%EC_1/",
    "LA  - en",
    "ER  - ",
    "",
    "",
  ].join("\r\n"));
});

test("a work is a list of one in CSL-JSON", () => {
  assert.deepEqual(JSON.parse(toCslJson(work)), [work]);
});
