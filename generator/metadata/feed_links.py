"""Links by which feed readers and calendars find a page's subscriptions (autodiscovery)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.urls import file_address
from generator.exports.feeds.atom import title_of
from generator.i18n.strings import Words
from generator.metadata.elements import HeadLink
from generator.pages import Page


def subscription_links(corpus: Corpus, page: Page[object], words: Words) -> Iterator[HeadLink]:
    """A link to each feed and calendar of the page."""
    for subscription in page.subscriptions:
        yield HeadLink(
            "alternate",
            file_address(corpus, subscription.path(words.language)),
            subscription.type,
            title_of(subscription, corpus, words),
        )
