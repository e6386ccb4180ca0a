"""In Chromium no attack runs, asks another host or changes a page, with the policy and without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.models import LANGUAGES, RECORD_KINDS, Language
from tests.quality.faults import Faults
from tests.quality.page_types import FOLDERS
from tests.support.serving import Rewrite, served
from tests.trust.armed import Arms
from tests.trust.attacks import LINES
from tests.trust.sites import attacks, attacks_in_markdown

KINDS = (*RECORD_KINDS, "topics", "")
FULLEST = "forums"
"""The kind of record with the most fields."""

LISTS = (
    "", "forums/", "proposals/", "follow-ups/", "speakers/", "organizations/", "topics/", "sources/",
    "statistics/", "statuses/", "data/", "about/", "search/", "404.html",
)  # fmt: skip

# A page's title, and what no page of ours has: scripts in attributes and links, elements that load or send.
LOOK = """
() => ({
  titles: [...document.querySelectorAll("h1")].map(title => title.textContent),
  strange: [...document.querySelectorAll(
    "iframe, frame, object, embed, portal, base, math, marquee, plaintext, meta[http-equiv=refresh]," +
    "article :is(script[src], style, link, video, audio, textarea, animate, [autofocus], [formaction])"
  )].map(element => element.outerHTML.slice(0, 120)),
  running: [...document.querySelectorAll("*")].flatMap(element => [...element.attributes]
    .filter(({name, value}) => name.startsWith("on") || /^\\s*(javascript|vbscript|data):/i.test(value))
    .map(({name}) => `${element.tagName} ${name}`)),
})
"""


POLICY = re.compile(rb"""<meta[^>]*\bhttp-equiv=["']?Content-Security-Policy\b[^>]*>""", re.IGNORECASE)

OF_THE_THEME = re.compile(
    rb"""<script (?:defer )?src="[./]*/?assets/javascripts/[^"<>]+"(?: type="module"| data-key="[^"<>]+")?>"""
    rb"""</script>"""
    rb"""|<link rel="stylesheet"(?: id="\w+")? href="[./]*/?assets/[^"<>]+"(?: media="[^"<>]+")?>"""
)
"""The elements that load the theme's scripts and sheets, as its templates write them."""


def unprotected(file: Path, content: bytes) -> bytes:
    """A page as a browser without a Content-Security-Policy has it."""
    return POLICY.sub(b"", content) if file.suffix == ".html" else content


def bare(file: Path, content: bytes) -> bytes:
    """An unprotected page that loads nothing of the theme's: it opens in a quarter of the time."""
    if file.suffix != ".html":
        return content
    return OF_THE_THEME.sub(b"", unprotected(file, content))


class Visitor:
    """Somebody who opens pages and notes whatever a sound page never does."""

    def __init__(self, faults: Faults, address: str) -> None:
        self.faults = faults
        self.address = address
        self.protected = False
        """Whether pages have their Content-Security-Policy."""
        self.asked: list[str] = []
        """The addresses that pages asked for, from the site's root; their own among them."""
        self.tab.on("request", lambda request: self.asked.append(request.url.removeprefix(address)))

    @property
    def tab(self) -> Page:
        return self.faults.tab

    def taken(self) -> list[str]:
        """What was noted since the last time."""
        faults = list(self.faults)
        self.faults.clear()
        self.asked.clear()
        return faults

    def open(self, path: str, title: str | None = None) -> None:
        """Notes what a page holds that it must not, and whether its one title is not as given."""
        self.faults.page = path
        self.tab.goto(self.address + path)
        seen = self.tab.evaluate(LOOK)
        found = [*seen["strange"], *seen["running"]]
        if title is not None and seen["titles"] != [title]:
            found.append(f"its titles are {seen['titles']}")
        self.faults += [f"{path}: {fault}" for fault in found]


@contextmanager
def visited(browser: Browser, site: Path, rewrite: Rewrite = lambda _, content: content) -> Iterator[Visitor]:
    with served(site, rewrite=rewrite) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        yield Visitor(Faults(context, address), address)
        context.close()


@pytest.fixture(scope="module", params=["protected", "unprotected"])
def visitor(request: pytest.FixtureRequest, browser: Browser, armed_site: Path) -> Iterator[Visitor]:
    with visited(browser, armed_site, *([unprotected] if request.param == "unprotected" else [])) as visitor:
        visitor.protected = request.param == "protected"
        yield visitor


@pytest.fixture(scope="module")
def bare_visitor(armed_site: Path, browser: Browser) -> Iterator[Visitor]:
    with visited(browser, armed_site, bare) as visitor:
        yield visitor


def everybody() -> list[Arms]:
    return [*attacks(), *attacks_in_markdown()]


def some(turn: int) -> list[Arms]:
    """A third of all; three turns that follow each other have everybody."""
    return everybody()[turn % 3 :: 3]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_a_record_runs(language: Language, kind: str, bare_visitor: Visitor) -> None:
    """No attack, in either language, with nothing to hold it up: all on the page that has most of a record.

    On pages of each other kind a third of them, since test_pages finds not an element too much on any.
    All that a page loads is the site's icon, and a person's the portrait.
    """
    chosen = everybody() if kind == FULLEST else some(KINDS.index(kind))
    pages = {f"{FOLDERS[language]}{kind}/{one.key}/".lstrip("/"): one.line(language) for one in chosen}
    for path, title in pages.items():
        bare_visitor.open(path, title)
    portraits = "files/" if kind == "speakers" else "no portraits"
    loaded = {one for one in bare_visitor.asked if one not in pages and not one.startswith(portraits)}
    assert bare_visitor.taken() == []
    assert loaded <= {f"{FOLDERS[language]}assets/{icon}" for icon in ("favicon.svg", "favicon-32.png")}


def test_nothing_of_a_record_runs_beside_the_scripts_of_the_site(visitor: Visitor) -> None:
    """They rewrite what they find, and write what they fetch.

    A third of the attacks where the policy protects too, the others where it does not.
    """
    for one in some(0) if visitor.protected else [*some(1), *some(2)]:
        visitor.open(f"{FULLEST}/{one.key}/", one.line("ko"))
    assert visitor.taken() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_many_records_runs(language: Language, visitor: Visitor) -> None:
    """Lists hold all attacks; each is opened in one language with the policy and in the other without."""
    for number, path in enumerate(LISTS):
        if (number + LANGUAGES.index(language)) % 2 == visitor.protected:
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
    tab.locator(".search-results .result-row").first.wait_for()
    assert text in tab.locator(".search-results .row-title").all_inner_texts()
    tab.locator(".search-line input").fill(text)
    tab.locator(".search-list .row-title").first.wait_for(state="attached")
    assert tab.evaluate(LOOK)["running"] == []
    assert visitor.taken() == []


def test_a_search_that_finds_nothing_says_the_words_as_they_are(visitor: Visitor) -> None:
    visitor.tab.goto(f"{visitor.address}search/?q={quote(LINES['jinja'])}")
    expect(visitor.tab.locator(".search-form output")).to_contain_text(LINES["jinja"])
    assert visitor.taken() == []


def test_nothing_that_the_site_says_of_itself_runs(browser: Browser, whole_sites: tuple[Path, Path]) -> None:
    armed, _ = whole_sites
    with visited(browser, armed) as visitor:
        for path in ("", "en/", "forums/", "proposals/2-quiet/", "en/proposals/2-quiet/", "search/?q=고요"):
            visitor.open(path)
        assert visitor.taken() == []
