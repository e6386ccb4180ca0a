"""The pages of topics, and the page of statuses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus.corpus import Corpus
from generator.models import Status, Topic
from generator.pages.index import index_page, section_page
from generator.pages.list_rows import ProposalRow, proposal_rows, topic_link
from generator.pages.page import Page, PageLink, section_crumbs
from generator.pages.statistics import withdrawn_link
from generator.pages.subscriptions import topic_feed


@dataclass(frozen=True)
class TopicList:
    topics: tuple[tuple[PageLink, Topic, int], ...]
    """Link, topic, and number of its proposals."""


@dataclass(frozen=True)
class TopicView:
    topic: Topic
    proposals: tuple[ProposalRow, ...]


@dataclass(frozen=True)
class StatusList:
    statuses: tuple[tuple[Status, tuple[Status, ...], int], ...]
    """Status, the statuses that may follow, and number of its proposals."""
    withdrawn: PageLink | None


def topic_pages(corpus: Corpus) -> Iterator[Page[TopicList | TopicView]]:
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
            updated=corpus.newest_fact(proposals),
            subscriptions=(topic_feed(topic),),
        )


def status_page(corpus: Corpus) -> Page[StatusList]:
    """The statuses of proposals with their meaning."""
    statuses = tuple(
        (
            status,
            tuple(corpus.statuses[following] for following in status.next),
            len(corpus.proposals_with(status)),
        )
        for status in corpus.vocabulary.statuses
    )
    return index_page("statuses", "statuses.md", StatusList(statuses, withdrawn_link(corpus)), corpus)
