/** The engine with files that are missing or late, and with several searches at a time. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { loadJson } from "../../../generator/theme/assets/load.js";
import { BASE, FIRST_TEXTS, RECORDS, filesOf, searchOver, shardFile } from "./made.js";

const paths = ({ results }) => results.map(({ path }) => path).join(" ");

test("with a shard missing the rest answers, and the next search asks for it again", async () => {
  const { search, host } = searchOver(RECORDS);
  assert.notEqual(shardFile("로봇"), shardFile("서가"));
  host.broken = [shardFile("로봇")];
  const without = await search.search("서가 로봇");
  assert.deepEqual([without.missing, without.correction, without.answered], [true, null, "서가 로봇"]);
  assert.equal(paths(without), "proposals/b/");
  const nothing = await search.search("로봇");
  assert.deepEqual([nothing.missing, nothing.correction, nothing.total], [true, null, 0]);
  host.broken = [];
  const again = await search.search("로봇");
  assert.deepEqual([again.missing, again.total], [false, 4]);
  assert.equal(host.asked.filter((address) => address.endsWith(shardFile("로봇"))).length > 1, true);
});

test("with nothing to be had there is no answer, but no error", async () => {
  const { search, host } = searchOver(RECORDS);
  host.broken = ["/"];
  for (const options of [{}, { facets: true, filters: { kind: "forum" } }, { perKind: 2 }]) {
    const { missing, total, results, facets } = await search.search("로봇", options);
    assert.deepEqual([missing, total, results, facets], [true, 0, [], null]);
  }
});

test("with a block of texts missing its results alone are not there", async () => {
  const blanks = Array.from({ length: 6 }, (_, at) => ({ title: { ko: `빈 쪽 ${at}` } }));
  const { search, host } = searchOver([RECORDS[0], RECORDS[1], ...blanks, RECORDS[2], RECORDS[3]]);
  host.broken = [FIRST_TEXTS];
  const found = await search.search("로봇");
  assert.equal(found.missing, true);
  assert.equal(paths(found), "proposals/b/ speakers/p/");
  host.broken = [];
  assert.equal((await search.search("로봇")).results.length, 4);
});

test("with the facets missing the results are told, and that something is missing", async () => {
  const { search, host } = searchOver(RECORDS);
  host.broken = ["facets/"];
  const { missing, facets, total } = await search.search("로봇", { facets: true });
  assert.deepEqual([missing, facets, total], [true, null, 4]);
});

test("a site published anew is searched by its new index", async () => {
  const { search, host } = searchOver(RECORDS);
  host.files = filesOf([...RECORDS, { path: "new/", title: { ko: "로봇 새것" } }], "b");
  const found = await search.search("로봇 새것");
  assert.deepEqual([found.missing, found.results[0].path], [false, "new/"]);
  assert.equal(host.asked.filter((address) => address === BASE).length, 1);
});

test("a file that only the new index has is read with nothing of the old one", async () => {
  const { search, host } = searchOver(RECORDS);
  await search.search("로봇"); // files of the old index are kept
  const [, ...others] = RECORDS; // every other entry has another number now
  host.files = filesOf(others, "b");
  const found = await search.search("서가 데이터");
  assert.equal(found.missing, false);
  assert.equal(paths(await search.search("로봇")), "proposals/a/ proposals/b/ speakers/p/");
  const asked = host.asked.slice(host.asked.lastIndexOf(BASE) + 1);
  assert.ok(asked.length && asked.every((address) => /\/b0/.test(address)), asked.join(" "));
});

test("an index that is the same is not asked for again and again", async () => {
  const { search, host } = searchOver(RECORDS);
  host.broken = ["terms/"];
  assert.equal((await search.search("로봇")).missing, true);
  assert.equal(host.asked.filter((address) => address === BASE).length, 1);
});

test("a search that nobody waits for ends", async () => {
  const { search, host } = searchOver(RECORDS);
  const before = AbortSignal.abort();
  await assert.rejects(search.search("로봇", { signal: before }), { name: "AbortError" });
  const controller = new AbortController();
  const waiting = search.search("사서", { signal: controller.signal });
  controller.abort();
  await assert.rejects(waiting, { name: "AbortError" });
  assert.ok(host.asked.length && !host.asked.some((address) => address.includes("texts/")));
  assert.equal((await search.search("사서")).total, 1);
});

test("two searches at a time, over two indexes, do not mix", async () => {
  const one = searchOver(RECORDS);
  const other = searchOver([{ path: "other/", title: { ko: "로봇 다른 것" } }], "en");
  const found = await Promise.all([
    one.search.search("로봇"),
    other.search.search("로봇"),
    one.search.search("사서"),
    other.search.search("사서"),
  ]);
  assert.deepEqual(
    found.map(({ total }) => total),
    [4, 1, 1, 0],
  );
  assert.equal(paths(found[1]), "other/");
});

test("a file that is not there is an error of its address", async (t) => {
  t.mock.method(globalThis, "fetch", async () => new Response("gone", { status: 404 }));
  await assert.rejects(loadJson("https://site.example/x.json"), /x\.json: 404/);
  t.mock.method(globalThis, "fetch", async () => new Response("<html>", { status: 200 }));
  await assert.rejects(loadJson("https://site.example/x.json"), SyntaxError);
  t.mock.method(
    globalThis,
    "fetch",
    async (address, options) => new Response(JSON.stringify([address, options])),
  );
  assert.deepEqual(await loadJson("https://site.example/x.json", { cache: "no-cache" }), [
    "https://site.example/x.json",
    { cache: "no-cache" },
  ]);
});
