/**
 * Sends queries to the search, which runs in a worker (assets/search/page-worker.js) and holds up no typing.
 * In a copy for a folder, where browsers start no worker, it runs in the page.
 */

import { root } from "../root.js";

/**
 * @typedef {{found?: import("../../search/engine.js").Found, failed?: true}} Answer
 * @typedef {import("../../search/answering.js").Said} Said
 * @typedef {(message: import("../../search/answering.js").Message) => void} Send
 */

/** @type {Send | undefined} */
let send;
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
    send ??= start();
    const id = (this.#asked = ++last);
    send({ id, query, options });
    return new Promise((resolve) => waiting.set(id, resolve));
  }

  /** Cancels the last query. */
  forget() {
    if (waiting.delete(this.#asked)) send?.({ id: this.#asked, cancel: true });
  }
}

/** @param {number} id @param {Answer} said */
function answer(id, said) {
  waiting.get(id)?.(said);
  waiting.delete(id);
}

function start() {
  const started = import.meta.copy ? startHere() : startWorker();
  const index = `${new URL("search/search_index.json", root)}`;
  started({ index, language: /** @type {"ko" | "en"} */ (document.documentElement.lang) });
  return started;
}

/** @returns {Send} */
function startWorker() {
  const worker = new Worker(new URL("assets/search/page-worker.js", root), { type: "module" });
  worker.addEventListener("message", ({ data }) => answer(data.id, data));
  worker.addEventListener("error", () => {
    send = undefined; // the next question starts another
    for (const id of waiting.keys()) answer(id, { failed: true });
  });
  return (message) => worker.postMessage(message);
}

/** @returns {Send} */
function startHere() {
  const say = (/** @type {Said} */ said) => answer(said.id, said);
  const search = import("../../search/answering.js").then(({ answering }) => answering(say));
  return (message) => search.then((take) => take(message));
}
