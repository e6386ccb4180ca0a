/**
 * Names that are found and never shown, of which the index has hashes alone. generator/search/hidden.py makes
 * them; tests/search/alike.json has the cases that prove that both hash alike.
 */

import { RUN, fold } from "./folding.js";
import { isSyllable } from "./hangul.js";

/** @typedef {Record<string, number[]>} HiddenNames */

/** Characters of a name that is looked for, and of the beginning of a query in which it is. */
const LONGEST = 40;
const LOOKED_AT = 120;
/** A Hangul name that begins within a word is at least so long, or it would be there by chance. */
const TELLING = 3;

/** The words of a folded text without the marks within them. @param {string} text */
export const hiddenWords = (text) =>
  [...fold(text).matchAll(RUN)].map(([word]) => word.replace(/[-'.,]/g, ""));

/**
 * Every piece of a query that may be a name: words, as they follow each other, in one; of a Hangul word its
 * pieces, since titles and particles are written onto names.
 * @param {string} query @returns {string[]}
 */
export function piecesOf(query) {
  const words = hiddenWords(query.slice(0, LOOKED_AT));
  /** @type {Set<string>} */
  const pieces = new Set();
  words.forEach((first, at) => {
    const starts = isSyllable(first[0]) ? first.length : 1;
    for (let start = 0; start < starts; start++) {
      const least = start ? TELLING : 2;
      let head = "";
      for (const word of [first.slice(start), ...words.slice(at + 1)]) {
        if (head.length > LONGEST) break;
        const shortest = isSyllable(word[0]) ? 1 : word.length;
        for (let end = shortest; end <= word.length; end++) {
          const piece = head + word.slice(0, end);
          if (piece.length >= least && piece.length <= LONGEST) pieces.add(piece);
        }
        head += word;
      }
    }
  });
  return [...pieces];
}

/**
 * The beginning of a name's salted hash, and the 32 bits behind it.
 * @param {string} salt @param {string} key @returns {Promise<[string, number]>}
 */
export async function hashOfName(salt, key) {
  const bytes = new TextEncoder().encode(`${salt}\n${key}`);
  const digest = new DataView(await crypto.subtle.digest("SHA-256", bytes));
  const hex = (/** @type {number} */ at) => digest.getUint32(at).toString(16).padStart(8, "0");
  return [hex(0) + hex(4), digest.getUint32(8)];
}

/**
 * The entries of those who had a name that is in the query. Browsers hash on secure pages alone.
 * @param {string} query @param {string} salt @param {HiddenNames} names @returns {Promise<number[]>}
 */
export async function entriesHiddenIn(query, salt, names) {
  if (!globalThis.crypto?.subtle) return [];
  const hashes = await Promise.all(piecesOf(query).map((piece) => hashOfName(salt, piece)));
  const entries = hashes.flatMap(([beginning, mask]) =>
    Object.hasOwn(names, beginning) ? names[beginning].map((entry) => (entry ^ mask) >>> 0) : [],
  );
  return [...new Set(entries)];
}
