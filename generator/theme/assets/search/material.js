/**
 * The search as Material for MkDocs asks for it: its worker protocol (squidfunk.github.io/mkdocs-material), in which
 * a page sends SETUP and then QUERY, and gets READY and RESULT. Another theme needs another file like this one alone.
 *
 * Material starts it as a classic worker, so it imports the engine when the first key is pressed. It puts strings into
 * the page as HTML, so each is escaped here.
 */

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
/** What a search begins with; the engine asks for the rest when there is use for it. */
const MODULES = ["engine", "folding", "hangul", "query", "score", "shards"];

/** assets/search/material.js lies two folders below the root of its language. */
const base = new URL("../../search/search_index.json", self.location.href);
let asked = 0;
/** @type {AbortController | undefined} */
let running;
/** @type {any} */
let search;
/** @type {any} */
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
  const [{ Search, loadJson }] = await Promise.all(MODULES.map((name) => import(`./${name}.js`)));
  const { language, ...index } = config.index;
  return new Search(index, base.href, language, loadJson);
}

/** @param {any} result @param {any} found @param {number} at */
function shown(result, found, at) {
  const { kind, status } = result.labels;
  const data = at ? "" : ["total", "query", "answered", "correction", "missing"].map((name) => ` data-${name}="${escape(String(found[name] ?? ""))}"`).join("");
  const other = result.otherTitle
    ? `<small lang="${result.otherLanguage}">${marked(result.otherTitle, result.otherMarks)}</small>`
    : "";
  return [
    {
      location: result.path,
      title: `<span class="hit" lang="${result.titleLanguage}"${data}>${marked(result.title, result.titleMarks)}</span>${other}`,
      text: `<span lang="${result.excerptLanguage}">${marked(result.excerpt, result.excerptMarks)}</span>`,
      tags: [kind, result.date, status].filter(Boolean).map(escape),
      score: found.results.length - at, // Material opens the best with Enter
      terms: Object.fromEntries(result.terms.map((/** @type {string} */ term) => [term, true])),
    },
  ];
}

/** @param {string} query */
async function answer(query) {
  const turn = ++asked;
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  try {
    search ??= open();
    const found = query.trim() ? await (await search).search(query, { signal }) : { results: [], suggestions: [] };
    if (turn !== asked) return;
    const items = found.results.map((/** @type {any} */ result, /** @type {number} */ at) => shown(result, found, at));
    const suggest = found.suggestions.map((/** @type {string} */ words) => words.split(/[\s-]+/).pop());
    postMessage({ type: RESULT, data: { items, suggest: suggest.slice(0, 1) } });
  } catch (error) {
    if (turn !== asked) return;
    console.warn("search:", error);
    search = undefined;
    postMessage({ type: RESULT, data: { items: [] } });
  }
}

self.onmessage = ({ data: message }) => {
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
