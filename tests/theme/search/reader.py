"""Somebody with a browser who looks for something."""

from __future__ import annotations

from urllib.parse import unquote

from playwright.sync_api import Page

from tests.support.browsing import wait_for_scripts
from tests.support.hosting import HostedSite

ATTACKS = (
    "</a><img src=x onerror=attacked()> 유령책",
    '"><script>attacked()</script> 유령책',
    "&lt;img src=x onerror=attacked()&gt; {words} 유령책",
    "<b data-total=9 class=hit>유령책</b>",
)
MANY = 45


class Reader:
    """Somebody with a browser who looks for something."""

    def __init__(self, tab: Page, site: HostedSite) -> None:
        self.tab = tab
        self.site = site
        self.words = tab.locator("#search-words")
        self.count = tab.locator(".search-form output")
        self.rows = tab.locator(".search-results .result-row")
        self.groups = tab.locator(".search-results h2")
        self.notes = tab.locator(".search-notes p:visible")
        self.ways = tab.locator("article :is(.search-way, .search-way + ul):visible")
        self.box = tab.locator(".search-line input")
        self.dialog = tab.locator(".search-panel")
        self.told = tab.locator(".search-note p:visible")
        self.faults: list[str] = []
        tab.expose_function("attacked", lambda: self.faults.append("a script of a record ran"))
        tab.on("pageerror", lambda error: self.faults.append(str(error)))
        tab.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)

    def open(self, path: str) -> None:
        self.tab.goto(self.site.address + path)
        wait_for_scripts(self.tab)

    def query(self) -> str:
        return unquote(str(self.tab.evaluate("location.search")))

    def choose(self, name: str, value: str) -> None:
        self.tab.select_option(f"#search-{name}", value)

    def titles(self) -> list[str]:
        return self.rows.locator(".row-title").all_inner_texts()

    def ask_box(self, words: str) -> None:
        """Writes into the header's box and waits for what its dialog shows."""
        self.box.fill(words)
        self.told.first.wait_for()
