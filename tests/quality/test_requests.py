"""A page asks nobody but its own host for anything, and its scripts have nothing to complain of."""

from __future__ import annotations

from playwright.sync_api import BrowserContext
from selectolax.lexbor import LexborHTMLParser

from tests.quality.conftest import BuiltSite
from tests.quality.faults import NOTED, Faults
from tests.support.serving import served


def test_no_page_asks_another_host_fails_or_needs_what_its_policy_forbids(
    context: BrowserContext, real: BuiltSite, headers: dict[str, str]
) -> None:
    """On a host that sends the headers too."""
    with served(real.folder, headers=headers) as address:
        faults = Faults(context, address)
        faults.tab.add_init_script(NOTED)
        for page in real.samples:
            faults.page = page.path
            faults.tab.goto(address + page.path, wait_until="load")
            faults.tab.evaluate("document.fonts.ready.then(() => true)")
            assert faults.tab.evaluate("violations") == [], page
        faults.tab.close()
    assert faults == []


def test_every_page_names_its_icon(real: BuiltSite) -> None:
    """Those that lead on too: browsers ask for /favicon.ico, which is not there, when a page names none."""
    pages = real.folder.rglob("*.html")
    icons = {page: LexborHTMLParser(page.read_text("utf-8")).css("head link[rel=icon]") for page in pages}
    assert icons
    assert [page for page, named in icons.items() if not named] == []
