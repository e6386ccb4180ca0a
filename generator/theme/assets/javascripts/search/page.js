/** The page of all results: a form, the address that says the same, and what is found. */

import { keepPlace } from "../way-back.js";
import { STEP, read, write } from "./address.js";
import { Asker } from "./client.js";
import { REST, fill, number, summary, tell } from "./notes.js";
import { byKind, element, row } from "./results.js";

/**
 * @typedef {import("../../search/engine.js").Found} Found
 * @typedef {import("./client.js").Answer} Answer
 */

/** How many of each kind, when all kinds are shown. */
const OF_EACH_KIND = 5;

class SearchPage {
  /** @param {SearchForm} form @param {() => void} closeDialog of the header */
  constructor(form, closeDialog) {
    this.form = form;
    this.closeDialog = closeDialog;
    this.title = document.title;
    this.selects = [...form.querySelectorAll("select")];
    this.labels = new Map([...form.querySelectorAll("option")].map((option) => [option, option.text]));
    this.notes = /** @type {HTMLElement} */ (document.querySelector(".search-notes"));
    this.results = /** @type {HTMLElement} */ (document.querySelector(".search-results"));
    this.statuses = /** @type {HTMLTemplateElement} */ (
      document.querySelector(".search-statuses template")
    ).content;
    this.asker = new Asker();
    this.literal = false;
    this.shown = STEP;
    this.resting = true;
    /** @type {Answer | null} */
    this.answer = null;
    /** @type {Answer | null} the one that is in the page */
    this.shownAnswer = null;
    this.listen();
    const place = keepPlace();
    this.restore().then(() => place && scrollTo(0, place));
    if (!form.q.value && matchMedia("(hover: hover)").matches) form.q.focus();
  }

