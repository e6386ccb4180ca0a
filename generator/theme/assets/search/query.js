/** A query → its units, and the index terms that may stand for each. */

import { RUN, fold, foldSpelling, soundOf } from "./folding.js";
import { FIRST, firstConsonants, isSyllable, opened, partsOf, syllable } from "./hangul.js";

/**
 * @typedef {import("./shards.js").Shards} Shards
 * @typedef {"hangul" | "consonants" | "word" | "han"} UnitKind
 * @typedef {{kind: UnitKind, text: string, tail: string, sound: string, last: boolean}} Unit
 *   `tail`: a consonant typed after the last syllable; `last`: the reader may be typing it still.
 * @typedef {{slots: [string, number][][], weight: number}} Way
 *   One way to find a unit: for each slot the terms of which one has to be there, with what each is worth.
 */

/** Endings that are never part of a noun: what stands before them is what is sought. Longest first. */
const SURE_ENDINGS = RegExp(
  "(?:에게서는?|으로[서써]|에서[는도]?|이라[는고도]|이란|에게[는도]?|으로[는도]?|까지[는도]?|부터[는도]?|처럼|보다|하고|에[는도]|" +
    "들[이은을의]|[는을를]|하였다|했다|한다|하[다는여며면]|해[야서]|하려면|되[는다어며면]|된다|됐다|적인|적으로)$",
);
/** Endings of a noun, a verb or an adjective that may as well be part of the word. */
const ENDINGS = [
  /(?:[이라]라고|이나|[은이가의에와과로도만들])$/,
  /(?:하[고게자기지]|한|할|되[고기]|된|으?려면|으면|[다은한된고며게기지])$/,
];
/** The one frequent family name whose sound is a letter long. Of others one letter says nothing: AI, EU. */
const LEE = /^(?:rh?|[ly])(?:i|ee|ie)$/;
/** A reader who types more means a text, not a search. */
const MOST_UNITS = 12;
const LONGEST = 300;

const TOKEN = new RegExp(`[가-힣]+[ㄱ-ㅎ]?|[ㄱ-ㅎㅏ-ㅣ]+|${RUN.source}`, "gu");

/** The units of a query, at most twelve. @param {string} query @returns {Unit[]} */
export function parse(query) {
  const tokens = fold(query.slice(0, LONGEST)).match(TOKEN) ?? [];
  const units = tokens.flatMap((token) => unitOf(token) ?? []).slice(0, MOST_UNITS);
  units.forEach((unit, at) => (unit.last = at === units.length - 1));
  return units;
}

/** @param {string} token @returns {Unit | undefined} */
function unitOf(token) {
  const unit = { text: token, tail: "", sound: "", last: false };
  if (isSyllable(token[0])) {
    const end = token[token.length - 1];
    if (isSyllable(end)) return { ...unit, kind: "hangul" };
    return { ...unit, kind: "hangul", text: token.slice(0, -1), tail: end };
  }
  if (/^[ㄱ-ㅎ]{2,}$/.test(token)) return { ...unit, kind: "consonants" };
  if (/^[ㄱ-ㅎㅏ-ㅣ]/.test(token)) return undefined;
  if (/^[\u3400-\u9fff\uf900-\ufaff]/.test(token)) return { ...unit, kind: "han" };
  const text = token.replace(/[-'.,]/g, "");
  const sound = /[a-z]{2}/.test(text) ? soundOf(token) : "";
  return text.length > 1 ? { ...unit, kind: "word", text, sound } : undefined;
}

/** Neighbouring syllables; one alone stands for the beginning of a word. @param {string} run */
export const pairsOf = (run) =>
  run.length === 1 ? [`^${run}`] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));

/** The word without its plural or its tense; terms are found by their beginning. @param {string} word */
export const stem = (word) =>
  word.length > 5
    ? word.replace(/(?:ings?|ed|ers?|ies|es|s|e)$/, "")
    : word.length > 3
      ? word.replace(/s$/, "")
      : word;

/** @param {string[]} terms @param {number} weight @returns {Way} */
const way = (terms, weight) => ({ slots: terms.map((term) => [[term, 1]]), weight });

/**
 * All ways to find a unit, the literal one first.
 * @param {Unit} unit @param {Shards} shards @returns {Promise<Way[]>}
 */
export function waysOf(unit, shards) {
  if (unit.kind === "consonants") return byConsonants(unit.text, shards);
  if (unit.kind === "word") return byWord(unit, shards);
  if (unit.kind === "han") return Promise.resolve([way(pairsOf(unit.text), 1)]);
  return unit.tail ? byTail(unit, shards) : bySyllables(unit, shards);
}

/** @param {string} consonants @param {Shards} shards */
async function byConsonants(consonants, shards) {
  const terms = await shards.beginning(`^${consonants.slice(0, 4)}`);
  const whole = `^${consonants}.`;
  /** @type {[string, number][]} */
  const near = terms.map((term) => [term, term === whole ? 1.5 : term.endsWith(".") ? 0.5 : 1]);
  return near.length ? [{ slots: [near], weight: 1 }] : [];
}

