/**
 * The search box of the header: Material's scripts show what its words find, this one what is to be said of
 * that, and Enter leads to the page of all results. The home page's box leads there too.
 */

import { pageAt } from "../root.js";
import { tell } from "./notes.js";

/** The address of the page of all results. @param {Record<string, string>} query */
const resultsAddress = (query) => `${pageAt("search/")}?${new URLSearchParams(query)}`;

/** Closes the dialog of the header's box, if it is open. */
const closeDialog = () => document.querySelector(/** @type {"input"} */ ("#__search:checked"))?.click();

/** Follows a link to the address, so that instant navigation takes it. @param {string} address */
function visit(address) {
  const link = document.createElement("a");
  link.href = address;
  document.body.append(link);
  link.click();
  link.remove();
}

document.addEventListener("submit", (event) => {
  const form = /** @type {SearchBox} */ (event.target);
  if (form !== box && !form.matches(".big-search")) return;
  event.preventDefault();
  form.q.blur();
  closeDialog();
  visit(resultsAddress({ q: form.q.value.trim() }));
});

const box = /** @type {SearchBox | null} */ (document.forms.namedItem("search"));
const result = box?.parentElement?.querySelector(".md-search-result");
const [meta, list] = result?.children ?? [];
const note = /** @type {HTMLElement | null} */ (document.querySelector(".search-note"));

// Material would open the best result with Enter; a form does by itself what is meant here, and in no
// composition.
box?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target === box.q) event.stopPropagation();
});

// Material waits for a key to go up; pasted, dictated and some composed words come without one.
box?.addEventListener("input", () => box.q.dispatchEvent(new Event("keyup")));

/** Fills the notes above the dialog's results from the first result's data (assets/search/material.js). */
function annotate() {
  const {
    query = "",
    answered = "",
    correction,
    total = 0,
    missing,
  } = list.querySelector(/** @type {"span"} */ (".hit"))?.dataset ?? {};
  const shown = list.children.length;
  const words = box?.q.value.trim();
  const nothing = !shown && !!words && meta.textContent === note?.dataset.nothing;
  const line = (/** @type {string} */ name) => note?.querySelector(`.search-${name}`) ?? null;
  const href = resultsAddress({ q: query });
  tell(line("every"), shown && +total <= shown ? { n: total, href } : null);
  tell(line("some"), +total > shown ? { n: shown, total, href } : null);
  const literally = resultsAddress({ q: query, literal: "1" });
  tell(line("corrected"), correction ? { words: answered, literal: query, href: literally } : null);
  tell(line("missing"), missing === "true" ? {} : null);
  tell(line("nothing"), nothing ? { words } : null);
  const topics = note?.querySelector(".search-topics");
  if (nothing && topics) import("./topics.js").then(({ offerTopics }) => offerTopics(topics));
  // Material writes a result's facts as navigation, so that a page has many of the same name.
  for (const facts of list.querySelectorAll(".md-tags")) facts.setAttribute("role", "none");
}

if (meta && list && note) {
  const observer = new MutationObserver(annotate);
  for (const changing of [meta, list]) observer.observe(changing, { childList: true });
}

window.document$.subscribe(async () => {
  const form = /** @type {SearchForm | null} */ (document.forms.namedItem("results"));
  if (form) (await import("./page.js")).open(form, closeDialog);
});