  listen() {
    const { form } = this;
    form.addEventListener("input", (event) => {
      if (event.target !== form.q) return;
      Object.assign(this, { literal: false, shown: STEP, resting: false });
      this.search(/** @type {InputEvent} */ (event).isComposing);
      this.rest(() => this.settle());
    });
    form.addEventListener("change", ({ target }) => {
      // A field changes when it is left, so before a link is followed.
      if (target === form.q) this.settle();
      else this.choose();
    });
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const select of this.selects) select.value = "";
      this.choose();
      form.q.focus();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (matchMedia("(hover: none)").matches) form.q.blur(); // the keyboard covers what is found
      this.choose();
    });
    this.notes.querySelector("button")?.addEventListener("click", () => this.search());
  }

  /** @returns {import("./address.js").Asked} */
  get asked() {
    const chosen = Object.fromEntries(this.selects.map(({ name, value }) => [name, value]));
    return { words: this.form.q.value, chosen, literal: this.literal, shown: this.shown };
  }

  /** Reads the query and the filters from the address; a value without an option counts as none. */
  restore() {
    const { words, chosen, literal, shown } = read(location.search);
    Object.assign(this, { literal, shown, resting: true });
    this.form.q.value = words;
    for (const select of this.selects) {
      select.value = chosen[select.name];
      select.value ||= "";
    }
    this.name();
    return this.search();
  }

  /** A choice is made: a step, and another list from its beginning. */
  choose() {
    Object.assign(this, { shown: STEP, resting: true });
    this.settle(true);
    this.search();
  }

  /** Later, unless something happens before. @param {() => void} then */
  rest(then) {
    clearTimeout(this.pause);
    this.pause = setTimeout(then, REST);
  }

  /** Writes query and filters into the address, as a new step of the history or in place of the last. */
  settle(step = false) {
    this.resting = true;
    const address = location.pathname + write(this.asked);
    if (address !== location.pathname + location.search) {
      if (step) history.pushState(null, "", address);
      else history.replaceState(history.state, "", address);
    }
    this.name();
    this.show();
  }

  /** The page's title says what is sought. */
  name() {
    document.title = [this.form.q.value.trim(), this.title].filter(Boolean).join(" - ");
  }

  /** Asks for what the form says now. An answer to what it said before is given no more. */
  async search(composing = false) {
    const { words, chosen, literal, shown } = this.asked;
    for (const field of this.selects) field.classList.toggle("chosen", !!field.value);
    this.form.clear.hidden = !Object.values(chosen).some(Boolean);
    this.answer = null;
    if (this.resting) this.rest(() => this.say());
    this.asker.forget();
    const amount = chosen.kind ? { limit: shown } : { perKind: OF_EACH_KIND };
    const options = { filters: chosen, facets: true, literal, ...amount };
    this.answer = words.trim() ? await this.asker.ask(words, options) : {};
    if (composing && !this.resting && !this.answer.found?.total) return; // on the way to 데이 stands 뎅
    this.show();
  }

  /** Has the number of results read aloud, when nobody types. */
  say() {
    if (!this.resting) return;
    const words = this.form.q.value.trim();
    const said = words ? summary(this.form.count.dataset, this.answer, words) : "";
    if (this.form.count.value !== said) this.form.count.value = said;
    this.results.setAttribute("aria-busy", `${!this.answer}`);
  }

  /** The answer, once: somebody may be about to click on it. */
  show() {
    const { answer, asked, notes, results } = this;
    this.say();
    if (!answer || answer === this.shownAnswer) return;
    this.shownAnswer = answer;
    const { found, failed } = answer;
    const { correction, answered = "", missing, total } = found ?? {};
    const words = asked.words.trim();
    const narrowed = Object.values(asked.chosen).some(Boolean);
    const note = (/** @type {string} */ name) => notes.querySelector(`.search-${name}`);
    const literally = write({ ...asked, literal: true });
    tell(note("corrected"), correction ? { words: answered, literal: words, href: literally } : null);
    tell(note("missing"), missing ? {} : null);
    tell(note("again"), missing || failed ? {} : null);
    tell(note("where"), total === 0 ? {} : null);
    tell(note("unchosen"), total === 0 && narrowed ? {} : null);
    this.count(found?.facets);
    results.replaceChildren(
      ...(found?.total ? (asked.chosen.kind ? this.list(found) : this.groups(found)) : []),
    );
  }

  /** Each option says how many results it leaves. @param {Found["facets"] | undefined} facets */
  count(facets) {
    for (const select of this.selects) {
      const counts = facets?.[select.name];
      for (const option of select.options) {
        const left = counts?.[option.value] ?? 0;
        const counted = counts && option.value;
        option.text = `${this.labels.get(option)}${counted ? ` (${number(left)})` : ""}`;
        option.hidden = option.disabled = !!counted && !left && !option.selected;
      }
    }
  }

  /** @param {Found} found */
  rows({ results }) {
    return results.map((result) => row(result, this.statuses));
  }

  /** The best of each kind, with the way to all of it. @param {Found} found */
  groups(found) {
    const asked = this.asked;
    return byKind(found.results).flatMap(([kind, results]) => {
      const option = [...this.form.kind.options].find(({ value }) => value === kind);
      const total = found.facets?.kind[kind] ?? results.length;
      const label = (option && this.labels.get(option)) ?? kind;
      const heading = element(
        "h2",
        {},
        label,
        " ",
        element("span", { className: "search-number" }, number(total)),
      );
      const list = element("ul", {}, ...this.rows({ ...found, results }));
      if (total <= results.length) return [heading, list];
      const href = write({ ...asked, chosen: { ...asked.chosen, kind }, shown: STEP });
      const words = fill(this.results.dataset.all, { kind: label, n: number(total) });
      return [heading, list, element("p", { className: "more" }, element("a", { href }, words))];
    });
  }

  /** @param {Found} found */
  list(found) {
    const list = element("ul", {}, ...this.rows(found));
    const more = element(
      "button",
      { type: "button", className: "search-more" },
      this.results.dataset.more ?? "",
    );
    more.addEventListener("click", () => this.lengthen(list, more));
    return found.total > this.shown ? [list, more] : [list];
  }

  /**
   * The next results go below those that are there.
   * @param {HTMLElement} list @param {HTMLButtonElement} more
   */
  async lengthen(list, more) {
    const { words, chosen, literal, shown } = this.asked;
    const { found } = await this.asker.ask(words, { filters: chosen, literal, offset: shown, limit: STEP });
    if (!found) return;
    const rows = this.rows(found);
    list.append(...rows);
    this.shown = shown + STEP;
    more.hidden = found.total <= this.shown;
    history.replaceState(history.state, "", location.pathname + write(this.asked));
    rows[0]?.querySelector("a")?.focus();
  }

  /** A link to another search on this page. @param {HTMLAnchorElement} link */
  follow(link) {
    this.closeDialog();
    const inside = this.results.contains(link) || this.notes.contains(link);
    history.pushState(null, "", link.href);
    scrollTo(0, 0);
    this.restore().then(() => inside && this.results.querySelector("a")?.focus());
  }
}

/** @param {SearchForm} form @param {() => void} closeDialog */
export function open(form, closeDialog) {
  const page = new SearchPage(form, closeDialog);
  addEventListener("popstate", ({ state }) => {
    page.restore().then(() => state && scrollTo(0, state.y));
  });

  // A link from here to here is another search. The other language keeps what is asked.
  document.addEventListener(
    "click",
    (event) => {
      const link = /** @type {Element} */ (event.target).closest("a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const same = link.pathname === location.pathname && link.origin === location.origin;
      if (link.hreflang || (same && link.hash)) link.search = location.search;
      else if (same) {
        event.preventDefault();
        page.follow(link);
      }
    },
    true,
  );
}
