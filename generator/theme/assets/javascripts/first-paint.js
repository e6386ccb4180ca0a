/**
 * Before the first paint, so no module: the palette that a reader chose, or else the device's. And the
 * typeface: the first page of a visit is painted before it loads it, which takes longer than all the rest.
 */

{
  const root = document.documentElement;
  const { key = "" } = document.currentScript?.dataset ?? {};
  window.showPalette = () => {
    try {
      root.dataset.palette = localStorage.getItem(key) ?? "system";
    } catch {
      root.dataset.palette ??= "system";
    }
    const { palette } = root.dataset;
    const inDark = palette === "system" && matchMedia("(prefers-color-scheme: dark)").matches;
    const dark = palette === "dark" || inDark;
    root.dataset.mdColorScheme = dark ? "slate" : "default";
    const color = document.querySelector("meta[name=theme-color]");
    color?.setAttribute("content", dark ? "#111419" : "#ffffff");
  };
  window.showPalette();

  const showTypeface = () => document.getElementById("__typeface")?.setAttribute("media", "all");
  let seen;
  try {
    seen = sessionStorage.typeface;
    sessionStorage.typeface = "seen";
  } catch {
    // The reader's browser keeps nothing for sites.
  }
  if (seen) showTypeface();
  else requestAnimationFrame(() => setTimeout(showTypeface));
}
