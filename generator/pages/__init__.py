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
from generator.models import Forum, Language, Organization, Proposal, Record, Source, Speaker
from generator.models.fields import terms_in
from generator.pages.data_page import data_page
from generator.pages.fields_page import fields_page
from generator.pages.follow_ups import follow_ups_page
from generator.pages.forums import forum_list_page, forum_page
from generator.pages.further_pages import divided
from generator.pages.home import home_page
from generator.pages.list_rows import who_link
from generator.pages.page import ROWS_OF_PAGE, Page, PageLink, WebLink
from generator.pages.people import party_list_page, party_page
from generator.pages.proposals import proposal_list_page, proposal_page
from generator.pages.prose_pages import prose_pages
from generator.pages.responses import responses_page
from generator.pages.search_page import search_page
from generator.pages.sources import source_list_page, source_page
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
    """Every page of the language, without duplicate paths: the same as of the other, in the same order.

    `sizes`: path from the site's root → bytes of the files beside the pages, for the data page. `most`: how
    many rows of lists stand on a page.
    """
    yield from pages_of_all(corpus, language, sizes, most)
    for record in corpus.records:
        yield from pages_of_record(corpus, record, language, site_words, most)


def pages_of_all(
    corpus: Corpus, language: Language, sizes: Mapping[str, int], most: int = ROWS_OF_PAGE
) -> Iterator[Page[object]]:
    """The pages that are made of many records: lists, numbers, and what people wrote."""
    for page in _of_all(corpus, language, sizes):
        yield from divided(corpus, page, most)


def _of_all(corpus: Corpus, language: Language, sizes: Mapping[str, int]) -> Iterator[Page[object]]:
    yield home_page(corpus)
    yield forum_list_page(corpus)
    if corpus.has("proposals"):
        yield proposal_list_page(corpus)
        yield from pages_about_proposals(corpus)
    for section in (Speaker.folder, Organization.folder):
        if corpus.has(section):
            yield party_list_page(corpus, section, language)
    if corpus.has("sources"):
        yield source_list_page(corpus)
    yield data_page(corpus, language, sizes)
    yield fields_page(corpus)
    yield subscribe_page(corpus, language)
    yield search_page(corpus)
    yield from prose_pages(corpus)
    yield from taken_out_pages(corpus)


def pages_about_proposals(corpus: Corpus) -> Iterator[Page[object]]:
    """What is made of proposals alone, and is in no archive without them."""
    yield follow_ups_page(corpus)
    yield responses_page(corpus)
    yield from topic_pages(corpus)
    yield status_page(corpus)
    yield statistics_page(corpus)


def pages_of_record(
    corpus: Corpus, record: Record, language: Language, site_words: SiteWords, most: int = ROWS_OF_PAGE
) -> Iterator[Page[object]]:
    """The pages of a record and its parts, then those at its former and its short addresses."""
    for page in _own_pages(Catalogue(corpus, site_words), record, language):
        for part in divided(corpus, page, most):
            yield with_terms(corpus, part)
    yield from redirect_pages(corpus, record)


def _own_pages(works: Catalogue, record: Record, language: Language) -> Iterator[Page[object]]:
    """Of a record of a kind that the archive is without, there is none."""
    corpus = works.corpus
    match record:
        case Forum():
            yield forum_page(works, record, language)
            yield from talk_pages(works, record, language)
        case Proposal() if corpus.has("proposals"):
            yield proposal_page(works, record, language)
        case Speaker() | Organization() if corpus.has(record.folder):
            yield party_page(corpus, record)
        case Source() if corpus.has("sources"):
            yield source_page(corpus, record)


def with_terms(corpus: Corpus, page: Page[object]) -> Page[object]:
    """The page with the terms of its record and of the documents in it."""
    written = {terms for _, terms in terms_in(page.record)} if page.record else set()
    if not written:
        return page
    return replace(page, terms={one: WebLink(*terms_of_use(corpus, one)) for one in written})


def redirect_pages(corpus: Corpus, record: Record) -> Iterator[Page[PageLink]]:
    """A redirect to the record's page from each of its former addresses and short addresses."""
    for former in corpus.former_ids(record):
        yield _redirect_to(corpus, record, f"{record.folder}/{former}.md")
        for talk in talks_of(record) if isinstance(record, Forum) else ():
            link = PageLink(talk.contribution.title or "", talk.page)
            path = talk_page(former, talk.contribution)
            yield Page(path, "redirect", title=link.label, view=link, redirect=link.target)
    for path in short_pages(record) if isinstance(record, Proposal) else ():
        yield _redirect_to(corpus, record, path)


def _redirect_to(corpus: Corpus, record: Record, path: str) -> Page[PageLink]:
    link = who_link(corpus, record)
    return Page(path, "redirect", title=link.label, view=link, redirect=link.target)


__all__ = ["Page", "pages_of_all", "pages_of_record", "plan_pages"]
