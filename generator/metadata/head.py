"""What a page says of itself to programs: reference managers, search engines, feed readers."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from itertools import chain

from generator.corpus.corpus import Corpus
from generator.metadata.card_tags import card_tags
from generator.metadata.citation_tags import citation_tags
from generator.metadata.elements import HeadElement, HeadLink
from generator.metadata.feed_links import subscription_links
from generator.metadata.jsonld_pages import linked_data
from generator.models import Language
from generator.pages import Page

HEAD_ELEMENTS: tuple[Callable[[Corpus, Page[object], Language], Iterable[HeadElement]], ...] = (
    linked_data,
    citation_tags,
    subscription_links,
)
"""Each says something of some pages."""


def head_of(
    corpus: Corpus, page: Page[object], language: Language, made: Container[str] = ()
) -> dict[str, list[object]]:
    """What goes into a page's front matter as `head`: its tags, its links and its linked data.

    `made` are the files, by path from the site's root, that not every build makes.
    """
    head: dict[str, list[object]] = {}
    said = (parts_of(corpus, page, language) for parts_of in HEAD_ELEMENTS)
    for part in chain(*said, card_tags(corpus, page, language, made)):
        if isinstance(part, tuple):
            head.setdefault("tags", []).append(part)
        elif isinstance(part, HeadLink):
            told = {"rel": part.rel, "href": part.href, "type": part.type, "title": part.title}
            head.setdefault("links", []).append({key: value for key, value in told.items() if value})
        else:
            head.setdefault("data", []).append(part)
    return head
