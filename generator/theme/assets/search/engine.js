/**
 * The search of the site, whatever theme shows it: an index, a query, what it finds.
 * generator/search/ makes the index.
 */

import { loadJson } from "../load.js";
import { fold } from "./folding.js";
import { asHangul, asLatin, firstConsonants } from "./hangul.js";
import { parse } from "./query.js";
import { evaluate, ranked } from "./score.js";
import { Shards } from "./shards.js";

/**
 * @typedef {import("./results.js").Result} Result
 * @typedef {import("./results.js").Language} Language
 * @typedef {import("./results.js").Labels} Labels
 * @typedef {import("./facets.js").Filters} Filters
 * @typedef {import("./score.js").Answer} Answer
 * @typedef {import("./score.js").Hit} Hit
 * @typedef {import("./shards.js").Names & {at: string, labels: Labels, salt?: string}} Index
 *   `salt`: what hidden names are hashed with, if there are any
 * @typedef {{config: {index: Index}}} IndexFile search_index.json
 * @typedef {{filters?: Filters, limit?: number, offset?: number, perKind?: number, facets?: boolean,
 *   literal?: boolean, signal?: AbortSignal}} Options
 *   `literal`: answer what is typed and nothing like it; `perKind`: so many of each kind.
 * @typedef {null | "layout" | "typo"} Correction
 * @typedef {{query: string, answered: string, correction: Correction, total: number, results: Result[],
 *   facets: null | import("./facets.js").Counts, suggestions: string[], missing: boolean,
 *   topics: [string, string][]}} Found
 *   `topics`: ids and labels, for whoever found nothing.
 */

/** How many of the best hits are put in order by their very words. */
const LOOKED_AT = 12;
/** First consonants say little, so more hits have to be looked at for those that have all of them. */
const LOOKED_AT_CONSONANTS = 30;
/** What names an index's files: if all is the same, so is the index. */
const FILES = /** @type {const} */ (["terms", "texts", "facets", "hidden"]);
/** How many topics are offered. */
const OFFERED = 12;

// Modules that the first terms do not need are loaded beside them, or on demand.
const showing = () => import("./results.js");
const counting = () => import("./facets.js");
const correcting = () => import("./typos.js");
const unhiding = () => import("./hidden.js");

export class Search {
  /**
   * @param {Index} index what search_index.json says of it
   * @param {string} base the address of search_index.json
   * @param {Language} language the reader's
   * @param {typeof loadJson} [load]
   */
  constructor(index, base, language, load = loadJson) {
    this.base = base;
    this.language = language;
    this.load = load;
    this.labels = index.labels;
    this.salt = index.salt;
    this.shards = new Shards(index, new URL(index.at, base).href, load);
  }

  /** @param {string} typed @param {Options} [options] @returns {Promise<Found>} */
  async search(typed, options = {}) {
    const { shards } = this;
    shards.missing = false;
    const shown = showing();
    const hidden = await this.#hiddenIn(typed);
    const { answer, answered, correction } = await this.#answer(typed, options, hidden.length > 0);
    options.signal?.throwIfAborted();
    const columns =
      options.facets || options.perKind || Object.values(options.filters ?? {}).some(Boolean)
        ? await shards.facets()
        : null;
    const { filters = {} } = options;
    const all = led(hidden, await this.#inOrder(answer, answered, options));
    const narrowed = columns && (await counting()).narrow(columns, filters, all);
    const hits = narrowed?.hits ?? all;
    const chosen = narrowed && options.perKind ? narrowed.ofEachKind(options.perKind) : page(hits, options);
    const results = await this.#results(chosen, answer);
    const { suggest } = await shown;
    options.signal?.throwIfAborted();
    if (shards.missing && (await this.#renewed())) return this.search(typed, options);
    return {
      query: typed,
      answered,
      correction,
      total: hits.length,
      results,
      facets: options.facets && narrowed ? narrowed.counts() : null,
      suggestions: correction ? [] : suggest(typed, results),
      missing: shards.missing,
      topics: hits.length ? [] : Object.entries(this.labels.topic).slice(0, OFFERED),
    };
  }

  /** A site that was published anew has another index; whether this one gave way to it. */
  async #renewed() {
    const file = await this.load(this.base, { cache: "no-cache" }).catch(() => null);
    if (!file) return false;
    const { index } = /** @type {IndexFile} */ (file).config;
    const { names } = this.shards;
    if (FILES.every((name) => index[name] === names[name])) return false;
    this.labels = index.labels;
    this.salt = index.salt;
    this.shards = new Shards(index, new URL(index.at, this.base).href, this.load);
    return true;
  }

  /** The entries of those whose hidden name is in the query. @param {string} typed */
  async #hiddenIn(typed) {
    const names = this.salt === undefined ? null : await this.shards.hidden();
    return names ? (await unhiding()).entriesHiddenIn(typed, this.salt ?? "", names) : [];
  }

  /**
   * The answer to the query as typed; else as typed with the other keyboard layout; else corrected.
   * @param {string} typed @param {Options} options @param {boolean} known whether it has a hidden name
   * @returns {Promise<{answer: Answer, answered: string, correction: Correction}>}
   */
  async #answer(typed, { literal, signal }, known) {
    const { shards } = this;
    const asTyped = await evaluate(parse(typed), shards);
    const plain = /** @type {const} */ ({ answer: asTyped, answered: typed, correction: null });
    if (asTyped.whole || literal || known || !typed.trim()) return plain;
    if (shards.missing) {
      // A word that cannot be looked for is no mistake, and the others answer without it.
      const rest = asTyped.units.filter((_, at) => asTyped.scores[at].whole.size);
      return { ...plain, answer: await evaluate(rest, shards) };
    }
    signal?.throwIfAborted();
    const meant = otherLayout(typed);
    if (meant) {
      const answer = await evaluate(parse(meant), shards);
      if (answer.whole) return { answer, answered: meant, correction: "layout" };
    }
    signal?.throwIfAborted();
    const { correct } = await correcting();
    const words = await correct(asTyped, shards);
    if (words) {
      const answered = words.join(" ");
      const answer = await evaluate(parse(answered), shards);
      if (answer.whole || (answer.hits.length && words.length > 2 && !asTyped.hits.length))
        return { answer, answered, correction: "typo" };
    }
    return plain;
  }

