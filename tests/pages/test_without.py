"""Archives that are without some kinds of record: no page, link or file is of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.own_site import index_pages
from generator.exports import export_files
from generator.models import LANGUAGES
from generator.models.frame import HANGS_ON
from generator.pages import plan_pages
from generator.pages.home import HomeView
from generator.pages.search_page import SearchView
from generator.parsing.yaml_parser import Tree
from generator.search import index_of, manifest
from tests.support import small_corpus as small
from tests.support.page_links import links_in
from tests.support.words import WORDS

KINDS = ("speakers", "organizations", "proposals", "sources")
SOME_OR_ALL = [chosen for number in range(1, 5) for chosen in combinations(KINDS, number)]


def archive_without(*kinds: str) -> Corpus:
    """A forum, and a record of each kind that there is."""
    cited: list[Tree] = [] if "sources" in kinds else ["s"]
    host: dict[str, Tree] = {"person": "p"} if "organizations" in kinds else {"organization": "o"}
    hosts: list[Tree] = [] if {"speakers", "organizations"} <= {*kinds} else [{**host, "role": "host"}]
    there = {
        "speakers": small.speaker(),
        "organizations": small.organization(),
        "proposals": small.proposal(sources=cited, history=[small.step(sources=map(str, cited))]),
    }
    records = [record for kind, record in there.items() if kind not in kinds]
    forum = small.forum(organizers=hosts, sources=cited)
    corpus = small.corpus(forum, *records, site=small.site(without=list(kinds)))
    return replace(corpus, sources={}) if "sources" in kinds else corpus


def sections_without(kinds: tuple[str, ...]) -> set[str]:
    return {*kinds, *(section.replace("_", "-") for section, kind in HANGS_ON.items() if kind in kinds)}


@pytest.mark.parametrize("kinds", SOME_OR_ALL, ids="-".join)
def test_pages_are_there_or_not_and_links_lead_to_those_that_are(kinds: tuple[str, ...]) -> None:
    corpus = archive_without(*kinds)
    pages = {page.path: page for page in plan_pages(corpus, "ko", WORDS)}
    lacking = sections_without(kinds)
    assert {path for path in pages if path.removesuffix(".md").partition("/")[0] in lacking} == set()
    assert {f"{name}.md" for name in index_pages(corpus)} <= pages.keys()
    for page in pages.values():
        led_to = {link.target for link in (*links_in(page.view), *page.crumbs)}
        assert led_to <= pages.keys(), page.path


@pytest.mark.parametrize("kinds", SOME_OR_ALL, ids="-".join)
def test_files_are_there_or_not(kinds: tuple[str, ...]) -> None:
    corpus = archive_without(*kinds)
    lacking = sections_without(kinds)
    paths = [path for path, _ in export_files(corpus, WORDS)]
    assert len(paths) > 30
    parts = {path: set(path.replace(".", "/").split("/")) for path in paths}
    assert {path for path in paths if parts[path] & lacking} == set()
    index = index_of(corpus)
    for language in LANGUAGES:
        assert manifest(index, corpus, WORDS[language])


def test_an_archive_with_everything_has_everything() -> None:
    corpus = archive_without()
    assert {f"{name}.md" for name in index_pages(corpus)} <= {
        page.path for page in plan_pages(corpus, "en", WORDS)
    }
    assert "data/sources.csv" in dict(export_files(corpus, WORDS))


def test_the_home_page_counts_what_there_is() -> None:
    def counted(*kinds: str) -> list[str]:
        home = next(page.view for page in plan_pages(archive_without(*kinds), "ko", WORDS))
        assert isinstance(home, HomeView)
        return [link.target.partition("/")[0] for link, _ in home.counts]

    assert counted() == ["forums", "proposals", "speakers", "organizations"]
    assert counted("proposals", "speakers") == ["forums", "organizations"]


def test_the_search_lists_what_there_is() -> None:
    pages = {page.path: page.view for page in plan_pages(archive_without("sources"), "ko", WORDS)}
    view = pages["search.md"]
    assert isinstance(view, SearchView)
    kinds = next(choice.options for choice in view.choices if choice.name == "kind")
    assert [kind for kind, _ in kinds] == [
        "forum",
        "talk",
        "proposal",
        "speaker",
        "organization",
        "topic",
        "page",
    ]
    assert len(view.topics) == 2
