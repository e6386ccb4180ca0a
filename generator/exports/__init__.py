"""The corpus as files for other programs: data, feeds, calendars, citations, plain texts and a static API."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.corpus.corpus import Corpus
from generator.exports.api import each_api_file
from generator.exports.calendars import calendar_files
from generator.exports.citation_files import each_citation_file
from generator.exports.data.folder import each_data_file
from generator.exports.feeds.atom import each_feed
from generator.exports.list_tables import list_files
from generator.exports.text.llms import llms_files
from generator.exports.text.twins import each_twin
from generator.i18n.strings import SiteWords

Files = Iterator[tuple[str, bytes]]
"""Paths from the site's root, each once, with what the file holds; one is made after the other."""

EXPORTS: Mapping[str, Callable[[Corpus, SiteWords], Files]] = {
    "citations": each_citation_file,
    "feeds": each_feed,
    "calendars": lambda corpus, site_words: iter(calendar_files(corpus, site_words).items()),
    "data": each_data_file,
    "api": lambda corpus, _site_words: each_api_file(corpus),
    "lists": lambda corpus, site_words: iter(list_files(corpus, site_words).items()),
    "text": each_twin,
    "llms": lambda corpus, site_words: iter(llms_files(corpus, site_words).items()),
}
"""Each makes some files, the same bytes for the same input."""


def export_files(corpus: Corpus, site_words: SiteWords) -> Files:
    """Every file that is made of the whole corpus."""
    for export in EXPORTS.values():
        yield from export(corpus, site_words)
