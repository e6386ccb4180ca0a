import assert from "node:assert/strict";
import { test } from "node:test";

import { readPostings } from "../../../generator/theme/assets/search/shards.js";
import { FIRST_TEXTS, dice, shardFile, shardsOver, written } from "./made.js";

const RECORDS = [{ title: { ko: "도서관 로봇", en: "constructor" } }, { title: { ko: "로봇" } }];

test("what is written is read back", () => {
  const roll = dice(4);
  for (let run = 0; run < 200; run++) {
    let entry = 0;
    const levels = new Map(
      Array.from({ length: roll(30) }, () => [(entry += 1 + roll(10 ** roll(7))), 1 + roll(15)]),
    );
    assert.deepEqual(
      [...readPostings(written(levels))],
      [...levels].map(([number, level]) => [number, level / 15]),
    );
  }
});

test("a file is asked for once, however many want it at a time", async () => {
  const { shards, host } = shardsOver(RECORDS);
  await Promise.all([
    shards.weights("로봇"),
    shards.weights("로봇"),
    shards.beginning("로봇"),
    shards.fragment(1),
    shards.fragment(2),
    shards.facets(),
    shards.facets(),
  ]);
  await shards.weights("로봇");
  assert.deepEqual(
    host.asked.map((address) => address.replace(/.*\/search\//, "")).sort(),
    ["facets/a0000099.json", shardFile("로봇"), FIRST_TEXTS].sort(),
  );
});

test("each entry's text is found in its group and its block", async () => {
  const records = Array.from({ length: 45 }, (_, at) => ({ title: { en: `word${at}` } }));
  const { shards, host } = shardsOver(records);
  for (let at = 0; at < 45; at++) assert.equal((await shards.fragment(at + 1))?.title.en, `word${at}`);
  assert.equal(host.asked.length, 7); // of 20, 20 and 5 entries, by eights
  assert.equal(await shards.fragment(46), null);
  assert.equal(shards.missing, false);
});

test("a term that is not there weighs nothing, whatever it is called", async () => {
  const { shards } = shardsOver(RECORDS);
  for (const term of ["고래", "toString", "__proto__", "hasOwnProperty", "^ㄱ"])
    assert.equal((await shards.weights(term)).size, 0);
  assert.deepEqual([...(await shards.weights("constructor")).keys()], [1]);
  assert.equal(shards.missing, false);
});

test("a file that cannot be had is told of, and asked for again", async () => {
  const { shards, host } = shardsOver(RECORDS);
  host.broken = ["terms/"];
  assert.equal((await shards.weights("로봇")).size, 0);
  assert.deepEqual(await shards.beginning("로봇"), []);
  assert.equal(shards.missing, true);
  host.broken = ["texts/"];
  shards.missing = false;
  assert.deepEqual([...(await shards.weights("로봇")).keys()], [1, 2]);
  assert.equal(shards.missing, false);
  assert.equal(await shards.fragment(1), null);
  assert.equal(shards.missing, true);
});

test("many terms may be asked for", async () => {
  const records = Array.from({ length: 600 }, (_, at) => ({ title: { en: `word${at}` } }));
  const { shards } = shardsOver(records);
  for (let turn = 0; turn < 2; turn++) {
    for (let at = 0; at < 600; at++)
      assert.deepEqual([...(await shards.weights(`word${at}`)).keys()], [at + 1]);
  }
});
