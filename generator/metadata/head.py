"""A page's metadata for programs: reference managers, search engines, feed readers."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from itertools import chain

from generator.corpus.corpus import Corpus
from generator.i18n.strings import Words
from generator.metadata.card_tags import card_tags
from generator.metadata.citation_tags import citation_tags
from generator.metadata.elements import HeadElement, HeadLink
from generator.metadata.feed_links import subscription_links
from generator.metadata.jsonld_pages import linked_data
from generator.metadata.list_links import list_links
from generator.metadata.twin_link import twin_link
from generator.pages import Page
from generator.rendering.head_html import Head

HEAD_ELEMENTS: tuple[Callable[[Corpus, Page[object], Words], Iterable[HeadElement]], ...] = (
    linked_data,
    citation_tags,
    subscription_links,
    list_links,
    twin_link,
)
"""The functions that give a page's elements."""


def head_of(corpus: Corpus, page: Page[object], words: Words, made: Container[str] = ()) -> Head:
    """What `head` in a page's front matter says: tags, links and linked data.

    `made`: the optional files that this build makes, by path from the site's root.
    """
    head = Head()
    elements = (parts_of(corpus, page, words) for parts_of in HEAD_ELEMENTS)
    for element in chain(*elements, card_tags(corpus, page, words.language, made)):
        if isinstance(element, tuple):
            head.setdefault("tags", []).append(element)
        elif isinstance(element, HeadLink):
            attributes = {
                "rel": element.rel,
                "href": element.href,
                "type": element.type,
                "title": element.title,
            }
            head.setdefault("links", []).append({key: value for key, value in attributes.items() if value})
        else:
            head.setdefault("data", []).append(element)
    return head
