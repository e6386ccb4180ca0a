/** The rows of a list on several pages: those on this page until something is chosen, then those that fit. */

import { loadJson } from "../../load.js";
import { pageAt, published } from "../root.js";
import { element } from "../search/results.js";
import { cell, fitting, optionsOf, texts } from "./table.js";

/** @typedef {import("./table.js").Table} Table */

/** The line below a year's forums. */
const VOLUME = "p:has(> [type='application/pdf'])";

export class RowsInTable {
  /** @param {FilterForm} form */
  constructor(form) {
    this.form = form;
    this.step = Number(form.dataset.step);
    this.results = element("ul", { className: "results", hidden: true });
    this.more = element("button", { type: "button", className: "more-rows", hidden: true });
    this.more.addEventListener("click", () => this.add());
    const following = [...document.querySelectorAll("form.filters ~ *")];
    /** The list as it stands on its pages. */
    this.standing = following.filter((part) => part.matches(`ul, h2, .parts, .neighbours, ${VOLUME}`));
    const headings = this.standing.filter((part) => part.matches("h2"));
    for (const link of document.querySelectorAll(".md-nav [href*='#y']")) {
      const heading = headings.find(({ id }) => link.getAttribute("href")?.endsWith(`#${id}`));
      if (heading && link.parentElement) this.standing.push(link.parentElement);
    }
    form.after(this.results, this.more);
    /** @type {number[]} */
    this.fits = [];
    // Whoever comes to the fields is going to choose.
    form.addEventListener("focusin", () => this.load().catch(() => {}));
  }

  /** @type {Table | undefined} */
  table;
  /** @type {Promise<void> | undefined} */
  loading;

  get isHere() {
    return !!this.table;
  }

  /** Fetches the table, once; a failure is forgotten, so that whoever asks again tries again. */
  load() {
    const address = new URL(this.form.dataset.table ?? "", location.href).href;
    this.loading ??= loadJson(address, { cache: "no-cache" }).then(
      (table) => this.take(/** @type {Table} */ (table)),
      (error) => {
        this.loading = undefined;
        throw error;
      },
    );
    return this.loading;
  }

  /** @param {Table} table */
  take(table) {
    this.texts = texts(table);
    this.table = table;
    for (const select of this.form.querySelectorAll("select")) {
      const { options = [] } = table.choices[select.name] ?? {};
      for (const [value, label, number] of options.slice(select.length - 1)) {
        select.append(element("option", { value }, `${label} (${number})`));
      }
    }
  }

  /** @param {Chosen[]} chosen @param {(text: string) => boolean} finds */
  fitting(chosen, finds) {
    return this.table ? fitting(this.table, this.texts ?? [], chosen, finds) : [];
  }

  /** @param {number[]} fits @param {boolean} narrowed */
  show(fits, narrowed) {
    this.results.hidden = !narrowed;
    this.more.hidden = true;
    for (const part of this.standing) part.toggleAttribute("hidden", narrowed);
    this.results.replaceChildren();
    this.fits = narrowed ? fits : [];
    if (narrowed) this.add(false);
  }

  /** More of the rows that fit. */
  add(asked = true) {
    const shown = this.results.childElementCount;
    const next = this.fits.slice(shown, shown + this.step).map((at) => this.row(at));
    this.results.append(...next);
    if (asked) next[0]?.querySelector("a")?.focus();
    const left = Math.min(this.fits.length - this.results.childElementCount, this.step);
    this.more.hidden = !left;
    this.more.textContent = (this.form.dataset.more ?? "").replace("{n}", `${left}`);
  }

  /** @param {number} at */
  link(at) {
    const { ids = [], titles = [], langs = {} } = this.table ?? {};
    const { href } = pageAt(`${this.form.dataset.filters}/${ids[at]}/`);
    const spoken = langs[at] ? { lang: langs[at] } : {};
    return element("a", { className: "row-title", href, ...spoken }, titles[at]);
  }

  /** @param {number} at */
  row(at) {
    const { marks = {}, facts = [], identifiers, sides } = this.table ?? {};
    const link = this.link(at);
    if (marks[at]) link.append(" ", element("span", { className: "called-off" }, marks[at]));
    const number = identifiers ? [element("span", { className: "identifier" }, identifiers[at])] : [];
    return element(
      "li",
      { className: "row" },
      link,
      element(
        "span",
        { className: "row-facts" },
        ...number,
        ...facts[at].map((fact) => element("span", {}, fact)),
      ),
      element("span", { className: "row-side" }, ...(sides ? [sides[at]] : this.standingOf(at))),
    );
  }

  /** Where a proposal stands. @param {number} at */
  standingOf(at) {
    if (!this.table) return [];
    const status = optionsOf(this.table, "status", at).map(([value, label]) => {
      const [mark, color, sign] = this.table?.signs?.[value] ?? ["", "", ""];
      const hidden = element("span", { className: "status-mark", ariaHidden: "true" }, sign);
      const shown = element("span", { className: "status" }, hidden, ` ${label}`);
      Object.assign(shown.dataset, { mark, color });
      return shown;
    });
    const withdrawn = optionsOf(this.table, "withdrawn", at).map(([, label]) =>
      element("span", { className: "withdrawn" }, label),
    );
    return [...status, ...withdrawn.flatMap((word) => [" ", word])];
  }

  /** @param {number} at @param {string} name */
  cell(at, name) {
    if (name === "url") return published(this.link(at));
    return this.table ? cell(this.table, at, name) : "";
  }
}
