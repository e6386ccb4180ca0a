"""Two built sites, which every test of this package looks at: the real records, and hostile ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from generator.models import Language
from tests.quality.hostile import write_hostile_corpus
from tests.quality.node import node_package
from tests.quality.page_types import SamplePage, sample_pages
from tests.support.serving import served
from tests.support.sites import PLAIN_INSTALL, SharedSites, build_at_root


@dataclass(frozen=True)
class BuiltSite:
    """A site in a folder, and where it is served; it stands at the root of its host."""

    folder: Path
    address: str

    @property
    def samples(self) -> list[SamplePage]:
        return sample_pages(self.folder)

    def sample(self, kind: str, language: Language) -> SamplePage:
        return next(page for page in self.samples if (page.type, page.language) == (kind, language))

    def file(self, page: SamplePage) -> Path:
        file = self.folder / page.path
        return file / "index.html" if file.is_dir() else file


@pytest.fixture(scope="session")
def real(real_project: Path) -> Iterator[BuiltSite]:
    """The site of content/."""
    with served(real_project / "site") as root:
        yield BuiltSite(real_project / "site", root)


@pytest.fixture(scope="session")
def headers(real: BuiltSite) -> dict[str, str]:
    """What Netlify and Cloudflare Pages read: a pattern of addresses, and below it the headers."""
    pattern, *lines = (real.folder / "_headers").read_text("ascii").splitlines()
    assert pattern == "/*"
    of_all = takewhile(lambda line: line.startswith(" "), lines)
    return {name: value for name, _, value in (line.strip().partition(": ") for line in of_all)}


@pytest.fixture(scope="session")
def hostile(shared_site: SharedSites) -> Iterator[BuiltSite]:
    """The site of records that are hard on a layout."""
    project = shared_site(
        "hostile", lambda folder: build_at_root(folder, write_hostile_corpus, **PLAIN_INSTALL)
    )
    with served(project / "site") as root:
        yield BuiltSite(project / "site", root)


@pytest.fixture(scope="session")
def axe() -> Path:
    """The script that looks at a page as people with other senses have it."""
    return node_package("quality", "axe-core") / "axe.min.js"


@pytest.fixture(scope="session")
def one_context(browser: Browser) -> Iterator[BrowserContext]:
    """One for all tests, so that a file of the theme is loaded once; nothing moves in it."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as opened:
        yield opened


@pytest.fixture
def context(one_context: BrowserContext) -> Iterator[BrowserContext]:
    """A reader's browser, in which no tab is open and nothing is stored."""
    yield one_context
    for tab in one_context.pages:
        if tab.url.startswith("http"):
            tab.evaluate("localStorage.clear()")
        tab.close()
    one_context.clear_cookies()
