/**
 * The files of the index: fetched when they are asked for, kept, and read. Each is named by its content
 * (generator/search/names.py), so that files of two indexes never mix.
 */

import { shardOf } from "./folding.js";

/**
 * @typedef {Record<string, string>} Texts by language
 * @typedef {{kind: string, path: string, title: Texts, text: Texts, names?: string, date?: Texts,
 *   year?: string, status?: string, mark?: string, topics?: string[]}} Fragment
 * @typedef {{values: string[], of: (number | number[])[]}} Column
 * @typedef {Map<number, number>} Weights Entry → what it weighs, from 0 to 1.
 * @typedef {{entries: number, terms: string, texts: string, facets: string, hidden?: string}} Names
 *   `terms`: the names of all shards; `texts`: of each group of blocks its name and its number of entries;
 *   `hidden`: where there are hidden names.
 */

/** Characters of a name, and of a group's number of entries. */
const NAME = 8;
const COUNT = 2;
/** Entries whose texts share a file. */
const BLOCK = 8;

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

/** The groups of blocks, with how many entries are before each. @param {string} texts */
function groupsIn(texts) {
  const groups = [];
  for (let at = 0, before = 0; at < texts.length; at += NAME + COUNT) {
    const count = parseInt(texts.slice(at + NAME, at + NAME + COUNT), 36);
    groups.push({ name: texts.slice(at, at + NAME), before, count });
    before += count;
  }
  return groups;
}

export class Shards {
  /** @type {Map<string, Promise<unknown>>} */
  #files = new Map();
  /** @type {Map<string, Weights>} */
  #read = new Map();

  /**
   * @param {Names} names
   * @param {string} at the folder's address, with / at its end
   * @param {(address: string) => Promise<unknown>} load what JSON an address has
   */
  constructor(names, at, load) {
    this.entries = names.entries;
    this.names = names;
    this.groups = groupsIn(names.texts);
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
    const { terms } = this.names;
    const start = shardOf(term, terms.length / NAME) * NAME;
    const file = await this.#file(`terms/${terms.slice(start, start + NAME)}.json`);
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
  async fragment(entry) {
    const group = this.groups.find(({ before, count }) => entry <= before + count);
    if (!group) return null;
    const place = entry - group.before - 1;
    const file = await this.#file(`texts/${group.name}/${Math.trunc(place / BLOCK)}.json`);
    return /** @type {Fragment[] | null} */ (file)?.[place % BLOCK] ?? null;
  }

  /** Hashes of names, where there are any. @returns {Promise<import("./hidden.js").HiddenNames | null>} */
  hidden() {
    return /** @type {Promise<import("./hidden.js").HiddenNames | null>} */ (
      this.#file(`hidden/${this.names.hidden}.json`)
    );
  }

  /** @returns {Promise<Record<string, Column> | null>} */
  facets() {
    return /** @type {Promise<Record<string, Column> | null>} */ (
      this.#file(`facets/${this.names.facets}.json`)
    );
  }
}
