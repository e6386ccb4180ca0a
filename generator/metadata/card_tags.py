"""The Open Graph and Twitter tags of a page's social card."""

from __future__ import annotations

from collections.abc import Container, Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.urls import file_address
from generator.metadata.elements import Tag
from generator.models import Language
from generator.pages import Page
from generator.typesetting.cards import HEIGHT, WIDTH, card_path


def card_tags(corpus: Corpus, page: Page[object], language: Language, made: Container[str]) -> Iterator[Tag]:
    """The tags of the page's own card, or else of its record's or the site's, if the build made it."""
    of_record = page.record.page if page.record else page.path
    for path in (
        card_path(page.path, language),
        card_path(of_record, language),
        card_path("index.md", language),
    ):
        if path in made and not page.redirect:
            yield ("og:image", file_address(corpus, path))
            yield ("og:image:type", "image/png")
            yield ("og:image:width", str(WIDTH))
            yield ("og:image:height", str(HEIGHT))
            yield ("twitter:card", "summary_large_image")
            return
