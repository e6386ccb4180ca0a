"""Makes pages of one language: Markdown below build/docs/, and notes of what was asked to make it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from generator.corpus.corpus import Corpus
from generator.corpus.watched import Answers, Watched
from generator.i18n.strings import SiteWords
from generator.metadata.head import head_of
from generator.models import Language, Record
from generator.pages import Page, pages_of_all, pages_of_record
from generator.pages.page import label_text
from generator.pipeline.page_file import MadeOf, PageFile, write_page
from generator.pipeline.program import program_digest
from generator.rendering.renderer import Renderer


class PageMaker:
    """Renders and writes pages, one after the other."""

    def __init__(self, answers: Answers, language: Language, site_words: SiteWords, folder: Path) -> None:
        """`folder`: that of the language's Markdown."""
        self.language = language
        self.folder = folder
        self._answers = answers
        self._site_words = site_words
        self._words = site_words[language]
        self._renderer = Renderer(self._words, answers.corpus.site.repository)

    def pages_of(self, record: Record) -> MadeOf:
        """The pages of a record and its parts, and of its former addresses."""
        watched = Watched(self._answers)
        planned = pages_of_record(watched.corpus, watched.record(record), self.language, self._site_words)
        pages = tuple(self._write(page, watched) for page in planned)
        return MadeOf(watched.questions, self._answers.digest_of_all(watched.questions), pages)

    def pages_of_all(self, sizes: Mapping[str, int]) -> Iterator[PageFile]:
        """The pages that are made of many records; each build makes them anew."""
        watched = Watched(self._answers)
        for page in pages_of_all(self._answers.corpus, self.language, sizes):
            yield self._write(page, watched)

    def _write(self, page: Page[object], watched: Watched) -> PageFile:
        head = head_of(watched.corpus, page, self._words, watched)
        markdown = self._renderer.render(page, head, watched).encode()
        return write_page(self.folder, page, label_text(page.title, self._words), markdown)


def page_program(corpus: Corpus) -> str:
    """What every page depends on: this program, and the site's own settings and words."""
    settings = f"{corpus.site!r}\n{corpus.vocabulary!r}\n{corpus.is_previewed}"
    return blake2b(program_digest() + settings.encode(), digest_size=16).hexdigest()
