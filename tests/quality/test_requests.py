"""A page asks nobody but its own host for anything, and its scripts have nothing to complain of."""

from __future__ import annotations

from playwright.sync_api import BrowserContext
from selectolax.lexbor import LexborHTMLParser

from tests.quality.conftest import BuiltSite
from tests.quality.faults import Faults


def test_no_page_asks_another_host_or_fails(context: BrowserContext, real: BuiltSite) -> None:
    faults = Faults(context, real.address)
    for page in real.samples:
        faults.page = page.path
        faults.tab.goto(real.address + page.path, wait_until="load")
        faults.tab.evaluate("document.fonts.ready.then(() => true)")
    assert faults == []


def test_every_page_names_its_icon(real: BuiltSite) -> None:
    """Those that lead on too: browsers ask for /favicon.ico, which is not there, when a page names none."""
    pages = real.folder.rglob("*.html")
    icons = {page: LexborHTMLParser(page.read_text("utf-8")).css("head link[rel=icon]") for page in pages}
    assert icons
    assert [page for page, named in icons.items() if not named] == []
