"""The scripts of the theme: their pure parts in Node, by tests/javascript/, and how much they weigh."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.support.nodejs import JAVASCRIPT, needs_node, pass_in_node
from tests.support.paths import ROOT

ASSETS = ROOT / "generator" / "theme" / "assets"
SCRIPTS = ASSETS / "javascripts"
SEARCH = ASSETS / "search"

TESTS = sorted(JAVASCRIPT.rglob("*.test.js"))


def name_of(file: Path) -> str:
    return file.relative_to(JAVASCRIPT).as_posix().removesuffix(".test.js")


@needs_node
@pytest.mark.parametrize("file", TESTS, ids=name_of)
def test_in_node(file: Path) -> None:
    pass_in_node(file)


def test_every_test_file_is_found() -> None:
    assert set(map(name_of, TESTS)) >= {"csv", "matching", "search/alike"}


def test_scripts_of_the_filters_are_small() -> None:
    """Every first view of a page loads them: 3 KB, compressed."""
    scripts = b"".join((SCRIPTS / name).read_bytes() for name in ("filters.js", "matching.js", "csv.js"))
    assert len(gzip.compress(scripts, 9)) <= 3 * 1024


def test_scripts_of_the_search_are_small() -> None:
    """20 KB, compressed: all of them as one, and what a search that finds something loads, each by itself."""
    scripts = {script.name: script.read_bytes() for script in sorted(SEARCH.glob("*.js"))}
    assert len(gzip.compress(b"".join(scripts.values()), 9)) <= 20 * 1024
    seldom = {"facets.js", "page-worker.js", "typos.js"}
    assert seldom <= scripts.keys()
    sent = [len(gzip.compress(script, 9)) for name, script in scripts.items() if name not in seldom]
    assert sum(sent) <= 20 * 1024
