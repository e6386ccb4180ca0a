"""Where feed readers and calendars find what a page offers to subscribe to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.corpus import Corpus
from generator.exports.addresses import file_address
from generator.exports.feeds import title_of
from generator.exports.parts import HeadLink
from generator.models import Language
from generator.pages import Page
from generator.words import Words, load_words


def subscription_links(corpus: Corpus, page: Page, language: Language) -> Iterator[HeadLink]:
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
