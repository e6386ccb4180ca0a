/** The excerpt of a result's text, and the marks where title and text answer the query. */

import { fold } from "./folding.js";
import { placesOf } from "./query.js";

/**
 * @typedef {import("./query.js").Unit} Unit
 * @typedef {[number, number][]} Marks offsets into a string, from and to, apart and in order
 */

/** Characters of an excerpt: a Korean one says as much in fewer. */
const LENGTH = { ko: 110, en: 190 };

/** Where a text has any of the units. @param {string} text @param {Unit[]} units @returns {Marks} */
export function marksOf(text, units) {
  const folded = fold(text);
  if (folded.length !== text.length) return []; // a letter that is two in small
  const places = units.flatMap((unit) => placesOf(unit, folded)).sort((one, other) => one[0] - other[0]);
  /** @type {Marks} */
  const marks = [];
  for (const [from, to] of places) {
    const before = marks[marks.length - 1];
    if (before && from <= before[1]) before[1] = Math.max(before[1], to);
    else marks.push([from, to]);
  }
  return marks;
}

/**
 * The piece of a text that has most of the marks; its beginning if there are none.
 * @param {string} text @param {Marks} marks @param {"ko" | "en"} language
 * @returns {{excerpt: string, marks: Marks}}
 */
export function excerptOf(text, marks, language) {
  const length = LENGTH[language];
  let first = marks[0]?.[0] ?? 0;
  let most = 0;
  for (let at = 0, end = 0; at < marks.length; at++) {
    while (end < marks.length && marks[end][1] <= marks[at][0] + length) end++;
    if (end - at > most) [first, most] = [marks[at][0], end - at];
  }
  const near = first - Math.floor(length / 4);
  const word = wordAt(text, near);
  // Words may be longer than an excerpt, such as an address.
  const start = first < length / 2 ? 0 : whole(text, word > first - length / 2 ? word : near);
  let end = Math.min(text.length, start + length);
  if (end < text.length)
    end = whole(text, Math.max(text.lastIndexOf(" ", end), start + Math.floor((length * 3) / 4)));
  const shown = text.slice(start, end).trimEnd();
  const before = start ? "…" : "";
  const shift = before.length - start;
  return {
    excerpt: before + shown + (start + shown.length < text.trimEnd().length ? "…" : ""),
    marks: marks
      .filter((mark) => mark[0] >= start && mark[1] <= start + shown.length)
      .map(([from, to]) => [from + shift, to + shift]),
  };
}

/** Where the word begins that stands at a place. @param {string} text @param {number} at */
const wordAt = (text, at) => Math.max(text.lastIndexOf(" ", at), text.lastIndexOf("\n", at)) + 1;

/** A place that is not within a character, such as an emoji. @param {string} text @param {number} at */
const whole = (text, at) => (/[\udc00-\udfff]/.test(text[at] ?? "") ? at - 1 : at);
