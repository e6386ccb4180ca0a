"""A search as readers use it: words put into the box of a page in Chromium, and the links that appear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from generator.models import Language

PATIENCE = 600_000
"""Milliseconds; Material's worker takes minutes to index ten thousand records."""

WARM = "zz"
"""Words that nothing has: once asked for, the scripts of the search are there."""

# Before any script of the page: what its search worker, ours or Material's, is asked and answers. Whoever
# waits for an answer hears of it a turn later, when the links are there.
LISTEN = """{
  const [READY, QUERY, RESULT] = [1, 2, 3];
  const heard = (window.heardOfSearch = { ready: false, asked: 0, answered: 0, then: () => {} });
  window.Worker = class extends window.Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (data?.type === READY) heard.ready = true;
        if (data?.type !== RESULT && !data?.found && !data?.failed) return;
        heard.answered += 1;
        setTimeout(heard.then);
      });
    }
    postMessage(message, ...given) {
      if (message?.type === QUERY) heard.asked += 1;
      super.postMessage(message, ...given);
    }
  };
}"""

# The box is emptied, then the words stand in it.
ASK_BOX = """async (words) => {
  const box = document.querySelector(".search-line input");
  const put = (value) => {
    box.value = value;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  put("");
  await new Promise((emptied) => setTimeout(emptied));
  const answered = new Promise((then) => (window.heardOfSearch.then = then));
  const began = performance.now();
  put(words);
  await answered;
  const milliseconds = performance.now() - began;
  const links = [...document.querySelectorAll(".search-list a")].slice(0, 10).map(({ href }) => href);
  return [links, milliseconds];
}"""

ASK_MATERIAL = """async (words) => {
  const box = document.querySelector(".md-search__input");
  const put = (value) => new Promise((answered) => {
    if (box.value === value) return answered();
    window.heardOfSearch.then = answered;
    box.value = value;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: "a" }));
  });
  await put("");
  const began = performance.now();
  await put(words);
  const milliseconds = performance.now() - began;
  const results = document.querySelectorAll(".md-search-result__list > .md-search-result__item");
  const links = [...results].slice(0, 10).map((result) => result.querySelector("a").href);
  return [links, milliseconds];
}"""

ASK_PAGEFIND = """async (words) => {
  const began = performance.now();
  const { results } = await window.pagefind.search(words);
  const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  const links = shown.map(({ url }) => new URL(url, location).href);
  return [links, performance.now() - began];
}"""


@dataclass(frozen=True)
class Answer:
    """What a reader sees after typing: pages such as `ko/forum-x`, best first, and how long it took."""

    pages: tuple[str, ...]
    milliseconds: float


class SearchPage(Protocol):
    """A page on which a reader searches, in the site at the address."""

    def __init__(self, tab: Page, address: str, language: Language) -> None: ...

    def search(self, words: str) -> Answer: ...


class Box:
    """The box in the header of our pages."""

    def __init__(self, tab: Page, address: str, language: Language) -> None:
        self._tab = tab
        tab.add_init_script(LISTEN)
        tab.goto(home(address, language), wait_until="networkidle")
        self.search(WARM)

    def search(self, words: str) -> Answer:
        return _answer(self._tab.evaluate(ASK_BOX, words))


class MaterialBox:
    """The box of Material for MkDocs, with its own search behind it."""

    def __init__(self, tab: Page, address: str, language: Language) -> None:
        self._tab = tab
        tab.add_init_script(LISTEN)
        tab.goto(home(address, language), wait_until="networkidle")
        tab.wait_for_function("window.heardOfSearch.ready")
        tab.click(".md-search__input")
        tab.wait_for_timeout(300)
        tab.wait_for_function("window.heardOfSearch.answered === window.heardOfSearch.asked")

    def search(self, words: str) -> Answer:
        return _answer(self._tab.evaluate(ASK_MATERIAL, words))


class Pagefind:
    """Pagefind's script, asked as its own box asks it."""

    def __init__(self, tab: Page, address: str, language: Language) -> None:
        self._tab = tab
        tab.goto(home(address, language), wait_until="networkidle")
        tab.evaluate("""async () => {
          window.pagefind = await import("/pagefind/pagefind.js");
          await window.pagefind.init();
        }""")

    def search(self, words: str) -> Answer:
        return _answer(self._tab.evaluate(ASK_PAGEFIND, words))


def home(address: str, language: Language) -> str:
    return address if language == "ko" else f"{address}{language}/"


@contextmanager
def new_reader(browser: Browser) -> Iterator[Page]:
    """A tab of a browser that has loaded nothing yet."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def page_of(address: str) -> str:
    """Language and id of the page at this address: `en/forum-x`."""
    path = urlsplit(address).path.removesuffix("index.html").rstrip("/")
    return f"{'en' if re.match('/en(/|$)', path) else 'ko'}/{path.rpartition('/')[2]}"


def _answer(said: tuple[list[str], float]) -> Answer:
    links, milliseconds = said
    return Answer(tuple(map(page_of, links)), milliseconds)
