"""Two built sites, which every test of this package looks at: the real records, and hostile ones."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from generator.models import Language
from tests.quality.hostile import write_hostile_corpus
from tests.quality.page_types import SamplePage, sample_pages
from tests.support.paths import ROOT
from tests.support.running import run
from tests.support.serving import served


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
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The site of content/."""
    yield from built(
        tmp_path_factory.mktemp("real"), lambda content: shutil.copytree(ROOT / "content", content)
    )


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The site of records that are hard on a layout."""
    yield from built(tmp_path_factory.mktemp("hostile"), write_hostile_corpus)


def built(project: Path, write_content: Callable[[Path], object]) -> Iterator[BuiltSite]:
    write_content(project / "content")
    site_file = project / "content" / "site.yml"
    address = next(line for line in site_file.read_text("utf-8").splitlines() if line.startswith("address:"))
    at_root = site_file.read_text("utf-8").replace(address, "address: https://proceedings.example.org/")
    site_file.write_text(at_root, encoding="utf-8")
    (project / "generator").symlink_to(ROOT / "generator")
    for settings in ROOT.glob("mkdocs*.yml"):
        shutil.copy(settings, project)
    done = run(project, "build", "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    with served(project / "site") as root:
        yield BuiltSite(project / "site", root)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader's browser, new for each test; nothing moves in it."""
    opened = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield opened
    opened.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever asks for the browser is marked as doing so."""
    for test in items:
        if {"browser", "context"} & set(getattr(test, "fixturenames", ())):
            test.add_marker(pytest.mark.browser)
