"""Pages that look across all records: topics, what the statuses mean, statistics, data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus import Corpus
from generator.models import Site, Status, Topic
from generator.pages.home import section_page
from generator.pages.page import HOME, Page, PageLink, Word, section_crumbs, section_link
from generator.pages.rows import ProposalRow, newest_fact, proposal_rows, topic_link


@dataclass(frozen=True)
class TopicList:
    topics: tuple[tuple[PageLink, Topic, int], ...]
    """Link, topic, and how many proposals there are on it."""


@dataclass(frozen=True)
class TopicView:
    topic: Topic
    proposals: tuple[ProposalRow, ...]


@dataclass(frozen=True)
class StatusList:
    statuses: tuple[tuple[Status, tuple[Status, ...], int], ...]
    """Status, what may follow it, and how many proposals have it."""


@dataclass(frozen=True)
class Statistics:
    statuses: tuple[tuple[Status, int], ...]
    topics: tuple[tuple[PageLink, int], ...]
    matrix: tuple[tuple[PageLink, tuple[int, ...]], ...]
    """Topic → how many of its proposals have each status, in the order of `statuses`."""
    years: tuple[tuple[int, int, int], ...]
    """Year, forums in it, proposals made at them."""
    total: int


@dataclass(frozen=True)
class Data:
    site: Site
    counts: tuple[tuple[PageLink, int], ...]


def topic_pages(corpus: Corpus) -> Iterator[Page]:
    topics = tuple(
        (topic_link(topic), topic, len(corpus.proposals_on(topic))) for topic in corpus.vocabulary.topics
    )
    yield section_page("topics", TopicList(topics), corpus)
    for topic in corpus.vocabulary.topics:
        proposals = corpus.proposals_on(topic)
        yield Page(
            f"topics/{topic.id}.md",
            "topic",
            title=topic.label,
            view=TopicView(topic, proposal_rows(corpus, proposals)),
            crumbs=section_crumbs("topics"),
            description=topic.description or topic.label,
            source_file=corpus.vocabulary.path,
            updated=newest_fact(proposals),
        )


def overview_pages(corpus: Corpus) -> Iterator[Page]:
    """Statuses, statistics and data."""
    statuses = tuple(
        (
            status,
            tuple(corpus.statuses[following] for following in status.next),
            len(corpus.proposals_with(status)),
        )
        for status in corpus.vocabulary.statuses
    )
    yield _overview("statuses", StatusList(statuses), corpus)
    yield _overview("statistics", statistics(corpus), corpus)
    kinds = ("forums", "proposals", "speakers", "organizations", "sources")
    yield _overview(
        "data",
        Data(corpus.site, tuple((section_link(kind), len(getattr(corpus, kind))) for kind in kinds)),
        corpus,
    )


def _overview(name: str, view: object, corpus: Corpus) -> Page:
    return Page(
        f"{name}.md",
        name,
        title=Word(f"{name}.title"),
        view=view,
        crumbs=(HOME,),
        description=Word(f"{name}.description"),
        updated=newest_fact(corpus.records),
    )


def statistics(corpus: Corpus) -> Statistics:
    forums = Counter(forum.start_date.year for forum in corpus.forums.values())
    proposals = Counter(
        corpus.forums[proposal.forum].start_date.year for proposal in corpus.proposals.values()
    )
    by_topic = {
        topic.id: Counter(proposal.history[-1].status for proposal in corpus.proposals_on(topic))
        for topic in corpus.vocabulary.topics
    }
    statuses = corpus.vocabulary.statuses
    return Statistics(
        statuses=tuple((status, len(corpus.proposals_with(status))) for status in statuses),
        topics=tuple((topic_link(topic), by_topic[topic.id].total()) for topic in corpus.vocabulary.topics),
        matrix=tuple(
            (topic_link(topic), tuple(by_topic[topic.id][status.id] for status in statuses))
            for topic in corpus.vocabulary.topics
        ),
        years=tuple((year, forums[year], proposals[year]) for year in sorted(forums, reverse=True)),
        total=len(corpus.proposals),
    )
