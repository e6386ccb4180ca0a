/** What the frame of a page does: the button of the palette, and the drawer after a link in it. */

const button = /** @type {HTMLButtonElement} */ (document.querySelector(".palette-switch"));
const root = document.documentElement;
/** The script of the first paint, which knows where a choice is kept. @type {HTMLElement | null} */
const first = document.querySelector("script[data-key]");

/** What a click does where the device is followed, as on a page that no script has changed. */
const toLight = button.getAttribute("aria-label") ?? "";

/** What a click leads to. @type {Record<string, string>} */
const NEXT = { system: "light", light: "dark", dark: "system" };

/** As it is kept or the device says; the button says what a click does. */
function show() {
  window.showPalette();
  const { palette = "system" } = root.dataset;
  button.ariaLabel = button.title = button.dataset[palette] ?? toLight;
}

/** Keeps a choice; what the device says is followed without one. @param {string} palette */
function keep(palette) {
  const { key = "" } = first?.dataset ?? {};
  root.dataset.palette = palette; // holds for this page where nothing can be kept
  try {
    if (palette === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, palette);
  } catch {
    // The reader's browser keeps nothing for sites.
  }
}

button.addEventListener("click", () => {
  keep(NEXT[root.dataset.palette ?? "system"]);
  show();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
addEventListener("storage", show); // chosen in another tab
addEventListener("pageshow", show); // or since this page was left
show();

// A page that comes back is as it was left.
addEventListener("pagehide", () => document.getElementById("__drawer")?.hidePopover?.());
