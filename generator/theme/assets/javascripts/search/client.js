/**
 * Sends queries to the search, which runs in a worker (assets/search/page-worker.js) and holds up no typing.
 * In a copy for a folder, where browsers start no worker, it runs in the page.
 */

import { root } from "../root.js";

/**
 * @typedef {{found?: import("../../search/engine.js").Found, failed?: true}} Answer
 * @typedef {import("../../search/answering.js").Opening} Opening
 * @typedef {import("../../search/answering.js").Asked} Asked
 * @typedef {import("../../search/answering.js").Cancelled} Cancelled
 * @typedef {import("../../search/answering.js").Said} Said
 * @typedef {(message: Opening | Asked | Cancelled) => void} Send
 */

/** @type {Send | undefined} */
let send;
let asked = 0;
/** @type {(answer: Answer) => void} */
let answer = () => {};

/**
 * Answers the last query alone; the promises of those before it stay open.
 * @param {string} query @param {import("../../search/engine.js").Options} options @returns {Promise<Answer>}
 */
export function ask(query, options) {
  forget();
  send ??= start();
  send({ id: ++asked, query, options });
  return new Promise((resolve) => (answer = resolve));
}

/** Cancels the last query. */
export function forget() {
  send?.({ id: asked, cancel: true });
  answer = () => {};
}

function start() {
  const started = import.meta.copy ? startHere() : startWorker();
  const index = `${new URL("search/search_index.json", root)}`;
  started({ index, language: /** @type {"ko" | "en"} */ (document.documentElement.lang) });
  return started;
}

/** @param {Said} said */
const hear = (said) => {
  if (said.id === asked) answer(said);
};

/** @returns {Send} */
function startWorker() {
  const worker = new Worker(new URL("assets/search/page-worker.js", root), { type: "module" });
  worker.addEventListener("message", ({ data }) => hear(data));
  worker.addEventListener("error", () => {
    send = undefined; // the next question starts another
    answer({ failed: true });
  });
  return (message) => worker.postMessage(message);
}

/** @returns {Send} */
function startHere() {
  const search = import("../../search/answering.js").then(({ answering }) => answering(hear));
  return (message) => search.then((take) => take(message));
}
