/** A form that narrows the list beneath it, as the address says. */

import { published } from "../root.js";
import { keepPlace } from "../way-back.js";
import { toCsv } from "./csv.js";
import { finder, fold } from "./matching.js";

class Filter {
  /** @param {FilterForm} form */
  constructor(form) {
    this.form = form;
    this.selects = [...form.querySelectorAll("select")];
    /** @type {(HTMLInputElement | HTMLSelectElement)[]} */
    this.fields = [form.words, ...this.selects];
    this.rows = [...document.querySelectorAll("li")].filter((line) => line.matches(".row"));
    this.texts = this.rows.map((row) => fold(row.dataset.words ?? ""));
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
    form.csv.addEventListener("click", () => this.download());
  }

  /** From the address; a value without an option is none. */
  restore() {
    const query = new URLSearchParams(location.search);
    for (const field of this.fields) {
      field.value = query.get(field.name) ?? "";
      field.value ||= "";
    }
    this.show();
  }

  /**
   * The rows that are chosen. Their number is read aloud when nobody types.
   * @param {InputEvent} [typing]
   */
  show(typing) {
    const { form, fields, rows, texts } = this;
    const finds = finder(form.words.value);
    const chosen = this.selects.filter((select) => select.value);
    const fits = rows.map(
      ({ dataset }, at) =>
        finds(texts[at]) && chosen.every(({ name, value }) => dataset[name]?.split("|").includes(value)),
    );
    const number = fits.filter(Boolean).length;
    if (typing?.isComposing && !number) return; // on the way to 데이 stands 뎅
    rows.forEach((row, at) => (row.hidden = !fits[at]));
    for (const list of document.querySelectorAll("article h2 + ul")) {
      const heading = list.previousElementSibling;
      const contents = [...document.querySelectorAll(`.md-nav [href$="#${heading?.id}"]`)];
      for (const part of [list, heading, ...contents.map((link) => link.parentElement)]) {
        part?.toggleAttribute("hidden", !list.querySelector("li:not([hidden])"));
      }
    }
    for (const field of fields) field.classList.toggle("chosen", !!field.value.trim());
    const { clear, count, csv } = form;
    clear.hidden = !form.querySelector(".chosen");
    csv.hidden = !number;
    form.querySelector("[data-none]")?.toggleAttribute("hidden", !csv.hidden);
    const { some = "", every = "" } = count.dataset;
    if (!typing) count.value = clear.hidden ? every : some.replace("{n}", `${number}`);
  }

  /** The choice goes into the address, as a step or in place of the last. */
  settle(step = false) {
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
    const columns = form.csv.value.split("|").map((column) => column.split(":"));
    const table = this.rows
      .filter((row) => !row.hidden)
      .map((row) =>
        columns.map(([name]) => {
          if (name === "url") return published(row.querySelector("a"));
          const labels = row.dataset[name]?.split("|").map((mark) => {
            const option = form.querySelector(`[name=${name}] [value="${CSS.escape(mark)}"]`);
            return option?.textContent?.replace(/ \(\d+\)$/, "");
          });
          return labels?.join("; ") ?? row.querySelector(`.${name}, .row-${name}`)?.textContent ?? "";
        }),
      );
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
