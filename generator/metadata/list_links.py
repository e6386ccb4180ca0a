"""Links to the pages before and after one in a list that takes several."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.urls import page_address
from generator.i18n.strings import Words
from generator.metadata.elements import HeadLink
from generator.pages import Page


def list_links(corpus: Corpus, page: Page[object], words: Words) -> Iterator[HeadLink]:
    """`rel=prev` and `rel=next`."""
    for rel, link in (("prev", page.previous), ("next", page.following)):
        if link:
            yield HeadLink(rel, page_address(corpus, link.target, words.language))
