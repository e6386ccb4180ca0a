import assert from "node:assert/strict";
import { test } from "node:test";

import { fold } from "../../../generator/theme/assets/search/folding.js";
import {
  pairsOf,
  parse,
  placesOf,
  stem,
  stemsOf,
  waysOf,
} from "../../../generator/theme/assets/search/query.js";
import { TROUBLE, shardFile, shardsOver } from "./made.js";

/** Units as `kind:text+tail`. */
const units = (query) => parse(query).map(({ kind, text, tail }) => `${kind}:${text}${tail && `+${tail}`}`);

for (const [query, expected] of [
  ["", []],
  ["  \n", []],
  ["데이터 센터", ["hangul:데이터", "hangul:센터"]],
  ["데이터센ㅌ", ["hangul:데이터센+ㅌ"]],
  ["ㄷㅇㅌ 센터", ["consonants:ㄷㅇㅌ", "hangul:센터"]],
  ["ㄷ", []],
  ["ㅏㅑ", []],
  ["ㄱㅏ", []],
  ["AI 정책", ["word:ai", "hangul:정책"]],
  ["a 5 g3", ["word:g3"]],
  ["city-wide o'clock", ["word:citywide", "word:oclock"]],
  ["市廳", ["han:市廳"]],
  ["ＡＩ　데이터", ["word:ai", "hangul:데이터"]],
  ["데이터".normalize("NFD"), ["hangul:데이터"]],
  ["\u1103\u110b\u1110", ["consonants:ㄷㅇㅌ"]],
  ["데이터(센터)", ["hangul:데이터", "hangul:센터"]],
  ["привет", ["word:привет"]],
  ["🤖 로봇🤖", ["hangul:로봇"]],
  ["<b>로봇</b>", ["hangul:로봇"]],
  [".*+?[a-z](로봇)\\", ["word:az", "hangul:로봇"]],
]) {
  test(`units of ${JSON.stringify(query)}`, () => assert.deepEqual(units(query), expected));
}

test("the last unit alone may be unfinished", () => {
  assert.deepEqual(
    parse("로봇과 사서의 일").map(({ last }) => last),
    [false, false, true],
  );
});

test("romanised names have their sound, with what a hyphen tells", () => {
  assert.deepEqual(
    parse("Rhee Suh-youn 42 b2").map(({ sound }) => sound),
    ["i", "suyun", "", ""],
  );
});

test("whoever types more than a search has it cut", () => {
  for (const text of ["가나 ", "ab ", "🤖", "가", "\u1112\u1161", "ㄱ", "(", "a-"]) {
    const cut = parse(text.repeat(10_000));
    assert.ok(cut.length <= 12);
    assert.ok(cut.every((unit) => unit.text.length <= 300));
  }
});

for (const [typed, stems] of [
  ["도서관에서는", ["도서관"]],
  ["로봇을", ["로봇"]],
  ["로봇들이", ["로봇"]],
  ["검토하였다", ["검토"]],
  ["로봇이", ["로봇이", "로봇"]],
  ["열린", ["열린"]],
  ["검토한", ["검토한", "검토"]],
  ["회의", ["회의"]],
  ["나를", ["나를"]],
  ["도서관", ["도서관"]],
  ["가", ["가"]],
]) {
  test(`${typed} may be ${stems}`, () => assert.deepEqual(stemsOf(typed), stems));
}

test("pairs", () => {
  assert.deepEqual(pairsOf("데이터"), ["데이", "이터"]);
  assert.deepEqual(pairsOf("책"), ["^책"]);
});

for (const [word, root] of [
  ["libraries", "librar"],
  ["library", "library"],
  ["robots", "robot"],
  ["opening", "open"],
  ["centers", "cent"],
  ["bus", "bus"],
  ["cars", "car"],
  ["ai", "ai"],
]) {
  test(`${word} begins with ${root}`, () => assert.equal(stem(word), root));
}

const RECORDS = [
  { title: { ko: "데이터센터", en: "Data centre" } },
  { title: { ko: "데이터 사서", en: "Robotics" }, people: ["Lee Kinam"] },
  { title: { ko: "인공지능 로봇", en: "Robots" } },
];

