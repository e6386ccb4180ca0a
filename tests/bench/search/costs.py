"""What searching costs readers, in bytes and in time, and what the index costs whoever builds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from unittest.mock import patch

from playwright.sync_api import Browser

from generator.models import Language
from generator.search import index_of, verbs
from tests.bench.search.collection import corpus
from tests.bench.search.in_browser import SearchPage, new_reader
from tests.bench.search.judgements import Query
from tests.bench.search.line import FAST, MOBILE, line_to
from tests.bench.steps import Stopwatch, Took

OF_SEARCH = ("/search/", "/workers/", "/pagefind/")
"""What a path has that is loaded for the search alone."""
EVERY = 8
"""Which of the queries a new reader begins with: some of each category."""
NEXT = 3
"""How many others that reader searches for afterwards."""


@dataclass(frozen=True)
class Bytes:
    """What new readers load for their searches, as sent."""

    before: int
    """With the page, before anything is typed."""
    first: Sequence[int]
    """For a reader's first search, more than that: script, index and texts."""
    later: Sequence[int]
    """For each of the following ones."""


@dataclass(frozen=True)
class IndexCost:
    """The index of a corpus."""

    records: int
    took: Mapping[str, Took]
    """With Kiwi's dictionary forms and without."""
    bytes: int


def bytes_of(page: type[SearchPage], browser: Browser, address: str, queries: Sequence[Query]) -> Bytes:
    """What a sample of new readers load."""
    before, first, later = 0, list[int](), list[int]()
    for place, query in enumerate(_answerable(queries)[::EVERY]):
        with line_to(address, FAST) as line, new_reader(browser) as tab:
            reader = page(tab, line.address, query.language)
            before = max(before, line.carried(*OF_SEARCH))
            for turn, words in enumerate(_turns(queries, query.language, query.words, place)):
                already = len(line.sent)
                reader.search(words)
                (later if turn else first).append(line.carried(*OF_SEARCH, since=already))
    return Bytes(before, first, later)


def seconds_on_mobile(
    page: type[SearchPage], browser: Browser, address: str, queries: Sequence[Query]
) -> list[float]:
    """How long new readers with a slow line wait for the results of their first search."""
    waited = list[float]()
    for query in _answerable(queries)[::EVERY]:
        with line_to(address, MOBILE) as line, new_reader(browser) as tab:
            waited.append(page(tab, line.address, query.language).search(query.words).milliseconds / 1000)
    return waited


def index_cost(filler: int) -> IndexCost:
    """How long the index takes, once everything is imported and Kiwi has loaded, and how large it is."""
    small, whole, watch = corpus(), corpus(filler), Stopwatch()
    index_of(small)
    with watch.step("with kiwipiepy"):
        index = index_of(whole)
    with patch.object(verbs, "is_installed", return_value=False), watch.step("without"):
        index_of(whole)
    return IndexCost(index.entries, watch.took, sum(map(len, index.files.values())))


def _answerable(queries: Sequence[Query]) -> Sequence[Query]:
    return [query for query in queries if query.wants]


def _turns(queries: Sequence[Query], language: Language, first: str, place: int) -> Iterator[str]:
    """What a reader searches for first, then others of the same language, each reader other ones."""
    others = [query.words for query in queries if query.language == language and query.words != first]
    yield first
    yield from (others[(place * NEXT + turn) * 5 % len(others)] for turn in range(NEXT))
