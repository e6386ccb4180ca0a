/** Facets of the entries (kind, year, status, topics), to count results and to filter them. */

/**
 * @typedef {import("./shards.js").Column} Column
 * @typedef {import("./score.js").Hit} Hit
 * @typedef {Record<string, string>} Filters facet → the value chosen
 * @typedef {Record<string, Record<string, number>>} Counts facet → value → number of hits
 */

/**
 * The values of an entry, numbered from 1.
 * @param {Column} column @param {number} entry @returns {string[]}
 */
function valuesOf({ values, of }, entry) {
  const numbers = of[entry - 1];
  return (Array.isArray(numbers) ? numbers : [numbers])
    .filter((number) => number >= 0)
    .map((number) => values[number]);
}

/**
 * Whether an entry has all that is chosen.
 * @param {Record<string, Column>} facets @param {Filters} filters @param {number} entry
 */
const fits = (facets, filters, entry) =>
  Object.entries(filters).every(
    ([name, value]) =>
      !value || (Object.hasOwn(facets, name) && valuesOf(facets[name], entry).includes(value)),
  );

/**
 * The hits that fit what is chosen, and what can be said of them.
 * @param {Record<string, Column>} facets @param {Filters} filters @param {Hit[]} all
 */
export function narrow(facets, filters, all) {
  const hits = all.filter(({ entry }) => fits(facets, filters, entry));
  return {
    hits,
    counts: () => count(facets, filters, all),
    ofEachKind: (/** @type {number} */ most) => bestOfEachKind(hits, facets.kind, most),
  };
}

/**
 * How many hits each choice would leave, given what is chosen in the other facets.
 * @param {Record<string, Column>} facets @param {Filters} filters @param {Hit[]} hits @returns {Counts}
 */
function count(facets, filters, hits) {
  /** @type {Counts} */
  const counts = {};
  for (const [name, column] of Object.entries(facets)) {
    const others = Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name));
    counts[name] = {};
    for (const { entry } of hits) {
      if (!fits(facets, others, entry)) continue;
      for (const value of valuesOf(column, entry))
        counts[name][value] = (Object.hasOwn(counts[name], value) ? counts[name][value] : 0) + 1;
    }
  }
  return counts;
}

/**
 * The kinds in the order of their best hit, of each the best.
 * @param {Hit[]} hits @param {Column} kinds @param {number} most
 */
function bestOfEachKind(hits, kinds, most) {
  /** @type {Map<string, Hit[]>} */
  const groups = new Map();
  for (const hit of hits) {
    const [kind] = valuesOf(kinds, hit.entry);
    const group = groups.get(kind) ?? [];
    groups.set(kind, group);
    if (group.length < most) group.push(hit);
  }
  return [...groups.values()].flat();
}
