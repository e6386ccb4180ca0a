/** Several who ask one worker, with a worker that answers when a test lets it. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Asker } from "../../../generator/theme/assets/javascripts/search/client.js";

/** @type {Host[]} every worker that was started */
const workers = [];

class Host {
  said = [];
  listeners = {};

  constructor() {
    workers.push(this);
  }

  addEventListener(name, listener) {
    this.listeners[name] = listener;
  }

  postMessage(message) {
    this.said.push(message);
  }

  get asked() {
    return this.said.filter(({ query }) => query !== undefined);
  }

  answer(words) {
    const { id } = this.asked.find(({ query }) => query === words);
    this.listeners.message({ data: { id, found: { answered: words } } });
  }
}

globalThis.Worker = Host;
globalThis.document = { documentElement: { lang: "ko" } };

/** The worker that was started last; each test begins with one that broke down. */
function host() {
  return workers.at(-1);
}

const heard = (/** @type {Promise<unknown>} */ promise) => {
  const list = [];
  promise.then((answer) => list.push(answer));
  return list;
};
const idle = () => new Promise(setImmediate);

beforeEach(() => host()?.listeners.error());

test("one worker answers whoever asked, in any order", async () => {
  const [box, page] = [new Asker(), new Asker()];
  const [short, long] = [heard(box.ask("하나", {})), heard(page.ask("둘", { facets: true }))];
  assert.equal(host().asked.length, 2);
  host().answer("둘");
  host().answer("하나");
  await idle();
  assert.deepEqual([short[0].found.answered, long[0].found.answered], ["하나", "둘"]);
});

test("of the same asker the last query alone is answered, and the others are cancelled", async () => {
  const box = new Asker();
  const before = heard(box.ask("처음", {}));
  const after = heard(box.ask("나중", {}));
  host().answer("처음");
  host().answer("나중");
  await idle();
  assert.deepEqual([before.length, after.length], [0, 1]);
  const [{ id }] = host().asked;
  assert.deepEqual(
    host().said.filter(({ cancel }) => cancel),
    [{ id, cancel: true }],
  );
});

test("what is answered is not cancelled", async () => {
  const box = new Asker();
  box.ask("하나", {});
  host().answer("하나");
  box.forget();
  assert.ok(!host().said.some(({ cancel }) => cancel));
});

test("a worker that breaks down fails whoever waits, and the next question starts another", async () => {
  const [box, page] = [new Asker(), new Asker()];
  const waiting = [heard(box.ask("하나", {})), heard(page.ask("둘", {}))];
  const started = workers.length;
  host().listeners.error();
  await idle();
  assert.deepEqual(waiting, [[{ failed: true }], [{ failed: true }]]);
  box.ask("하나", {});
  assert.equal(workers.length, started + 1);
});
