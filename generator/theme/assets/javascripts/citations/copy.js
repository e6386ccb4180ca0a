/** The buttons of a citation box: each copies a reference, or the work as a reference manager reads it. */

/** The box's work in the format of the ending. @param {HTMLElement} box @param {string} ending */
async function workAs(box, ending) {
  /** @type {{id: string}} */
  const work = JSON.parse(box.dataset.work ?? "");
  if (ending === "json") return `${JSON.stringify([work], null, 2)}\n`;
  const { fetchEntry } = await import("./entries.js");
  return fetchEntry(work.id, ending);
}

/**
 * Safari allows it during the click only, so the clipboard gets a promise.
 * @param {() => Promise<string>} text
 */
async function toClipboard(text) {
  const { clipboard } = navigator;
  if (!window.ClipboardItem) return clipboard.writeText(await text());
  const blob = async () => new Blob([await text()], { type: "text/plain" });
  return clipboard.write([new ClipboardItem({ "text/plain": blob() })]);
}

/** @param {HTMLButtonElement} button @param {HTMLElement} box */
async function copy(button, box) {
  const said = /** @type {HTMLOutputElement} */ (box.querySelector("output"));
  const reference = button.parentElement?.querySelector(".cite-text");
  try {
    await toClipboard(async () => reference?.textContent ?? workAs(box, button.name));
    said.value = button.dataset.copied ?? "";
  } catch {
    // No secure address, not allowed, or no network: the reader copies what is marked.
    if (reference) getSelection()?.selectAllChildren(reference);
    said.value = said.dataset.failed ?? "";
  }
  setTimeout(() => (said.value = ""), 4000); // so that the same words are said again
}

document.addEventListener("click", ({ target }) => {
  const button = /** @type {Element} */ (target).closest("button");
  const box = /** @type {HTMLElement | null} */ (button?.closest(".cite"));
  if (button && box) copy(button, box);
});

for (const hidden of document.querySelectorAll(".cite [hidden]")) hidden.removeAttribute("hidden");
