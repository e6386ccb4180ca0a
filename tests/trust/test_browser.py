"""In Chromium no attack runs, asks another host or changes a page, with the policy and without."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.models import LANGUAGES, RECORD_KINDS, Language
from tests.quality.faults import Faults
from tests.quality.page_types import FOLDERS
from tests.support.serving import served
from tests.trust.armed import Arms
from tests.trust.attacks import LINES
from tests.trust.sites import attacks, attacks_in_markdown

KINDS = (*RECORD_KINDS, "topics", "")

LISTS = (
    "", "forums/", "proposals/", "follow-ups/", "speakers/", "organizations/", "topics/", "sources/",
    "statistics/", "statuses/", "data/", "about/", "search/", "404.html",
)  # fmt: skip

# A page's title, and what no page of ours has: scripts in attributes and links, elements that load or send.
LOOK = """
() => ({
  titles: [...document.querySelectorAll("h1")].map(title => title.textContent),
  configs: document.querySelectorAll("#__config").length,
  strange: [...document.querySelectorAll(
    "iframe, frame, object, embed, portal, base, math, marquee, plaintext, meta[http-equiv=refresh]," +
    "article :is(script[src], style, link, video, audio, textarea, animate, [autofocus], [formaction])"
  )].map(element => element.outerHTML.slice(0, 120)),
  running: [...document.querySelectorAll("*")].flatMap(element => [...element.attributes]
    .filter(({name, value}) => name.startsWith("on") || /^\\s*(javascript|vbscript|data):/i.test(value))
    .map(({name}) => `${element.tagName} ${name}`)),
})
"""


class Visitor:
    """Somebody who opens pages and notes whatever a sound page never does."""

    def __init__(self, faults: Faults, address: str) -> None:
        self.faults = faults
        self.address = address

    @property
    def tab(self) -> Page:
        return self.faults.tab

    def taken(self) -> list[str]:
        """What was noted since the last time."""
        faults = list(self.faults)
        self.faults.clear()
        return faults

    def open(self, path: str) -> list[str]:
        """The page's titles, when it is as it has to be."""
        self.faults.page = path
        self.tab.goto(self.address + path)
        seen = self.tab.evaluate(LOOK)
        assert seen["strange"] == seen["running"] == [], path
        assert seen["configs"] == 1, path
        titles: list[str] = seen["titles"]
        return titles


def visited(browser: Browser, site: Path) -> Iterator[Visitor]:
    with served(site) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        yield Visitor(Faults(context, address), address)
        context.close()


@pytest.fixture(scope="module", params=["armed_site", "unprotected_site"])
def visitor(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visitor]:
    yield from visited(browser, request.getfixturevalue(request.param))


@pytest.fixture(scope="module")
def bare(bare_site: Path, browser: Browser) -> Iterator[Visitor]:
    yield from visited(browser, bare_site)


every_attack = pytest.mark.parametrize("one", [*attacks(), *attacks_in_markdown()], ids=lambda one: one.key)


@every_attack
def test_nothing_of_a_record_runs(one: Arms, bare: Visitor) -> None:
    """On any kind of page, in either language, with nothing to hold it up."""
    for language, kind in product(LANGUAGES, KINDS):
        path = f"{FOLDERS[language]}{kind}/{one.key}/".lstrip("/")
        assert bare.open(path) == [one.line(language)], path
    assert bare.taken() == []


@every_attack
def test_nothing_of_a_record_runs_beside_the_scripts_of_the_site(one: Arms, visitor: Visitor) -> None:
    """They rewrite what they find, and write what they fetch; on the page that has most of it."""
    assert visitor.open(f"forums/{one.key}/") == [one.line("ko")]
    assert visitor.taken() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_many_records_runs(language: Language, visitor: Visitor) -> None:
    for path in LISTS:
        visitor.open(FOLDERS[language] + path)
    assert visitor.taken() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_addresses_that_lead_on_lead_to_the_record(language: Language, visitor: Visitor) -> None:
    one = attacks()[0]
    for path in (f"proposals/old-{one.key}/", f"p/{one.key}/"):
        visitor.faults.page = path
        visitor.tab.goto(f"{visitor.address}{FOLDERS[language]}{path}")
        visitor.tab.wait_for_url(f"**/proposals/{one.key}/")
        expect(visitor.tab.locator("h1")).to_have_text(one.line(language))
    assert visitor.taken() == []


SOUGHT = (
    "jinja-block", "snippet", "toc", "emoji", "config-element", "script", "img-onerror-quoted",
    "attribute-end", "placeholders", "long-tag", "yaml-colon", "sql-match",
)  # fmt: skip


@pytest.mark.parametrize("name", SOUGHT)
def test_a_search_for_an_attack_finds_it_as_text(name: str, visitor: Visitor) -> None:
    text, tab = LINES[name], visitor.tab
    root = visitor.address + ("" if any(one.ko == text for one in attacks()) else "en/")
    visitor.faults.page = name
    tab.goto(f"{root}search/?q={quote(text)}&kind=proposal")
    tab.locator(".result-row").first.wait_for()
    assert text in tab.locator(".result-row .row-title").all_inner_texts()
    tab.locator(".md-search__input").fill(text)
    tab.locator(".md-search__output .md-search-result__item h1").first.wait_for(state="attached")
    assert tab.evaluate(LOOK)["running"] == []
    assert visitor.taken() == []


def test_a_search_that_finds_nothing_says_the_words_as_they_are(visitor: Visitor) -> None:
    visitor.tab.goto(f"{visitor.address}search/?q={quote(LINES['jinja'])}")
    expect(visitor.tab.locator(".search-form output")).to_contain_text(LINES["jinja"])
    assert visitor.taken() == []


def test_nothing_that_the_site_says_of_itself_runs(browser: Browser, whole_sites: tuple[Path, Path]) -> None:
    armed, _ = whole_sites
    for visitor in visited(browser, armed):
        for path in ("", "en/", "forums/", "proposals/2-quiet/", "en/proposals/2-quiet/", "search/?q=고요"):
            visitor.open(path)
        assert visitor.taken() == []
