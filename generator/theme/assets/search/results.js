/** Hits → results as a reader sees them, in the reader's language. */

import { excerptOf, marksOf } from "./excerpt.js";
import { fold, foldSpelling } from "./folding.js";
import { placesOf } from "./query.js";

/**
 * @typedef {import("./query.js").Unit} Unit
 * @typedef {import("./shards.js").Fragment} Fragment
 * @typedef {import("./excerpt.js").Marks} Marks
 * @typedef {"ko" | "en"} Language
 * @typedef {Record<"kind" | "status" | "mark" | "topic", Record<string, string>>} Labels
 * @typedef {{kind: string, path: string, title: string, titleLanguage: Language, titleMarks: Marks,
 *   otherTitle: string | null, otherLanguage: Language, otherMarks: Marks,
 *   excerpt: string, excerptLanguage: Language, excerptMarks: Marks,
 *   date: string | null, year: string | null, status: string | null, topics: string[],
 *   labels: {kind: string, status: string | null, topics: string[]}, terms: string[], score: number}} Result
 */

/**
 * How much better an entry answers when it has the query word for word: in its title, in its text; and how
 * much less when it has the syllables of a word but not the word.
 */
const IN_TITLE = 2;
const IN_TEXT = 1.5;
const SCATTERED = 0.6;

/**
 * A text without spaces, its English words in one spelling if there is use for it.
 * @param {string} text @param {boolean} english
 */
const tight = (text, english) =>
  (english ? fold(text).replace(/[a-z]{5,}/g, (word) => foldSpelling(word)) : fold(text)).replace(
    /[\s·ㆍ]+/g,
    "",
  );

/**
 * How much more or less an entry answers than its terms say.
 * @param {Fragment} fragment @param {string} query @param {Unit[]} units
 */
export function closeness({ title, text, names = "" }, query, units) {
  const english = /[a-z]{5}/.test(fold(query));
  const phrase = tight(query, english);
  const within = (/** @type {string[]} */ ...texts) =>
    texts.some((words) => tight(words, english).includes(phrase));
  const bonus = within(...Object.values(title))
    ? IN_TITLE
    : within(...Object.values(text), names)
      ? IN_TEXT
      : 1;
  const korean = fold([title.ko, names, text.ko].join("\n"));
  const scattered = units.filter((unit) => unit.kind === "hangul" && !placesOf(unit, korean).length);
  return bonus * SCATTERED ** scattered.length;
}

/**
 * @param {Fragment} fragment @param {number} score @param {Unit[]} units
 * @param {Language} language @param {Labels} labels @returns {Result}
 */
export function resultOf(fragment, score, units, language, labels) {
  /** @type {Language} */
  const other = language === "ko" ? "en" : "ko";
  const own = inLanguage(fragment.title, language);
  const titleMarks = marksOf(own.text, units);
  const otherTitle = own.language === language ? (fragment.title[other] ?? "") : "";
  const otherMarks = titleMarks.length || otherTitle === own.text ? [] : marksOf(otherTitle, units);
  const body = bodyOf(fragment, language, units, titleMarks.length + otherMarks.length > 0);
  const { status = null, topics = [] } = fragment;
  return {
    kind: fragment.kind,
    path: fragment.path,
    title: own.text,
    titleLanguage: own.language,
    titleMarks,
    otherTitle: otherMarks.length ? otherTitle : null,
    otherLanguage: other,
    otherMarks,
    excerpt: body.excerpt,
    excerptLanguage: body.language,
    excerptMarks: body.marks,
    date: dateOf(fragment, language, labels),
    year: fragment.year ?? null,
    status,
    topics,
    labels: {
      kind: labels.kind[fragment.kind],
      status: status && labels.status[status],
      topics: topics.map((topic) => labels.topic[topic]),
    },
    terms: [...new Set([...marked(own.text, titleMarks), ...marked(body.text, body.all)])].slice(0, 10),
    score,
  };
}

/**
 * The day, with a word that nobody may overlook.
 * @param {Fragment} fragment @param {Language} language @param {Labels} labels
 */
function dateOf({ date, mark }, language, labels) {
  const said = [date?.[language], mark && labels.mark[mark]].filter(Boolean);
  return said.length ? said.join(" · ") : null;
}

/** @param {string} text @param {Marks} marks */
const marked = (text, marks) => marks.map(([from, to]) => text.slice(from, to).toLowerCase());

/**
 * A text in the language, or in the other one.
 * @param {Record<string, string>} texts @param {Language} language
 */
function inLanguage(texts, language) {
  /** @type {Language} */
  const other = language === "ko" ? "en" : "ko";
  return language in texts
    ? { text: texts[language], language }
    : { text: texts[other] ?? "", language: other };
}

/**
 * The text, and before it whoever is named there if only that answers.
 * @param {Fragment} fragment @param {Language} language @param {Unit[]} units @param {boolean} inTitle
 */
function bodyOf({ text, names = "" }, language, units, inTitle) {
  let { text: body, language: spoken } = inLanguage(text, language);
  let all = marksOf(body, units);
  if (!all.length && !inTitle) {
    const named = names.split("\n").filter((name) => marksOf(name, units).length);
    if (named.length) body = [...new Set(named)].slice(0, 3).join(", ") + (body && ` · ${body}`);
    all = marksOf(body, units);
  }
  const { excerpt, marks } = excerptOf(body, all, spoken);
  return { text: body, language: spoken, all, excerpt, marks };
}

/**
 * How the word that is being typed may go on: the query with its last word as results have it.
 * @param {string} typed @param {Result[]} results @returns {string[]}
 */
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
