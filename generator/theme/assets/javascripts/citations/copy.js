/** The buttons of a citation box: each copies a reference, or the work as a reference manager reads it. */

/** Ending of a forum's file → what its format is called, as in generator/pages/citation_box.py. */
const FORMATS = { bib: "BibTeX", "biblatex.bib": "BibLaTeX", ris: "RIS", json: "CSL-JSON" };

/** The box's work in the format of the ending. @param {HTMLElement} box @param {string} ending */
async function workAs(box, ending) {
  const { fetchEntry } = await import("./entries.js");
  return fetchEntry(box.dataset.work ?? "", ending);
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

/** @param {HTMLButtonElement} pressed @param {HTMLElement} box */
async function copy(pressed, box) {
  const said = /** @type {HTMLOutputElement} */ (box.querySelector("output"));
  const reference = pressed.parentElement?.querySelector(".cite-text");
  try {
    await toClipboard(async () => reference?.textContent ?? workAs(box, pressed.name));
    said.value = pressed.dataset.copied ?? "";
  } catch {
    // No secure address, not allowed, or no network: the reader copies what is marked.
    if (reference) getSelection()?.selectAllChildren(reference);
    said.value = failed;
  }
  setTimeout(() => (said.value = ""), 4000); // so that the same words are said again
}

document.addEventListener("click", ({ target }) => {
  const pressed = /** @type {Element} */ (target).closest("button");
  const box = /** @type {HTMLElement | null} */ (pressed?.closest(".cite"));
  if (pressed && box) copy(pressed, box);
});

/**
 * @param {string} kind what is copied: an ending, or `text` @param {string} name @param {string} label
 * @param {string | undefined} described @param {string | undefined} copied
 */
function button(kind, name, label, described = "", copied = "") {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", name: kind, textContent: label });
  made.ariaLabel = described.replace("{name}", name);
  made.dataset.copied = copied.replace("{name}", name);
  return made;
}

/** The words of all boxes stand in one of them. @type {HTMLElement | null} */
const told = document.querySelector(".cite output[data-copy]");
const { copy: label = "", style, format, formats = "", copied, failed = "" } = told?.dataset ?? {};

/** Without a script there is nothing to press. @param {Element} box */
function equip(box) {
  for (const way of box.querySelectorAll(".cite-way")) {
    const name = way.querySelector(".cite-name")?.textContent ?? "";
    way.append(" ", button("text", name, label, style, copied));
  }
  const line = document.createElement("p");
  const [title, buttons] = [document.createElement("span"), document.createElement("span")];
  line.className = "cite-way";
  title.className = "cite-name";
  title.textContent = formats;
  buttons.className = "cite-formats";
  for (const [ending, name] of Object.entries(FORMATS)) {
    buttons.append(button(ending, name, name, format, copied), " ");
  }
  line.append(title, " ", buttons);
  [...box.querySelectorAll(".cite-way")].at(-1)?.after(line);
}

for (const box of document.querySelectorAll(".cite")) equip(box);
