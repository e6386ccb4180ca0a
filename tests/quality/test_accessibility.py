"""axe-core complains of nothing, whatever its impact, on any page type in any form that readers meet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from generator.models import Language
from tests.quality.conftest import BuiltSite
from tests.quality.page_types import FOLDERS, NOT_EVERYWHERE
from tests.support.browsing import wait_for_scripts

WIDTHS = (1280, 390)

EACH_ONCE = pytest.mark.parametrize(("language", "width"), [("ko", 390), ("en", 1280)])
"""What a page becomes in use is the same in both languages: each width and each language once."""

# Every rule that axe runs by itself, its "best practices" too, and WCAG 2.2's size of what is clicked.
RUN_AXE = """
options => axe.run(
  document, {
    rules: {"target-size": {enabled: true}}, resultTypes: ["violations"],
    preload: false, selectors: false, ...options
  }
).then(({violations}) => violations.map(({id, impact, nodes}) => `${id} (${impact}): ${
  nodes.slice(0, 3).map(node => `${node.html.slice(0, 200)} ${node.failureSummary}`).join(" | ")
}`))
"""
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""The rules whose answer the colours of a palette can change."""


def complaints(tab: Page, axe: Path, widths: Sequence[int] = ()) -> list[str]:
    """What axe finds on the page as it stands, in both palettes, at its width or at several.

    The dark palette has the same colours at each width: it is looked at in the last one.
    """
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(axe.read_text("utf-8"))  # the page's policy allows it no element
    found = []
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        tab.wait_for_selector(f"html[data-md-color-scheme={'slate' if scheme == 'dark' else 'default'}]")
        chosen = widths or [width_of(tab)]
        for width in chosen if scheme == "light" else chosen[-1:]:
            tab.set_viewport_size({"width": width, "height": 900})
            said: list[str] = tab.evaluate(RUN_AXE, COLOURS if scheme == "dark" else {})
            found += [f"{tab.url}, {width} px, {scheme}: {each}" for each in said]
    return found


def width_of(tab: Page) -> int:
    assert tab.viewport_size
    return tab.viewport_size["width"]


def told(found: list[str]) -> str:
    return "\n".join(["axe complains:", *found])


@pytest.mark.parametrize(
    "language", [pytest.param(each, marks=pytest.mark.xdist_group(f"axe {each}")) for each in FOLDERS]
)
def test_every_page_type(context: BrowserContext, real: BuiltSite, axe: Path, language: Language) -> None:
    """In both widths in Korean; in English, which has the same elements, in one and both palettes."""
    tab = context.new_page()
    found = []
    for page in real.samples:
        if page.language == language:
            tab.goto(real.address + page.path)
            found += complaints(tab, axe, WIDTHS if language == "ko" else WIDTHS[:1])
    assert not found, told(found)


@EACH_ONCE
def test_pages_that_not_every_site_has(
    context: BrowserContext, hostile: BuiltSite, axe: Path, language: Language, width: int
) -> None:
    tab = context.new_page()
    pages = [page for page in hostile.samples if page.type in NOT_EVERYWHERE and page.language == language]
    assert {page.type for page in pages} >= {"list", "talk"}
    found = []
    for page in pages:
        tab.goto(hostile.address + page.path)
        found += complaints(tab, axe, [width])
    assert not found, told(found)


@EACH_ONCE
def test_filters_used(
    context: BrowserContext, real: BuiltSite, axe: Path, language: Language, width: int
) -> None:
    tab = context.new_page()
    tab.set_viewport_size({"width": width, "height": 900})
    found = []
    for section, choice in (("proposals", "status"), ("forums", "year"), ("speakers", "forum")):
        tab.goto(f"{real.address}{FOLDERS[language]}{section}/")
        tab.locator(f"select[name={choice}]").select_option(index=1)
        expect(tab.locator(".filters button[type=reset]")).to_be_visible()
        found += complaints(tab, axe)
        tab.locator(".filters input[type=search]").fill("there is nothing of this kind")
        expect(tab.locator("[data-none]")).to_be_visible()
        found += complaints(tab, axe)
    assert not found, told(found)


@EACH_ONCE
def test_search_results(
    context: BrowserContext, real: BuiltSite, axe: Path, language: Language, width: int
) -> None:
    tab = context.new_page()
    tab.set_viewport_size({"width": width, "height": 900})
    found = []
    for query in ("q=2025", "q=2025&kind=proposal", "q=데이타센터", "q=zzqqxx&year=2025"):
        tab.goto(f"{real.address}{FOLDERS[language]}search/?{query}")
        expect(tab.locator(".search-results")).to_have_attribute("aria-busy", "false")
        found += complaints(tab, axe)
    assert not found, told(found)


@EACH_ONCE
def test_search_and_drawer_open(
    context: BrowserContext, real: BuiltSite, axe: Path, language: Language, width: int
) -> None:
    tab = context.new_page()
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(f"{real.address}{FOLDERS[language]}proposals/")
    wait_for_scripts(tab)
    found = []
    if width < 600:
        tab.locator(".drawer-opener").click()
        tab.locator(".sections a").first.wait_for()
        found += complaints(tab, axe)
        tab.mouse.click(380, 450)
        expect(tab.locator(".sections")).to_be_hidden()
        tab.locator(".search-open").click()
    for words, shown in (("2025", ".search-list a"), ("zzqqxx", ".search-topics a")):
        tab.locator(".search-line input").fill(words)
        tab.locator(shown).first.wait_for()
        found += complaints(tab, axe)
    assert not found, told(found)
