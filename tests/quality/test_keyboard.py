"""Everything can be reached with keys alone, and a reader always sees where the keys are."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect

from tests.quality.conftest import BuiltSite
from tests.quality.page_types import FOLDERS
from tests.support.browsing import wait_for_scripts

MOST_STEPS = 150

# What is wrong with how the focused element shows itself; nothing, if a reader sees it.
FIND_UNSEEN_FOCUS = """
() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const element = focused, style = getComputedStyle(element), box = element.getBoundingClientRect();
  const faults = [];
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push("has no outline");
  if (!element.checkVisibility({opacityProperty: true, visibilityProperty: true}))
    faults.push("is not shown");
  if (box.width < 4 || box.height < 4) faults.push("is too small");
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
    faults.push("is off the screen");
  else {
    const shown = document.elementFromPoint(
      Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1),
      Math.min(Math.max(box.top + Math.min(box.height, 40) / 2, 1), innerHeight - 1));
    if (shown && !element.contains(shown) && !shown.contains(element)) faults.push("is covered");
  }
  return faults.length ? `${element.outerHTML.slice(0, 120)} ${faults.join(", ")}` : null;
}
"""


class Keys:
    """A reader who has no mouse; what is focused and cannot be seen is noted."""

    def __init__(self, context: BrowserContext) -> None:
        self.tab: Page = context.new_page()
        self.unseen: list[str] = []

    def press(self, key: str) -> None:
        self.tab.keyboard.press(key)
        if fault := self.tab.evaluate(FIND_UNSEEN_FOCUS):
            self.unseen.append(fault)

    def go_to(self, selector: str) -> None:
        """Tab from one element to the next until one of these has the focus."""
        for _ in range(MOST_STEPS):
            self.press("Tab")
            if self.tab.evaluate("wanted => document.activeElement?.matches(wanted)", selector):
                return
        raise AssertionError(f"{MOST_STEPS} presses of Tab do not lead to {selector}")

    def go(self, address: str) -> None:
        self.tab.goto(address)
        wait_for_scripts(self.tab)

    def open(self, selector: str, address: str) -> None:
        self.go_to(selector)
        self.tab.keyboard.press("Enter")
        self.tab.wait_for_url(address)
        self.tab.wait_for_load_state("networkidle")


def test_from_home_to_a_source(context: BrowserContext, real: BuiltSite) -> None:
    keys = Keys(context)
    for folder in FOLDERS.values():
        keys.go(f"{real.address}{folder}")
        keys.open(".board-row a[href*='status=under-review']", "**/proposals/?status=under-review*")
        keys.go_to(".proposal-row .row-title")
        expect(keys.tab.locator(".proposal-row:visible").first).to_have_attribute(
            "data-status", "under-review"
        )
        keys.tab.keyboard.press("Enter")
        keys.tab.wait_for_url(f"{real.address}{folder}proposals/2*/")
        keys.tab.locator("#sources").wait_for()
        keys.go_to("#sources ~ ol a[rel~=external]")
        address = keys.tab.evaluate("document.activeElement.href")
        assert not address.startswith(real.address)
    assert keys.unseen == []


def test_every_stop_on_a_page_is_seen(context: BrowserContext, real: BuiltSite) -> None:
    keys = Keys(context)
    for kind in ("home", "forum", "proposal", "proposals", "statistics"):
        keys.go(real.address + real.sample(kind, "ko").path)
        for _ in range(60):
            keys.press("Tab")
    assert keys.unseen == []


def test_skip_link_leads_past_the_navigation(context: BrowserContext, real: BuiltSite) -> None:
    keys = Keys(context)
    keys.go(real.address + real.sample("forum", "ko").path)
    keys.go_to(".md-skip")
    keys.press("Enter")
    keys.press("Tab")
    assert keys.tab.evaluate("document.activeElement.closest('article') !== null")
    assert keys.unseen == []


def test_language_switch(context: BrowserContext, real: BuiltSite) -> None:
    keys = Keys(context)
    page = real.sample("proposal", "ko")
    keys.go(real.address + page.path)
    keys.open(".language-switch", f"{real.address}en/{page.path}")
    assert keys.unseen == []


def test_results_and_their_filters_are_reached(context: BrowserContext, real: BuiltSite) -> None:
    keys = Keys(context)
    keys.go(f"{real.address}en/search/")
    expect(keys.tab.locator("#search-words")).to_be_focused()
    keys.tab.keyboard.type("data")
    keys.go_to("#search-kind")
    keys.tab.keyboard.type("Pro")
    expect(keys.tab.locator("#search-kind")).to_have_value("proposal")
    expect(keys.tab.locator(".search-more")).to_be_attached()
    keys.go_to("button[name=clear]")
    keys.press("Shift+Tab")
    keys.go_to(".search-results .row-title")
    keys.go_to(".search-more")
    keys.press("Enter")
    expect(keys.tab.locator(".search-results .row-title").nth(20)).to_be_focused()
    assert keys.unseen == []


def test_search_opens_with_a_slash_and_results_are_reached(context: BrowserContext, real: BuiltSite) -> None:
    keys = Keys(context)
    keys.go(f"{real.address}en/")
    keys.press("/")
    expect(keys.tab.locator(".search-line input")).to_be_focused()
    keys.tab.keyboard.type("data")
    keys.tab.locator(".search-list a").first.wait_for()
    keys.press("ArrowDown")
    found = keys.tab.evaluate("document.activeElement.href")
    keys.tab.keyboard.press("Enter")
    keys.tab.wait_for_url(found)
    expect(keys.tab.locator("article mark").first).to_be_attached()
    assert keys.unseen == []