/** @param {string} term @returns {[string, number]} */
const one = (term) => [term, 1];

/** @param {Unit} unit @param {Shards} shards */
async function byWord({ text, sound }, shards) {
  /** @type {Way[]} */
  const ways = [];
  const spelled = foldSpelling(text);
  const root = stem(spelled);
  const terms = await shards.beginning(root.length > 1 ? root : spelled);
  /** @type {[string, number][]} */
  const near = terms.map((term) => [term, term === spelled ? 1.2 : stem(term) === root ? 1 : 0.8]);
  if (near.length) ways.push({ slots: [near], weight: 1 });
  if (sound.length > 1 || LEE.test(text)) ways.push(way([`~${sound}`], 1.2));
  return ways;
}

/**
 * A word's stems: without an ending that no noun has; else the word itself, and without a possible ending.
 * @param {string} text
 */
export function stemsOf(text) {
  const sure = text.replace(SURE_ENDINGS, "");
  if (sure.length > 1 && sure !== text) return [sure];
  const shorter = ENDINGS.map((ending) => text.replace(ending, "")).filter((stem) => stem.length > 1);
  return [...new Set([text, ...shorter])];
}

/**
 * The literal word, its stem without endings, and what an unfinished last syllable may become.
 * @param {Unit} unit @param {Shards} shards
 */
async function bySyllables({ text, last }, shards) {
  const [sought, ...shorter] = stemsOf(text);
  const ways = [way(pairsOf(sought), 1), ...shorter.map((stem) => way(pairsOf(stem), 0.8))];
  if (!last || (text.length < 2 && (await shards.weights(`^${text}`)).size)) return ways;
  const { stands, first, vowel } = opened(text[text.length - 1]);
  const head = text.slice(0, -1) + stands;
  if (!head) return ways;
  const coming = await pairsTo(head[head.length - 1], first, vowel, shards);
  const sure = head.length > 1 ? pairsOf(head) : [];
  if (coming.length) ways.push({ slots: [...sure.map((term) => [one(term)]), coming.map(one)], weight: 0.8 });
  else if (stands && sure.length) ways.push(way(sure, 0.5)); // 인공짇: the hand was faster than the eye
  return ways;
}

/**
 * 데이터센ㅌ: the next syllable begins with ㅌ; or, with nothing like it, what stands before.
 * @param {Unit} unit @param {Shards} shards
 */
async function byTail({ text, tail }, shards) {
  const coming = await pairsTo(text[text.length - 1], FIRST.indexOf(tail), -1, shards);
  if (!coming.length) return [way(pairsOf(text), 0.5)];
  const sure = text.length > 1 ? pairsOf(text) : [];
  return [{ slots: [...sure.map((term) => [one(term)]), coming.map(one)], weight: 1 }];
}

/**
 * The pairs that begin with a syllable and go on with a consonant, and a vowel unless it is -1.
 * @param {string} begun @param {number} first @param {number} vowel @param {Shards} shards
 */
async function pairsTo(begun, first, vowel, shards) {
  const terms = Object.keys(await shards.shard(begun + syllable(first, 0)));
  return terms.filter((term) => {
    if (term[0] !== begun || !isSyllable(term[1] ?? "")) return false;
    const parts = partsOf(term[1]);
    return parts[0] === first && (vowel < 0 || parts[1] === vowel);
  });
}

/**
 * Where a folded text has a unit, as offsets from and to.
 * @param {Unit} unit @param {string} folded @returns {[number, number][]}
 */
export function placesOf(unit, folded) {
  if (unit.kind === "hangul" || unit.kind === "han") {
    for (const text of new Set([unit.text, ...stemsOf(unit.text)])) {
      // Korean is written with or without a space, a point or a hyphen within a compound.
      const spaced = new RegExp([...text].join("[\\s·ㆍ・-]?"), "gu");
      const found = [...folded.matchAll(spaced)];
      if (found.length) return found.map((match) => [match.index, match.index + match[0].length]);
    }
    return [];
  }
  const root = stem(foldSpelling(unit.text));
  /** @param {string} run */
  const fits = (run) => {
    if (unit.kind === "consonants") return isSyllable(run[0]) && firstConsonants(run).startsWith(unit.text);
    const parts = [run, run.replace(/[-'.,]/g, ""), ...run.split(/[-'.,]/)];
    return parts.some(
      (part) =>
        foldSpelling(part).startsWith(root) || (unit.sound.length > 2 && soundOf(part) === unit.sound),
    );
  };
  return [...folded.matchAll(RUN)]
    .filter((match) => fits(match[0]))
    .map((match) => [match.index, match.index + match[0].length]);
}
