"""What a page says of itself to programs: reference managers, search engines, feed readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.corpus import Corpus
from generator.exports.autodiscovery import subscription_links
from generator.exports.linked_data import linked_data
from generator.exports.parts import HeadLink, Part
from generator.models import Language
from generator.pages import Page

PARTS: tuple[Callable[[Corpus, Page, Language], Iterable[Part]], ...] = (linked_data, subscription_links)
"""Each says something of some pages."""


def head_of(corpus: Corpus, page: Page, language: Language) -> dict[str, list[object]]:
    """What goes into a page's front matter as `head`: its tags, its links and its linked data."""
    head: dict[str, list[object]] = {}
    for parts_of in PARTS:
        for part in parts_of(corpus, page, language):
            if isinstance(part, tuple):
                head.setdefault("tags", []).append(part)
            elif isinstance(part, HeadLink):
                told = {"rel": part.rel, "href": part.href, "type": part.type, "title": part.title}
                head.setdefault("links", []).append({key: value for key, value in told.items() if value})
            else:
                head.setdefault("data", []).append(part)
    return head
