/** The rows of a list that stands on the page as a whole. */

import { published } from "../root.js";
import { fold } from "./matching.js";

export class RowsOnPage {
  /** @param {FilterForm} form */
  constructor(form) {
    this.form = form;
    this.rows = [...document.querySelectorAll("li")].filter((line) => line.matches(".row"));
    this.texts = this.rows.map((row) => fold(row.dataset.words ?? ""));
  }

  isHere = true;

  load = async () => {};

  /**
   * The numbers of the rows that are chosen.
   * @param {Chosen[]} chosen
   * @param {(text: string) => boolean} finds
   */
  fitting(chosen, finds) {
    return [...this.rows.keys()].filter(
      (at) =>
        finds(this.texts[at]) &&
        chosen.every(({ name, value }) => this.rows[at].dataset[name]?.split("|").includes(value)),
    );
  }

  /** @param {number[]} fits @param {boolean} _narrowed */
  show(fits, _narrowed) {
    const shown = new Set(fits);
    this.rows.forEach((row, at) => (row.hidden = !shown.has(at)));
    for (const list of document.querySelectorAll("article h2 + ul")) {
      const heading = list.previousElementSibling;
      const contents = [...document.querySelectorAll(`.md-nav [href$="#${heading?.id}"]`)];
      for (const part of [list, heading, ...contents.map((link) => link.parentElement)]) {
        part?.toggleAttribute("hidden", !list.querySelector("li:not([hidden])"));
      }
    }
  }

  /** What a row says in a column of the file. @param {number} at @param {string} name */
  cell(at, name) {
    const row = this.rows[at];
    if (name === "url") return published(row.querySelector("a"));
    const labels = row.dataset[name]?.split("|").map((mark) => {
      const option = this.form.querySelector(`[name=${name}] [value="${CSS.escape(mark)}"]`);
      return option?.textContent?.replace(/ \(\d+\)$/, "") ?? "";
    });
    return labels?.join("; ") ?? row.querySelector(`.${name}, .row-${name}`)?.textContent ?? "";
  }
}
