"""On paper a record is a document: its text and the addresses of its links, and nothing to click."""

from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import BrowserContext
from pypdf import PdfReader

from generator.models import Language
from tests.quality.conftest import BuiltSite
from tests.quality.page_types import FOLDERS

NAVIGATION = (
    ".md-header__title", ".sections", ".md-nav", ".language-switch", ".crumbs", ".neighbours", ".page-foot a",
    ".md-footer", ".filters", ".big-search", ".search-place", ".md-skip", ".headerlink",
)  # fmt: skip
"""What leads elsewhere, and has no use where nothing can be clicked."""


@pytest.mark.parametrize("language", FOLDERS)
@pytest.mark.parametrize("kind", ["forum", "proposal"])
def test_record_on_paper(context: BrowserContext, real: BuiltSite, kind: str, language: Language) -> None:
    tab = context.new_page()
    tab.goto(real.address + real.sample(kind, language).path)
    tab.evaluate("document.fonts.ready.then(() => true)")
    title = tab.locator("h1").inner_text()
    addresses = tab.eval_on_selector_all(
        "#sources ~ ol a[href^=http]", "links => links.map(link => link.href)"
    )
    outside = [address for address in addresses if not address.startswith(real.address)]
    words = tab.evaluate(
        "selector => [...document.querySelectorAll(selector)].map(part => part.textContent)", ".sections a"
    )
    pdf = tab.pdf(prefer_css_page_size=True)
    tab.emulate_media(media="print")
    shown = tab.evaluate(
        "selectors => selectors.filter(selector => "
        "[...document.querySelectorAll(selector)].some(part => part.checkVisibility()))",
        list(NAVIGATION),
    )
    printed = unspaced(text_of(pdf))
    assert unspaced(title) in printed
    assert outside
    assert [address for address in outside if unspaced(address) not in printed] == []
    assert shown == []
    assert unspaced("".join(words)) not in printed
    assert "¶" not in printed


def test_paper_is_light_for_readers_of_a_dark_screen(context: BrowserContext, real: BuiltSite) -> None:
    tab = context.new_page()
    tab.goto(real.address + real.sample("proposal", "ko").path)
    colours = {}
    for scheme in ("light", "dark"):
        tab.emulate_media(media="print", color_scheme="dark" if scheme == "dark" else "light")
        tab.wait_for_selector(f"html[data-md-color-scheme={'slate' if scheme == 'dark' else 'default'}]")
        colours[scheme] = tab.evaluate(
            """() => [...document.querySelectorAll("h1, .lead, .status, dt, dd, .row-facts, .step-date")].map(
                element => getComputedStyle(element).color)"""
        )
    assert colours["dark"] == colours["light"]


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def unspaced(text: str) -> str:
    """Where lines and letters are set apart on paper says nothing of the text."""
    return re.sub(r"\s", "", text)
