/** The worker that Material talks to, with a stage on which it stands: `self`, `postMessage` and `fetch`. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mock, test } from "node:test";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

import { BASE, Host, filesOf } from "./made.js";

const FILE = fileURLToPath(new URL("../../../generator/theme/assets/search/material.js", import.meta.url));
// Imports are resolved beside the file, as in a browser.
const SCRIPT = new vm.Script(readFileSync(FILE, "utf8"), {
  filename: FILE,
  importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];

const HOSTILE = "</span><img src=x onerror=alert(1)> \"'& 로봇";
const RECORDS = [
  {
    kind: "proposal",
    path: "proposals/a/",
    title: { ko: "로봇을 들이자", en: "Bring in robots" },
    text: { ko: "사서와 함께 일하는 로봇." },
    date: { ko: "2024년 6월", en: "June 2024" },
    status: "done",
    topics: ["robots"],
  },
  { kind: "source", path: "sources/b/", title: { ko: HOSTILE }, text: { ko: `${HOSTILE} 로봇청소기` } },
  { kind: "page", path: "c/", title: { ko: "이 사이트는", en: "Robotics" }, text: { ko: "데이터 센터." } },
];

/**
 * A worker at work: `ask` sends it a query, `said` is all that it said, `settle` waits until it has no more
 * to say.
 */
function worker(records = RECORDS) {
  const host = new Host(filesOf(records));
  const said = [];
  const listeners = [];
  /** Answers that are held back until a test lets them go. */
  const gate = { open: Promise.resolve() };
  mock.method(globalThis, "fetch", async (address, options) => {
    await gate.open;
    try {
      return new Response(JSON.stringify(await host.load(String(address), options)));
    } catch {
      return new Response("", { status: 404 });
    }
  });
  const self = { location: { href: new URL("../assets/search/material.js", BASE).href } };
  const warned = [];
  const postMessage = (message) => {
    said.push(structuredClone(message));
    listeners.splice(0).forEach((listener) => listener());
  };
  SCRIPT.runInContext(
    vm.createContext({
      self,
      postMessage,
      URL,
      AbortController,
      Promise,
      console: { warn: (...what) => warned.push(what.join(" ")) },
    }),
  );
  const send = (type, data) => self.onmessage({ data: { type, data } });
  send(SETUP, { config: host.files[BASE].config, docs: [], options: {} });
  const next = () => new Promise((resolve) => listeners.push(resolve));
  return {
    host,
    said,
    warned,
    gate,
    send,
    next,
    async ask(query) {
      const heard = next();
      send(QUERY, query);
      await heard;
      return said.at(-1).data;
    },
  };
}

