"""The theme over a real build.

The files that ask for it are in one group, so that one worker builds it, once.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

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
