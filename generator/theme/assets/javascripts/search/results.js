/** Search results as elements. Their texts become text nodes, so nothing in them is markup. */

import { pageAt } from "../root.js";

/**
 * @typedef {import("../../search/results.js").Result} Result
 * @typedef {[number, number][]} Marks
 */

/**
 * A text in the parts that are marked and those between them.
 * @param {string} text @param {Marks} marks @returns {[string, boolean][]}
 */
export function parts(text, marks) {
  /** @type {[string, boolean][]} */
  const found = [];
  let end = 0;
  for (const [from, to] of marks) {
    found.push([text.slice(end, from), false], [text.slice(from, to), true]);
    end = to;
  }
  found.push([text.slice(end), false]);
  return found.filter(([words]) => words);
}

/**
 * Results that stand together by their kind.
 * @param {Result[]} results @returns {[string, Result[]][]}
 */
export function byKind(results) {
  /** @type {Map<string, Result[]>} */
  const kinds = new Map();
  for (const result of results) kinds.set(result.kind, [...(kinds.get(result.kind) ?? []), result]);
  return [...kinds];
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Partial<HTMLElementTagNameMap[Name]>} properties
 * @param {(Node | string)[]} children
 */
export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** A text as nodes. @param {string} text @param {Marks} marks */
export const marked = (text, marks) =>
  parts(text, marks).map(([words, mark]) => (mark ? element("mark", {}, words) : words));

/**
 * A line of a list of results. Its link lets highlight.js mark on the page what was found.
 * @param {Result} result
 * @param {DocumentFragment} [statuses] with their signs; without it a status is a fact like the others
 */
export function row(result, statuses) {
  const { title, titleMarks, otherTitle, otherMarks, excerpt, excerptMarks, date, labels, terms } = result;
  const target = pageAt(result.path);
  if (terms.length) target.searchParams.set("h", terms.join(" "));
  const link = { className: "row-title", href: target.href, lang: result.titleLanguage };
  const line = element(
    "li",
    { className: "row result-row" },
    element("a", link, ...marked(title, titleMarks)),
  );
  /** @param {Partial<HTMLSpanElement>} properties @param {(Node | string)[]} children */
  const add = (properties, children) => line.append(element("span", properties, ...children));
  if (otherTitle) {
    const title = element("span", { lang: result.otherLanguage }, ...marked(otherTitle, otherMarks));
    add({ className: "row-facts" }, [title]);
  }
  if (excerpt) add({ className: "row-text", lang: result.excerptLanguage }, marked(excerpt, excerptMarks));
  const status = result.status && statuses?.querySelector(`.status-${CSS.escape(result.status)} > .status`);
  const facts = [labels.kind, date, !status && labels.status];
  add(
    { className: "row-facts" },
    facts.flatMap((fact) => (fact ? element("span", {}, fact) : [])),
  );
  if (status) add({ className: "row-side" }, [status.cloneNode(true)]);
  return line;
}
