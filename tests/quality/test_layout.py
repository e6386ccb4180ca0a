"""Nothing on a page is wider than the page, on any screen, whatever stands in the records."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.quality.conftest import BuiltSite

WIDTHS = (320, 390, 640, 768, 1280, 1920)
"""In CSS pixels; 640 is what a screen of 1280 pixels leaves at 200 % zoom."""

# Opens a page in a frame of each width in turn, which is as good as a window and sooner there.
# `wide` is what sticks out of the page to the right, but not what its own scrolling or clipping ancestor
# hides; `cut` is text that its own box cuts off, where nobody can scroll to it.
FIND_FAULTS = """
async ({address, widths}) => {
  const frame = document.createElement("iframe");
  frame.height = 900;
  frame.width = widths[0];
  frame.src = address;
  const loaded = new Promise(done => frame.addEventListener("load", done));
  document.body.replaceChildren(frame);
  await loaded;
  const page = frame.contentDocument;
  const isBusy = () => page.querySelector(".search-results[aria-busy=true]");
  while (address.includes("?q=") && isBusy()) await new Promise(requestAnimationFrame);
  await page.fonts.ready;

  const wide = () => {
    const room = page.documentElement.clientWidth;
    if (page.documentElement.scrollWidth <= room) return [];
    const found = [...page.querySelectorAll("body *")].filter(
      element => element.getBoundingClientRect().right > room + 0.5 && element.offsetParent
    );
    return found.slice(-3).map(element => element.outerHTML.slice(0, 160)).concat("the page");
  };
  const cut = () => [...page.querySelectorAll("article *, footer *")].filter(element => {
    if (element.clientWidth === 0 || element.scrollWidth <= element.clientWidth + 1) return false;
    const style = frame.contentWindow.getComputedStyle(element);
    return ["hidden", "clip"].includes(style.overflowX) && style.textOverflow !== "ellipsis"
      && !element.matches(".status-mark");
  }).map(element => element.outerHTML.slice(0, 160));

  const found = {};
  for (const width of widths) {
    frame.width = width;
    await new Promise(requestAnimationFrame);  // scripts have heard of it by then
    if (page.documentElement.getBoundingClientRect().width > width) throw new Error("the frame is wider");
    found[width] = [...wide(), ...cut()];
  }
  return found;
}
"""


@pytest.fixture
def tab(context: BrowserContext) -> Page:
    return context.new_page()


def faults_on(tab: Page, site: BuiltSite, path: str) -> dict[str, list[str]]:
    """Width of screen → what does not fit there."""
    if not tab.url.startswith(site.address):
        tab.goto(f"{site.address}robots.txt")
    asked = {"address": site.address + path, "widths": WIDTHS}
    found: dict[str, list[str]] = tab.evaluate(FIND_FAULTS, asked)
    assert len(found) == len(WIDTHS)
    return {width: faults for width, faults in found.items() if faults}


@pytest.mark.parametrize("records", ["real", "hostile"])
def test_no_page_is_wider_than_the_screen(tab: Page, request: pytest.FixtureRequest, records: str) -> None:
    site: BuiltSite = request.getfixturevalue(records)
    faults = {page.path: faults_on(tab, site, page.path) for page in site.samples}
    assert {path: found for path, found in faults.items() if found} == {}


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
def test_no_hostile_record_is_wider_than_the_screen(tab: Page, hostile: BuiltSite, path: str) -> None:
    assert faults_on(tab, hostile, path) == {}
    assert faults_on(tab, hostile, f"en/{path}") == {}


NARROW_CELLS = """
() => [...document.querySelectorAll("article td")]
  .filter(cell => cell.textContent.trim().length > 25 && cell.offsetWidth < 90)
  .map(cell => `${cell.offsetWidth}: ${cell.textContent.trim().slice(0, 40)}`)
"""


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("path", ["data/", "en/data/", "data/fields/", "en/data/fields/"])
def test_what_files_and_fields_are_for_is_not_cut_into_pieces(
    tab: Page, real: BuiltSite, path: str, width: int
) -> None:
    """Their names are long words, beside which a column of text could get the width of three letters."""
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(real.address + path)
    assert tab.evaluate(NARROW_CELLS) == []
    uses = tab.locator("table:has(.file-facts) td:last-child").evaluate_all(
        "cells => cells.map(cell => cell.offsetWidth)"
    )
    assert bool(uses) == (not path.endswith("fields/"))
    assert min(uses, default=width) >= min(0.4 * width, 300)
