import assert from "node:assert/strict";
import { test } from "node:test";

import { excerptOf, marksOf } from "../../../generator/theme/assets/search/excerpt.js";
import { parse } from "../../../generator/theme/assets/search/query.js";
import { TROUBLE, dice } from "./made.js";

/** The text with its marks in brackets. */
function shown(text, marks) {
  let html = "";
  let end = 0;
  for (const [from, to] of marks) {
    html += `${text.slice(end, from)}[${text.slice(from, to)}]`;
    end = to;
  }
  return html + text.slice(end);
}

for (const [query, text, expected] of [
  ["로봇 사서", "사서와 로봇, 로봇", "[사서]와 [로봇], [로봇]"],
  ["데이터센터 데이터", "데이터 센터", "[데이터 센터]"],
  ["데이터 이터센", "데이터센터", "[데이터센]터"],
  ["CAFE", "Café crème", "[Café] crème"],
  ["robot", "ＲＯＢＯＴ ＆ co", "[ＲＯＢＯＴ] ＆ co"],
  ["로봇", "", ""],
  ["", "로봇", "로봇"],
  ["<b>", "<b> & </b>", "<b> & </b>"],
  ["🤖 로봇", "🤖🤖로봇🤖", "🤖🤖[로봇]🤖"],
  ["istanbul", "İstanbul", "İstanbul"],
  ["로봇", "로봇".normalize("NFD"), "로봇".normalize("NFD")],
]) {
  test(`${query} in ${text}`, () => assert.equal(shown(text, marksOf(text, parse(query))), expected));
}

const LONG = "책을 나르고 꽂는 일을 오래 해 온 사람들은 알고 있다. ".repeat(12);

test("a short text stays whole", () => {
  const text = "로봇이 책을 나른다.";
  assert.deepEqual(excerptOf(text, [[0, 2]], "ko"), { excerpt: text, marks: [[0, 2]] });
  assert.deepEqual(excerptOf("", [], "en"), { excerpt: "", marks: [] });
});

test("a long text without marks is shown from its beginning", () => {
  const { excerpt, marks } = excerptOf(LONG, [], "ko");
  assert.ok(LONG.startsWith(excerpt.slice(0, -1)));
  assert.ok(excerpt.endsWith("…"));
  assert.deepEqual(marks, []);
});

test("the piece with most marks is shown, from the beginning of a word", () => {
  const text = `${LONG}로봇 하나. ${LONG}로봇과 로봇과 로봇. ${LONG}`;
  const { excerpt, marks } = excerptOf(text, marksOf(text, parse("로봇")), "ko");
  assert.match(shown(excerpt, marks), /^…\S.* \[로봇\]과 \[로봇\]과 \[로봇\]\..*…$/);
  assert.ok(LONG.includes(excerpt.slice(1, 6)));
  assert.ok(text.includes(` ${excerpt.slice(1, -1)}`));
});

test("marks lie in their excerpt, over the same words, in any text", () => {
  const roll = dice(5);
  const words = [
    ...TROUBLE,
    "로봇",
    "사서",
    "robot",
    "centre",
    " ",
    " ",
    " ",
    "가".repeat(130),
    "x".repeat(200),
  ];
  const units = parse("로봇 사서 robots centers");
  for (let run = 0; run < 3000; run++) {
    const text = Array.from({ length: roll(60) }, () => words[roll(words.length)]).join("");
    const all = marksOf(text, units);
    for (const language of ["ko", "en"]) {
      const { excerpt, marks } = excerptOf(text, all, language);
      let end = 0;
      for (const [from, to] of marks) {
        assert.ok(end <= from && from < to && to <= excerpt.length);
        end = to;
      }
      assert.ok(excerpt.length <= 192);
      assert.ok(text.includes(excerpt.replace(/^…|…$/g, "")) || text.includes("…"));
      const said = new Set(all.map(([from, to]) => text.slice(from, to)));
      assert.ok(marks.every(([from, to]) => said.has(excerpt.slice(from, to))));
    }
  }
});

test("a mark that stands in a very long word is shown", () => {
  const text = `${"가".repeat(300)}로봇${"나".repeat(300)}`;
  const { excerpt, marks } = excerptOf(text, marksOf(text, parse("로봇")), "ko");
  assert.deepEqual(
    marks.map(([from, to]) => excerpt.slice(from, to)),
    ["로봇"],
  );
});

test("no character is cut in half", () => {
  const text = "🤖".repeat(300);
  const { excerpt } = excerptOf(text, [], "en");
  assert.ok(excerpt.isWellFormed?.() ?? !/[\ud800-\udbff](?![\udc00-\udfff])/.test(excerpt));
});
