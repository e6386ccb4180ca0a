"""No page grows with the records: one of a list of 6,000 proposals is as long as one of a hundred."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from generator.corpus.corpus import Corpus
from generator.engine.fixed_settings import EXTENSIONS
from generator.models import Proposal, Record
from generator.pages import pages_of_all, pages_of_record
from generator.pages.home import NEXT_FORUMS, home_page
from generator.pages.page import Page
from generator.pages.statistics import MOST_ADDRESSEES, statistics
from generator.rendering.renderer import Renderer
from tests.support import small_corpus as small
from tests.support.words import WORDS

PROPOSALS = 6000
FORUMS = 300
OTHERS = 400

MOST_BYTES = 240_000
MOST_ELEMENTS = 2_700
"""Of the article; with 60 kB and 300 elements for what stands around it a page has 300 kB and 3,000."""


def records() -> Iterator[Record]:
    """One forum has 600 of the proposals; a body, a person, a source and two topics have to do with all."""
    yield from (small.forum(f"f{one}", start_date=f"{2000 + one // 13}-05-01") for one in range(FORUMS))
    yield from (small.speaker(f"p{one}", memberships=[{"organization": "o0"}]) for one in range(OTHERS))
    yield from (small.organization(f"o{one}", **({"parent": "o0"} if one else {})) for one in range(OTHERS))
    yield from (small.source(f"s{one}" if one else "s") for one in range(OTHERS))
    for one in range(PROPOSALS):
        forum = 299 if one < 600 else one % FORUMS
        day = f"{2000 + forum // 13}-05"
        history = [small.step(day), {**ANSWER, "date": f"{2001 + forum // 13}-05-02"}]
        yield small.proposal(
            f"f{forum}-{one}",
            title="밤에도 여는 도서관을 위해 사서와 로봇이 함께 일하는 방식을 정하고 예산을 마련하자",
            forum=f"f{forum}",
            proposers=[{"person": "p0"}, {"organization": "o0"}],
            topics=["shelves", "robots"],
            addressees=[{"organization": "o0"}, {"organization": f"o{one % OTHERS}"}]
            if one % OTHERS
            else [{"organization": "o0"}],
            history=history if one % 2 else history[:1],
        )


ANSWER: dict[str, Any] = {
    "status": "proposed",
    "sources": ["s"],
    "response": "true",
    "actor": {"organization": "o0"},
}


@pytest.fixture(scope="module")
def large() -> Corpus:
    return small.corpus(*records())


def planned(corpus: Corpus) -> Iterator[Page[Any]]:
    """Every page but those of the proposals, which are as long as their records."""
    yield from pages_of_all(corpus, "ko", sizes_of_files())
    for record in corpus.records:
        if not isinstance(record, Proposal):
            yield from pages_of_record(corpus, record, "ko", WORDS)


def sizes_of_files() -> dict[str, int]:
    each = (
        "cite/forums/f{}.bib",
        "feeds/proposals/f{}.atom",
        "calendars/f{}.ics",
        "api/v1/proposals/f{}.json",
    )
    return {path.format(one): 9 for path in each for one in range(PROPOSALS)}


def longest_of_each(corpus: Corpus) -> dict[str, Page[Any]]:
    """Template, and form of rows → the page with most rows: those alone are made into HTML."""
    longest: dict[str, tuple[int, Page[Any]]] = {}
    for page in planned(corpus):
        kind = f"{page.template} {getattr(page.view, 'form', '')}"
        rows = len(page.view.rows) if page.template == "list" else len(page.further)
        if kind not in longest or rows > longest[kind][0]:
            longest[kind] = (rows, page)
    return {kind: page for kind, (_, page) in longest.items()}


def test_no_page_is_longer_than_a_reader_can_load(large: Corpus) -> None:
    pages = longest_of_each(large)
    assert {
        "proposals ",
        "list proposals",
        "list answers",
        "organization ",
        "data ",
        "statistics ",
    } <= pages.keys()
    renderer = Renderer(WORDS["ko"])
    found = {}
    for kind, page in pages.items():
        html = Markdown(extensions=EXTENSIONS).convert(renderer.render(page).partition("\n---\n")[2])
        found[kind] = (len(html.encode()), len(LexborHTMLParser(html).css("body *")))
    assert {
        kind: size for kind, size in found.items() if size[0] > MOST_BYTES or size[1] > MOST_ELEMENTS
    } == {}


def test_statistics_name_those_asked_most_and_count_the_others(large: Corpus) -> None:
    view = statistics(large)
    numbers = [bar.number for bar in view.by_addressee]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] == PROPOSALS
    assert len(numbers) + view.further_addressees == OTHERS
    assert len(numbers) == MOST_ADDRESSEES


def test_the_home_page_names_the_next_forums_alone() -> None:
    ahead = [small.forum(f"f{one}", start_date=f"2025-01-{one + 1:02}", sources=[]) for one in range(20)]
    corpus = small.corpus(*ahead, small.forum("past", start_date="2024-01-01"), small.source())
    view = home_page(corpus).view
    assert [row.link.target for row in view.upcoming] == [f"forums/f{one}.md" for one in range(NEXT_FORUMS)]
