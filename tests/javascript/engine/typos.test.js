import assert from "node:assert/strict";
import { test } from "node:test";

import { letters } from "../../../generator/theme/assets/search/hangul.js";
import { parse } from "../../../generator/theme/assets/search/query.js";
import { evaluate } from "../../../generator/theme/assets/search/score.js";
import { correct, edits, nearestIn } from "../../../generator/theme/assets/search/typos.js";
import { dice, shardsOver } from "./made.js";

for (const [one, other, distance] of [
  ["", "", 0],
  ["robot", "robot", 0],
  ["robot", "robots", 1],
  ["robot", "rbot", 1],
  ["robot", "rabot", 1],
  ["robot", "orbot", 1],
  ["robot", "robto", 1],
  ["robot", "rboto", 2],
  ["libraries", "libraires", 1],
  ["library", "libraires", 3],
  ["abc", "", 3],
  ["ㅇㅣㄴ", "ㅇㅡㄴ", 1],
]) {
  test(`${one} and ${other} are ${distance} apart`, () => {
    assert.equal(edits(one, other, 9), distance);
    assert.equal(edits(other, one, 9), distance);
    assert.equal(edits(one, other, 1), Math.min(1, distance));
  });
}

/** Swaps included, as a table that is filled from both ends would have it. */
function slowly(one, other) {
  if (!one || !other) return one.length + other.length;
  const [first, ...rest] = one;
  const costs = [
    slowly(one.slice(1), other) + 1,
    slowly(one, other.slice(1)) + 1,
    slowly(one.slice(1), other.slice(1)) + (first === other[0] ? 0 : 1),
  ];
  if (rest[0] === other[0] && first === other[1] && rest.length)
    costs.push(slowly(one.slice(2), other.slice(2)) + 1);
  return Math.min(...costs);
}

test("distances are the least there are", () => {
  const roll = dice(3);
  const word = () => Array.from({ length: roll(6) }, () => "abc"[roll(3)]).join("");
  for (let run = 0; run < 300; run++) {
    const [one, other] = [word(), word()];
    assert.equal(edits(one, other, 20), slowly(one, other), `${one} ${other}`);
  }
});

for (const [typed, text, near] of [
  ["로벗", "도서관의 로봇과", "1 로봇"],
  ["로봇", "도서관의 로봇과", "0 로봇"],
  ["도소관", "이 도서관 저 도서실", "1 도서관"],
  ["데이타", "데이터센터", "1 데이터"],
  ["인공지는", "인공지능", "1 인공지능"],
  ["로벗", "고래", undefined],
  ["로벗", "", undefined],
  ["로벗", "robot", undefined],
]) {
  test(`${typed} in ${text}`, () => {
    const found = nearestIn(letters(typed), text, 2);
    assert.equal(found && `${found.distance} ${found.text}`, near);
  });
}

const RECORDS = [
  { title: { ko: "도서관 로봇", en: "Library robots" }, text: { ko: "사서와 로봇은 함께 책을 나른다." } },
  { title: { ko: "인공지능 데이터 센터", en: "Data centre" }, text: { ko: "전력을 어떻게 댈까." } },
  { title: { ko: "구름달", en: "Gu Reumdal" } },
  { title: { ko: "한별시", en: "Organization" } },
];

async function corrected(query) {
  const { shards } = shardsOver(RECORDS);
  return correct(await evaluate(parse(query), shards), shards);
}

for (const [query, expected] of [
  ["로벗", ["로봇"]],
  ["도소관", ["도서관"]],
  ["데이타센타", ["데이터센터"]],
  ["도서관 로벗", ["도서관", "로봇"]],
  ["구릉달", ["구름달"]],
  ["로벗을", ["로봇"]],
  ["librayr", ["library"]],
  ["orgnaisation", ["organization"]],
  ["library", undefined],
  ["도서관", undefined],
  ["librxxr", undefined],
  ["한별시루", undefined],
  ["고래", undefined],
  ["rob0", undefined],
  ["ㅋㅋㅋ", undefined],
  ["市廳", undefined],
  ["", undefined],
]) {
  test(`${query || "nothing"} means ${expected ?? "nothing else"}`, async () =>
    assert.deepEqual(await corrected(query), expected));
}
