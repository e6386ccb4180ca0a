/** How the word that is being typed may go on, from what was found. */

import { fold } from "./folding.js";

/** The query with its last word as results have it. @param {string} typed @param {import("./results.js").Result[]} results @returns {string[]} */
export function suggest(typed, results) {
  const last = typed.split(/\s+/).pop() ?? "";
  const folded = fold(last);
  if (!folded) return [];
  const head = typed.slice(0, typed.length - last.length);
  const texts = results.flatMap(({ title, otherTitle, excerpt }) => [title, otherTitle ?? "", excerpt]);
  const words = texts.join(" ").match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? [];
  const longer = words.filter((word) => word.length > last.length && fold(word).startsWith(folded));
  return [...new Set(longer.map((word) => head + last + word.slice(last.length)))].slice(0, 5);
}
