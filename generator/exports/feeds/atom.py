"""Corpus → Atom feeds (RFC 4287) in each language: all news, follow-ups, weeks, and news by forum and topic.

A feed has its newest entries; a forum's that has them all is marked so (RFC 5005, section 2). Full texts are
in the feeds of the whole archive, whose number does not grow; those of its parts have summaries. No feed
names a hub; a host that has one (WebSub) names it in a header.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.corpus.corpus import Corpus
from generator.corpus.urls import file_address, page_address
from generator.exports.changes import NEVER, midnight
from generator.exports.feeds.entries import Edition
from generator.exports.feeds.entry_html import templates_of
from generator.exports.feeds.news import FeedEntry, News, Said, newest_first
from generator.exports.feeds.weekly import weeks_of
from generator.exports.stable_ids import tag
from generator.i18n.strings import SiteWords, Words
from generator.models import LANGUAGES, Language, Proposal, Text
from generator.pages.subscriptions import (
    FOLLOW_UPS,
    NEW,
    SUBSCRIBE,
    WEEKLY,
    Subscription,
    forum_feed,
    organization_feed,
    topic_feed,
)
from generator.rendering.html import HtmlWriter

NEWEST = 50
"""The number of entries in a feed of the whole archive."""

NEWEST_OF_A_FORUM = 100
NEWEST_OF_A_PART = 30
"""The same for a topic's and an organization's."""


def feed_files(corpus: Corpus, site_words: SiteWords) -> Mapping[str, bytes]:
    """Every feed in both languages."""
    return dict(each_feed(corpus, site_words))


def each_feed(corpus: Corpus, site_words: SiteWords) -> Iterator[tuple[str, bytes]]:
    """The same one by one."""
    for words in site_words.values():
        for path, text in FeedWriter(Edition(corpus, words)).files():
            yield path, text.encode()


def title_of(subscription: Subscription, corpus: Corpus, words: Words) -> str:
    """The title of a feed or calendar, as subscribers see it."""
    about = subscription.about.best(words.language)[0] if subscription.about else ""
    title = words(f"subscriptions.titles.{subscription.kind}", about=about)
    return f"{title} - {corpus.site.name.best(words.language)[0]}"


def feed_id(subscription: Subscription, corpus: Corpus, language: Language) -> str:
    """Made of the feed's first path, so that a renamed record's feed is the same feed."""
    return tag(corpus, language, subscription.first.removesuffix(".atom"))


def subtitle_of(subscription: Subscription, corpus: Corpus, words: Words) -> str:
    """What the feed tells, and how it is used: browsers show it to those who open the file itself."""
    address = page_address(corpus, SUBSCRIBE, words.language)
    told = words(f"subscriptions.subtitles.{subscription.kind}")
    return f"{told} {words('subscriptions.how_to', address=address)}"


@dataclass(frozen=True)
class Feed:
    """A feed with its entries, newest first, and the page with the same content."""

    subscription: Subscription
    page: str
    entries: tuple[FeedEntry, ...]
    is_complete: bool = False
    """Whether it has everything that is told of one thing."""
    is_brief: bool = False
    """Whether its entries have summaries alone."""


def _newest(entries: Iterable[News], most: int = NEWEST) -> tuple[News, ...]:
    return newest_first(entries)[:most]


def feeds_of(edition: Edition) -> Iterator[Feed]:
    """The feeds of a language; a proposal's news includes its follow-ups."""
    corpus = edition.corpus
    forums = {forum.id: edition.forum(forum) for forum in corpus.forums_newest_first}
    proposals = {proposal.id: edition.proposal(proposal) for proposal in corpus.proposals_newest_first}

    def about(chosen: Iterable[Proposal]) -> tuple[News, ...]:
        return tuple(news for proposal in chosen for news in proposals[proposal.id])

    of_forums = (news for own_news in forums.values() for news in own_news)
    everything = (*of_forums, *about(corpus.proposals_newest_first))
    yield Feed(NEW, "index.md", _newest(everything))
    if corpus.has("proposals"):
        follow_ups = (news for own_news in proposals.values() for news in own_news[:-1])
        yield Feed(FOLLOW_UPS, "follow-ups.md", _newest(follow_ups))
    yield Feed(WEEKLY, "index.md", weeks_of(edition, everything))
    for forum in corpus.forums_newest_first:
        selected = (*forums[forum.id], *about(corpus.proposals_at(forum)))
        newest = _newest(selected, NEWEST_OF_A_FORUM)
        is_complete = len(newest) == len(selected)
        yield Feed(forum_feed(forum), forum.page, newest, is_complete=is_complete, is_brief=True)
    for topic in corpus.shown_topics:
        newest = _newest(about(corpus.proposals_on(topic)), NEWEST_OF_A_PART)
        yield Feed(topic_feed(topic), f"topics/{topic.id}.md", newest, is_brief=True)
    for organization in corpus.organizations.values():
        if chosen := corpus.proposals_to(organization):
            yield Feed(
                organization_feed(organization, corpus.shown_name(organization)),
                organization.page,
                _newest(about(chosen), NEWEST_OF_A_PART),
                is_brief=True,
            )


class FeedWriter:
    """Writes the feeds of a language; an entry that several feeds share is rendered once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._corpus = edition.corpus
        self._language = edition.language
        templates = templates_of(HtmlWriter(edition.corpus, edition.words))
        templates.globals |= {
            "site": edition.corpus.site,
            "language": edition.language,
            "publisher": self._plain(edition.corpus.site.publisher.name),
            "plain": self._plain,
            "language_of": self._language_of,
        }
        self._feed = templates.get_template("feed.atom.jinja")
        self._entry = templates.get_template("entry.atom.jinja")
        self._rendered: dict[tuple[str, bool], Markup] = {}

    def files(self) -> Iterator[tuple[str, str]]:
        for feed in feeds_of(self._edition):
            document = self._document(feed)
            for path in feed.subscription.paths(self._language):
                yield path, document

    def _document(self, feed: Feed) -> str:
        corpus, language, words = self._corpus, self._language, self._edition.words
        return self._feed.render(
            feed=feed,
            id=feed_id(feed.subscription, corpus, language),
            title=title_of(feed.subscription, corpus, words),
            subtitle=subtitle_of(feed.subscription, corpus, words),
            updated=max((entry.updated for entry in feed.entries), default=midnight(NEVER)),
            addresses={tongue: file_address(corpus, feed.subscription.path(tongue)) for tongue in LANGUAGES},
            page=page_address(corpus, feed.page, language),
            explained=page_address(corpus, SUBSCRIBE, language),
            entries=[self._rendered_entry(entry, feed.is_brief) for entry in feed.entries],
        )

    def _plain(self, text: Text | str) -> str:
        return text if isinstance(text, str) else text.best(self._language)[0]

    def _language_of(self, said: Said) -> Markup:
        """The attribute of a text in the other language."""
        other = said.language != self._language
        return Markup(' xml:lang="{}"').format(said.language) if other else Markup()

    def _rendered_entry(self, entry: FeedEntry, is_brief: bool) -> Markup:
        """Its text escapes every `>`, so that it never ends its CDATA section."""
        key = entry.id, is_brief
        if key not in self._rendered:
            rendered = self._entry.render(entry=entry, text=None if is_brief else entry.text)
            self._rendered[key] = Markup(rendered)  # noqa: S704 - its template has escaped everything
        return self._rendered[key]
