"""Volumes (자료집) as PDF files: the list of them, what each is made of, and the making, which Typst does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus.corpus import Corpus
from generator.i18n.strings import SiteWords, Words
from generator.models import Forum
from generator.pages.pdf_links import volume_path, year_path
from generator.typesetting.compiler import typeset
from generator.typesetting.volume import forum_volume, forums_of, year_volume
from generator.typesetting.volume.ingredients import Ingredients
from generator.typesetting.volume.views import VolumeView

VOLUME_TEMPLATE = "volume.typ"


@dataclass(frozen=True)
class VolumeMaker:
    """Makes a volume's content when it is called."""

    corpus: Corpus
    forums: tuple[Forum, ...]
    words: tuple[Words, ...]
    year: int | None = None
    """Of a year's volume."""

    def __call__(self) -> VolumeView:
        if self.year is None:
            return forum_volume(self.corpus, self.forums[0], self.words)
        return year_volume(self.corpus, self.year, self.words)


def volumes(corpus: Corpus, site_words: SiteWords) -> Iterator[tuple[str, VolumeMaker]]:
    """Every volume by its path from the site's root: three of each forum, by language, one of each year."""
    every = tuple(site_words.values())
    for forum in corpus.forums_newest_first:
        yield volume_path(forum), VolumeMaker(corpus, (forum,), every)
        for words in every:
            yield volume_path(forum, words.language), VolumeMaker(corpus, (forum,), (words,))
    for year in sorted({forum.start_date.year for forum in corpus.forums.values()}):
        yield year_path(year), VolumeMaker(corpus, tuple(forums_of(corpus, year)), every, year)


def volume_keys(corpus: Corpus, site_words: SiteWords) -> Iterator[tuple[str, str]]:
    """Every volume's path and the digest of what it is made of; no volume's content is made for it."""
    ingredients = Ingredients(corpus, site_words)
    for path, maker in volumes(corpus, site_words):
        yield path, ingredients.of_volume(maker.forums, maker.words, maker.year)


def bind(volume: VolumeView) -> bytes:
    """A volume as a PDF: the same bytes for the same content."""
    return typeset(VOLUME_TEMPLATE, volume, "pdf")[0]
