/** What the words in the header's box find, shown below it, and the keys that lead through it. */

import { loadJson } from "../../load.js";
import { pageAt, root } from "../root.js";
import { STEP, write } from "./address.js";
import { Asker } from "./client.js";
import { REST, summary, tell } from "./notes.js";
import { element, row } from "./results.js";

/** @typedef {import("./client.js").Answer} Answer */

const MOST = 10;

/** What is said of what was found (generator/search/__init__.py). @typedef {Record<string, string>} Words */

/** A part whose text has values put in. @param {"a" | "span" | "strong"} name @param {string} text */
function told(name, text = "") {
  const made = element(name, {});
  made.dataset.text = text;
  return made;
}

/** The lines of the note, none of them shown. @param {Words} words @param {HTMLElement} topics */
function linesOf(words, topics) {
  /** @type {[string, ...(Node | string)[]][]} */
  const lines = [
    ["every", told("span", words.every), " ", element("a", {}, words.page ?? "")],
    ["some", told("span", words.some), " ", element("a", {}, words.all ?? "")],
    ["corrected", told("span", words.corrected), " ", told("a", words.literal)],
    ["missing", words.missing ?? ""],
    ["failed", words.failed],
    [
      "nothing",
      told("strong", words.nothing),
      ` ${words.where} `,
      element("span", {}, words.topics ?? ""),
      " ",
      topics,
    ],
  ];
  return lines.map(([name, ...parts]) =>
    element("p", { className: `search-${name}`, hidden: true }, ...parts),
  );
}

