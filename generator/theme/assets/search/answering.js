/** The search as the results page asks for it: see `Asked` and `Said`. */

import { loadJson } from "../load.js";
import { Search } from "./engine.js";

/**
 * @typedef {{index: string, language: "ko" | "en"}} Opening
 *   The address of search_index.json, and the reader's language.
 * @typedef {{id: number, query: string, options?: import("./engine.js").Options}} Asked
 * @typedef {{id: number, cancel: true}} Cancelled
 * @typedef {Opening | Asked | Cancelled} Message
 * @typedef {{id: number, found?: import("./engine.js").Found, failed?: true}} Said
 */

/**
 * A search that takes messages, the opening first, and says what it found.
 * @param {(said: Said) => void} say
 * @returns {(message: Message) => void}
 */
export function answering(say) {
  /** @type {Promise<Search> | undefined} */
  let search;
  /** @type {Opening} */
  let opening;
  /** @type {Map<number, AbortController>} */
  const running = new Map();

  async function open() {
    const file = await loadJson(opening.index, { cache: "no-cache" });
    const { config } = /** @type {import("./engine.js").IndexFile} */ (file);
    return new Search(config.index, opening.index, opening.language);
  }

  /** @param {Asked} asked */
  async function answer({ id, query, options }) {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      search ??= open();
      const found = await (await search).search(query, { ...options, signal: controller.signal });
      say({ id, found });
    } catch (error) {
      if (controller.signal.aborted) return;
      console.warn("search:", error);
      search = undefined; // the next one asks for the index again
      say({ id, failed: true });
    } finally {
      running.delete(id);
    }
  }

  return (message) => {
    if ("index" in message) opening = message;
    else if ("cancel" in message) running.get(message.id)?.abort();
    else answer(message);
  };
}
