/** Marks on a page the words by which a search led to it, `h` in its address. */

import { marked } from "./results.js";

/**
 * What finds the words, and several in a row as one.
 * @param {string} words @returns {RegExp | null}
 */
export function patternOf(words) {
  const escaped = words.split(/\s+/).flatMap((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&") || []);
  const any = `(?:${escaped.sort((one, other) => other.length - one.length).join("|")})`;
  return escaped.length ? new RegExp(`${any}(?:\\s+${any})*`, "giu") : null;
}

/** @param {string} words */
export function highlight(words) {
  const pattern = patternOf(words);
  const article = document.querySelector("article");
  if (!pattern || !article) return;
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  /** @type {[Text, import("./results.js").Marks][]} */
  const found = [];
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    if (!text.parentElement?.offsetHeight || text.parentElement.closest("select, textarea")) continue;
    const marks = [...text.data.matchAll(pattern)].map(({ index, 0: { length } }) => [index, index + length]);
    if (marks.length) found.push([text, /** @type {import("./results.js").Marks} */ (marks)]);
  }
  // Only now: a page that changes is laid out anew for each question about it.
  for (const [text, marks] of found) text.replaceWith(...marked(text.data, marks));
}
