"""Works as BibTeX, BibLaTeX, RIS and CSL-JSON: one file of all and one of each forum, in each language."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.citations.biblatex import to_biblatex
from generator.citations.bibtex import to_bibtex
from generator.citations.csl import Work, csl_item
from generator.citations.proper_names import NO_NAMES, ProperNames, proper_names
from generator.citations.ris import to_ris
from generator.citations.works import Catalogue
from generator.corpus.corpus import Corpus
from generator.i18n.strings import SiteWords
from generator.models import Language
from generator.pages.citation_box import works_paths


@dataclass(frozen=True)
class CitationFormat:
    """A format of files of works: how a work is written, and the text around and between works."""

    work: Callable[[Work], str]
    before: str = ""
    between: str = ""
    after: str = ""

    def file(self, works: Iterable[str]) -> bytes:
        return f"{self.before}{self.between.join(works)}{self.after}".encode()


def citation_formats(names: ProperNames = NO_NAMES) -> Mapping[str, CitationFormat]:
    """Ending of the file → its format; `names` keep their capitals in titles."""
    return {
        "bib": CitationFormat(lambda work: to_bibtex([work], names), between="\n"),
        "biblatex.bib": CitationFormat(lambda work: to_biblatex([work], names), between="\n"),
        "ris": CitationFormat(lambda work: to_ris([work])),
        "json": CitationFormat(
            lambda work: json.dumps(csl_item(work), ensure_ascii=False, separators=(",", ":")),
            before="[\n",
            between=",\n",
            after="\n]\n",
        ),
    }


def citation_files(corpus: Corpus, site_words: SiteWords) -> Mapping[str, bytes]:
    """Each file in both languages, with the same citation keys: a manuscript can use either file."""
    return dict(each_citation_file(corpus, site_words))


def each_citation_file(corpus: Corpus, site_words: SiteWords) -> Iterator[tuple[str, bytes]]:
    """The same one by one."""
    works, formats = Catalogue(corpus, site_words), citation_formats(proper_names(corpus))
    for language in site_words:
        yield from _files_in(works, formats, language)


def _files_in(
    works: Catalogue, formats: Mapping[str, CitationFormat], language: Language
) -> Iterable[tuple[str, bytes]]:
    all_works: dict[str, list[str]] = {ending: [] for ending in formats}
    for forum in works.corpus.forums_newest_first:
        of_forum = list(works.works_at(forum, language))
        for ending, path in works_paths(language, forum).items():
            entries = [formats[ending].work(work) for work in of_forum]
            all_works[ending] += entries
            yield path, formats[ending].file(entries)
    for ending, path in works_paths(language).items():
        yield path, formats[ending].file(all_works[ending])
