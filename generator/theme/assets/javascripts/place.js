/** Where in a page a reader is, after a step back or forward and after the link that skips the navigation. */

// At such a step Material scrolls to where the reader had been, but in the page that is left, until the other
// one is here. Where that is shorter it comes less far, and after a tenth of a second notes how far it came.
let shown = location.pathname;
/** @type {{address: string, state: {y: number}} | undefined} */
let noted;

addEventListener("popstate", ({ state }) => {
  noted = state?.y && location.pathname !== shown ? { address: location.href, state } : undefined;
});

window.document$.subscribe(() => {
  shown = location.pathname;
  if (noted?.address === location.href) {
    history.replaceState(noted.state, "");
    scrollTo(0, noted.state.y);
  }
  noted = undefined;
});

// Material loads the page anew for the first link to a part of it, and the keys start at the top again.
document.addEventListener(
  "click",
  (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    const target =
      link?.matches(".md-skip") && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    event.preventDefault();
    event.stopPropagation();
    target.tabIndex = -1;
    target.focus();
  },
  true,
);