export class Panel {
  /** @param {HTMLElement} box @param {() => void} close what has been opened to show it */
  constructor(box, close) {
    this.form = /** @type {SearchBox} */ (box.querySelector("form"));
    const { erase, found } = this.form.dataset;
    const shown = { id: "__found", className: "search-panel md-typeset", ariaLabel: found, hidden: true };
    this.clear = element("button", { type: "reset", className: "search-clear sign", hidden: true });
    this.clear.ariaLabel = erase ?? "";
    this.completion = element("span", { className: "search-completion", ariaHidden: "true" });
    this.element = element("div", shown);
    this.element.setAttribute("role", "dialog");
    this.form.q.before(this.completion);
    this.form.q.after(this.clear);
    this.form.append(element("output", { name: "count", className: "search-said" }));
    box.append(this.element);
    this.topics = element("span", { className: "search-topics" });
    this.note = element("div", { className: "search-note" });
    this.list = element("ol", { className: "search-list" });
    this.element.append(this.note, this.list);
    /** @type {Promise<unknown> | undefined} */
    this.learned = undefined;
    /** @type {Words} */
    this.words = {};
    this.put({});
    this.asker = new Asker();
    this.asked = "";
    this.resting = true;
    /** @type {Answer | null} */
    this.answer = null;
    /** @type {Answer | null} the one that is in the panel */
    this.shownAnswer = null;
    box.addEventListener("keydown", (event) => this.press(event));
    box.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !box.contains(/** @type {Node} */ (relatedTarget))) this.hide();
    });
    document.addEventListener("click", ({ target }) => {
      if (!box.contains(/** @type {Node} */ (target))) this.hide();
    });
    this.element.addEventListener("click", (event) => {
      const link = /** @type {Element} */ (event.target).closest("a");
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) close();
    });
  }

  /** Has its words say what is found; that nothing can be loaded is said by the page. @param {Words} words */
  put(words) {
    this.words = { ...words, failed: this.form.dataset.failed ?? "" };
    this.note.replaceChildren(...linesOf(this.words, this.topics));
  }

  /** Loads its words once; what could not be loaded is asked for again with the next question. */
  learn() {
    this.learned ??= loadJson(`${new URL("search/words.json", root)}`).then(
      (words) => this.put(/** @type {Words} */ (words)),
      () => (this.learned = undefined),
    );
    return this.learned;
  }

  /** Shows what the words found, or finds it; nothing without words. */
  show() {
    if (this.form.q.value !== this.asked) this.ask();
    else if (this.answer) this.reveal(true);
    this.say();
  }

  hide() {
    this.reveal(false);
    clearTimeout(this.pause);
    this.resting = true;
    this.form.count.value = "";
    if (this.answer) return;
    this.asker.forget();
    this.asked = "";
  }

  /** @param {boolean} shown */
  reveal(shown) {
    this.element.hidden = !shown;
    this.form.q.setAttribute("aria-expanded", `${shown}`);
    if (!shown) this.completion.replaceChildren();
  }

  /** Asks for what the box says now. An answer to what it said before is given no more. */
  async ask(composing = false) {
    const words = (this.asked = this.form.q.value);
    this.answer = null;
    this.clear.hidden = !words;
    this.completion.replaceChildren();
    this.asker.forget();
    if (!words.trim()) return this.hide();
    this.resting = false;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => {
      this.resting = true;
      this.fill();
    }, REST);
    const [answer] = await Promise.all([this.asker.ask(words, { limit: MOST }), this.learn()]);
    this.answer = answer;
    if (composing && !this.resting && !answer.found?.total) return; // on the way to 데이 stands 뎅
    this.fill();
  }

  /** Has the number of results read aloud, when nobody types. */
  say() {
    const words = this.asked.trim();
    if (!this.resting || !words) return;
    const said = summary(this.words, this.answer, words);
    if (this.form.count.value !== said) this.form.count.value = said;
  }

  /** Puts the answer into the panel, once: somebody may be about to click on it. */
  fill() {
    const { answer, note } = this;
    this.say();
    if (!answer || answer === this.shownAnswer) return;
    this.shownAnswer = answer;
    /** @type {Partial<import("../../search/engine.js").Found>} */
    const found = answer.found ?? {};
    const { results = [], total = 0, topics = [], answered = "", correction, missing } = found;
    const words = this.asked.trim();
    const n = results.length;
    const line = (/** @type {string} */ name) => note.querySelector(`.search-${name}`);
    const address = (literal = false) =>
      pageAt(`search/${write({ words, literal, chosen: {}, shown: STEP })}`).href;
    tell(line("every"), n && total <= n ? { n: total, href: address() } : null);
    tell(line("some"), total > n ? { n, total, href: address() } : null);
    tell(line("corrected"), correction ? { words: answered, literal: words, href: address(true) } : null);
    tell(line("missing"), missing ? {} : null);
    tell(line("failed"), answer.failed ? {} : null);
    tell(line("nothing"), answer.found && !total ? { words } : null);
    this.topics.replaceChildren(
      ...topics.map(([topic, label]) => element("a", { href: pageAt(`topics/${topic}/`).href }, label)),
    );
    this.list.replaceChildren(...results.map((result) => row(result)));
    this.element.scrollTop = 0;
    this.reveal(true);
    this.complete(found.suggestions?.[0]);
  }

  /** Shows how the word may go on, unless that would not fit. @param {string | undefined} words */
  complete(words = "") {
    const { q } = this.form;
    if (words.length <= q.value.length || q.scrollWidth > q.clientWidth) return;
    this.completion.append(element("span", {}, q.value), words.slice(q.value.length));
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const { key } = event;
    const { q } = this.form;
    const target = /** @type {Element} */ (event.target);
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === "Escape" && !this.element.hidden && !target.closest("dialog[open]")) {
      event.preventDefault();
      q.focus();
      this.hide();
    } else if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (this.element.hidden) this.show();
      else this.move(key === "ArrowDown" ? 1 : -1);
    } else if (key === "ArrowRight" && target === q && q.selectionStart === q.value.length) {
      if (!this.completion.textContent) return;
      q.value = this.completion.textContent;
      this.ask();
    } else if (this.list.contains(target) && (key === "Process" || (key.length === 1 && key !== " "))) {
      q.focus(); // and there the letter goes
    }
  }

  /** From the box through the results, and around. @param {1 | -1} step */
  move(step) {
    const stops = [this.form.q, ...this.list.querySelectorAll("a")];
    const at = Math.max(0, stops.indexOf(/** @type {HTMLInputElement} */ (document.activeElement)));
    stops[(at + step + stops.length) % stops.length].focus();
  }
}
