/**
 * The files of the site that scripts read. Browsers fetch nothing for a page that was opened from a folder, so
 * the copy for a folder (generator/output/offline/) has each as a script that hands over the file's text.
 */

/** @param {string} address @param {RequestInit} [options] @returns {Promise<string>} */
export async function loadText(address, options) {
  if (import.meta.copy) return handedOver(`${address}.js`);
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

/** @param {string} address @param {RequestInit} [options] @returns {Promise<unknown>} */
export const loadJson = async (address, options) => JSON.parse(await loadText(address, options));

/** @param {string} address of a script that hands over a text @returns {Promise<string>} */
function handedOver(address) {
  /** @type {HTMLScriptElement & {handed?: string}} */
  const script = document.createElement("script");
  return new Promise((resolve, reject) => {
    script.addEventListener("load", () => resolve(script.handed ?? ""));
    script.addEventListener("error", () => reject(new Error(`${address}: cannot be read`)));
    script.src = address;
    document.head.append(script);
  }).finally(() => script.remove());
}
