/** The buttons of a citation box: each copies a reference, or the work as a reference manager reads it. */

import { toBibtex, toCslJson, toRis } from "./works.js";

const WRITERS = { bib: toBibtex, ris: toRis, json: toCslJson };

/** @param {HTMLButtonElement} button @param {HTMLElement} box */
async function copy(button, box) {
  const said = /** @type {HTMLOutputElement} */ (box.querySelector("output"));
  const text = button.parentElement?.querySelector(".cite-text");
  const write = WRITERS[/** @type {keyof typeof WRITERS} */ (button.name)];
  try {
    await navigator.clipboard.writeText(write?.(JSON.parse(box.dataset.work ?? "")) ?? text?.textContent ?? "");
    said.value = button.dataset.copied ?? "";
  } catch {
    // No secure address, or not allowed: the reader copies what is marked.
    if (text) getSelection()?.selectAllChildren(text);
    said.value = said.dataset.failed ?? "";
  }
  setTimeout(() => (said.value = ""), 4000); // so that the same words are said again
}

document.addEventListener("click", ({ target }) => {
  const button = /** @type {Element} */ (target).closest("button");
  const box = /** @type {HTMLElement | null} */ (button?.closest(".cite"));
  if (button && box) copy(button, box);
});

/** @type {any} */ (window).document$.subscribe(() => {
  for (const hidden of document.querySelectorAll(".cite [hidden]")) hidden.removeAttribute("hidden");
});
