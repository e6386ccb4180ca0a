"""News → one entry a week, for services that send mails: what was held, proposed and done, in short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import get_args

from generator.exports.changes import midnight
from generator.exports.feeds.entries import Edition
from generator.exports.feeds.news import FeedEntry, News, NewsKind, Said
from generator.i18n.formats import format_days
from generator.i18n.phrases import day_in_words
from generator.models import Forum, Proposal, Step
from generator.pages.list_rows import PartyLinks, link_to, party_links, proposer
from generator.pages.occasion import period_in_words
from generator.pages.page import PageLink

WEEKS = 26
"""The number of weeks with news in the feed."""

MOST_NEWS = 100
"""The number of news of a kind in a week; of more the entry says how many there are."""


@dataclass(frozen=True)
class WeekRow:
    """A piece of news in a week's entry: what a mail can show on two lines."""

    link: PageLink
    when: str
    status: str | None = None
    proposers: tuple[PartyLinks, ...] = ()
    addressees: tuple[PartyLinks, ...] = ()
    actors: tuple[PartyLinks, ...] = ()
    is_withdrawn: bool = False
    """Whether the proposal was taken back, now or later."""


@dataclass(frozen=True)
class WeekSection:
    """The news of a kind, newest first."""

    kind: NewsKind
    rows: tuple[WeekRow, ...]
    more: int
    """How many others there are."""


def weeks_of(edition: Edition, news: Iterable[News]) -> tuple[FeedEntry, ...]:
    """The newest weeks with news, from Monday to Sunday, the newest first.

    Of a forum that was called off, that is the news.
    """
    told = (one for one in news if one.kind != "forum" or not _is_off(one.record))
    by_day = sorted(told, key=lambda one: one.day, reverse=True)
    weeks = groupby(by_day, key=lambda one: monday(one.day))
    return tuple(
        _week(edition, first, tuple(of_week))
        for (first, of_week), _ in zip(weeks, range(WEEKS), strict=False)
    )


def _is_off(record: Forum | Proposal) -> bool:
    return isinstance(record, Forum) and record.called_off is not None


def monday(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def _week(edition: Edition, first: date, news: Sequence[News]) -> FeedEntry:
    """As new as the newest of its news: a service sends the week that has news since it last sent.

    The id is the week's, whatever is told of it.
    """
    year, week, _ = first.isocalendar()
    name, words = f"{year}-W{week:02}", edition.words
    days = format_days(first, first + timedelta(days=6), edition.language)
    found = {kind: [one for one in news if one.kind == kind] for kind in get_args(NewsKind)}
    told = [words(f"subscriptions.weekly.counts.{kind}", n=len(some)) for kind, some in found.items() if some]
    return FeedEntry(
        id=edition.id("weekly", name),
        title=Said(words("subscriptions.weekly.title", days=days), edition.language),
        updated=max(one.updated for one in news),
        published=midnight(max(one.day for one in news)),
        address=f"{edition.page('index.md')}?week={name}",
        related=tuple(edition.elsewhere("index.md", f"?week={name}")),
        categories=(edition.kind("week"),),
        summary=Said(", ".join(told), edition.language),
        written=lambda: edition.texts.week(
            [_section(edition, kind, some) for kind, some in found.items() if some]
        ),
    )


def _section(edition: Edition, kind: NewsKind, news: Sequence[News]) -> WeekSection:
    shown = news[:MOST_NEWS]
    return WeekSection(kind, tuple(_row(edition, one) for one in shown), len(news) - len(shown))


def _row(edition: Edition, news: News) -> WeekRow:
    if isinstance(news.record, Forum):
        return _forum_row(edition, news.record, news.kind)
    return _proposal_row(edition, news.record, news)


def _forum_row(edition: Edition, forum: Forum, kind: NewsKind) -> WeekRow:
    status = edition.words(f"forum_statuses.{edition.corpus.forum_status(forum)}")
    when = period_in_words(edition.corpus, forum, edition.words, weekday=False)
    return WeekRow(link_to(forum), when, status if kind == "called-off" else None)


def _proposal_row(edition: Edition, proposal: Proposal, news: News) -> WeekRow:
    """The status is the one of then: what came of it since is news of another week."""
    corpus, told = edition.corpus, news.told
    step = proposal.history[0] if told is None else told if isinstance(told, Step) else None
    label = corpus.statuses[step.status].label.best(edition.language)[0] if step else None
    when = day_in_words((told or proposal.history[0]).date, edition.words)
    is_withdrawn = proposal.withdrawn is not None and news.kind != "withdrawal"
    if told:
        actors = step.actors if step else ()
        return WeekRow(
            link_to(proposal),
            when,
            label,
            actors=tuple(party_links(corpus, who) for who in actors),
            is_withdrawn=is_withdrawn,
        )
    forum = corpus.forums[proposal.forum]
    return WeekRow(
        link_to(proposal),
        when,
        label,
        proposers=tuple(proposer(corpus, forum, who) for who in proposal.proposers),
        addressees=tuple(party_links(corpus, who) for who in proposal.addressees),
        is_withdrawn=is_withdrawn,
    )
