"""Whatever can be read in one language can be read in the other, and every page says in which it is."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from generator.models import Language
from tests.quality.conftest import BuiltSite
from tests.quality.page_types import FOLDERS, path_of

ADDRESS = "https://proceedings.example.org/"


def pages(site: BuiltSite, language: Language) -> dict[str, Path]:
    """The pages of a language: from the language's root, the address → the file."""
    root = site.folder / FOLDERS[language]
    inside = (
        page for page in sorted(root.rglob("*.html")) if language == "en" or root / "en" not in page.parents
    )
    return {path_of(page, root): page for page in inside}


def test_every_page_has_its_counterpart(real: BuiltSite, hostile: BuiltSite) -> None:
    for site in (real, hostile):
        korean, english = pages(site, "ko"), pages(site, "en")
        assert korean.keys() == english.keys()
        assert len(korean) > 50


def test_every_page_says_its_language_and_names_its_counterpart(real: BuiltSite, hostile: BuiltSite) -> None:
    for site in (real, hostile):
        for language in FOLDERS:
            for path, file in pages(site, language).items():
                assert faults(LexborHTMLParser(file.read_text("utf-8")), path, language) == [], file


def faults(page: LexborHTMLParser, path: str, language: Language) -> list[str]:
    root = page.css_first("html")
    found = [] if root and root.attributes.get("lang") == language else ["<html lang>"]
    if path == "404.html" or page.css_first("meta[http-equiv=refresh]"):
        return found  # nobody should come to them from elsewhere
    wanted: dict[str, str] = {each: f"{ADDRESS}{folder}{path}" for each, folder in FOLDERS.items()}
    links = {
        link.attributes["hreflang"] or "": link.attributes["href"] or ""
        for link in page.css("link[rel=alternate][hreflang]")
    }
    if links != {**wanted, "x-default": wanted["ko"]}:
        found.append(f"alternates: {links}")
    other: Language = "ko" if language == "en" else "en"
    switch = page.css_first(".language-switch")
    target = urljoin(wanted[language], switch.attributes["href"]) if switch else ""
    if target != wanted[other]:
        found.append(f"the language switch leads to {target}")
    return found


def test_switch_is_a_link_that_needs_no_script(browser: Browser, real: BuiltSite) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{real.address}proposals/")
    tab.locator(".language-switch").click()
    tab.wait_for_url(f"{real.address}en/proposals/")
    assert tab.locator("html").get_attribute("lang") == "en"
    context.close()
