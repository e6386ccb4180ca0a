/** The query and the filters of a search ↔ the address of the results page. */

/** The filters, by their names in the address. */
export const CHOICES = ["kind", "year", "topic", "status"];
/** How many results a list shows first, and how many more each time. */
export const STEP = 20;
const MOST = 10 * STEP;

/**
 * @typedef {{words: string, chosen: Record<string, string>, literal: boolean, shown: number}} Asked
 *   `literal`: nothing like the words will do; `shown`: how many results of a list.
 */

/** @param {string} query of an address @returns {Asked} */
export function read(query) {
  const said = new URLSearchParams(query);
  const steps = Math.ceil(Number(said.get("shown")) / STEP) || 1;
  return {
    words: said.get("q") ?? "",
    chosen: Object.fromEntries(CHOICES.map((name) => [name, said.get(name) ?? ""])),
    literal: said.has("literal"),
    shown: Math.min(Math.max(steps, 1) * STEP, MOST),
  };
}

/** @param {Asked} asked @returns {string} the query of its address; empty for nothing */
export function write({ words, chosen, literal, shown }) {
  const said = new URLSearchParams();
  if (words.trim()) said.set("q", words.trim());
  for (const name of CHOICES) if (chosen[name]) said.set(name, chosen[name]);
  if (literal && words.trim()) said.set("literal", "1");
  if (shown > STEP) said.set("shown", `${shown}`);
  const query = `${said}`;
  return query && `?${query}`;
}
