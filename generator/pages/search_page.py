"""The page of search results: its filters, and lists for readers without a search."""

from __future__ import annotations

from dataclasses import dataclass

from generator.corpus.corpus import Corpus
from generator.models import Status
from generator.pages.index import index_page
from generator.pages.list_rows import topic_link
from generator.pages.page import Label, Page, PageLink, Word, section_link

SECTIONS = ("forums", "proposals", "speakers", "organizations", "topics", "sources")
"""The lists in which everything can be found without a search."""

KIND_TITLES = {
    "forum": "forums",
    "talk": "talks",
    "proposal": "proposals",
    "speaker": "speakers",
    "organization": "organizations",
    "source": "sources",
    "topic": "topics",
}
"""Kind of search entry → its section of the site."""


@dataclass(frozen=True)
class FacetFilter:
    """A facet that narrows results: its name in the query string, and each value with its label."""

    name: str
    options: tuple[tuple[str, Label], ...]


@dataclass(frozen=True)
class SearchView:
    choices: tuple[FacetFilter, ...]
    statuses: tuple[Status, ...]
    sections: tuple[PageLink, ...]
    topics: tuple[PageLink, ...]


def search_page(corpus: Corpus) -> Page[SearchView]:
    titles = {kind: Word(f"{name}.title") for kind, name in KIND_TITLES.items() if corpus.has(name)}
    choices = (
        FacetFilter("kind", (*titles.items(), ("page", Word("search.pages")))),
        FacetFilter("year", tuple((year, year) for year in years(corpus))),
        FacetFilter("topic", tuple((topic.id, topic.label) for topic in corpus.shown_topics)),
        FacetFilter("status", tuple((status.id, status.label) for status in corpus.shown_statuses)),
    )
    view = SearchView(
        tuple(choice for choice in choices if choice.options or corpus.has("proposals")),
        statuses=corpus.shown_statuses,
        sections=tuple(map(section_link, filter(corpus.has, SECTIONS))),
        topics=tuple(map(topic_link, corpus.shown_topics)),
    )
    return index_page("search", "search.md", view, corpus)


def years(corpus: Corpus) -> tuple[str, ...]:
    """The years of forums, proposals and sources, newest first."""
    days = [forum.start_date for forum in corpus.forums.values()]
    days += [proposal.history[0].date for proposal in corpus.proposals.values()]
    days += [source.issued for source in corpus.sources.values()]
    return tuple(map(str, sorted({day.year for day in days}, reverse=True)))