/**
 * The ways to find the only unit of a query, as `weight: slot slot`, each slot as the terms of which one is
 * needed.
 */
async function ways(query, records = RECORDS) {
  const { shards, host } = shardsOver(records);
  const [unit] = parse(query);
  const found = await waysOf(unit, shards);
  assert.ok(!shards.missing);
  return {
    host,
    ways: found.map(
      ({ slots, weight }) =>
        `${weight}: ${slots
          .map((terms) =>
            terms
              .map(([term]) => term)
              .sort()
              .join("|"),
          )
          .join(" ")}`,
    ),
  };
}

for (const [query, expected] of [
  ["데이터 x2", ["1: 데이 이터"]],
  ["데이터센ㅌ", ["1: 데이 이터 터센 센터"]],
  ["데이터센ㅎ", ["0.5: 데이 이터 터센"]],
  ["데이ㅌ", ["1: 데이 이터"]],
  ["데ㅇ", ["1: 데이"]],
  ["인공짇", ["1: 인공 공짇", "0.5: 인공 공지"]],
  ["인공진", ["1: 인공 공진", "0.8: 인공 공지 지능"]],
  ["데이터세", ["1: 데이 이터 터세", "0.8: 데이 이터 터센"]],
  ["데", ["1: ^데"]],
  ["뎅", ["1: ^뎅", "0.8: 데이"]],
  ["센", ["1: ^센"]],
  ["우", ["1: ^우"]],
  ["ㄷㅇㅌ", ["1: ^ㄷㅇㅌ.|^ㄷㅇㅌㅅ"]],
  ["ㅋㅋ", []],
  ["robots", ["1: robotics|robots", "1.2: ~nobods"]],
  ["centre", ["1: center", "1.2: ~cendre"]],
  ["gi-nam", ["1.2: ~ginam"]],
  ["yi", ["1.2: ~i"]],
  ["ui", []],
  ["ai", []],
  ["市廳", ["1: 市廳"]],
]) {
  test(`ways to find ${query}`, async () => assert.deepEqual((await ways(query)).ways, expected));
}

test("a beginning is looked for in one file", async () => {
  const { host } = await ways("데이터센ㅌ x2");
  assert.deepEqual(
    host.asked.map((address) => address.replace(/.*(?=terms)/, "")),
    [shardFile("센터")],
  );
});

for (const [query, text, places] of [
  ["데이터센터", "큰 데이터 센터와 데이터센터", ["데이터 센터", "데이터센터"]],
  ["산학연", "산·학·연과 산ㆍ학ㆍ연", ["산·학·연", "산ㆍ학ㆍ연"]],
  ["로봇을", "로봇은 로봇", ["로봇", "로봇"]],
  ["centre", "The Centres, center and concentre", ["centres", "center"]],
  ["robots", "robot-like robotics o'robot", ["robot-like", "robotics", "o'robot"]],
  ["ㄷㅇㅌ", "데이터센터와 다음에는 데이터", ["데이터센터와", "데이터"]],
  ["Kinam", "Gi-nam Lee, Ginam", ["gi-nam", "ginam"]],
  ["市廳", "한별市廳長", ["市廳"]],
  ["사서", "로봇", []],
  [".*", "a.*b", []],
  ["로봇.*", "로봇 robot", ["로봇"]],
]) {
  test(`places of ${query} in ${text}`, () => {
    const folded = fold(text);
    const found = parse(query).flatMap((unit) => placesOf(unit, folded));
    assert.deepEqual(
      found.map(([from, to]) => folded.slice(from, to)),
      places,
    );
  });
}

test("nothing typed breaks the search for ways and places", async () => {
  const { shards } = shardsOver(RECORDS);
  for (const query of [
    ...TROUBLE,
    TROUBLE.join(""),
    TROUBLE.join("가"),
    TROUBLE.join("ab"),
    TROUBLE.join("市"),
  ]) {
    for (const unit of parse(query)) {
      assert.ok(Array.isArray(await waysOf(unit, shards)));
      for (const [from, to] of placesOf(unit, fold(query))) assert.ok(from < to);
    }
  }
});
