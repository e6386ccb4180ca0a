"""The numbers of proposals and forums; each links to the list that it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from generator.corpus.corpus import Corpus
from generator.models import Proposal, Status
from generator.pages.filter_values import addressee_key
from generator.pages.index import index_page
from generator.pages.list_rows import topic_link
from generator.pages.page import Page, PageLink, Word, proposals_where
from generator.pages.proposals import addressees

MOST_ADDRESSEES = 50


@dataclass(frozen=True)
class Bar:
    """A row of a bar table: a link to the list that is counted, its number, and the bar's length, to 100."""

    link: PageLink
    number: int
    length: int


@dataclass(frozen=True)
class Wait:
    """The time from a proposal to its first follow-up."""

    answered: int
    median_days: int


@dataclass(frozen=True)
class StatisticsView:
    proposals: int
    forums: int
    statuses: tuple[Status, ...]
    by_topic: tuple[Bar, ...]
    by_addressee: tuple[Bar, ...]
    """Those with most proposals."""
    further_addressees: int
    """The number of the others."""
    by_status: tuple[Bar, ...]
    by_year: tuple[tuple[Bar, PageLink, int], ...]
    """Each year's proposals, a link to its forums, and their number."""
    matrix: tuple[tuple[PageLink, tuple[tuple[PageLink, int], ...]], ...]
    """Topic → the number of its proposals with each status."""
    wait: Wait | None
    withdrawn: PageLink | None
    """The list of the proposals that were taken back, if any was."""


def statistics_page(corpus: Corpus) -> Page[StatisticsView]:
    return index_page("statistics", "statistics.md", statistics(corpus), corpus)


def statistics(corpus: Corpus) -> StatisticsView:
    proposals = corpus.proposals.values()
    asked = Counter(
        key for proposal in proposals for key in {addressee_key(who) for who in proposal.addressees}
    )
    names = addressees(corpus)
    return StatisticsView(
        proposals=len(corpus.proposals),
        forums=len(corpus.forums),
        statuses=corpus.vocabulary.statuses,
        by_topic=_bars(
            (proposals_where(topic.label, topic=topic.id), len(corpus.proposals_on(topic)))
            for topic in corpus.vocabulary.topics
        ),
        by_addressee=_bars(
            (proposals_where(name, to=key), asked[key]) for key, name in list(names.items())[:MOST_ADDRESSEES]
        ),
        further_addressees=max(0, len(names) - MOST_ADDRESSEES),
        by_status=_bars(
            (proposals_where(status.label, status=status.id), len(corpus.proposals_with(status)))
            for status in corpus.vocabulary.statuses
        ),
        by_year=_years(corpus),
        matrix=_matrix(corpus),
        wait=wait(corpus),
        withdrawn=withdrawn_link(corpus),
    )


def withdrawn_link(corpus: Corpus) -> PageLink | None:
    """A link to the proposals that were taken back, by their number."""
    number = sum(proposal.withdrawn is not None for proposal in corpus.proposals.values())
    label = Word("proposals.count", {"n": number})
    return proposals_where(label, withdrawn="withdrawn") if number else None


def _bars(counted: Iterable[tuple[PageLink, int]]) -> tuple[Bar, ...]:
    """Bars of which the longest is 100."""
    rows = tuple(counted)
    most = max((number for _, number in rows), default=0) or 1
    return tuple(Bar(link, number, round(100 * number / most)) for link, number in rows)


def _years(corpus: Corpus) -> tuple[tuple[Bar, PageLink, int], ...]:
    forums = Counter(forum.start_date.year for forum in corpus.forums.values())
    proposals = Counter(
        corpus.forums[proposal.forum].start_date.year for proposal in corpus.proposals.values()
    )
    years = sorted(forums, reverse=True)
    bars = _bars((proposals_where(str(year), year=str(year)), proposals[year]) for year in years)
    forum_links = ((PageLink(str(year), "forums/index.md", f"y{year}"), forums[year]) for year in years)
    return tuple((bar, link, number) for bar, (link, number) in zip(bars, forum_links, strict=True))


def _matrix(corpus: Corpus) -> tuple[tuple[PageLink, tuple[tuple[PageLink, int], ...]], ...]:
    def cell(topic: str, status: str, number: int) -> tuple[PageLink, int]:
        return proposals_where(str(number), topic=topic, status=status), number

    rows = []
    for topic in corpus.vocabulary.topics:
        numbers = Counter(proposal.history[-1].status for proposal in corpus.proposals_on(topic))
        cells = tuple(cell(topic.id, status.id, numbers[status.id]) for status in corpus.vocabulary.statuses)
        rows.append((topic_link(topic), cells))
    return tuple(rows)


def wait(corpus: Corpus) -> Wait | None:
    """The number of proposals with a follow-up, and the median of days until it; None if there are none."""
    days = [
        _days_to_follow_up(proposal) for proposal in corpus.proposals.values() if len(proposal.history) > 1
    ]
    return Wait(len(days), round(median(days))) if days else None


def _days_to_follow_up(proposal: Proposal) -> int:
    first, second = proposal.history[0].date, proposal.history[1].date
    return max(0, (second.earliest - first.earliest).days)
