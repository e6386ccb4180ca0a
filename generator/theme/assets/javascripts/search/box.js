/**
 * The search of the header: opens it, closes it, and leads from it to the page of all results, as the home
 * page's box does. What its words find is shown by panel.js, which comes with the first of them.
 */

import { pageAt } from "../root.js";

const place = /** @type {HTMLElement} */ (document.querySelector(".search-place"));
const opener = /** @type {HTMLElement} */ (place.querySelector(".search-open"));
const box = /** @type {HTMLElement} */ (place.querySelector(".search-box"));
const form = /** @type {SearchBox} */ (box.querySelector("form"));
/** What the field is once something can be shown below it. */
const COMBOBOX = {
  role: "combobox",
  "aria-haspopup": "dialog",
  "aria-expanded": "false",
  "aria-controls": "__found",
  autocapitalize: "off",
  autocorrect: "off",
  spellcheck: "false",
  enterkeyhint: "search",
};
const { dialog, closer } = equip();
/** Whether the box stands in the header; else it opens in a dialog (search.css). */
const wide = matchMedia("(min-width: 60em)");

/** Adds what the box has only where scripts run; panel.js adds what is needed once somebody writes. */
function equip() {
  const dialog = document.createElement("dialog");
  const closer = document.createElement("button");
  Object.assign(dialog, { className: "search-dialog", ariaLabel: form.ariaLabel });
  Object.assign(closer, { type: "button", className: "search-close sign", ariaLabel: form.dataset.close });
  form.q.before(closer);
  for (const [name, value] of Object.entries(COMBOBOX)) form.q.setAttribute(name, value);
  place.append(dialog);
  return { dialog, closer };
}

/** @type {Promise<import("./panel.js").Panel> | undefined} */
let panel;
const loadPanel = () => (panel ??= import("./panel.js").then(({ Panel }) => new Panel(box, close)));

/** The keys go into the box, and what its words found is shown again. */
async function open() {
  if (!wide.matches && !dialog.open) {
    dialog.append(box);
    dialog.showModal();
  }
  form.q.focus();
  form.q.select();
  (await loadPanel()).show();
}

async function close() {
  dialog.close();
  (await panel)?.hide();
}

dialog.addEventListener("close", () => {
  dialog.before(box);
  close();
});
wide.addEventListener("change", close);

opener.ariaHasPopup = "dialog";
// Enter in the box clicks on this button too: it is the one that submits the form.
opener.addEventListener("click", (event) => {
  if (wide.matches || dialog.open) return;
  event.preventDefault();
  open();
});
closer.addEventListener("click", close);

form.addEventListener("input", async (event) => {
  const { isComposing } = /** @type {InputEvent} */ (event);
  (await loadPanel()).ask(isComposing);
});
form.q.addEventListener("click", async () => form.q.value && (await loadPanel()).show());
form.addEventListener("reset", async (event) => {
  event.preventDefault();
  form.q.value = "";
  form.q.focus();
  (await loadPanel()).ask();
});

addEventListener("keydown", (event) => {
  if (!["/", "s", "f"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = "input:not([type=radio]), select, textarea, [contenteditable]";
  if (event.isComposing || document.activeElement?.matches(typing)) return;
  event.preventDefault();
  open();
});

document.addEventListener("submit", (event) => {
  const sent = /** @type {SearchBox} */ (event.target);
  if (sent !== form && !sent.matches(".big-search")) return;
  event.preventDefault();
  sent.q.blur();
  close();
  location.assign(`${pageAt("search/")}?${new URLSearchParams({ q: sent.q.value.trim() })}`);
});

/** What the page's address asks for. */
async function arrive() {
  const asked = new URLSearchParams(location.search);
  const results = /** @type {SearchForm | null} */ (document.forms.namedItem("results"));
  if (!results && asked.get("q")) {
    form.q.value = asked.get("q") ?? ""; // an address of the time when the box had no page of its own
    open();
  }
  if (results) (await import("./page.js")).open(results, close);
  const found = asked.get("h");
  if (found) (await import("./highlight.js")).highlight(found);
}

arrive();
