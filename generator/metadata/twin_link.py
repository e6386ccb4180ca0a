"""The link by which programs that read for people find a page's plain text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.urls import file_address
from generator.i18n.strings import Words
from generator.metadata.elements import HeadLink
from generator.pages import Page
from generator.pages.twins import MARKDOWN, is_within, twin_path


def twin_link(corpus: Corpus, page: Page[object], words: Words) -> Iterator[HeadLink]:
    """The Markdown file of the page, or of its forum, which is one for both languages."""
    if path := twin_path(page):
        title = "title_within" if is_within(page) else "title"
        yield HeadLink("alternate", file_address(corpus, path), MARKDOWN, words(f"twins.{title}"))
