/** The root of the page's language: this file lies two folders below it. */
export const root = new URL("../../", import.meta.url);
