/** A form that narrows the list beneath it, as the address says. */

import { keepPlace } from "../way-back.js";
import { toCsv } from "./csv.js";
import { finder } from "./matching.js";
import { RowsInTable } from "./rows-in-table.js";
import { RowsOnPage } from "./rows-on-page.js";

class Filter {
  /** @param {FilterForm} form */
  constructor(form) {
    this.form = form;
    this.selects = [...form.querySelectorAll("select")];
    /** @type {(HTMLInputElement | HTMLSelectElement)[]} */
    this.fields = [form.words, ...this.selects];
    this.rows = form.dataset.table ? new RowsInTable(form) : new RowsOnPage(form);
    /** @type {number[]} */
    this.fits = [];
    this.listen();
    this.restore();
    form.hidden = false;
  }

  listen() {
    const { form } = this;
    form.addEventListener("input", (event) => {
      this.show(/** @type {InputEvent} */ (event));
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.settle(), 300);
    });
    // A text changes when it is left, so before a link is followed.
    form.addEventListener("change", (event) => this.settle(event.target !== form.words));
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const field of this.fields) field.value = "";
      this.settle(true);
      form.words.focus();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.target !== form.words) return;
      form.words.value = "";
      this.settle();
    });
    form.csv.addEventListener("click", () => this.whenHere(() => this.download()));
  }

  /** From the address; a value without an option is none. */
  restore() {
    const query = new URLSearchParams(location.search);
    const asked = this.fields.some(({ name }) => query.get(name));
    if (asked && !this.rows.isHere) this.whenHere(() => this.restore()); // it has options that the page lacks
    for (const field of this.fields) {
      field.value = query.get(field.name) ?? "";
      field.value ||= "";
    }
    if (!asked || this.rows.isHere) this.show();
  }

  /** As soon as all rows are here; that they cannot be fetched is said. @param {() => void} act */
  async whenHere(act) {
    const { count, dataset } = this.form;
    if (!this.rows.isHere) count.value = dataset.wait ?? "";
    try {
      await this.rows.load();
    } catch {
      count.value = dataset.failed ?? "";
      return;
    }
    act();
  }

  /**
   * The rows that are chosen. Their number is read aloud when nobody types.
   * @param {InputEvent} [typing]
   */
  show(typing) {
    const { form, fields, rows } = this;
    for (const field of fields) field.classList.toggle("chosen", !!field.value.trim());
    const narrowed = !!form.querySelector(".chosen");
    form.clear.hidden = !narrowed;
    if (narrowed && !rows.isHere) {
      this.whenHere(() => this.show());
      return;
    }
    const chosen = this.selects.filter((select) => select.value);
    const fits = rows.fitting(chosen, finder(form.words.value));
    if (typing?.isComposing && !fits.length) return; // on the way to 데이 stands 뎅
    this.fits = fits;
    rows.show(fits, narrowed);
    const { count, csv } = form;
    csv.hidden = narrowed && !fits.length;
    form.querySelector("[data-none]")?.toggleAttribute("hidden", !csv.hidden);
    const { some = "", every = "" } = count.dataset;
    if (!typing) count.value = narrowed ? some.replace("{n}", `${fits.length}`) : every;
  }

  /** The choice goes into the address, as a step or in place of the last. */
  settle(step = false) {
    clearTimeout(this.pause); // later it would take from the address where in the page a link led meanwhile
    this.show();
    const address = new URL(location.pathname, location.href);
    for (const { name, value } of this.fields) {
      if (value.trim()) address.searchParams.set(name, value.trim());
    }
    if (step) history.pushState(null, "", address);
    else history.replaceState(history.state, "", address);
  }

  download() {
    const { form, fields } = this;
    this.show();
    const columns = form.csv.value.split("|").map((column) => column.split(":"));
    const table = this.fits.map((at) => columns.map(([name]) => this.rows.cell(at, name)));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([toCsv([columns.map(([, title]) => title), ...table])]));
    const name = [form.dataset.filters, document.documentElement.lang, ...fields.map(({ value }) => value)];
    link.download = `${name.filter(Boolean).join("-")}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
}

const form = /** @type {FilterForm | null} */ (document.querySelector("[data-filters]"));
if (form) {
  const place = keepPlace();
  const filter = new Filter(form);
  if (place) scrollTo(0, place);
  addEventListener("popstate", ({ state }) => {
    filter.restore();
    if (state) scrollTo(0, state.y);
  });
  // Links to headings and to the other language keep the choice.
  document.addEventListener(
    "click",
    (event) => {
      const link = /** @type {Element} */ (event.target).closest("a");
      if (link?.hreflang || (link?.pathname === location.pathname && link.hash))
        link.search = location.search;
    },
    true,
  );
}
