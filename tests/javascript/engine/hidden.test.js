import assert from "node:assert/strict";
import { test } from "node:test";

import { Search } from "../../../generator/theme/assets/search/engine.js";
import { entriesHiddenIn, hashOfName, piecesOf } from "../../../generator/theme/assets/search/hidden.js";
import { BASE, Host, RECORDS, filesOf } from "./made.js";

const SALT = "https://site.example/below/";
const PERSON = RECORDS.findIndex(({ kind }) => kind === "speaker") + 1;

/** What an index says of hidden names: pairs of a name in one word and an entry. */
async function hiding(...names) {
  const file = {};
  for (const [name, entry] of names) {
    const [beginning, mask] = await hashOfName(SALT, name);
    (file[beginning] ??= []).push(entry ^ mask);
  }
  return file;
}

/** A search over the records, of whom the person had other names. */
async function searchFor(...names) {
  const files = filesOf(RECORDS);
  Object.assign(files[BASE].config.index, { salt: SALT, hidden: "hashes00" });
  files[new URL("hidden/hashes00.json", BASE).href] = await hiding(...names.map((name) => [name, PERSON]));
  const host = new Host(files);
  return { host, search: new Search(files[BASE].config.index, BASE, "ko", host.load) };
}

const paths = ({ results }) => results.map(({ path }) => path);

test("whoever had the name comes first, wherever it stands in the query", async () => {
  const { search } = await searchFor("모옛별", "moyetbyeol");
  for (const query of [
    "모옛별",
    "모옛별은",
    "모 옛별",
    "전모옛별의원",
    "로봇 모옛별 의원",
    "Mo Yet-byeol",
    "robots by mo yetbyeol, 2024",
  ])
    assert.equal(paths(await search.search(query))[0], "speakers/p/", query);
});

test("half a name, or more letters, finds nobody", async () => {
  const { search } = await searchFor("모옛별", "moyetbyeol", "이은");
  for (const query of ["모옛", "옛별", "Mo Yet", "moyetbyeolla", "데이은"])
    assert.ok(!paths(await search.search(query)).includes("speakers/p/"), query);
});

test("nothing in the result says why it was found, and nothing is put right", async () => {
  const { search } = await searchFor("모옛별");
  const found = await search.search("모옛별");
  const { score, ...result } = found.results[0];
  assert.deepEqual([found.correction, found.answered, found.suggestions], [null, "모옛별", []]);
  assert.deepEqual(
    [result.titleMarks, result.otherTitle, result.excerptMarks, result.terms],
    [[], null, [], []],
  );
  assert.ok(!JSON.stringify(result).includes("옛별"));
});

test("whoever is found by the name and by other words stands there once", async () => {
  const { search } = await searchFor("모옛별");
  const found = await search.search("모옛별 로봇 조례", { facets: true, filters: {} });
  assert.equal(paths(found).filter((path) => path === "speakers/p/").length, 1);
  assert.equal(found.total, new Set(paths(found)).size);
  assert.deepEqual(paths(await search.search("모옛별", { filters: { kind: "forum" } })), []);
});

test("an index without hidden names is not asked for any", async () => {
  const files = filesOf(RECORDS);
  const host = new Host(files);
  await new Search(files[BASE].config.index, BASE, "ko", host.load).search("모옛별");
  assert.ok(host.asked.every((address) => !address.includes("hidden")));
});

test("the file says neither a name nor whose it is", async () => {
  const file = await hiding(["모옛별", 7], ["모옛별", 9]);
  assert.match(Object.keys(file).join(), /^[0-9a-f]{16}$/);
  assert.ok(Object.values(file)[0].every((number) => Math.abs(number) > 1000));
  assert.deepEqual(await entriesHiddenIn("모옛별", SALT, file), [7, 9]);
  assert.deepEqual(await entriesHiddenIn("모옛별", "another site", file), []);
  assert.deepEqual(await entriesHiddenIn("constructor __proto__", SALT, file), []);
});

test("a long query has a bounded number of pieces", () => {
  assert.ok(piecesOf("가나다라마바사아자차 ".repeat(200)).length < 5_000);
  assert.ok(piecesOf("a b c ".repeat(2_000)).length < 3_000);
  assert.deepEqual(piecesOf(""), []);
});
