/**
 * The worker of the results page, with a stage on which it stands: `addEventListener`, `postMessage` and
 * `fetch`.
 */

import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";

import { BASE, Host, filesOf } from "./made.js";

const RECORDS = [
  {
    kind: "proposal",
    path: "proposals/a/",
    title: { ko: "로봇을 들이자", en: "Bring in robots" },
    text: { ko: "사서와 함께." },
    topics: ["robots"],
  },
  { kind: "source", path: "sources/b/", title: { ko: "로봇 통계" } },
];
let workers = 0;

afterEach(() => mock.restoreAll());

/** A worker at work: `ask` sends a question and waits for its answer, `said` is all that it said. */
async function worker(language = "ko") {
  const host = new Host(filesOf(RECORDS));
  const gate = { open: Promise.resolve() };
  const said = [];
  const waiting = new Map();
  let hear;
  mock.method(globalThis, "fetch", async (address) => {
    await gate.open;
    try {
      return new Response(JSON.stringify(await host.load(String(address))));
    } catch {
      return new Response("", { status: 404 });
    }
  });
  globalThis.addEventListener = (_, listener) => (hear = listener);
  globalThis.postMessage = (message) => {
    said.push(structuredClone(message));
    waiting.get(message.id)?.(said.at(-1));
  };
  // A module is run once an address.
  await import(`../../../generator/theme/assets/search/page-worker.js?worker=${++workers}`);
  hear({ data: { index: BASE, language } });
  const send = (data) => hear({ data });
  const ask = (data) =>
    new Promise((resolve) => {
      waiting.set(data.id, resolve);
      send(data);
    });
  return { host, gate, said, send, ask };
}

const idle = async () => {
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
};

test("nothing is fetched before something is asked", async () => {
  const { host, said } = await worker();
  await idle();
  assert.deepEqual([host.asked, said], [[], []]);
});

test("an answer has the id of its question", async () => {
  const { ask } = await worker("en");
  const [one, other] = await Promise.all([
    ask({ id: 7, query: "로봇", options: { facets: true, perKind: 1 } }),
    ask({ id: 8, query: "고래" }),
  ]);
  assert.deepEqual([one.id, one.found.total, one.found.results[0].titleLanguage], [7, 2, "en"]);
  assert.deepEqual(one.found.facets.kind, { proposal: 1, source: 1 });
  assert.deepEqual([other.id, other.found.total], [8, 0]);
});

test("the index is opened once", async () => {
  const { ask, host } = await worker();
  await ask({ id: 1, query: "로봇" });
  await ask({ id: 2, query: "로봇" });
  assert.equal(host.asked.filter((address) => address === BASE).length, 1);
});

test("a question that is taken back is not answered, others are", async () => {
  const { ask, send, said, gate } = await worker();
  let open;
  gate.open = new Promise((resolve) => (open = resolve));
  send({ id: 1, query: "로봇" });
  const second = ask({ id: 2, query: "통계" });
  send({ id: 1, cancel: true });
  send({ id: 99, cancel: true });
  open();
  assert.equal((await second).found.total, 1);
  await idle();
  assert.deepEqual(
    said.map(({ id }) => id),
    [2],
  );
});

test("an index that cannot be had is said, and asked for again", async (t) => {
  t.mock.method(console, "warn", () => {});
  const { ask, host } = await worker();
  host.broken = ["/"];
  assert.deepEqual(await ask({ id: 1, query: "로봇" }), { id: 1, failed: true });
  assert.equal(console.warn.mock.callCount(), 1);
  host.broken = [];
  assert.equal((await ask({ id: 2, query: "로봇" })).found.total, 2);
});
