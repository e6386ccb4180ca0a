/** The notes above what was found, in the dialog of the header and on the page of all results. */

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
