"""Feeds in readers' programs, feedparser and rss-parser: where an entry leads, and what readers see of it."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import feedparser  # type: ignore[import-untyped]  # has no types of its own
import pytest
from lxml import html  # type: ignore[import-untyped]  # has no types of its own

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.corpus.own_site import built_site
from generator.exports.feeds.atom import feed_files, feeds_of
from generator.exports.feeds.entries import Edition
from generator.models import Language
from generator.output.site_paths import language_at
from generator.output.verify.resolve import Inside
from tests.exports.feeds.entries import is_whole
from tests.quality.node import node_package
from tests.support.nodejs import answer_in_node, needs_node
from tests.support.paths import RECORDS, TESTS
from tests.support.small_corpus import corpus, forum, proposal, step
from tests.support.words import WORDS

pytestmark = needs_node


@dataclass(frozen=True)
class Seen:
    """An entry as a program reads it."""

    id: str
    title: str
    link: str
    summary: str
    words: tuple[str, ...]
    """What its HTML shows, in the order in which it is shown; none in a feed of summaries."""
    published: datetime


@dataclass(frozen=True)
class SeenFeed:
    title: str
    link: str
    address: str
    author: str
    """Whose its entries are, since none names an author of its own (RFC 4287, section 4.2.1)."""
    entries: tuple[Seen, ...]


def words_in(content: str) -> tuple[str, ...]:
    return tuple(" ".join(html.fromstring(f"<div>{content}</div>").itertext()).split())


def by_feedparser(feeds: Iterable[str]) -> Iterator[SeenFeed]:
    for text in feeds:
        read = feedparser.parse(text.encode(), response_headers={"content-type": "application/atom+xml"})
        assert not read.bozo
        own = next(link.href for link in read.feed.links if link.rel == "self")
        seen = [
            Seen(
                entry.id,
                entry.title,
                entry.link,
                entry.summary,
                words_in(entry.content[0].value if "content" in entry else ""),
                datetime.fromtimestamp(timegm(entry.get("published_parsed") or entry.updated_parsed), UTC),
            )
            for entry in read.entries
        ]
        yield SeenFeed(read.feed.title, read.feed.link, own, read.feed.author, tuple(seen))


def by_rss_parser(feeds: Sequence[str]) -> Iterator[SeenFeed]:
    package = node_package("programs", "rss-parser")
    for feed in answer_in_node(TESTS / "programs" / "read_feeds.js", package, question=feeds):
        told = {name: feed[name] for name in ("title", "link", "address", "author")}
        yield SeenFeed(**told, entries=tuple(map(_seen, feed["entries"])))


def _seen(entry: Mapping[str, Any]) -> Seen:
    told = {name: entry[name] for name in ("id", "title", "link", "summary")}
    published = datetime.fromisoformat(entry["published"])
    return Seen(**told, words=words_in(entry["content"]), published=published)


@pytest.fixture(scope="module")
def records() -> Corpus:
    return load_corpus(RECORDS)


@pytest.fixture(scope="module")
def files(records: Corpus) -> Mapping[str, str]:
    return {path: content.decode() for path, content in feed_files(records, WORDS).items()}


@pytest.fixture(scope="module")
def read(files: Mapping[str, str]) -> Mapping[str, tuple[SeenFeed, SeenFeed]]:
    """Each feed as both programs read it."""
    feeds = list(files.values())
    return dict(zip(files, zip(by_feedparser(feeds), by_rss_parser(feeds), strict=True), strict=True))


def test_both_read_the_same(read: Mapping[str, tuple[SeenFeed, SeenFeed]]) -> None:
    assert sum(len(one.entries) for one, _ in read.values()) > 100
    for path, (one, other) in read.items():
        assert one == other, path
        assert one.author
        assert all(entry.summary and bool(entry.words) == is_whole(path) for entry in one.entries), path


def test_everything_leads_to_a_page_in_the_language_of_the_feed(
    records: Corpus, read: Mapping[str, tuple[SeenFeed, SeenFeed]]
) -> None:
    site = built_site(records)
    for path, (feed, _) in read.items():
        for link in (feed.link, *(entry.link for entry in feed.entries)):
            target = site.resolve(link, "index.html")
            assert isinstance(target, Inside), link
            assert target.file in site.files, link
            assert language_at(target.file) == language_at(path), link


@pytest.mark.parametrize("language", ["ko", "en"])
def test_they_show_what_was_written(
    records: Corpus, read: Mapping[str, tuple[SeenFeed, SeenFeed]], language: Language
) -> None:
    """Each with its text, but in a feed of summaries."""
    shown = {
        path: [(entry.id, entry.title, entry.summary, entry.words) for entry in feed.entries]
        for path, (_, feed) in read.items()
        if language_at(path) == language
    }
    assert shown == written_in_feeds(records, language)


def written_in_feeds(
    records: Corpus, language: Language
) -> Mapping[str, list[tuple[str, str, str, tuple[str, ...]]]]:
    return {
        path: [
            (entry.id, entry.title.text, entry.summary.text, () if feed.is_brief else words_in(entry.text))
            for entry in feed.entries
        ]
        for feed in feeds_of(Edition(records, WORDS[language]))
        for path in feed.subscription.paths(language)
    }


def test_marks_of_html_and_xml_are_words() -> None:
    """Of titles, summaries and texts: none is markup, ends the text, or stands there in code."""
    marks = 'a < b & "c" > d ]]> &amp; <b>bold</b> <!-- x --> &#x26; 1 &lt; 2'
    made = proposal(
        title=marks,
        abstract=marks.replace("<", r"\<").replace("&", r"\&"),
        history=[step(), step("2024-08-01", "adopted")],
    )
    files = [content.decode() for content in feed_files(corpus(forum(name=marks), made), WORDS).values()]
    both = list(zip(by_feedparser(files), by_rss_parser(files), strict=True))
    with_text = 0
    for one, other in both:
        for entry in (*one.entries, *other.entries):
            if "/weekly/" not in entry.id:
                assert marks in entry.title
            if entry.id.endswith("/proposals/f-1"):
                assert entry.summary == marks
                assert not entry.words or " ".join(entry.words).startswith(marks)
                with_text += bool(entry.words)
    assert with_text == 4  # the feed of everything, in both languages and programs
