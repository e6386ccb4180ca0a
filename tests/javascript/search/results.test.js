import assert from "node:assert/strict";
import { test } from "node:test";

import { byKind, parts } from "../../../generator/theme/assets/javascripts/search/results.js";

for (const [text, marks, expected] of [
  [
    "서가를 열자",
    [[0, 2]],
    [
      ["서가", true],
      ["를 열자", false],
    ],
  ],
  [
    "a b c",
    [
      [0, 1],
      [4, 5],
    ],
    [
      ["a", true],
      [" b ", false],
      ["c", true],
    ],
  ],
  [
    "<b>",
    [[1, 2]],
    [
      ["<", false],
      ["b", true],
      [">", false],
    ],
  ],
  ["plain", [], [["plain", false]]],
  ["", [], []],
]) {
  test(`${JSON.stringify(text)} with ${JSON.stringify(marks)}`, () =>
    assert.deepEqual(parts(text, marks), expected));
}

test("kinds stand in the order of their first result", () => {
  const results = ["forum", "proposal", "forum"].map((kind, at) => ({ kind, at }));
  assert.deepEqual(byKind(results), [
    ["forum", [results[0], results[2]]],
    ["proposal", [results[1]]],
  ]);
});
