/** Small indexes made of plain words, as generator/search/ makes them of records, and searches over them. */

import { Search } from "../../../generator/theme/assets/search/engine.js";
import { RUN, fold, foldSpelling, shardOf, soundOf } from "../../../generator/theme/assets/search/folding.js";
import { firstConsonants, isSyllable } from "../../../generator/theme/assets/search/hangul.js";
import { Shards } from "../../../generator/theme/assets/search/shards.js";

export const BASE = "https://site.example/below/search/search_index.json";
const AT = "./";
const SHARDS = 8;
const BLOCK = 8;
/** Entries of a group of blocks; Python's groups are longer. */
const GROUP = 20;
const LABELS = {
  kind: { forum: "포럼", proposal: "제안", speaker: "발언자", source: "출처", page: "안내" },
  status: { done: "완료", adopted: "채택" },
  topic: { robots: "로봇", shelves: "서가" },
  mark: { withdrawn: "철회됨", cancelled: "취소됨" },
};

const DIGITS = Array.from({ length: 0x5f }, (_, at) => String.fromCharCode(0x20 + at))
  .filter((char) => !'"\\'.includes(char))
  .slice(0, 92);

/** A number as an index writes it, its highest digits first. */
function digits(number) {
  let written = DIGITS[number % 46];
  for (let rest = Math.trunc(number / 46); rest; rest = Math.trunc(rest / 46))
    written = DIGITS[46 + (rest % 46)] + written;
  return written;
}

/** @param {Map<number, number>} levels entry → level, in the order of entries */
export function written(levels) {
  let last = 0;
  let text = "";
  for (const [entry, level] of levels) {
    text += digits((entry - last) * 16 + level);
    last = entry;
  }
  return text;
}

/** The terms of a text, as far as these tests look for them. */
function termsOf(text) {
  const terms = [];
  const runs = [...fold(text).matchAll(RUN)];
  runs.forEach(([run], at) => {
    const parts = [...run];
    if (!isSyllable(run[0]) && run[0] < "\u3400") {
      const words = new Set([run.replace(/[-'.,]/g, ""), ...run.split(/[-'.,]/)]);
      terms.push(...[...words].filter((word) => word.length > 1).map(foldSpelling));
      return;
    }
    terms.push(`^${parts[0]}`, ...parts.slice(1).map((part, before) => parts[before] + part));
    if (!isSyllable(run[0])) return;
    const next = runs[at + 1];
    const near =
      next && isSyllable(next[0][0]) && next.index === runs[at].index + run.length + 1 ? next[0] : "";
    if (near) terms.push(run.at(-1) + near[0]);
    terms.push(`^${firstConsonants(run + near).slice(0, 4)}`);
    if (run.length > 1 && run.length < 5) terms.push(`^${firstConsonants(run)}.`);
  });
  return terms;
}

/**
 * What is written of a record: `{kind, path, title, text, names, people, date, year, status, topics}`, all
 * but the title optional.
 */
const fragmentOf = ({ people, ...record }, at) => ({ kind: "page", path: `${at + 1}/`, text: {}, ...record });

function facetsOf(fragments) {
  const column = (valuesOf) => {
    const values = [...new Set(fragments.flatMap(valuesOf))].sort();
    return {
      values,
      numbers: fragments.map((fragment) => valuesOf(fragment).map((value) => values.indexOf(value))),
    };
  };
  const single = ({ values, numbers }) => ({ values, of: numbers.map(([number = -1]) => number) });
  const topics = column(({ topics = [] }) => topics);
  return {
    kind: single(column(({ kind }) => [kind])),
    year: single(column(({ year }) => (year ? [year] : []))),
    status: single(column(({ status }) => (status ? [status] : []))),
    topic: { values: topics.values, of: topics.numbers },
  };
}

/** A name of eight characters, as long as a content's; `edition` makes it that of another content. */
const nameOf = (number, edition) => `${edition}${String(number).padStart(7, "0")}`;

