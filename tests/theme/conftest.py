"""The theme over a real build.

The files that ask for it are in one group, so that one worker builds it, once.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.support.hosting import HostedSite
from tests.theme.attacked import AtBase, Built, SiteServer, Visit, build, make_attacked_project


@pytest.fixture(scope="package")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with SiteServer(("127.0.0.1", 0), AtBase) as server:
        server.site = tmp_path_factory.mktemp("theme") / "site"
        project = make_attacked_project(server.site.parent / "project")
        build(project, server.site, server.address)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Built(server.site, server.address)
        server.shutdown()


@pytest.fixture
def visit(browser: Browser, built: Built) -> Iterator[Visit]:
    visit = Visit(browser, built)
    yield visit
    visit.tab.close()
    assert visit.faults == []


Reading = Callable[[BrowserContext, HostedSite], Iterator[object]]
"""Yields somebody with a browser before a site, and looks afterwards whether anything went wrong."""


@pytest.fixture(scope="package")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One for all, so that a file of the theme is loaded once."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        yield context


@pytest.fixture
def reader(context: BrowserContext, site: HostedSite, reading: Reading) -> Iterator[object]:
    """Of the site and in the way that the folder or file says."""
    yield from reading(context, site)


@pytest.fixture
def reader_with_a_clock(browser: Browser, site: HostedSite, reading: Reading) -> Iterator[object]:
    """Alone, since a clock that a test stops stands still for all tabs."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        yield from reading(context, site)
