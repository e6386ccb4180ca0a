/** Correction of typing errors: the nearest words, taken from the records themselves. */

import { foldSpelling, fold } from "./folding.js";
import { firstConsonants, isSyllable, letters } from "./hangul.js";
import { stemsOf } from "./query.js";
import { ranked } from "./score.js";

/**
 * @typedef {import("./query.js").Unit} Unit
 * @typedef {import("./shards.js").Shards} Shards
 * @typedef {import("./shards.js").Fragment} Fragment
 * @typedef {import("./score.js").Answer} Answer
 * @typedef {import("./score.js").UnitScores} UnitScores
 */

/** How many records are looked through for the word that was meant. */
const CANDIDATES = 8;

/**
 * The units, and each that the index does not hold put right if it can be; undefined if none is.
 * @param {Answer} answer @param {Shards} shards @returns {Promise<string[] | undefined>}
 */
export async function correct({ units, scores }, shards) {
  const words = await Promise.all(
    units.map(async (unit, at) => {
      if (scores[at].whole.size) return unit.text;
      if (unit.kind === "word") return nearWord(unit.text, shards);
      if (unit.kind !== "hangul" || unit.text.length < 2) return undefined;
      const [sought] = stemsOf(unit.text);
      return nearSyllables(sought, await candidates(sought, scores[at], shards), shards);
    }),
  );
  const corrected = words.map((word, at) => word ?? units[at].text);
  return corrected.some((word, at) => word !== units[at].text) ? corrected : undefined;
}

/**
 * The entries most likely to have the word: they share pairs of syllables with it, or first consonants.
 * @param {string} text @param {UnitScores} scores @param {Shards} shards
 */
async function candidates(text, { part, hint }, shards) {
  const sums = new Map([...part, ...hint]);
  const terms = await shards.beginning(`^${firstConsonants(text).slice(0, 4)}`);
  for (const list of await Promise.all(terms.map((term) => shards.weights(term)))) {
    const rarity = Math.log(1 + shards.entries / (1 + list.size));
    for (const [entry, weight] of list) sums.set(entry, (sums.get(entry) ?? 0) + rarity * weight);
  }
  const near = [...sums].map(([entry, score]) => ({ entry, score }));
  return ranked(near)
    .slice(0, CANDIDATES)
    .map(({ entry }) => entry);
}

/**
 * The nearest English word of the index with the same first two letters.
 * @param {string} word @param {Shards} shards
 */
async function nearWord(word, shards) {
  const spelled = foldSpelling(word);
  if (spelled.length < 5) return undefined;
  const most = spelled.length > 7 ? 2 : 1;
  let best;
  let least = most + 1;
  for (const term of await shards.beginning(spelled.slice(0, 2))) {
    const distance = edits(spelled, term, least);
    if (distance < least) [best, least] = [term, distance];
  }
  return best;
}

/**
 * The nearest text in the entries, compared letter by letter of its syllables.
 * @param {string} text @param {number[]} entries @param {Shards} shards
 */
async function nearSyllables(text, entries, shards) {
  const typed = letters(text);
  const fragments = await Promise.all(entries.map((entry) => shards.fragment(entry)));
  let best;
  let least = Math.max(1, Math.floor(typed.length / 5)) + 1; // 짜장면 is not 가장연
  for (const fragment of fragments) {
    if (!fragment) continue;
    const found = nearestIn(typed, hangulOf(fragment), least);
    // Who types 김철수 does not mean 김철.
    const complete = found && (found.text.length >= text.length || text.length > 4);
    if (complete && found.distance < least) ({ text: best, distance: least } = found);
  }
  return best;
}

/** @param {Fragment} fragment */
const hangulOf = ({ title, text, names }) =>
  fold([title.ko ?? "", names ?? "", text.ko ?? ""].join("\n")).replace(
    /(?<=[가-힣])[ ·ㆍ](?=[가-힣])/gu,
    "",
  );

/**
 * The part of a text whose letters are nearest to those typed, in whole syllables (Sellers' algorithm).
 * @param {string} typed letters
 * @param {string} text
 * @param {number} limit only what is nearer than this
 */
export function nearestIn(typed, text, limit) {
  // Each letter of the text, and the syllable it belongs to.
  const spread = [...text].flatMap((char, at) =>
    [...letters(char)].map((letter) => ({ letter, at, hangul: isSyllable(char) })),
  );
  const length = typed.length;
  let above = Array.from({ length: length + 1 }, (_, row) => ({ cost: row, from: -1 }));
  /** @type {{distance: number, from: number, to: number} | undefined} */
  let best;
  spread.forEach(({ letter, at, hangul }, column) => {
    const next = [{ cost: 0, from: column }];
    for (let row = 1; row <= length; row++) {
      const same = above[row - 1].cost + (typed[row - 1] === letter ? 0 : 1);
      const left = above[row].cost + 1;
      const up = next[row - 1].cost + 1;
      const cost = Math.min(same, left, up);
      const from =
        cost === same
          ? row === 1
            ? column
            : above[row - 1].from
          : cost === left
            ? above[row].from
            : next[row - 1].from;
      next.push({ cost, from });
    }
    above = next;
    const { cost, from } = next[length];
    const whole = hangul && spread[column + 1]?.at !== at && spread[from - 1]?.at !== spread[from]?.at;
    if (whole && cost < (best?.distance ?? limit))
      best = { distance: cost, from: spread[from].at, to: at + 1 };
  });
  return best && { distance: best.distance, text: [...text].slice(best.from, best.to).join("") };
}

/**
 * The edit distance, at most `limit`; two letters swapped are one edit (Damerau–Levenshtein).
 * @param {string} one @param {string} other @param {number} limit
 */
export function edits(one, other, limit) {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  /** @type {number[]} */
  let before = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      next[column] = Math.min(above[column] + 1, next[column - 1] + 1, above[column - 1] + same);
      if (row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        next[column] = Math.min(next[column], before[column - 2] + 1);
      }
    }
    [before, above] = [above, next];
  }
  return Math.min(limit, above[other.length]);
}
