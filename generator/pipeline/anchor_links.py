"""Links in texts to a place within a page: the page has that place.

A page's places are the ids in its Markdown, so they are known only once it is rendered: those that a text
links into are rendered for this.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from generator.corpus.corpus import Corpus
from generator.corpus.links import LinkInText, links_in_texts
from generator.corpus.locate import placed
from generator.corpus.rules.finding import Finding
from generator.corpus.talks import talks_of
from generator.corpus.waiting import previewed, published, visible_from
from generator.engine.fixed_settings import EXTENSIONS
from generator.i18n.strings import SiteWords
from generator.models import LANGUAGES, Forum, Language, Record
from generator.pages import Page, pages_of_record, plan_pages
from generator.pages.data_page import OPTIONAL_GROUP, sizes_unknown
from generator.parsing.messages import message
from generator.parsing.problems import Problem, Problems, suggestion
from generator.rendering.anchors import heading_anchor
from generator.rendering.renderer import Renderer

SETTINGS = {"toc": {"slugify": heading_anchor}}
"""Of the extensions of Markdown, as the engine gets them; a test compares them."""

PagesByLanguage = Mapping[Language, Mapping[str, bytes]]
"""Markdown of pages by their path, for each language."""


def refuse_broken_anchors(corpus: Corpus, folder: Path, site_words: SiteWords) -> None:
    """A link to a place within a page leads to one that the page has in every language that shows the link.

    Raises Problems, with the lines of the files in the folder content/.
    """
    broken = broken_anchors(corpus, render_linked_pages(corpus, site_words))
    if problems := list(placed(broken, folder)):
        raise Problems(problems)


def check_all_anchors(corpus: Corpus, folder: Path, site_words: SiteWords, today: date) -> None:
    """The same for a corpus of which no page is rendered yet, on each day on which such a link is published.

    The first of them is today, and what a page has on its day it keeps, so that none between needs a look.
    """
    corpus = previewed(corpus, today)
    days = {record.path: visible_from(record) for record in corpus.records}
    first = {days.get(link.path, date.min) for links in anchor_links(corpus).values() for link in links}
    problems: dict[Problem, None] = {}
    for day in sorted(first):
        whole = previewed(corpus, day) if day == date.max else published(corpus, day)
        broken = broken_anchors(whole, render_linked_pages(whole, site_words))
        problems |= dict.fromkeys(placed(broken, folder))
    if problems:
        raise Problems(problems)


def broken_anchors(corpus: Corpus, pages: PagesByLanguage) -> Iterator[Finding]:
    for language, links in anchor_links(corpus).items():
        anchors = {path: anchors_of(path, pages[language][path]) for path in {link.page for link in links}}
        for link in links:
            if link.anchor not in anchors[link.page]:
                known = filter(str.isascii, anchors[link.page])  # a link in a text can name no others
                remedy = suggestion(link.anchor, known) or message("remedy.correct_place")
                wrong = message(
                    "paths.no_place", page=link.page, anchor=link.anchor, language=language, remedy=remedy
                )
                yield Finding(link.path, link.field, wrong, link.address)


def anchor_links(corpus: Corpus) -> Mapping[Language, list[LinkInText]]:
    """The links to places within pages, for each language that shows them."""
    links = [link for link in links_in_texts(corpus) if link.anchor]
    return {language: [link for link in links if language in link.languages] for language in LANGUAGES}


def render_linked_pages(corpus: Corpus, site_words: SiteWords) -> PagesByLanguage:
    """The pages that texts link into, with the places that they have in every build; no export is made."""
    pages: dict[Language, dict[str, bytes]] = {}
    for language, links in anchor_links(corpus).items():
        if paths := {link.page for link in links}:
            renderer = Renderer(site_words[language])
            planned = plan_linked_pages(corpus, language, site_words, paths)
            pages[language] = {page.path: renderer.render(page).encode() for page in planned}
    return pages


def plan_linked_pages(
    corpus: Corpus, language: Language, site_words: SiteWords, paths: Collection[str]
) -> Iterator[Page[object]]:
    """The pages with these paths; of records, those alone that a path names are planned."""
    left = set(paths)
    for record in corpus.records:
        if not left.isdisjoint((record.page, *talk_paths(record))):
            planned = pages_of_record(corpus, record, language, site_words)
            yield from (page for page in planned if page.path in left)
            left -= {record.page, *talk_paths(record)}
    if left:
        yield from (
            page for page in plan_pages(corpus, language, site_words, sizes_unknown()) if page.path in left
        )


def talk_paths(record: Record) -> Iterator[str]:
    if isinstance(record, Forum):
        yield from (talk.page for talk in talks_of(record))


def anchors_of(path: str, markdown: bytes) -> frozenset[str]:
    """The ids of a page that it has in every build; what Material adds around it is nothing to link to."""
    text = markdown.decode().partition("\n---\n")[2]
    html = LexborHTMLParser(Markdown(extensions=EXTENSIONS, extension_configs=SETTINGS).convert(text))
    ids = {found.attributes["id"] or "" for found in html.css("[id]")}
    return frozenset(ids - {OPTIONAL_GROUP} if path == "data.md" else ids)
