"""What can be subscribed to is found from the pages, is there, and is the same wherever it is made."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports.calendars import calendar_files
from generator.exports.feeds.atom import feed_files
from generator.metadata.feed_links import subscription_links
from generator.models import LANGUAGES, Language
from generator.pages import plan_pages
from tests.support.paths import ROOT
from tests.support.words import WORDS

SITE = "https://proceedings.example.org/library/"
DIGEST = """
from hashlib import sha256
from pathlib import Path
from generator.corpus.load import load_corpus
from generator.exports.calendars import calendar_files
from generator.exports.feeds.atom import feed_files
from generator.i18n.load import load_words
words = load_words()
corpus = load_corpus(Path("tests/corpus/content"))
for path, content in {**feed_files(corpus, words), **calendar_files(corpus, words)}.items():
    print(path, sha256(content).hexdigest())
"""


@pytest.fixture(scope="module")
def records() -> Corpus:
    return load_corpus(ROOT / "tests" / "corpus" / "content")


def offered(records: Corpus, language: Language) -> dict[str, list[str]]:
    """Page → the files that its head names, from the site's root."""
    pages = plan_pages(records, language, WORDS)
    links = {page.path: list(subscription_links(records, page, WORDS[language])) for page in pages}
    return {path: [link.href.removeprefix(SITE) for link in found] for path, found in links.items() if found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_feed_and_calendar_is_found_from_a_page(records: Corpus, language: Language) -> None:
    found = {file for files in offered(records, language).values() for file in files}
    feeds = {path for path in feed_files(records, WORDS) if path.startswith("en/") == (language == "en")}
    old = ("2024-robots.", "2023-reading-fund.")
    former = {path for path in (*feeds, *calendar_files(records, WORDS)) if any(name in path for name in old)}
    assert len(former) == 3
    assert found == (feeds | calendar_files(records, WORDS).keys()) - former


def test_pages_name_the_feeds_of_what_they_show(records: Corpus) -> None:
    found = offered(records, "en")
    assert found["index.md"] == ["en/feeds/new.atom", "calendars/all.ics"]
    assert found["follow-ups.md"] == ["en/feeds/follow-ups.atom"]
    assert found["topics/robots.md"] == ["en/feeds/topics/robots.atom"]
    assert found["forums/2023-open-shelves.md"] == ["en/feeds/forums/2023-open-shelves.atom"]
    assert "organizations/dawn-courier.md" not in found
    assert found["proposals/2024-library-robots-1.md"] == ["en/feeds/forums/2024-library-robots.atom"]
    assert found["subscribe.md"] == [
        "en/feeds/new.atom", "en/feeds/follow-ups.atom", "en/feeds/weekly.atom", "calendars/all.ics",
    ]  # fmt: skip


def test_links_have_a_type_and_a_title(records: Corpus) -> None:
    page = next(
        page for page in plan_pages(records, "ko", WORDS) if page.path == "forums/2024-library-robots.md"
    )
    calendar, sessions, feed = subscription_links(records, page, WORDS["ko"])
    assert (calendar.rel, calendar.type) == ("alternate", "text/calendar")
    assert calendar.title == "일정: 도서관 로봇과 이웃 — 한별 정책 포럼 - 한별시 도서관 포럼 기록"
    assert sessions.title == "세션: 도서관 로봇과 이웃 — 한별 정책 포럼 - 한별시 도서관 포럼 기록"
    assert sessions.href.endswith("/calendars/2024-library-robots.sessions.ics")
    assert (feed.rel, feed.type) == ("alternate", "application/atom+xml")


def test_the_same_bytes_on_every_machine() -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", DIGEST],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone, locale in (("1", "Asia/Seoul", "C"), ("2", "Pacific/Apia", "ko_KR.UTF-8"))
    ]
    assert said[0].count("\n") > 20
    assert said[0] == said[1]
