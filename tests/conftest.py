"""What several test modules need: a project of their own, and a browser."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Iterator
from functools import cache
from math import inf
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from generator.cli import progress_bars
from generator.parsing.messages import LANGUAGE_VARIABLE
from tests.support.browsing import chromium
from tests.support.paths import TESTS
from tests.support.running import copy_project
from tests.support.sites import (
    PLAIN_INSTALL,
    SharedSites,
    build_at_root,
    build_made_up,
    copy_real_content,
    shared_folder,
)

MARKERS = {"browser": "browser", "shared_site": "builds", "built": "builds", "project": "builds"}
"""Fixture → the marker of a test that asks for it, itself or by another one."""

SLOWEST_FIRST = (
    "pipeline/test_preview",
    "trust/test_browser.py",
    "faults/test_ended.py",
    "quality/test_accessibility.py",
    "faults/",
    "theme/search/",
    "quality/",
    "test_promise.py",
    "pipeline/test_incremental.py",
    "test_fuzz.py",
    "programs/",
    "package/",
)
"""Files, or folders, that no worker may come to last."""

# In the background of a shell SIGINT is ignored, and after nohup SIGHUP, also by whatever the tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

# The same texts each time: no change is refused for what another one did.
# `pytest --hypothesis-profile=fresh` makes new ones.
settings.register_profile("fresh", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("fresh"), derandomize=True)
settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--word", default="", help="only tests whose path or name holds this word")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests are marked by what they ask for, and those of slow files go first.

    A file is one worker's. Where tests name groups, the groups are, and the file's others go one by one.
    """
    word = config.getoption("--word").casefold()
    named: list[pytest.Item] = []
    others: list[pytest.Item] = []
    for test in items:
        (named if word in test.nodeid.partition("[")[0].casefold() else others).append(test)
    items[:] = named
    config.hook.pytest_deselected(items=others)
    in_groups = {place_of(test) for test in items if test.get_closest_marker("xdist_group")}
    for test in items:
        if place_of(test) not in in_groups:
            test.add_marker(pytest.mark.xdist_group(place_of(test)))
        for fixture in getattr(test, "fixturenames", ()):
            if fixture in MARKERS:
                test.add_marker(MARKERS[fixture])
    ranks: dict[str, int] = {}
    for test in items:
        ranks[place_of(test)] = min(rank_of(test), ranks.get(place_of(test), len(items)))
    items.sort(key=lambda test: ranks[place_of(test)])


def pytest_collection_finish() -> None:
    """All tests and their imports stay to the end; Python need not search them for garbage each time."""
    gc.collect()
    gc.freeze()


def place_of(test: pytest.Item) -> str:
    """The test's file, as seen from tests/."""
    return place_below(test.path)


@cache
def place_below(path: Path) -> str:
    """Asked a dozen times for each of thousands of tests."""
    return path.relative_to(TESTS).as_posix()


def rank_of(test: pytest.Item) -> int:
    """What is slow goes first, so that no worker is left with it while the others have nothing to do."""
    for rank, place in enumerate(SLOWEST_FIRST):
        if place_of(test).startswith(place):
            return rank
    marked = [test.get_closest_marker(name) is not None for name in ("builds", "browser")]
    return len(SLOWEST_FIRST) + (marked.index(True) if any(marked) else 2)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands speak English, whatever the machine's language is."""
    monkeypatch.setenv(LANGUAGE_VARIABLE, "en")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one's own, with the made-up records, in which everything may be changed."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def at_leisure(monkeypatch: pytest.MonkeyPatch) -> None:
    """No step of a command counts as long, also on a machine that is busy with other tests."""
    monkeypatch.setattr(progress_bars, "LONG", inf)


@pytest.fixture
def plain_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """What this process builds, it builds without Typst and Kiwi; for commands there is PLAIN_INSTALL."""
    for package in ("kiwipiepy", "typst"):
        monkeypatch.setitem(sys.modules, package, None)


@pytest.fixture(scope="session")
def shared_site(tmp_path_factory: pytest.TempPathFactory) -> SharedSites:
    """`shared_site(name, build)`: the folder that `build(folder)` filled, once a run for all workers."""
    return SharedSites(shared_folder(tmp_path_factory.getbasetemp()))


@pytest.fixture(scope="session")
def built_project(shared_site: SharedSites) -> Path:
    """The made-up records with the whole program, Typst and Kiwi too, and their site in site/.

    A test that changes something takes a copy: `shutil.copytree(built_project, tmp_path / "project")`.
    """
    return shared_site("made-up", build_made_up) / "project"


@pytest.fixture(scope="session")
def plain_built_project(shared_site: SharedSites) -> Path:
    """The same without Typst and Kiwi, in half the time: `run(project, "build", **PLAIN_INSTALL)`."""
    return shared_site("made-up-plain", lambda folder: build_made_up(folder, **PLAIN_INSTALL)) / "project"


@pytest.fixture(scope="session")
def real_project(shared_site: SharedSites) -> Path:
    """The records of content/, and their site in site/, which stands at the root of its host.

    Without Typst, whose 24 volumes cost as much as all the rest; other sites of the tests have some.
    """
    return shared_site("real", lambda folder: build_at_root(folder, copy_real_content, **PLAIN_INSTALL))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened
