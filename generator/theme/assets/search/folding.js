/**
 * Words as the index holds them. generator/search/folding.py does the same; tests/search/alike.json has the
 * cases that prove it.
 */

import { FIRST, firstConsonants, isSyllable } from "./hangul.js";

/** A word of a folded text: Hangul, Latin with figures, Chinese characters, or any other script. */
export const RUN = RegExp(
  "[가-힣]+|[a-z0-9]+(?:[-'.,][a-z0-9]+)*|[\u3400-\u9fff\uf900-\ufaff]+|" +
    "(?:(?![가-힣a-z0-9\u3130-\u318f\u3400-\u9fff\uf900-\ufaff])[\\p{L}\\p{N}])+",
  "gu",
);

/** @type {[RegExp, string][]} */
const SPELLINGS = [
  [/(..)tre(s?)$/g, "$1ter$2"],
  [/fibre/g, "fiber"],
  [/defence/g, "defense"],
  [/licence/g, "license"],
  [/artefact/g, "artifact"],
  [/programme/g, "program"],
  [/catalogue/g, "catalog"],
  [/isation/g, "ization"],
  [/(.{3})([iy])s(e[drs]?|ers|ing)$/g, "$1$2z$3"],
  [/(.{3})our/g, "$1or"],
  [/([aeiou][^aeiou]+[aeiou])ll(ed|er|ing)/g, "$1l$2"],
];

/** @type {[RegExp, string][]} */
const SOUNDS = [
  [/([aeiou])h(?![a-z])/g, "$1"],
  [/[^a-z]/g, ""],
  [/([aeiou])h(?![aeiouwy])/g, "$1"],
  [/^park/g, "pak"],
  [/^hur$/g, "hu"],
  [/ck/g, "k"],
  [/wh/g, "hw"],
  [/([bghkmp])yo(?=n)/g, "$1yu"],
  [/^(?:rh|[rl])(?=ee|ie?$|i[^e]|y)/g, ""],
  [/^y(?=i|ee$)/g, ""],
  [/^(?:[nr]h|[rl])/g, "n"],
  [/woo|wu|oo|ou/g, "u"],
  [/ee|eui|ui|ie$/g, "i"],
  [/eo|eu/g, "u"],
  [/oi|oy$/g, "oe"],
  [/ae|ai(?![mn])/g, "e"],
  [/wo/g, "wu"],
  [/ch/g, "j"],
  [/sh/g, "s"],
  [/[kq]h?/g, "g"],
  [/t/g, "d"],
  [/p/g, "b"],
  [/l/g, "r"],
  [/(.)\1+/g, "$1"],
];

/**
 * The text in small letters, composed, without accents on Latin letters and without full-width forms.
 * A text that is composed keeps its length, unless a letter has none of its own in small.
 * @param {string} text
 */
export const fold = (text) =>
  text
    .normalize("NFC")
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ")
    .replaceAll("\u2019", "'")
    .replaceAll("\u2010", "-")
    .replace(/[\u1100-\u1112]/g, (char) => FIRST[char.charCodeAt(0) - 0x1100])
    .toLowerCase()
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (char) => char.normalize("NFD")[0]);

/** An English word in one of its spellings. @param {string} word */
export const foldSpelling = (word) =>
  SPELLINGS.reduce((spelled, [pattern, common]) => spelled.replace(pattern, common), word);

/** A key that all romanisations of a Korean name have in common. @param {string} name */
export const soundOf = (name) =>
  SOUNDS.reduce((sound, [pattern, common]) => sound.replace(pattern, common), name);

/**
 * The number of the shard that holds a term.
 * @param {string} term
 * @param {number} shards
 */
export function shardOf(term, shards) {
  const chars = [...term];
  const rest = isSyllable(chars[0])
    ? [firstConsonants(chars[1] ?? "")]
    : chars.slice(1, "^~".includes(chars[0]) ? 3 : 2);
  const beginning = chars[0] >= "\u3400" && !isSyllable(chars[0]) ? chars[0] : chars[0] + rest.join("");
  let hashed = 2166136261;
  for (const char of beginning) {
    hashed = Math.imul(hashed ^ /** @type {number} */ (char.codePointAt(0)), 16777619) >>> 0;
  }
  return hashed % shards;
}
