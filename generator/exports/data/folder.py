"""Corpus → everything below data/: the records in each format, the licence, and checksums."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from generator.corpus.corpus import Corpus
from generator.corpus.urls import root_address
from generator.exports.data import datapackage, popolo, sqlite_file
from generator.exports.data.csv_files import csv_files
from generator.exports.data.json_files import json_files
from generator.exports.data.tables import tables_of
from generator.exports.data.workbook import WORKBOOK_PATH, workbook_file
from generator.i18n.strings import SiteWords

SUMS = "data/SHA256SUMS"
LICENCE = "data/LICENSE.txt"


def data_files(corpus: Corpus, site_words: SiteWords) -> Mapping[str, bytes]:
    tables = tables_of(corpus)
    csv = csv_files(tables)
    files = {
        **json_files(corpus),
        **csv,
        popolo.POPOLO_PATH: popolo.popolo_file(corpus),
        sqlite_file.SQLITE_PATH: sqlite_file.sqlite_file(corpus, tables),
        datapackage.DATAPACKAGE_PATH: datapackage.datapackage_file(corpus, tables, csv),
        WORKBOOK_PATH: workbook_file(corpus, tables, site_words),
        LICENCE: licence_file(corpus, site_words),
    }
    return {**files, SUMS: sums_file(files)}


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


def sums_file(files: Mapping[str, bytes]) -> bytes:
    """Checksums for `sha256sum --check SHA256SUMS` in the folder data/."""
    return "".join(
        f"{sha256(content).hexdigest()}  {path.removeprefix('data/')}\n"
        for path, content in sorted(files.items())
    ).encode()
