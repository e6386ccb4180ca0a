/**
 * The search as Material for MkDocs asks for it: its worker protocol (squidfunk.github.io/mkdocs-material),
 * in which a page sends SETUP and then QUERY, and gets READY and RESULT. Another theme needs another file
 * like this one alone.
 *
 * Material starts it as a classic worker, so it imports the engine when the first key is pressed. It puts
 * strings into the page as HTML, so each is escaped here.
 */

/**
 * @typedef {import("./engine.js").Search} Search
 * @typedef {import("./engine.js").Found} Found
 * @typedef {{index: import("./engine.js").Index & {language: import("./results.js").Language}}} Config
 * @typedef {{type: 0, data: {config: Config}} | {type: 2, data: string}} Message
 */

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
/** The modules that every search needs; the engine imports the others on demand. */
const MODULES = ["engine", "folding", "hangul", "query", "score", "shards"];

/** Facts about the whole answer, which the first result carries for assets/javascripts/search/box.js. */
const FACTS = /** @type {const} */ (["total", "query", "answered", "correction", "missing"]);

/** assets/search/material.js lies two folders below the root of its language. */
const base = new URL("../../search/search_index.json", self.location.href);
let asked = 0;
/** @type {AbortController | undefined} */
let running;
/** @type {Promise<Search> | undefined} */
let search;
/** @type {Config} */
let config;

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** @param {string} text @param {[number, number][]} marks */
function marked(text, marks) {
  let html = "";
  let end = 0;
  for (const [from, to] of marks) {
    html += `${escape(text.slice(end, from))}<mark>${escape(text.slice(from, to))}</mark>`;
    end = to;
  }
  return html + escape(text.slice(end));
}

async function open() {
  // All at once: one after the other, each import would wait for the one that names it.
  /** @type {(typeof import("./engine.js"))[]} */
  const [{ Search }] = await Promise.all(MODULES.map((name) => import(`./${name}.js`)));
  const { language, ...index } = config.index;
  return new Search(index, base.href, language);
}

/** @param {Found} found @param {number} at of the result, from the best */
function shown(found, at) {
  const result = found.results[at];
  const { kind, status } = result.labels;
  const data = at ? "" : FACTS.map((name) => ` data-${name}="${escape(`${found[name] ?? ""}`)}"`).join("");
  const words = marked(result.title, result.titleMarks);
  const title = `<span class="hit" lang="${result.titleLanguage}"${data}>${words}</span>`;
  const other = result.otherTitle
    ? `<small lang="${result.otherLanguage}">${marked(result.otherTitle, result.otherMarks)}</small>`
    : "";
  return [
    {
      location: result.path,
      title: title + other,
      text: `<span lang="${result.excerptLanguage}">${marked(result.excerpt, result.excerptMarks)}</span>`,
      tags: [kind, result.date, status].flatMap((fact) => (fact ? escape(fact) : [])),
      score: found.results.length - at, // Material opens the best with Enter
      terms: Object.fromEntries(result.terms.map((term) => [term, true])),
    },
  ];
}

/** @param {string} query some words */
async function answer(query) {
  const turn = ++asked;
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  try {
    search ??= open();
    const found = await (await search).search(query, { signal });
    if (turn !== asked) return;
    const items = found.results.map((_, at) => shown(found, at));
    const suggest = found.suggestions.map((words) => words.split(/[\s-]+/).pop());
    postMessage({ type: RESULT, data: { items, suggest: suggest.slice(0, 1) } });
  } catch (error) {
    if (turn !== asked) return;
    console.warn("search:", error);
    search = undefined;
    postMessage({ type: RESULT, data: { items: [] } });
  }
}

self.onmessage = (/** @type {MessageEvent<Message>} */ { data: message }) => {
  if (message.type === SETUP) {
    config = message.data.config;
    postMessage({ type: READY });
  }
  if (message.type === QUERY) {
    if (message.data.trim()) answer(message.data);
    else {
      asked += 1;
      running?.abort();
      postMessage({ type: RESULT, data: { items: [] } });
    }
  }
};
