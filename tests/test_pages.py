"""Corpus → pages: which pages there are, in what order their lists stand, and what they link to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from generator.check import load_corpus
from generator.corpus import Corpus
from generator.models import LANGUAGES
from generator.pages import Page, plan_pages
from generator.pages.forums import ForumList, ForumView
from generator.pages.home import Home, follow_ups
from generator.pages.overviews import Statistics, statistics
from generator.pages.page import PageLink
from generator.pages.parties import PartyList, PartyView
from generator.pages.proposals import ProposalView
from generator.pages.sources import SourceView

CORPUS = Path(__file__).parent / "corpus" / "content"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(CORPUS)


def pages_of(corpus: Corpus) -> dict[str, Page]:
    return {page.path: page for page in plan_pages(corpus, "ko")}


def links_in(value: object) -> Iterator[PageLink]:
    if isinstance(value, PageLink):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from links_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from links_in(getattr(value, field.name))


def test_both_languages_have_the_same_pages_each_once(corpus: Corpus) -> None:
    korean, english = ([page.path for page in plan_pages(corpus, language)] for language in LANGUAGES)
    assert sorted(korean) == sorted(english)
    assert len(korean) == len(set(korean))


def test_every_record_topic_and_prose_page_has_a_page(corpus: Corpus) -> None:
    pages = pages_of(corpus)
    wanted = [record.page for record in corpus.records]
    wanted += [f"topics/{topic.id}.md" for topic in corpus.vocabulary.topics]
    wanted += [f"{page.name}.md" for page in corpus.pages]
    wanted += ["index.md", "statistics.md", "statuses.md", "data.md"]
    wanted += [
        f"{kind}/index.md"
        for kind in ("forums", "proposals", "speakers", "organizations", "topics", "sources")
    ]
    assert [path for path in wanted if path not in pages] == []


def test_every_link_leads_to_a_page_that_there_is(corpus: Corpus) -> None:
    pages = pages_of(corpus)
    links = [link for page in pages.values() for link in links_in((page.view, page.crumbs))]
    assert len(links) > 200
    assert [link.target for link in links if link.target not in pages] == []


def test_a_redirect_page_stands_at_each_former_address(corpus: Corpus) -> None:
    former = [
        (f"{record.folder}/{old}.md", record.page)
        for record in corpus.records
        for old in record.redirect_from
    ]
    assert former
    pages = pages_of(corpus)
    assert [(path, pages[path].redirect) for path, _ in former] == former


def test_the_newest_forum_stands_first(corpus: Corpus) -> None:
    view = pages_of(corpus)["forums/index.md"].view
    assert isinstance(view, ForumList)
    years = [year for year, _ in view.years]
    assert years == sorted(years, reverse=True)
    days = [row.date.earliest for _, rows in view.years for row in rows]
    assert days == sorted(days, reverse=True)


def test_proposals_of_a_forum_stand_in_the_order_of_their_numbers(corpus: Corpus) -> None:
    view = pages_of(corpus)["forums/2024-library-robots.md"].view
    assert isinstance(view, ForumView)
    numbers = [int(row.link.target.removesuffix(".md").rpartition("-")[2]) for row in view.proposals]
    assert numbers == sorted(numbers)
    assert numbers[-1] == 10


def test_neighbours_are_those_of_the_same_forum(corpus: Corpus) -> None:
    pages = pages_of(corpus)
    proposals = [proposal.page for proposal in corpus.proposals_at(corpus.forums["2024-library-robots"])]
    views = [pages[path].view for path in proposals]
    assert all(isinstance(view, ProposalView) for view in views)
    previous = [view.previous and view.previous.target for view in views if isinstance(view, ProposalView)]
    following = [view.following and view.following.target for view in views if isinstance(view, ProposalView)]
    assert previous == [None, *proposals[:-1]]
    assert following == [*proposals[1:], None]


def test_a_relation_is_told_on_both_pages(corpus: Corpus) -> None:
    pages = pages_of(corpus)
    superseding = pages["proposals/2024-library-robots-4.md"].view
    superseded = pages["proposals/2023-open-shelves-1.md"].view
    assert isinstance(superseding, ProposalView)
    assert isinstance(superseded, ProposalView)
    assert ("supersedes", False) in [(relation.type, relation.inverse) for relation in superseding.relations]
    assert [(relation.type, relation.inverse) for relation in superseded.relations] == [("supersedes", True)]


def test_sources_are_numbered_as_the_page_cites_them(corpus: Corpus) -> None:
    view = pages_of(corpus)["proposals/2024-library-robots-4.md"].view
    assert isinstance(view, ProposalView)
    assert [row.number for row in view.sources] == list(range(1, len(view.sources) + 1))
    cited = {reference.number for step in view.history for reference in step.references}
    assert cited <= {row.number for row in view.sources}


def test_a_source_names_what_cites_it(corpus: Corpus) -> None:
    for page in plan_pages(corpus, "ko"):
        if isinstance(page.view, SourceView):
            cited_by = {link.target for link in page.view.cited_by}
            citing = {record.page for record in corpus.citing(page.view.source)}
            assert cited_by == citing


def test_follow_ups_are_the_steps_after_the_first_newest_first(corpus: Corpus) -> None:
    found = follow_ups(corpus)
    assert len(found) == sum(len(proposal.history) - 1 for proposal in corpus.proposals.values())
    days = [follow_up.step.date.latest for follow_up in found]
    assert days == sorted(days, reverse=True)


def test_the_board_counts_every_proposal_once(corpus: Corpus) -> None:
    view = pages_of(corpus)["index.md"].view
    assert isinstance(view, Home)
    assert sum(number for _, number in view.board) == len(corpus.proposals)


def test_statistics_agree_with_each_other(corpus: Corpus) -> None:
    found: Statistics = statistics(corpus)
    assert sum(number for _, number in found.statuses) == found.total == len(corpus.proposals)
    assert sum(proposals for _, _, proposals in found.years) == found.total
    assert sum(forums for _, forums, _ in found.years) == len(corpus.forums)
    for (topic, numbers), (same, number) in zip(found.matrix, found.topics, strict=True):
        assert topic == same
        assert sum(numbers) == number


@pytest.mark.parametrize("section", ["speakers", "organizations"])
def test_people_and_organizations_stand_in_the_order_of_the_language(corpus: Corpus, section: str) -> None:
    for language in LANGUAGES:
        pages = {page.path: page for page in plan_pages(corpus, language)}
        view = pages[f"{section}/index.md"].view
        assert isinstance(view, PartyList)
        assert len(view.rows) == len(getattr(corpus, section))
    korean, english = (
        [page.path for page in plan_pages(corpus, language) if page.path.startswith(section)]
        for language in LANGUAGES
    )
    assert korean != english


def test_a_page_tells_what_an_organization_was_asked(corpus: Corpus) -> None:
    pages = pages_of(corpus)
    asked = {
        addressee.organization
        for proposal in corpus.proposals.values()
        for addressee in proposal.addressees
        if addressee.organization
    }
    assert asked
    for organization in asked:
        view = pages[f"organizations/{organization}.md"].view
        assert isinstance(view, PartyView)
        assert view.asked
