"""Where feed readers and calendars find what a page offers to subscribe to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.corpus.corpus import Corpus
from generator.corpus.urls import file_address
from generator.exports.feeds.atom import title_of
from generator.i18n.strings import Words, load_words
from generator.metadata.elements import HeadLink
from generator.models import Language
from generator.pages import Page


def subscription_links(corpus: Corpus, page: Page[object], language: Language) -> Iterator[HeadLink]:
    """A page's head names the feeds and calendars of what it shows."""
    for subscription in page.subscriptions:
        yield HeadLink(
            "alternate",
            file_address(corpus, subscription.path(language)),
            subscription.type,
            title_of(subscription, corpus, _words(language)),
        )


@cache
def _words(language: Language) -> Words:
    return load_words(language)
