"""Nothing on a page is wider than the page, on any screen, whatever stands in the records."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.quality.conftest import BuiltSite

WIDTHS = (320, 390, 640, 768, 1280, 1920)
"""In CSS pixels; 640 is what a screen of 1280 pixels leaves at 200 % zoom."""

# What sticks out of the page to the right, but not what its own scrolling or clipping ancestor hides.
FIND_WIDE = """
() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const wide = [...document.querySelectorAll("body *")].filter(
    element => element.getBoundingClientRect().right > room + 0.5 && element.offsetParent
  );
  return wide.slice(-3).map(element => element.outerHTML.slice(0, 160)).concat("the page");
}
"""

# Text that its own box cuts off, where nobody can scroll to it.
FIND_CUT = """
() => [...document.querySelectorAll("article *, footer *")].filter(element => {
  const style = getComputedStyle(element);
  return element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
    && ["hidden", "clip"].includes(style.overflowX) && style.textOverflow !== "ellipsis"
    && !element.matches(".status-mark");
}).map(element => element.outerHTML.slice(0, 160))
"""


def wide_parts(tab: Page, address: str) -> dict[int, list[str]]:
    """For each width of screen what does not fit."""
    tab.goto(address)
    if "?q=" in address:
        expect(tab.locator(".search-results")).to_have_attribute("aria-busy", "false")
    tab.evaluate("document.fonts.ready.then(() => true)")
    found = {}
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        if faults := tab.evaluate(FIND_WIDE) + tab.evaluate(FIND_CUT):
            found[width] = faults
    return found


@pytest.mark.parametrize("records", ["real", "hostile"])
def test_no_page_is_wider_than_the_screen(
    context: BrowserContext, request: pytest.FixtureRequest, records: str
) -> None:
    site: BuiltSite = request.getfixturevalue(records)
    tab = context.new_page()
    faults = {page.path: wide_parts(tab, site.address + page.path) for page in site.samples}
    assert {path: wide for path, wide in faults.items() if wide} == {}


@pytest.mark.parametrize(
    "path",
    [
        "forums/2024-bare/",
        "proposals/2024-long-2/",
        "proposals/2024-long-3/",
        "speakers/right-to-left/",
        "speakers/emoji/",
        "speakers/hanja/",
        "sources/right-to-left/",
        "topics/long-topic/",
        "topics/budget/",
        "search/?q=인공지능&kind=proposal",
        "search/?q=Rindfleischetikettierung",
    ],
)
def test_no_hostile_record_is_wider_than_the_screen(
    context: BrowserContext, hostile: BuiltSite, path: str
) -> None:
    tab = context.new_page()
    assert wide_parts(tab, hostile.address + path) == {}
    assert wide_parts(tab, f"{hostile.address}en/{path}") == {}