/** What a browser makes of HTML that has tags, attributes and characters by number only. */
function read(html) {
  const tags = [];
  const decoded = (text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
  const text = html.replace(/<(\/?[a-z]+)((?: [a-z-]+="[^"<>]*")*)>/g, (_, tag, attributes) => {
    tags.push([
      tag,
      Object.fromEntries(
        [...attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name, decoded(value)]),
      ),
    ]);
    return "";
  });
  assert.ok(!/[<>"']/.test(text) && !/&(?!#\d+;)/.test(text), html);
  return { tags, text: decoded(text) };
}

test("set-up is answered, and nothing is fetched before a key is pressed", async () => {
  const { said, host, send } = worker();
  assert.deepEqual(said, [{ type: READY }]);
  send(QUERY, "");
  send(QUERY, "   ");
  assert.deepEqual(said.slice(1), [
    { type: RESULT, data: { items: [] } },
    { type: RESULT, data: { items: [] } },
  ]);
  assert.deepEqual(host.asked, []);
});

test("a query is answered in the form that Material shows", async () => {
  const { ask } = worker();
  const { items, suggest } = await ask("로봇을");
  assert.deepEqual(suggest, []);
  assert.ok(items.length >= 1 && items.every((group) => group.length === 1));
  const [[first]] = items;
  assert.equal(first.location, "proposals/a/");
  assert.deepEqual(first.tags, ["제안", "2024년 6월", "완료"]);
  assert.deepEqual(Object.keys(first.terms), ["로봇을", "로봇"]);
  const { tags, text } = read(first.title);
  assert.equal(text, "로봇을 들이자");
  assert.deepEqual(tags[0], [
    "span",
    {
      class: "hit",
      lang: "ko",
      "data-total": String(items.length),
      "data-query": "로봇을",
      "data-answered": "로봇을",
      "data-correction": "",
      "data-missing": "false",
    },
  ]);
  assert.deepEqual(
    tags.map(([tag]) => tag),
    ["span", "mark", "/mark", "/span"],
  );
  assert.deepEqual(read(first.text).tags[0], ["span", { lang: "ko" }]);
});

test("Material opens the best with Enter: scores fall", async () => {
  const { items } = await worker().ask("로봇");
  const scores = items.map(([{ score }]) => score);
  assert.ok(scores.length > 1);
  assert.deepEqual(
    scores,
    [...scores].sort((one, other) => other - one),
  );
  assert.equal(new Set(scores).size, scores.length);
});

test("only the first result carries what is said of all", async () => {
  const { items } = await worker().ask("로봇");
  assert.ok(items.slice(1).every(([{ title }]) => !title.includes("data-")));
});

test("the other language's title stands beneath when only that matched", async () => {
  const { items } = await worker().ask("robotics");
  assert.match(
    items[0][0].title,
    /^<span class="hit" lang="ko"[^>]*>이 사이트는<\/span><small lang="en"><mark>Robotics<\/mark><\/small>$/,
  );
});

test("hostile titles, texts and queries stay text", async () => {
  const { ask } = worker();
  for (const query of [
    "로봇",
    "img onerror 로봇",
    `"><script>alert(1)</script> 로봇`,
    "' onerror='x 로봇",
    "&lt;img&gt; 로봇",
    "</mark><img> 로봇",
  ]) {
    const { items } = await ask(query);
    assert.ok(items.length, query);
    for (const [item] of items) {
      for (const html of [item.title, item.text, ...item.tags]) read(html);
      assert.deepEqual(
        new Set(
          read(item.title + item.text)
            .tags.map(([tag]) => tag.replace("/", ""))
            .filter((tag) => !["span", "mark", "small"].includes(tag)),
        ),
        new Set(),
      );
    }
    assert.equal(read(items[0][0].title).tags[0][1]["data-query"], query);
    const hostile = items.find(([{ location }]) => location === "sources/b/");
    assert.equal(read(hostile[0].title).text, HOSTILE);
  }
});

test("labels of the vocabulary are escaped too", async () => {
  const { host, send, ask } = worker();
  const { config } = structuredClone(host.files[BASE]);
  config.index.labels.kind.proposal = "<img src=x>";
  send(SETUP, { config, docs: [], options: {} });
  const { items } = await ask("들이자");
  assert.deepEqual(
    items[0][0].tags.slice(0, 1).map((tag) => read(tag).text),
    ["<img src=x>"],
  );
});

test("a correction is told with what was typed", async () => {
  const { items } = await worker().ask("로벗");
  const [, told] = read(items[0][0].title).tags[0];
  assert.deepEqual(
    [told["data-query"], told["data-answered"], told["data-correction"]],
    ["로벗", "로봇", "typo"],
  );
});

test("one word completes what is typed", async () => {
  assert.deepEqual((await worker().ask("사서와 로봇청")).suggest, ["로봇청소기"]);
});

test("queries that others superseded get no answer", async () => {
  const { said, send, next, gate } = worker();
  let open;
  gate.open = new Promise((resolve) => (open = resolve));
  const heard = next();
  for (const query of ["ㄹ", "로", "롭", "로보", "로봇", "로봇을 들이자"]) send(QUERY, query);
  open();
  await heard;
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
  const results = said.filter(({ type }) => type === RESULT);
  assert.equal(results.length, 1);
  assert.equal(read(results[0].data.items[0][0].title).tags[0][1]["data-query"], "로봇을 들이자");
});

test("an emptied box supersedes what was typed", async () => {
  const { said, send, gate } = worker();
  let open;
  gate.open = new Promise((resolve) => (open = resolve));
  send(QUERY, "로봇");
  send(QUERY, "");
  open();
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
  assert.deepEqual(said.slice(1), [{ type: RESULT, data: { items: [] } }]);
});

test("what is missing is said, and asked for again", async () => {
  const { ask, host } = worker();
  host.broken = ["texts/1.json"];
  const [[first]] = (await ask("로봇")).items;
  assert.equal(read(first.title).tags[0][1]["data-missing"], "true");
  host.broken = [];
  const { items } = await ask("로봇");
  assert.equal(read(items[0][0].title).tags[0][1]["data-missing"], "false");
  assert.ok(items.some(([{ location }]) => location === "proposals/a/"));
});

test("with no index there is an empty answer, and another try", async () => {
  const { ask, host, warned, send } = worker();
  const { config } = host.files[BASE];
  send(SETUP, { config: {}, docs: [], options: {} });
  assert.deepEqual(await ask("로봇"), { items: [] });
  assert.match(warned.join(), /^search: TypeError/);
  send(SETUP, { config, docs: [], options: {} });
  assert.ok((await ask("로봇")).items.length);
});
