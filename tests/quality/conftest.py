"""Two built sites, which every test of this package looks at: the real records, and hostile ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from generator.models import Language
from tests.quality.hostile import write_hostile_corpus
from tests.quality.page_types import SamplePage, sample_pages
from tests.support.serving import served
from tests.support.sites import SharedSites, build_at_root


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
def hostile(shared_site: SharedSites) -> Iterator[BuiltSite]:
    """The site of records that are hard on a layout."""
    project = shared_site("hostile", lambda folder: build_at_root(folder, write_hostile_corpus))
    with served(project / "site") as root:
        yield BuiltSite(project / "site", root)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader's browser, new for each test; nothing moves in it."""
    opened = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield opened
    opened.close()
