import assert from "node:assert/strict";
import { test } from "node:test";

import { patternOf } from "../../../generator/theme/assets/javascripts/search/highlight.js";

for (const [words, text, expected] of [
  ["로봇", "로봇과 안내로봇", ["로봇", "로봇"]],
  ["robots library", "Library ROBOTS, and robots", ["Library ROBOTS", "robots"]],
  ["로 로봇", "로봇", ["로봇"]],
  ["a.c", "abc a.c", ["a.c"]],
  ["(x] \\ {2}|^$ /", "(x] or {2}|^$", ["(x]", "{2}|^$"]],
  ["r&d", "R&D", ["R&D"]],
  ["없는", "로봇", []],
]) {
  test(`${words} in ${text}`, () => {
    const found = [...text.matchAll(patternOf(words))].map(([marked]) => marked);
    assert.deepEqual(found, expected);
  });
}

test("without words there is nothing to find", () => {
  assert.equal(patternOf(""), null);
  assert.equal(patternOf(" \n"), null);
});
