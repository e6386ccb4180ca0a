/** The root of the page's language: this file lies two folders below it. */
export const root = new URL("../../", import.meta.url);

/**
 * A page of the language by its address from the root, such as `search/`. In a copy for a folder it is a file.
 * @param {string} address
 */
export function pageAt(address) {
  const page = new URL(address, root);
  if (import.meta.copy && page.pathname.endsWith("/")) page.pathname += "index.html";
  return page;
}

/** Where a link leads on the web, also from a copy for a folder. @param {HTMLAnchorElement} link */
export function published(link) {
  const page = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  if (!import.meta.copy || !page) return link.href;
  const address = new URL(link.getAttribute("href") ?? "", page.href);
  address.pathname = address.pathname.replace(/\/index\.html$/, "/");
  return address.href;
}