/** The files of an index by their addresses; those of another `edition` have other names. */
export function filesOf(records, edition = "a") {
  const fragments = records.map(fragmentOf);
  /** @type {Map<string, Map<number, number>>} */
  const postings = new Map();
  records.forEach(({ people = [] }, number) => {
    const { title, text, names = "" } = fragments[number];
    const add = (terms, level) =>
      terms.forEach((term) => {
        const levels = postings.get(term) ?? new Map();
        postings.set(term, levels.set(number + 1, Math.min(15, (levels.get(number + 1) ?? 0) + level)));
      });
    add(Object.values(title).flatMap(termsOf), 10);
    add(names.split("\n").flatMap(termsOf), 8);
    add(Object.values(text).flatMap(termsOf), 3);
    add(
      [
        ...new Set(
          people
            .flatMap((name) => fold(name).split(" "))
            .flatMap((part) => [part, ...part.split("-")])
            .map((part) => `~${soundOf(part)}`),
        ),
      ],
      10,
    );
  });
  const facets = nameOf(99, edition);
  const files = { [`facets/${facets}.json`]: facetsOf(fragments) };
  for (let shard = 0; shard < SHARDS; shard++) files[shardFile(shard, edition)] = {};
  for (const [term, levels] of [...postings].sort()) files[shardFile(term, edition)][term] = written(levels);
  let texts = "";
  for (let from = 0; from < fragments.length; from += GROUP) {
    const group = fragments.slice(from, from + GROUP);
    texts += nameOf(from, edition) + group.length.toString(36).padStart(2, "0");
    for (let at = 0; at < group.length; at += BLOCK)
      files[`texts/${nameOf(from, edition)}/${at / BLOCK}.json`] = group.slice(at, at + BLOCK);
  }
  const terms = Array.from({ length: SHARDS }, (_, shard) => nameOf(shard, edition)).join("");
  const folder = new URL(AT, BASE).href;
  return {
    [BASE]: {
      config: {
        index: { language: "ko", at: AT, entries: records.length, terms, texts, facets, labels: LABELS },
      },
    },
    ...Object.fromEntries(Object.entries(files).map(([path, file]) => [folder + path, file])),
  };
}

/** A host of files: what was asked of it, and addresses (parts of them) that it does not give. */
export class Host {
  asked = [];
  broken = [];

  constructor(files) {
    this.files = files;
  }

  load = async (address) => {
    this.asked.push(address);
    await undefined;
    if (this.broken.some((part) => address.includes(part))) throw new Error(`${address}: 503`);
    if (!Object.hasOwn(this.files, address)) throw new Error(`${address}: 404`);
    return JSON.parse(JSON.stringify(this.files[address]));
  };
}

/** A search over records, and the host of its index. */
export function searchOver(records, language = "ko") {
  const host = new Host(filesOf(records));
  return { host, search: new Search(host.files[BASE].config.index, BASE, language, host.load) };
}

/** The shards of an index of records, and their host. */
export function shardsOver(records) {
  const host = new Host(filesOf(records));
  const { index } = host.files[BASE].config;
  return { host, shards: new Shards(index, new URL(AT, BASE).href, host.load) };
}

/** The file in which a term lies, or a shard by its number. */
export const shardFile = (term, edition = "a") =>
  `terms/${nameOf(typeof term === "number" ? term : shardOf(term, SHARDS), edition)}.json`;

/** The file that has the texts of the first entries. */
export const FIRST_TEXTS = `texts/${nameOf(0, "a")}/0.json`;

/** Numbers from 0 to below a limit, the same in every run (a linear congruential generator). */
export function dice(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.trunc((state / 2 ** 32) * limit);
  };
}

/**
 * Characters that make trouble elsewhere: markup, patterns, halves, pairs of surrogates and one without its
 * other half.
 */
export const TROUBLE = [
  ..."<>&\"'`\\/.*+?^$()[]{}|-_=~!@#%:;, \n\t\0",
  "🤖",
  "👩‍💻",
  "\u0301",
  "\u202e",
  "\u2028",
  "\ud83e",
  "\udd16",
  "𠀀",
  "İ",
  "ß",
  "ﬁ",
  "ㅎ",
  "ㅏ",
  "\u1112\u1161",
  "Ａ",
  "__proto__",
  "constructor",
];

/** Five records of four kinds and what an index can hold of them. */
export const RECORDS = [
  {
    kind: "forum",
    path: "forums/f/",
    title: { ko: "도서관 로봇 포럼", en: "Library robots" },
    year: "2024",
    topics: ["robots", "shelves"],
  },
  {
    kind: "proposal",
    path: "proposals/a/",
    title: { ko: "로봇을 들이자", en: "Bring in robots" },
    text: { ko: "사서와 함께." },
    year: "2024",
    status: "done",
    topics: ["robots"],
  },
  {
    kind: "proposal",
    path: "proposals/b/",
    title: { ko: "서가를 밤에도 열자" },
    text: { ko: "로봇이 문을 연다." },
    year: "2023",
    status: "adopted",
    topics: ["shelves"],
  },
  {
    kind: "speaker",
    path: "speakers/p/",
    title: { ko: "구름달", en: "Gu Reumdal" },
    text: { ko: "로봇 조례를 냈다." },
    people: ["Gu Reumdal"],
  },
  {
    kind: "page",
    path: "about/",
    title: { ko: "이 사이트는", en: "About" },
    text: { ko: "인공지능 데이터 센터를 다룬다.", en: "On artificial intelligence." },
  },
];
