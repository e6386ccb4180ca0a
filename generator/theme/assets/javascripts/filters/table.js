/** The rows of a list on several pages, out of the table that generator/exports/list_tables.py writes. */

import { fold } from "./matching.js";

/**
 * @typedef {[value: string, label: string, number: number]} Option
 * @typedef {{options: Option[], rows: (number | number[])[]}} Choice
 * @typedef {object} Table
 * @property {string[]} ids addresses below the list's own
 * @property {string[]} titles
 * @property {Record<string, string>} langs number of a row → its title's language, if it is the other one
 * @property {string[]} words what else is sought, with '|' between texts
 * @property {Record<string, string>} marks number of a row → a word beside its title
 * @property {string[][]} facts
 * @property {Record<string, Choice>} choices
 * @property {string[]} [sides] what stands beside the title
 * @property {string[]} [identifiers]
 * @property {Record<string, [mark: string, color: string, sign: string]>} [signs] of each status
 */

/** The folded texts of all rows. @param {Table} table */
export const texts = ({ titles, words }) => titles.map((title, at) => fold(`${title}|${words[at]}`));

/** The options that a row has of a choice. @param {Table} table @param {string} name @param {number} at */
export function optionsOf(table, name, at) {
  const choice = table.choices[name];
  return choice ? [choice.rows[at]].flat().map((number) => choice.options[number]) : [];
}

/**
 * The numbers of the rows that have all choices and whose text is found.
 * @param {Table} table @param {string[]} folded its texts
 * @param {{name: string, value: string}[]} chosen @param {(text: string) => boolean} finds
 */
export function fitting(table, folded, chosen, finds) {
  const wanted = chosen.map(({ name, value }) => {
    const { options, rows } = table.choices[name] ?? { options: [], rows: [] };
    return { rows, number: options.findIndex((option) => option[0] === value) };
  });
  /** @param {number | number[] | undefined} own @param {number} number */
  const has = (own, number) => (typeof own === "number" ? own === number : !!own?.includes(number));
  return [...folded.keys()].filter(
    (at) => wanted.every(({ rows, number }) => has(rows[at], number)) && finds(folded[at]),
  );
}

/**
 * A row as a line of the downloaded file has it.
 * @param {Table} table @param {number} at @param {string} name of a column
 */
export function cell(table, at, name) {
  if (name === "title") return table.titles[at];
  if (name === "identifier") return table.identifiers?.[at] ?? "";
  return optionsOf(table, name, at)
    .map((option) => option[1])
    .join("; ");
}
