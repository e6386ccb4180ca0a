import assert from "node:assert/strict";
import { test } from "node:test";

import { finder, fold } from "../../../generator/theme/assets/javascripts/filters/matching.js";

/** Whether the query finds a row with these texts, as generator/pages/filter_values.py joins them. */
function finds(query, ...texts) {
  return finder(query)(fold(texts.join("|")));
}

for (const [query, text] of [
  ["", "서가를 밤에도 열자"],
  ["  ", "서가를 밤에도 열자"],
  ["데이터 센터", "데이터센터를 짓자"],
  ["데이터센터", "데이터 센터를 짓자"],
  ["데이터센터", "초거대데이터 센터를 짓자"],
  ["센터 데이터", "데이터센터를 짓자"],
  ["산학연", "산·학·연 협력"],
  ["산학연", "산ㆍ학ㆍ연 협력"],
  ["산·학·연", "산학연 협력"],
  ["국가AI", "국가 AI 전략"],
  ["이터", "데이터센터"],
  ["센터", "‘센 터’의 일"],
  ["데이터센터".normalize("NFD"), "데이터 센터"],
  ["데이터센터", "데이터센터".normalize("NFD")],
  ["ROBOT", "library robots"],
  ["ai", "AI-native"],
  ["startup", "a start-up fund"],
  ["start-up", "a startup fund"],
  ["STRASSE", "die Straße"],
  ["straße", "DIE STRASSE"],
  ["ΟΔΟΣ", "οδος"],
  ["10%", "책의 10%를"],
  ["c++", "C++ 교육"],
  ["$9", "US$9"],
  ["^_^", "웃음 ^_^"],
  ["🤖", "로봇 🤖 시범"],
  ["a|b", "a b"],
]) {
  test(`${JSON.stringify(query)} finds ${JSON.stringify(text)}`, () => assert.ok(finds(query, text)));
}

for (const [query, ...texts] of [
  ["데이터 센서", "데이터센터"],
  ["인재", "국민인 재산"],
  ["tool", "to older people"],
  ["ai", "Korea is"],
  ["데이터센터", "데이터", "센터"],
  [".*", "서가"],
  ["(", "서가"],
  ["[", "서가"],
  ["\\", "서가"],
  ["-", "서가"],
  ["···", "산·학·연"],
  ["+", "서가"],
]) {
  test(`${JSON.stringify(query)} does not find ${JSON.stringify(texts)}`, () =>
    assert.ok(!finds(query, ...texts)));
}

test("every word has to be there", () => {
  assert.ok(finds("로봇 예산", "도서관 로봇", "예산을 늘리자"));
  assert.ok(!finds("로봇 새벽", "도서관 로봇", "예산을 늘리자"));
});

test("any text can be sought, however long", () => {
  for (const query of [
    "가".repeat(100_000),
    "(".repeat(5000),
    "\ud800",
    "\u0000",
    "가힣".repeat(19) + "$^+",
  ]) {
    assert.equal(finds(query, "서가"), false);
    assert.equal(finds(query, query), true);
  }
});