  /**
   * The hits, the best of them put in order by whether they have the query word for word.
   * @param {Answer} answer @param {string} answered @param {Options} options
   */
  async #inOrder({ units, hits }, answered, { signal }) {
    const consonants = units.length === 1 && units[0].kind === "consonants" ? units[0].text : "";
    const best = hits.slice(0, consonants ? LOOKED_AT_CONSONANTS : LOOKED_AT);
    const fragments = await Promise.all(best.map(({ entry }) => this.shards.fragment(entry)));
    const { closeness } = await showing();
    signal?.throwIfAborted();
    const known = best.flatMap((hit, at) => {
      const fragment = fragments[at];
      if (!fragment) return [];
      if (
        consonants.length > 4 &&
        !firstConsonants(
          [fragment.title.ko, fragment.text.ko, fragment.names].join(" ").replace(/ /g, ""),
        ).includes(consonants)
      )
        return [];
      return { ...hit, score: hit.score * closeness(fragment, answered, units) };
    });
    return [...ranked(known), ...(consonants.length > 4 ? [] : hits.slice(best.length))];
  }

  /** @param {Hit[]} hits @param {Answer} answer */
  async #results(hits, { units }) {
    const fragments = await Promise.all(hits.map(({ entry }) => this.shards.fragment(entry)));
    const { resultOf } = await showing();
    return hits.flatMap(({ score }, at) => {
      const fragment = fragments[at];
      return fragment ? resultOf(fragment, score, units, this.language, this.labels) : [];
    });
  }
}

/**
 * The entries before all other hits, so that nothing tells them from a name that stands there.
 * @param {number[]} entries @param {Hit[]} hits @returns {Hit[]}
 */
function led(entries, hits) {
  const score = (hits[0]?.score ?? 0) + 1;
  const first = entries.map((entry) => ({ entry, score, whole: true }));
  return [...first, ...hits.filter(({ entry }) => !entries.includes(entry))];
}

/** @param {Hit[]} hits @param {Options} options */
const page = (hits, { offset = 0, limit = 10 }) => hits.slice(offset, offset + limit);

/**
 * The query as the other keyboard layout would have written it, if that can be a word.
 * @param {string} typed
 */
function otherLayout(typed) {
  const folded = fold(typed).trim();
  if (/^[a-z ]+$/.test(folded)) {
    const hangul = asHangul(typed.normalize("NFC").trim());
    return /^[가-힣 ]+[ㄱ-ㅎ]?$/.test(hangul) ? hangul : "";
  }
  if (!/^[가-힣ㄱ-ㅎㅏ-ㅣ ]+$/.test(folded) || /^[ㄱ-ㅎ]{2,}$/.test(folded)) return "";
  const latin = asLatin(folded);
  return /^[a-z0-9 ]{2,}$/.test(latin) ? latin : "";
}
