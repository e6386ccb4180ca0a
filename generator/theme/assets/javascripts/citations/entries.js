/** The entry of one work, out of the files of many that generator/exports/citation_files.py writes. */

import { loadText } from "../../load.js";
import { root } from "../root.js";

/**
 * How an entry begins, how it names its work, how it ends. No text of a record can be taken for these:
 * each is a single line, and in BibTeX and BibLaTeX its braces are written as commands.
 * @typedef {{begin: string, named: (key: string) => string, end: string}} EntryForm
 */

/** @type {EntryForm} */
const BIB = { begin: "@", named: (key) => `{${key},\n`, end: "\n}\n" };

/** By the file's ending. @type {Record<string, EntryForm>} */
const ENTRIES = {
  bib: BIB,
  "biblatex.bib": BIB,
  ris: { begin: "TY  - ", named: (key) => `\r\nID  - ${key}\r\n`, end: "\r\nER  - \r\n\r\n" },
};

/** @param {string} file @param {string} ending @param {string} key of the work @returns {string} */
export function entryIn(file, ending, key) {
  const { begin, named, end } = ENTRIES[ending];
  const at = file.indexOf(named(key));
  if (at < 0) throw new Error(`${key} is not in the .${ending} file`);
  return file.slice(file.lastIndexOf(begin, at), file.indexOf(end, at) + end.length);
}

/** The same of CSL-JSON. @param {string} file @param {string} key @returns {string} */
export function itemIn(file, key) {
  const item = JSON.parse(file).find((/** @type {{id: string}} */ { id }) => id === key);
  if (!item) throw new Error(`${key} is not in the .json file`);
  return `${JSON.stringify([item], null, 2)}\n`;
}

/** The file of the page's forum, which a proposal names among its facts. */
function fileName() {
  const forums = new URL("forums/", root).href;
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("dd a"));
  const forum = [location, ...links].find(({ href }) => href.startsWith(forums));
  return forum ? `forums/${forum.href.slice(forums.length).split("/")[0]}` : "all";
}

/** The entry of a work of this page. @param {string} key @param {string} ending */
export async function fetchEntry(key, ending) {
  // The browser may have kept a file from before the work was in it.
  const file = `${new URL(`cite/${fileName()}.${ending}`, root)}`;
  const text = await loadText(file, { cache: "no-cache" });
  return ending === "json" ? itemIn(text, key) : entryIn(text, ending, key);
}
