"""The copy for a folder in a browser, opened from a folder whose name has spaces and Hangul."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.corpus.load import load_corpus
from generator.i18n.load import load_words
from generator.output.publishing import MARKER
from generator.pipeline.offline import make_copy
from generator.pipeline.progress import Silent
from tests.support.serving import served
from tests.support.sites import SharedSites

PROPOSAL = "2024-library-robots-1"
NUMBER = "hb-2024-1"


@pytest.fixture(scope="session")
def copy(shared_site: SharedSites, plain_built_project: Path) -> Path:
    """The copy of the made-up records' site."""

    def make(folder: Path) -> None:
        stage = folder / "build" / "stage-0123abcd"
        shutil.copytree(plain_built_project / "site", stage, ignore=shutil.ignore_patterns(MARKER))
        corpus = load_corpus(plain_built_project / "content", today=date(2026, 1, 1))
        make_copy(folder, stage, corpus, load_words(), Silent())
        (folder / "자료집 USB 1").mkdir()
        (folder / "site-offline").rename(folder / "자료집 USB 1" / "사본 copy")

    return shared_site("made-up-offline", make) / "자료집 USB 1" / "사본 copy"


@dataclass
class Visitor:
    """Somebody who has opened the copy, and what went wrong meanwhile."""

    tab: Page
    copy: Path
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tab.on("console", lambda said: self.faults.append(f"console: {said.text}"))
        self.tab.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.tab.on("requestfailed", lambda asked: self.faults.append(f"failed: {asked.url}"))
        self.tab.on("request", lambda asked: self.note(asked.url))

    def note(self, address: str) -> None:
        if not address.startswith((self.copy.as_uri(), "data:", "blob:")):
            self.faults.append(f"asked for {address}")

    def open(self, path: str) -> Page:
        file, mark, query = path.partition("?")
        self.tab.goto((self.copy / file).as_uri() + mark + query)
        return self.tab

    @property
    def here(self) -> str:
        """The file that is open, from the copy's folder, with the query."""
        return unquote(self.tab.url.removeprefix(self.copy.as_uri() + "/"))


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield context


@pytest.fixture
def visitor(context: BrowserContext, copy: Path) -> Iterator[Visitor]:
    visitor = Visitor(context.new_page(), copy)
    yield visitor
    visitor.tab.close()
    assert visitor.faults == []


def test_from_the_home_page_to_a_proposal_and_its_other_language(visitor: Visitor) -> None:
    tab = visitor.open("index.html")
    tab.locator(".sections a", has_text="제안").click()
    expect(tab.locator("h1")).to_have_text("제안")
    assert visitor.here == "proposals/index.html"
    tab.locator(f'.row-title[href^="{PROPOSAL}/"]').click()
    expect(tab.locator("h1")).to_contain_text("로봇")
    tab.locator(".language-switch").click()
    expect(tab.locator("html")).to_have_attribute("lang", "en")
    assert visitor.here == f"en/proposals/{PROPOSAL}/index.html"
    expect(tab.locator(".copy-note")).to_contain_text("A copy of the records as of")
    tab.locator(".home").click()
    expect(tab.locator(".big-search")).to_be_visible()
    assert visitor.here == "en/index.html"


