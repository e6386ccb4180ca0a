"""Corpus → every page of a language: its path, its template, and the view that the template places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.citations.works import Catalogue
from generator.corpus.corpus import Corpus
from generator.corpus.licences import terms_of_use
from generator.corpus.talks import talk_page, talks_of
from generator.corpus.urls import short_pages
from generator.i18n.strings import SiteWords
from generator.models import Language, Record
from generator.models.fields import terms_in
from generator.pages.data_page import data_page
from generator.pages.follow_ups import follow_ups_page
from generator.pages.forums import forum_pages
from generator.pages.further_pages import divided
from generator.pages.home import home_page
from generator.pages.list_rows import who_link
from generator.pages.page import ROWS_OF_PAGE, Page, PageLink, WebLink
from generator.pages.people import organization_pages, speaker_pages
from generator.pages.proposals import proposal_pages
from generator.pages.prose_pages import prose_pages
from generator.pages.responses import responses_page
from generator.pages.search_page import search_page
from generator.pages.sources import source_pages
from generator.pages.statistics import statistics_page
from generator.pages.subscribe_page import subscribe_page
from generator.pages.taken_out import taken_out_pages
from generator.pages.talks import talk_pages
from generator.pages.topics import status_page, topic_pages


def plan_pages(
    corpus: Corpus,
    language: Language,
    site_words: SiteWords,
    sizes: Mapping[str, int] = MappingProxyType({}),
    most: int = ROWS_OF_PAGE,
) -> Iterator[Page[object]]:
    """Every page of the language, without duplicate paths; the other language has the same paths.

    `sizes`: path from the site's root → bytes of the files beside the pages, for the data page. `most`: how
    many rows of lists stand on a page.
    """
    for page in _planned(corpus, language, site_words, sizes):
        for part in divided(corpus, page, most):
            yield with_terms(corpus, part)


def _planned(
    corpus: Corpus, language: Language, site_words: SiteWords, sizes: Mapping[str, int]
) -> Iterator[Page[object]]:
    works = Catalogue(corpus, site_words)
    yield home_page(corpus)
    yield from forum_pages(works, language)
    yield from talk_pages(works, language)
    if corpus.has("proposals"):
        yield from proposal_pages(works, language)
        yield from pages_about_proposals(corpus)
    if corpus.has("speakers"):
        yield from speaker_pages(corpus, language)
    if corpus.has("organizations"):
        yield from organization_pages(corpus, language)
    if corpus.has("sources"):
        yield from source_pages(corpus)
    yield data_page(corpus, language, sizes)
    yield subscribe_page(corpus, language)
    yield search_page(corpus)
    yield from prose_pages(corpus)
    yield from redirect_pages(corpus)
    yield from taken_out_pages(corpus)


def pages_about_proposals(corpus: Corpus) -> Iterator[Page[object]]:
    """What is made of proposals alone, and is in no archive without them."""
    yield follow_ups_page(corpus)
    yield responses_page(corpus)
    yield from topic_pages(corpus)
    yield status_page(corpus)
    yield statistics_page(corpus)


def with_terms(corpus: Corpus, page: Page[object]) -> Page[object]:
    """The page with the terms of its record and of the documents in it."""
    written = {terms for _, terms in terms_in(page.record)} if page.record else set()
    if not written:
        return page
    return replace(page, terms={one: WebLink(*terms_of_use(corpus, one)) for one in written})


def redirect_pages(corpus: Corpus) -> Iterator[Page[PageLink]]:
    """A redirect to the record's page from each of its former addresses and short addresses."""
    for record in corpus.records:
        for former in corpus.former_ids(record):
            yield _redirect_to(corpus, record, f"{record.folder}/{former}.md")
    for forum in corpus.forums.values():
        for talk in talks_of(forum):
            for former in corpus.former_ids(forum):
                link = PageLink(talk.contribution.title or "", talk.page)
                path = talk_page(former, talk.contribution)
                yield Page(path, "redirect", title=link.label, view=link, redirect=link.target)
    for proposal in corpus.proposals.values():
        for path in short_pages(proposal):
            yield _redirect_to(corpus, proposal, path)


def _redirect_to(corpus: Corpus, record: Record, path: str) -> Page[PageLink]:
    link = who_link(corpus, record)
    return Page(path, "redirect", title=link.label, view=link, redirect=link.target)


__all__ = ["Page", "plan_pages"]
