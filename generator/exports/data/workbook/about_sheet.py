"""The first sheet of the workbook: whose records these are, on which terms, and what each sheet holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.corpus.corpus import Corpus
from generator.corpus.urls import root_address
from generator.exports.data.columns import Cell
from generator.exports.data.json_files import FORMAT
from generator.exports.data.tables import AnyTable
from generator.exports.data.workbook.layout import HEADING_LANGUAGE, sheet_name
from generator.i18n.strings import SiteWords


def about_rows(
    corpus: Corpus, tables: Sequence[AnyTable], site_words: SiteWords
) -> Iterator[tuple[Cell, ...]]:
    """Addresses are texts, since a workbook holds few links."""
    site, newest = corpus.site, corpus.newest_fact()
    for language in site_words:
        yield (site.name.best(language)[0],)
        yield (site.description.best(language)[0],)
    yield ()
    licence, url = site.licence.name.best(HEADING_LANGUAGE)[0], site.licence.url
    yield _both("publisher", site_words), site.publisher.name.best(HEADING_LANGUAGE)[0]
    yield _both("licence", site_words), f"{licence} {url}" if url else licence
    yield _both("address", site_words), *(root_address(corpus, language) for language in site_words)
    yield _both("newest", site_words), str(newest) if newest else None
    yield _both("format", site_words), FORMAT
    yield ()
    for words in site_words.values():
        yield (words("data.workbook.layout"),)
    yield ()
    yield tuple(_both(name, site_words) for name in ("sheet", "sheet", "table", "rows", "holds"))
    for table in tables:
        names = (sheet_name(table, words) for words in site_words.values())
        yield *names, table.name, len(table.rows), table.meaning


def _both(name: str, site_words: SiteWords) -> str:
    return " / ".join(words(f"data.workbook.{name}") for words in site_words.values())