def test_a_list_is_narrowed_and_downloaded(visitor: Visitor, tmp_path: Path) -> None:
    tab = visitor.open("proposals/index.html?year=2024")
    expect(tab.locator("[data-filters] [name=year]")).to_have_value("2024")
    tab.locator("[data-filters] [name=words]").fill("로봇")
    tab.wait_for_url("**/*words=*")
    assert visitor.here == "proposals/index.html?words=로봇&year=2024"
    rows = tab.locator("li.row:visible")
    with tab.expect_download() as download:
        tab.locator("[data-filters] [name=csv]").click()
    download.value.save_as(tmp_path / "rows.csv")
    with (tmp_path / "rows.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert len(table) == rows.count() > 0
    addresses = {row["주소"] for row in table}
    assert f"https://proceedings.example.org/library/proposals/{PROPOSAL}/" in addresses
    tab.locator(".language-switch").click()
    expect(tab.locator("html")).to_have_attribute("lang", "en")
    assert visitor.here == "en/proposals/index.html?words=로봇&year=2024"


@pytest.mark.parametrize(
    ("path", "words", "corrected"),
    [
        ("search/index.html", "로봇", False),
        ("en/search/index.html", "robot", False),
        ("en/search/index.html", "libary robots", True),
        ("search/index.html", "ehtjrhks", True),
    ],
)
def test_the_page_of_results_answers(visitor: Visitor, path: str, words: str, corrected: bool) -> None:
    tab = visitor.open(f"{path}?q={words}")
    results = tab.locator(".search-results .row-title")
    expect(results.first).to_be_visible()
    expect(tab.locator(".search-notes .search-corrected")).to_be_visible(visible=corrected)
    results.first.click()
    expect(tab.locator(".search-results")).to_have_count(0)
    assert visitor.here.partition("?")[0].endswith("/index.html")


def test_the_box_of_the_header_answers_while_somebody_types(visitor: Visitor) -> None:
    tab = visitor.open("en/about/index.html")
    tab.locator(".search-box [name=q]").fill("libary robots")
    found = tab.locator(".search-list .row-title")
    expect(found.first).to_be_visible()
    expect(tab.locator(".search-panel .search-corrected")).to_be_visible()
    found.first.click()
    expect(tab.locator("h1")).to_contain_text("robot", ignore_case=True)
    assert visitor.here.startswith("en/")
    assert visitor.here.partition("?")[0].endswith("/index.html")
    expect(tab.locator("article mark").first).to_be_visible()


def test_topics_are_offered_to_whoever_finds_nothing(visitor: Visitor) -> None:
    tab = visitor.open("index.html")
    tab.locator(".search-box [name=q]").fill("xqzxqz")
    tab.locator(".search-topics a").first.click()
    expect(tab.locator("article")).to_be_visible()
    assert visitor.here.startswith("topics/")
    assert visitor.here.endswith("/index.html")


def test_the_box_of_the_home_page_leads_to_the_results(visitor: Visitor) -> None:
    tab = visitor.open("en/index.html")
    tab.locator(".big-search [name=q]").fill("robots")
    tab.locator(".big-search [name=q]").press("Enter")
    expect(tab.locator(".search-results .row-title").first).to_be_visible()
    assert visitor.here == "en/search/index.html?q=robots"


@pytest.mark.parametrize(("button", "begin"), [("bib", "@"), ("ris", "TY  - "), ("json", "[")])
def test_a_citation_is_copied(visitor: Visitor, button: str, begin: str) -> None:
    tab = visitor.open(f"proposals/{PROPOSAL}/index.html")
    tab.evaluate("navigator.clipboard.writeText('')")
    tab.locator(f".cite button[name='{button}']").click()
    expect(tab.locator(".cite output")).not_to_be_empty()
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(begin)
    assert NUMBER in copied


def test_a_server_can_show_the_copy_too(context: BrowserContext, copy: Path) -> None:
    """As those do that keep what a pull request made."""
    with served(copy) as root:
        tab = context.new_page()
        faults: list[str] = []
        tab.on("console", lambda said: faults.append(said.text))
        tab.on("requestfailed", lambda asked: faults.append(asked.url))
        tab.goto(f"{root}en/search/index.html?q=robots")
        tab.locator(".search-results .row-title").first.click()
        tab.wait_for_url("**/index.html?h=*")
        expect(tab.locator("article mark").first).to_be_visible()
        tab.close()
    assert faults == []


def test_the_policy_holds_in_the_copy(visitor: Visitor) -> None:
    tab = visitor.open("index.html")
    assert not tab.evaluate(
        """() => new Promise((resolve) => {
            window.ran = false;
            document.addEventListener("securitypolicyviolation", () => resolve(window.ran));
            document.head.append(Object.assign(document.createElement("script"), {text: "ran = true"}));
        })"""
    )
    assert all("Content Security Policy" in fault for fault in visitor.faults)
    assert visitor.faults
    visitor.faults.clear()
