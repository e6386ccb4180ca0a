"""A site of made-up records and a few that attack, and readers who look for something in it.

The tests of this folder are in one group, so that one worker builds the site, once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext

from tests.support.hosting import HostedSite, hosted
from tests.support.running import copy_project
from tests.support.sites import WITHOUT_TYPST
from tests.theme.search.reader import ATTACKS, MANY, Reader

SOURCE = """\
type: report
title: {title}
publisher: {{ko: 책벌레출판, en: Bookworm Press}}
issued: 2024-03
language: ko
"""


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HostedSite]:
    folder = tmp_path_factory.mktemp("searched")
    project = copy_project(folder / "project")
    titles = [f"책벌레 통계 {number}" for number in range(MANY)]
    for number, title in enumerate((*ATTACKS, *titles)):
        record = SOURCE.format(title="'" + title.replace("'", "''") + "'")
        (project / f"content/sources/made-{number}.yml").write_text(record, encoding="utf-8")
    with hosted(project, **WITHOUT_TYPST) as site:
        yield site


@pytest.fixture(scope="package")
def reading() -> Callable[[BrowserContext, HostedSite], Iterator[Reader]]:
    return who_looks


def who_looks(context: BrowserContext, site: HostedSite) -> Iterator[Reader]:
    reader = Reader(context.new_page(), site)
    yield reader
    styled = reader.tab.locator(":is(.search-results, .search-form, .search-notes) [style]").count()
    reader.tab.close()
    assert [fault for fault in reader.faults if "404 (" not in fault] == []
    assert styled == 0  # a strict Content-Security-Policy would forbid it
