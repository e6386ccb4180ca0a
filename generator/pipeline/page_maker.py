"""Makes pages of one language: Markdown below build/docs/, and notes of what was asked to make it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from generator.corpus.corpus import Corpus
from generator.corpus.watched import AnswerDigests, Watched
from generator.exports.text.twins import PlannedPages, each_twin, twin_writers
from generator.i18n.strings import SiteWords
from generator.metadata.head import head_of
from generator.models import LANGUAGES, Forum, Language, Proposal, Record
from generator.output.program_digest import whole_program_digest
from generator.pages import Page, pages_of_all, pages_of_record
from generator.pages.page import label_text
from generator.pages.twins import twin_path
from generator.pipeline.page_file import TEXTS, MadeOf, PageFile, write_page, write_plain
from generator.rendering.renderer import Renderer

PageVersions: TypeAlias = Mapping[Language, Page[object]]
"""A page as each language has it."""


class PageMaker:
    """Renders and writes pages, one after the other."""

    def __init__(
        self, answers: AnswerDigests, language: Language, site_words: SiteWords, folder: Path
    ) -> None:
        """`folder`: that of the language's Markdown."""
        self.folder = folder
        self._answers = answers
        self._words = site_words[language]
        self._renderer = Renderer(self._words, answers.corpus.site.repository)

    def write(self, page: Page[object], watched: Watched) -> PageFile:
        head = head_of(watched.corpus, page, self._words, watched)
        markdown = self._renderer.render(page, head, watched).encode()
        return write_page(self.folder, page, label_text(page.title, self._words), markdown)


class RecordMaker:
    """Makes what lies below build/docs/ of a record: its pages in both languages, and its plain text."""

    def __init__(self, answers: AnswerDigests, site_words: SiteWords, docs: Path) -> None:
        self._answers = answers
        self._site_words = site_words
        self.folders: Mapping[str, Path] = folders_in(docs)
        self._makers = {
            language: PageMaker(answers, language, site_words, docs / language) for language in site_words
        }
        self._twins = twin_writers(answers.corpus, site_words)

    def make(self, record: Record) -> MadeOf:
        """The pages of a record and its parts, and of its former addresses."""
        watched = Watched(self._answers)
        planned = self._planned(watched, record)
        pages: dict[str, tuple[PageFile, ...]] = {
            language: tuple(self._makers[language].write(page, watched) for page in planned[language])
            for language in planned
        }
        return self._with_texts(watched, pages, self._with_parts(watched, record, planned))

    def _planned(self, watched: Watched, record: Record) -> Mapping[Language, list[Page[object]]]:
        asked = watched.record(record)
        return {
            language: list(pages_of_record(watched.corpus, asked, language, self._site_words))
            for language in self._site_words
        }

    def _with_parts(
        self, watched: Watched, record: Record, planned: Mapping[Language, list[Page[object]]]
    ) -> PlannedPages:
        """The pages that stand in the record's text: a forum's has its proposals, which have none."""
        if isinstance(record, Proposal):
            return {language: [] for language in planned}
        if not isinstance(record, Forum):
            return planned
        parts = [self._planned(watched, proposal) for proposal in watched.corpus.proposals_at(record)]
        return {
            language: [*pages, *chain.from_iterable(part[language] for part in parts)]
            for language, pages in planned.items()
        }

    def planned_of_all(self, sizes: Mapping[str, int]) -> Iterator[PageVersions]:
        """The pages that are made of many records, each in both languages."""
        corpus = self._answers.corpus
        planned = [pages_of_all(corpus, language, sizes) for language in self._makers]
        for versions in zip(*planned, strict=True):
            yield dict(zip(self._makers, versions, strict=True))

    def make_of_all(self, versions: PageVersions) -> MadeOf:
        """Such a page, and its plain text. Beside what it asks for, it depends on the plan of the page."""
        watched = Watched(self._answers)
        pages: dict[str, tuple[PageFile, ...]] = {
            language: (self._makers[language].write(page, watched),) for language, page in versions.items()
        }
        twinned = {language: [page] if twin_path(page) else [] for language, page in versions.items()}
        return self._with_texts(watched, pages, twinned)

    def _with_texts(
        self, watched: Watched, pages: Mapping[str, tuple[PageFile, ...]], twinned: PlannedPages
    ) -> MadeOf:
        texts = tuple(
            write_plain(self.folders[TEXTS], path, text)
            for path, text in each_twin(watched.corpus, self._site_words, twinned, self._twins)
        )
        questions = watched.questions
        return MadeOf(questions, self._answers.digest_of_all(questions), {**pages, TEXTS: texts})


def folders_in(docs: Path) -> Mapping[str, Path]:
    """Language → the folder of its pages; the texts lie with those at the site's root."""
    return {**{language: docs / language for language in LANGUAGES}, TEXTS: docs / LANGUAGES[0]}


def digest_of_corpus(corpus: Corpus) -> str:
    """What changes when anything of an archive does."""
    digest = blake2b(repr((corpus.pages, sorted(corpus.files), corpus.withdrawn)).encode(), digest_size=16)
    for record in corpus.records:
        digest.update(f"{record.folder}/{record.id} {corpus.digest_of(record)}\n".encode())
    return digest.hexdigest()


def page_program(corpus: Corpus, site_words: SiteWords) -> str:
    """What every page depends on: this program and its words, and the site's own settings and words."""
    words = [one.strings for one in site_words.values()]
    settings = f"{corpus.site!r}\n{corpus.vocabulary!r}\n{corpus.is_previewed}\n{words!r}"
    return blake2b(f"{whole_program_digest()}\n{settings}".encode(), digest_size=16).hexdigest()
