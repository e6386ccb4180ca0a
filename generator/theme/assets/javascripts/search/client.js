/**
 * Sends queries to the search, which runs in a worker (assets/search/page-worker.js) and holds up no typing.
 */

import { root } from "../root.js";

/** @typedef {{found?: import("../../search/engine.js").Found, failed?: true}} Answer */

/** @type {Worker | undefined} */
let worker;
let asked = 0;
/** @type {(answer: Answer) => void} */
let answer = () => {};

/**
 * Answers the last query alone; the promises of those before it stay open.
 * @param {string} query @param {import("../../search/engine.js").Options} options @returns {Promise<Answer>}
 */
export function ask(query, options) {
  forget();
  worker ??= start();
  worker.postMessage({ id: ++asked, query, options });
  return new Promise((resolve) => (answer = resolve));
}

/** Cancels the last query. */
export function forget() {
  worker?.postMessage({ id: asked, cancel: true });
  answer = () => {};
}

function start() {
  const started = new Worker(new URL("assets/search/page-worker.js", root), { type: "module" });
  started.addEventListener("message", ({ data }) => data.id === asked && answer(data));
  started.addEventListener("error", () => {
    worker = undefined; // the next question starts another
    answer({ failed: true });
  });
  const index = `${new URL("search/search_index.json", root)}`;
  started.postMessage({ index, language: document.documentElement.lang });
  return started;
}
