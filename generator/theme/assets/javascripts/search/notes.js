/** What is said of what was found, below the box of the header and on the page of all results. */

/** Milliseconds after which somebody who types has come to rest. */
export const REST = 300;

/**
 * A text of the site with values put in.
 * @param {string | undefined} text @param {Record<string, string | number>} values
 */
export const fill = (text = "", values) => text.replace(/\{(\w+)\}/g, (_, name) => `${values[name]}`);

/**
 * Shows a line of a note, or hides it without values. Its parts say `data-text` with the values put in.
 * @param {Element | null} line
 * @param {Record<string, string | number> | null} values `href`: where the line's link leads
 */
export function tell(line, values) {
  line?.toggleAttribute("hidden", !values);
  if (!line || !values) return;
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (line.querySelectorAll("[data-text]"))) {
    part.textContent = fill(part.dataset.text, values);
  }
  const link = line.querySelector("a");
  if (link && values.href) link.href = `${values.href}`;
}

/** @param {number} count */
export const number = (count) => count.toLocaleString(document.documentElement.lang);

/**
 * The number of results, or why there are none, in a few words.
 * @param {Record<string, string | undefined>} said
 * @param {import("./client.js").Answer | null} answer @param {string} words
 */
export function summary({ found, searching = "", nothing, failed = "" }, answer, words) {
  if (!answer) return searching;
  if (answer.failed) return failed;
  const { total = 0 } = answer.found ?? {};
  return fill(total ? found : nothing, { n: number(total), words });
}
