import assert from "node:assert/strict";
import { test } from "node:test";

import { parse } from "../../../generator/theme/assets/search/query.js";
import { evaluate, ranked } from "../../../generator/theme/assets/search/score.js";
import { shardsOver } from "./made.js";

const ko = (title, text = "") => ({ title: { ko: title }, text: { ko: text } });

/** The numbers of the entries that are found, best first; those that lack something in brackets. */
async function found(query, records) {
  const { shards } = shardsOver(records);
  const { hits, whole } = await evaluate(parse(query), shards);
  assert.equal(
    whole,
    hits.some((hit) => hit.whole),
  );
  assert.ok(hits.every(({ score }) => score > 0));
  return hits.map((hit) => (hit.whole ? `${hit.entry}` : `(${hit.entry})`)).join(" ");
}

for (const [what, query, records, expected] of [
  ["a word in a title says more than in a text", "로봇", [ko("책", "로봇"), ko("로봇"), ko("서가")], "2 1"],
  ["a word often said says more", "로봇", [ko("책", "로봇"), ko("책", "로봇 로봇 로봇")], "2 1"],
  [
    "what has all words stands before what has one",
    "로봇 조례안",
    [ko("로봇 로봇 로봇"), ko("책", "로봇 조례안"), ko("조례안")],
    "2 (1) (3)",
  ],
  ["of two short words, one is not enough", "야구 선수", [ko("야구"), ko("축구 선수")], ""],
  ["of two words one is enough if it says much", "한빛솔 박사", [ko("한빛솔"), ko("박사")], "(1)"],
  ["a word within a compound", "센터", [ko("데이터센터"), ko("센서")], "1"],
  [
    "a compound is found with a space, and without",
    "데이터 센터",
    [ko("데이터센터"), ko("데이터 센터")],
    "1 2",
  ],
  [
    "a compound is found where its parts stand apart",
    "개인정보보호",
    [ko("개인정보의 보호"), ko("개인택시")],
    "1",
  ],
  ["a particle does not hide a word", "로봇에게서", [ko("로봇"), ko("에게서")], "1"],
  ["a literal word before what its beginning means", "회의도", [ko("회의"), ko("회의도")], "2 1"],
  [
    "a rare word says more than a frequent one",
    "로봇 책방",
    [ko("로봇 이야기"), ko("로봇 노래"), ko("로봇 그림"), ko("책방 이야기"), ko("로봇 책방")],
    "5 (4) (1) (2) (3)",
  ],
  [
    "an English word in its other forms",
    "robots",
    [{ title: { en: "Robotics" } }, { title: { en: "robot" } }, { title: { en: "rob" } }],
    "2 1",
  ],
  ["what is being typed", "인공짇", [ko("인공지능"), ko("인공위성")], "1"],
  ["a syllable that is becoming two", "뎅", [ko("데이터")], "1"],
  ["what answers the others while a word is begun", "로봇 우", [ko("로봇"), ko("고래")], "1"],
  ["but not while two are", "우 석", [ko("로봇")], ""],
  ["first consonants, the whole word first", "ㅈㅈㄱ", [ko("저작권법"), ko("저작권"), ko("저기압")], "2 1"],
  ["nothing like it", "고래", [ko("로봇")], ""],
  ["nothing said", "🤖 . ㄱ", [ko("로봇")], ""],
  ["no entry at all", "로봇", [], ""],
]) {
  test(what, async () => assert.equal(await found(query, records), expected));
}

test("equal ones stand in the order of the index", () => {
  const hits = [
    { entry: 3, score: 1 },
    { entry: 1, score: 1 },
    { entry: 2, score: 2 },
  ];
  assert.deepEqual(
    ranked(hits).map(({ entry }) => entry),
    [2, 1, 3],
  );
});

test("romanisations of one name find it, a rare one before words that begin alike", async () => {
  const records = [
    { title: { ko: "임기남", en: "Lim Kinam" }, people: ["Lim Ki-nam"] },
    { title: { en: "Ginamite" } },
    ko("로봇"),
  ];
  for (const query of ["Kinam", "Gi-nam", "Gi nam Im", "KINAM LIM", "Yim Ki-nam"])
    assert.match(await found(query, records), /^1/, query);
});

test("all of many words, then most of them, but not few", async () => {
  const records = [ko("로봇 사서 조례 예산"), ko("로봇 사서 조례"), ko("로봇"), ko("고래")];
  assert.equal(await found("로봇 사서 조례 예산", records), "1 (2)");
  const lacking = [
    ko("로봇 사서 조례 예산"),
    ko("책", "로봇 사서 조례 예산 책방, ".repeat(2)),
    ko("책방"),
    ko("달"),
    ko("별"),
  ];
  assert.equal(await found("로봇 사서 조례 예산 책방 고래 하늘", lacking), "(2) (1)");
});
