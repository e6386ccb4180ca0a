"""The corpus as files for other programs: data, feeds, calendars, citations, plain texts and a static API."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.corpus.corpus import Corpus
from generator.exports.api import api_files
from generator.exports.calendars import calendar_files
from generator.exports.citation_files import citation_files
from generator.exports.data.folder import data_files
from generator.exports.feeds.atom import feed_files
from generator.exports.list_tables import list_files
from generator.exports.text.llms import llms_files
from generator.exports.text.twins import twin_files
from generator.i18n.strings import SiteWords

EXPORTS: Mapping[str, Callable[[Corpus, SiteWords], Mapping[str, bytes]]] = {
    "citations": citation_files,
    "feeds": feed_files,
    "calendars": calendar_files,
    "data": data_files,
    "api": lambda corpus, _site_words: api_files(corpus),
    "lists": list_files,
    "text": twin_files,
    "llms": llms_files,
}
"""Each makes some files: path from the site's root → content, the same bytes for the same input."""


def export_files(corpus: Corpus, site_words: SiteWords) -> Iterator[tuple[str, bytes]]:
    """Every file that is made of the whole corpus, each path once."""
    for export in EXPORTS.values():
        yield from export(corpus, site_words).items()
