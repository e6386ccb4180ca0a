/**
 * Sends queries to the search, which runs in a worker (assets/search/page-worker.js) and holds up no typing.
 */

import { root } from "../root.js";

/** @typedef {{found?: import("../../search/engine.js").Found, failed?: true}} Answer */

/** @type {Worker | undefined} */
let worker;
let last = 0;
/** @type {Map<number, (answer: Answer) => void>} */
const waiting = new Map();

/** Somebody who asks: the box in the header, the page of all results. Each may wait for one answer. */
export class Asker {
  #asked = 0;

  /**
   * Answers the last query alone; the promises of those before it stay open.
   * @param {string} query @param {import("../../search/engine.js").Options} options
   * @returns {Promise<Answer>}
   */
  ask(query, options) {
    this.forget();
    worker ??= start();
    const id = (this.#asked = ++last);
    worker.postMessage({ id, query, options });
    return new Promise((resolve) => waiting.set(id, resolve));
  }

  /** Cancels the last query. */
  forget() {
    if (waiting.delete(this.#asked)) worker?.postMessage({ id: this.#asked, cancel: true });
  }
}

/** @param {number} id @param {Answer} said */
function answer(id, said) {
  waiting.get(id)?.(said);
  waiting.delete(id);
}

function start() {
  const started = new Worker(new URL("assets/search/page-worker.js", root), { type: "module" });
  started.addEventListener("message", ({ data }) => answer(data.id, data));
  started.addEventListener("error", () => {
    worker = undefined; // the next question starts another
    for (const id of waiting.keys()) answer(id, { failed: true });
  });
  const index = `${new URL("search/search_index.json", root)}`;
  started.postMessage({ index, language: document.documentElement.lang });
  return started;
}
