"""Corpus → everything below data/: the records in each format, the licence, and checksums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.corpus.corpus import Corpus
from generator.corpus.urls import root_address
from generator.exports.data import datapackage, popolo, sqlite_file
from generator.exports.data.csv_files import csv_files
from generator.exports.data.datapackage import FileFacts, facts_of_file
from generator.exports.data.json_files import json_files
from generator.exports.data.tables import tables_of
from generator.exports.data.workbook import WORKBOOK_PATH, workbook_file
from generator.i18n.strings import SiteWords

SUMS = "data/SHA256SUMS"
LICENCE = "data/LICENSE.txt"


def data_files(corpus: Corpus, site_words: SiteWords) -> Mapping[str, bytes]:
    return dict(each_data_file(corpus, site_words))


def each_data_file(corpus: Corpus, site_words: SiteWords) -> Iterator[tuple[str, bytes]]:
    """The files one by one; of each only size and checksum are kept, for the files about them."""
    made: dict[str, FileFacts] = {}
    for path, content in _files(corpus, site_words, made):
        made[path] = facts_of_file(content)
        yield path, content
    yield SUMS, sums_file(made)


def _files(
    corpus: Corpus, site_words: SiteWords, made: Mapping[str, FileFacts]
) -> Iterator[tuple[str, bytes]]:
    yield from json_files(corpus)
    tables = tables_of(corpus)
    yield from csv_files(tables)
    yield popolo.POPOLO_PATH, popolo.popolo_file(corpus)
    yield sqlite_file.SQLITE_PATH, sqlite_file.sqlite_file(corpus, tables)
    yield datapackage.DATAPACKAGE_PATH, datapackage.datapackage_file(corpus, tables, made)
    yield WORKBOOK_PATH, workbook_file(corpus, tables, site_words)
    yield LICENCE, licence_file(corpus, site_words)


def licence_file(corpus: Corpus, site_words: SiteWords) -> bytes:
    """The terms of use and the attribution, in both languages."""
    site = corpus.site
    lines = []
    for language, words in site_words.items():
        lines += [
            words(
                "data.licence_file",
                licence=site.licence.name.best(language)[0],
                name=site.name.best(language)[0],
                publisher=site.publisher.name.best(language)[0],
                address=root_address(corpus, language),
            ),
            site.licence.url or "",
            "",
        ]
    return "\n".join(lines).encode()


def sums_file(files: Mapping[str, FileFacts]) -> bytes:
    """Checksums for `sha256sum --check SHA256SUMS` in the folder data/."""
    return "".join(
        f"{facts.sha256}  {path.removeprefix('data/')}\n" for path, facts in sorted(files.items())
    ).encode()
