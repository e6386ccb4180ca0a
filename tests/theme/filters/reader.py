"""Somebody with a browser before a list."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.support.hosting import HostedSite

HOSTILE_TITLE = '=HYPERLINK("https://evil.example/"),"<b>책</b>" | 제안'
PAUSE = 400
"""Milliseconds after which somebody who typed has been answered."""


class Reader:
    """Somebody with a browser before a list."""

    def __init__(self, tab: Page, site: HostedSite) -> None:
        self.tab = tab
        self.site = site
        self.words = tab.locator("#filter-words")
        self.count = tab.locator(".filters output")
        self.rows = tab.locator("li.row")
        self.shown = tab.locator("li.row:visible")
        self.faults: list[str] = []
        tab.on("pageerror", lambda error: self.faults.append(str(error)))
        tab.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)

    def open(self, path: str) -> None:
        self.tab.goto(self.site.address + path)
        if self.tab.locator("form.filters").count():
            self.tab.locator("form.filters:not([hidden])").wait_for()

    def choose(self, name: str, value: str) -> None:
        self.tab.select_option(f"#filter-{name}", value)

    def titles(self) -> list[str]:
        return [title.strip() for title in self.shown.locator(".row-title").all_inner_texts()]

    def query(self) -> str:
        return str(self.tab.evaluate("decodeURIComponent(location.search)"))

    def chosen(self) -> list[str]:
        names = "fields => fields.map(field => field.name)"
        return list(self.tab.eval_on_selector_all(".filters .chosen", names))

    def at(self, path: str, kind: str) -> None:
        """Waits for a page and what it shows."""
        self.tab.wait_for_url(self.site.address + path)
        self.tab.locator(f"article[data-kind={kind}]").wait_for()

    def tab_to(self, selector: str) -> None:
        """Presses the Tab key until the focus is there."""
        for _ in range(60):
            self.tab.keyboard.press("Tab")
            if self.tab.locator(f"{selector}:focus").count():
                return
        raise AssertionError(f"the Tab key does not lead to {selector}")

    def download(self) -> tuple[str, str]:
        """Name and text of the rows shown, as a file."""
        with self.tab.expect_download() as started:
            self.tab.locator("button[name=csv]").click()
        return started.value.suggested_filename, Path(started.value.path()).read_bytes().decode("utf-8")
