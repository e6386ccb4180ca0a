/**
 * How well entries answer a query: by the terms they have, how rare these are, and how much they weigh there.
 */

import { waysOf } from "./query.js";

/**
 * @typedef {import("./query.js").Unit} Unit
 * @typedef {import("./query.js").Way} Way
 * @typedef {import("./shards.js").Shards} Shards
 * @typedef {import("./shards.js").Weights} Weights
 * @typedef {{entry: number, score: number, whole: boolean}} Hit `whole`: it has every unit.
 * @typedef {Record<"whole" | "compound" | "part" | "hint", Weights>} UnitScores
 *   What has all of a unit; its two ends with something else between them; much of it; some of it, in which a
 *   mistyped word is sought.
 * @typedef {{units: Unit[], scores: UnitScores[], hits: Hit[], whole: boolean}} Answer
 */

/** The share of a unit that an entry needs to be searched for a mistyped word, and to be a late result. */
const ENOUGH = 0.45;
const MUCH = 0.6;
/** The share of a unit's worth for having all of it, its two ends, or much of it. */
const WORTH = { whole: 1, compound: 0.8, part: 0.5 };
/** Entries that lack something are shown beside those that have all if these are fewer. */
const FEW = 10;
/** A word of so many syllables or letters is seldom there by chance. */
const TELLING = 3;

/**
 * The hits for the units: entries that have all of them, then those that have most.
 * @param {Unit[]} units @param {Shards} shards @returns {Promise<Answer>}
 */
export async function evaluate(units, shards) {
  const scores = await Promise.all(units.map((unit) => scoreUnit(unit, shards)));
  /** @type {Map<number, {score: number, share: number}>} */
  const sums = new Map();
  for (const unit of scores) {
    for (const [entry, { score, worth }] of bestOf(unit)) {
      const sum = sums.get(entry) ?? { score: 0, share: 0 };
      sums.set(entry, { score: sum.score + score, share: sum.share + worth / units.length });
    }
  }
  const found = ranked(
    [...sums].map(([entry, { score, share }]) => ({ entry, score: score * share ** 2, share })),
  );
  const enough = [0.99, 0.79].find((least) => found.some(({ share }) => share > least)) ?? 1;
  const all = found.filter(({ share }) => share > enough);
  // Of two words one is enough if it says much: 임기남 박사, but not 야구 선수.
  const telling = scores.filter((_, at) => units.length !== 2 || units[at].text.length >= TELLING);
  const half =
    all.length || units.length > 3
      ? () => true
      : (/** @type {number} */ entry) => units.length === 2 && telling.some(({ whole }) => whole.has(entry));
  const rest = found.filter(
    ({ entry, share }) => share <= enough && (share > 0.5 || (share > 0.49 && half(entry))),
  );
  const hits = [...all, ...rest.slice(0, Math.max(0, FEW - all.length))].map(({ entry, score, share }) => ({
    entry,
    score,
    whole: share > enough,
  }));
  // 로봇 우: whoever has only begun a word is shown what answers the others.
  const begun = units.length > 1 && !hits.length && units[units.length - 1];
  if (begun && begun.kind === "hangul" && begun.text.length === 1)
    return evaluate(units.slice(0, -1), shards);
  return { units, scores, hits, whole: all.length > 0 };
}

/** Each entry's best score for a unit. @param {UnitScores} scores */
function bestOf({ whole, compound, part }) {
  /** @type {Map<number, {score: number, worth: number}>} */
  const best = new Map();
  for (const [entry, score] of part) best.set(entry, { score, worth: WORTH.part });
  for (const [entry, score] of compound) best.set(entry, { score, worth: WORTH.compound });
  for (const [entry, score] of whole) best.set(entry, { score, worth: WORTH.whole });
  return best;
}

/**
 * Best first; equal ones in the order of the index.
 * @template {{entry: number, score: number}} T @param {T[]} hits
 */
export const ranked = (hits) => hits.sort((one, other) => other.score - one.score || one.entry - other.entry);

/** @param {Unit} unit @param {Shards} shards @returns {Promise<UnitScores>} */
async function scoreUnit(unit, shards) {
  /** @type {UnitScores} */
  const scores = { whole: new Map(), compound: new Map(), part: new Map(), hint: new Map() };
  const ways = await waysOf(unit, shards);
  for (const { slots, weight } of ways) {
    const found = await Promise.all(slots.map((terms) => anyOf(terms, shards)));
    addWay(found, weight, shards.entries, scores);
  }
  return scores;
}

/**
 * The entries that have one of the terms, at the best weight.
 * @param {[string, number][]} terms @param {Shards} shards @returns {Promise<Weights>}
 */
async function anyOf(terms, shards) {
  const lists = await Promise.all(terms.map(([term]) => shards.weights(term)));
  if (lists.length === 1 && terms[0][1] === 1) return lists[0];
  /** @type {Weights} */
  const best = new Map();
  lists.forEach((list, at) => {
    for (const [entry, weight] of list)
      best.set(entry, Math.max(best.get(entry) ?? 0, weight * terms[at][1]));
  });
  return best;
}

/** @param {Weights[]} slots @param {number} worth @param {number} entries @param {UnitScores} scores */
function addWay(slots, worth, entries, scores) {
  const rarity = slots.map(({ size }) => Math.log(1 + (entries - size + 0.5) / (size + 0.5)));
  /** @type {Map<number, {score: number, has: boolean[], count: number}>} */
  const sums = new Map();
  slots.forEach((slot, at) => {
    for (const [entry, weight] of slot) {
      let sum = sums.get(entry);
      if (!sum) sums.set(entry, (sum = { score: 0, has: [], count: 0 }));
      sum.score += rarity[at] * weight;
      sum.has[at] = true;
      sum.count += 1;
    }
  });
  const { length } = slots;
  for (const [entry, { score, has, count }] of sums) {
    const value = (worth * score) / Math.sqrt(length);
    if (count === length) raise(scores.whole, entry, value);
    else if (worth >= 1 && isCompound(has, count, length)) raise(scores.compound, entry, value);
    else if (worth >= 1 && length > 1 && count / length >= MUCH)
      raise(scores.part, entry, (value * count) / length);
    else if (worth >= 1 && length > 1 && count / length >= ENOUGH)
      raise(scores.hint, entry, (value * count) / length);
  }
}

/**
 * 개인정보보호 is found where 개인정보 and 보호 stand apart: only a pair within is missing, or one in four.
 * @param {boolean[]} has @param {number} count @param {number} length
 */
const isCompound = (has, count, length) =>
  length > 2 && length - count <= Math.max(1, length / 4) && has[0] && has[length - 1];

/** @param {Weights} weights @param {number} entry @param {number} value */
function raise(weights, entry, value) {
  weights.set(entry, Math.max(weights.get(entry) ?? 0, value));
}
