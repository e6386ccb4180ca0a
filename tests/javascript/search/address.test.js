import assert from "node:assert/strict";
import { test } from "node:test";

import { read, write } from "../../../generator/theme/assets/javascripts/search/address.js";

const nothing = { kind: "", year: "", topic: "", status: "" };

for (const query of [
  "",
  "?q=%EC%84%9C%EA%B0%80",
  "?q=a+b&kind=proposal&year=2024&topic=robots&status=adopted&literal=1&shown=60",
  "?kind=forum",
  "?q=%26+%3D+%3C%22%23%2B",
]) {
  test(`${query || "nothing"} is read as it was written`, () => assert.equal(write(read(query)), query));
}

test("an address says what is asked", () => {
  assert.deepEqual(read("?q=데이터 센터&topic=access&literal=1&unknown=x"), {
    words: "데이터 센터",
    chosen: { ...nothing, topic: "access" },
    literal: true,
    shown: 20,
  });
});

test("words are written without the space around them, and without words nothing is literal", () => {
  assert.equal(write({ words: "  a ", chosen: nothing, literal: false, shown: 20 }), "?q=a");
  assert.equal(write({ words: "  ", chosen: nothing, literal: true, shown: 20 }), "");
});

for (const [shown, results] of [
  ["40", 40],
  ["33", 40],
  ["1000000", 200],
  ["-5", 20],
  ["many", 20],
  ["1e999", 200],
]) {
  test(`shown=${shown} means ${results} results`, () => assert.equal(read(`?shown=${shown}`).shown, results));
}
