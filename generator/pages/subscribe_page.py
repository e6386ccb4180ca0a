"""The page that explains feeds and calendars, and links those that most readers want."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.corpus.corpus import Corpus
from generator.corpus.urls import file_address
from generator.models import Language, Organization
from generator.pages.index import index_page
from generator.pages.list_rows import link_to, topic_link, who_link
from generator.pages.page import Page, PageLink
from generator.pages.subscriptions import (
    ALL_FORUMS,
    SUBSCRIBE,
    Subscription,
    feeds_of_all,
    forum_feed,
    organization_feed,
    subscriptions_of_all,
    topic_feed,
    webcal_address,
)

MOST_ORGANIZATIONS = 50
"""The number of organizations on the page, those asked most; the others have it on their pages."""

MOST_FORUMS = 20
"""The number of forums on the page, the newest."""


@dataclass(frozen=True)
class SubscribeRow:
    """A feed or a calendar with its address, which readers copy."""

    subscription: Subscription
    address: str
    about: PageLink | None = None
    """What it is about."""
    webcal: str | None = None
    """A calendar's address for programs that subscribe by a click."""


@dataclass(frozen=True)
class SubscribeView:
    everything: tuple[SubscribeRow, ...]
    calendars: tuple[SubscribeRow, ...]
    topics: tuple[SubscribeRow, ...]
    organizations: tuple[SubscribeRow, ...]
    forums: tuple[SubscribeRow, ...]
    has_more_organizations: bool
    has_more_forums: bool
    tells_proposals: bool
    """Whether there are proposals, whose news stand in the feeds of their forums."""


def subscribe_page(corpus: Corpus, language: Language) -> Page[SubscribeView]:
    """It does not grow with the records: what is not on it stands on the pages of each."""

    def rows(chosen: Iterable[tuple[Subscription, PageLink | None]]) -> tuple[SubscribeRow, ...]:
        return tuple(
            SubscribeRow(one, file_address(corpus, one.path(language)), about) for one, about in chosen
        )

    asked = _most_asked(corpus)
    view = SubscribeView(
        everything=rows((one, None) for one in feeds_of_all(corpus)),
        calendars=(
            SubscribeRow(
                ALL_FORUMS, file_address(corpus, ALL_FORUMS.file), webcal=webcal_address(corpus, ALL_FORUMS)
            ),
        ),
        topics=rows((topic_feed(topic), topic_link(topic)) for topic in corpus.shown_topics),
        organizations=rows(
            (organization_feed(body, corpus.shown_name(body)), who_link(corpus, body))
            for body in asked[:MOST_ORGANIZATIONS]
        ),
        forums=rows(
            (forum_feed(forum), link_to(forum)) for forum in corpus.forums_newest_first[:MOST_FORUMS]
        ),
        has_more_organizations=len(asked) > MOST_ORGANIZATIONS,
        has_more_forums=len(corpus.forums) > MOST_FORUMS,
        tells_proposals=corpus.has("proposals"),
    )
    return index_page("subscribe", SUBSCRIBE, view, corpus, *subscriptions_of_all(corpus))


def _most_asked(corpus: Corpus) -> list[Organization]:
    """The organizations that proposals are addressed to, the most asked first."""
    asked = [body for body in corpus.organizations.values() if corpus.proposals_to(body)]
    return sorted(asked, key=lambda body: -len(corpus.proposals_to(body)))
