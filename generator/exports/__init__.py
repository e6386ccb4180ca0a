"""The corpus as files for other programs: data, feeds, calendars, citations and a static API."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.corpus.corpus import Corpus
from generator.exports.api import api_files
from generator.exports.calendars import calendar_files
from generator.exports.citation_files import citation_files
from generator.exports.data.folder import data_files
from generator.exports.feeds.atom import feed_files

EXPORTS: tuple[Callable[[Corpus], Mapping[str, bytes]], ...] = (
    citation_files,
    feed_files,
    calendar_files,
    data_files,
    api_files,
)
"""Each makes some files: path from the site's root → content, the same bytes for the same corpus."""


def export_files(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """Every file that is made of the whole corpus, each path once."""
    for export in EXPORTS:
        yield from export(corpus).items()
