/** The files of the index: fetched when they are asked for, kept, and read. */

import { shardOf } from "./folding.js";

/**
 * @typedef {Record<string, string>} Texts by language
 * @typedef {{kind: string, path: string, title: Texts, text: Texts, names?: string, date?: Texts,
 *   year?: string, status?: string, mark?: string, topics?: string[]}} Fragment
 * @typedef {{values: string[], of: (number | number[])[]}} Column
 * @typedef {Map<number, number>} Weights Entry → what it weighs, from 0 to 1.
 */

const LEVELS = 16;
/** Lists kept as numbers; the files they come from stay in any case. */
const MOST_READ = 500;
const DIGITS = new Map(
  Array.from({ length: 0x5f }, (_, at) => String.fromCharCode(0x20 + at))
    .filter((char) => char !== '"' && char !== "\\")
    .slice(0, 92)
    .map((char, at) => [char, at]),
);
const BASE = DIGITS.size / 2;

/** Undoes Postings of generator/search/postings.py. @param {string} written @returns {Weights} */
export function readPostings(written) {
  /** @type {Weights} */
  const weights = new Map();
  let entry = 0;
  let number = 0;
  for (const char of written) {
    const digit = /** @type {number} */ (DIGITS.get(char));
    number = number * BASE + (digit % BASE);
    if (digit >= BASE) continue;
    entry += Math.trunc(number / LEVELS);
    weights.set(entry, (number % LEVELS) / (LEVELS - 1));
    number = 0;
  }
  return weights;
}

export class Shards {
  /** @type {Map<string, Promise<unknown>>} */
  #files = new Map();
  /** @type {Map<string, Weights>} */
  #read = new Map();

  /**
   * @param {{entries: number, shards: number}} index
   * @param {string} at the folder's address, with / at its end
   * @param {(address: string) => Promise<unknown>} load what JSON an address has
   */
  constructor({ entries, shards }, at, load) {
    this.entries = entries;
    this.shards = shards;
    this.at = at;
    this.load = load;
    /** Whether a file could not be loaded since somebody set this to false. */
    this.missing = false;
  }

  /** A file, or null if it cannot be had; the next search asks for it again. @param {string} path */
  #file(path) {
    let file = this.#files.get(path);
    if (!file) {
      file = this.load(this.at + path).catch(() => {
        this.#files.delete(path);
        this.missing = true;
        return null;
      });
      this.#files.set(path, file);
    }
    return file;
  }

  /**
   * Every term of the shard in which a term would be.
   * @param {string} term @returns {Promise<Record<string, string>>}
   */
  async shard(term) {
    const file = await this.#file(`terms/${shardOf(term, this.shards)}.json`);
    return /** @type {Record<string, string> | null} */ (file) ?? {};
  }

  /** @param {string} term @returns {Promise<Weights>} */
  async weights(term) {
    const known = this.#read.get(term);
    if (known) return known;
    const shard = await this.shard(term);
    const weights = readPostings(Object.hasOwn(shard, term) ? shard[term] : "");
    if (this.#read.size >= MOST_READ) this.#read.clear();
    if (Object.hasOwn(shard, term)) this.#read.set(term, weights);
    return weights;
  }

  /**
   * Every term that begins so; at least as much of it is needed as names the shard.
   * @param {string} beginning
   */
  async beginning(beginning) {
    return Object.keys(await this.shard(beginning)).filter((term) => term.startsWith(beginning));
  }

  /** @param {number} entry @returns {Promise<Fragment | null>} */
  fragment(entry) {
    return /** @type {Promise<Fragment | null>} */ (this.#file(`texts/${entry}.json`));
  }

  /** Hashes of names, where there are any. @returns {Promise<import("./hidden.js").HiddenNames | null>} */
  hidden() {
    return /** @type {Promise<import("./hidden.js").HiddenNames | null>} */ (this.#file("hidden.json"));
  }

  /** @returns {Promise<Record<string, Column> | null>} */
  facets() {
    return /** @type {Promise<Record<string, Column> | null>} */ (this.#file("facets.json"));
  }
}
