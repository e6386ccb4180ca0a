/**
 * A work to cite, as reference managers read it: what generator/citations/bibtex.py and ris.py make of many works.
 *
 * @typedef {{family?: string, given?: string, literal?: string}} Name
 * @typedef {{"date-parts": number[][], circa?: string}} Period
 * @typedef {Record<string, any>} Work  an item of CSL-JSON
 */

/** @type {Record<string, string>} */
const COMMANDS = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** @param {string} [text] */
const escaped = (text = "") =>
  text.replace(/[\\{}~^#$%&_]/g, (mark) => COMMANDS[mark] ?? `\\${mark}`)
    .replace(/([-'`<>,])(?=\1)|[?!](?=`)/g, "$&{}"); // what TeX would join: -- to a dash

/** @param {string} [part] of a name, which no comma and no "and" in it may end */
const protectedPart = (part = "") => (/,|(^|\s)and(\s|$)/i.test(part) ? `{${escaped(part)}}` : escaped(part));

/** @param {Work} work @returns {Name[]} */
const namesIn = (work) => work.author ?? work.organizer ?? [];

/** @param {Period} period @returns {string[]} */
const daysIn = (period) =>
  period["date-parts"].map((parts) => parts.map((part) => `${part}`.padStart(2, "0")).join("-"));

/** @param {Period} [period] */
const edtf = (period) => (period ? daysIn(period).map((day) => day + (period.circa ?? "")).join("/") : "");

/** @param {Work} work @returns {string} */
export function toBibtex(work) {
  const kind = { event: "misc", speech: "unpublished", report: "report" }[/** @type {"event"} */ (work.type)];
  const names = namesIn(work).map(({ family, given, literal }) =>
    literal === undefined ? `${protectedPart(family)}, ${protectedPart(given)}` : `{${escaped(literal)}}`,
  );
  const fields = [
    ["author", names.join(" and ")],
    ["title", escaped(work.title)],
    ["type", escaped(work.genre)],
    ["number", escaped(work.number)],
    [kind === "report" ? "institution" : "organization", escaped(work.publisher)],
    ["date", edtf(work.issued)],
    ["eventtitle", escaped(work["event-title"])],
    ["eventdate", edtf(work["event-date"])],
    [kind === "misc" ? "location" : "venue", escaped(work["event-place"])],
    ["url", work.URL],
    ["langid", work.language === "ko" ? "korean" : "english"],
  ];
  const lines = fields.map(([name, value]) => (value ? `  ${name} = {${value}},\n` : ""));
  return `@${kind}{${work.id},\n${lines.join("")}}\n`;
}

/** @param {Work} work @returns {string} */
export function toRis(work) {
  const [first] = daysIn(work.issued);
  const [year, month = "", day = ""] = first.split("-");
  const fields = [
    ["TY", { event: "CONF", speech: "CPAPER", report: "RPRT" }[/** @type {"event"} */ (work.type)]],
    ["ID", work.id],
    ...namesIn(work).map(({ family, given, literal }) => ["AU", literal ?? `${family}, ${given}`]),
    ["TI", work.title],
    ["M3", work.genre],
    ["SN", work.number],
    ["PB", work.publisher],
    ["PY", year],
    ["DA", `${year}/${month}/${day}/`],
    ["T2", work["event-title"]],
    ["CY", work["event-place"]],
    ["UR", work.URL],
    ["LA", work.language],
  ];
  const lines = fields.map(([tag, value]) => (value ? `${tag}  - ${value}\r\n` : ""));
  return `${lines.join("")}ER  - \r\n\r\n`;
}

/** @param {Work} work @returns {string} */
export const toCslJson = (work) => `${JSON.stringify([work], null, 2)}\n`;
