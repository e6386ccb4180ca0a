"""A site built from the made-up records and a few that attack, and readers before its lists.

The tests of this folder are in one group, so that one worker builds the site, once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext

from tests.support.hosting import HostedSite, hosted
from tests.support.running import copy_project
from tests.support.sites import PLAIN_INSTALL
from tests.theme.filters.reader import HOSTILE_TITLE, Reader

HOSTILE_PROPOSAL = f"""\
forum: 2023-open-shelves
title: {{ko: '{HOSTILE_TITLE}', en: '-2+3, "data centre"'}}
abstract: {{ko: 데이터 센터를 산·학·연이 함께 짓는다, en: A data centre}}
proposers: [{{forum: 2023-open-shelves}}]
addressees: [{{name: '@SUM(1)'}}]
topics: [budget]
history: [{{date: 2023-11, status: proposed}}]
sources: [dawn-courier-2023-11-21]
"""


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HostedSite]:
    folder = tmp_path_factory.mktemp("filters")
    project = copy_project(folder / "project")
    (project / "content/proposals/2023-open-shelves-2.yml").write_text(HOSTILE_PROPOSAL, encoding="utf-8")
    with hosted(project, **PLAIN_INSTALL) as site:
        yield site


@pytest.fixture(scope="package")
def reading() -> Callable[[BrowserContext, HostedSite], Iterator[Reader]]:
    return at_a_list


def at_a_list(context: BrowserContext, site: HostedSite) -> Iterator[Reader]:
    reader = Reader(context.new_page(), site)
    yield reader
    styled = reader.tab.locator("main [style]:is(.row, .filters *, h2, ul)").count()
    reader.tab.close()
    assert reader.faults == []
    assert styled == 0  # a strict Content-Security-Policy would forbid it
