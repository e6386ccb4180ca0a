"""Corpus → everything below data/: the records in each form, the licence, and the sums to check them by."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from generator.corpus import Corpus
from generator.exports import datapackage, popolo, sqlite_data
from generator.exports.addresses import root_address
from generator.exports.csv_data import csv_files
from generator.exports.json_data import json_files
from generator.exports.tables import tables_of
from generator.models import LANGUAGES
from generator.words import load_words

SUMS = "data/SHA256SUMS"
LICENCE = "data/LICENSE.txt"


def data_files(corpus: Corpus) -> Mapping[str, bytes]:
    tables = tables_of(corpus)
    csv = csv_files(tables)
    files = {
        **json_files(corpus),
        **csv,
        popolo.PATH: popolo.popolo_file(corpus),
        sqlite_data.PATH: sqlite_data.sqlite_file(corpus, tables),
        datapackage.PATH: datapackage.datapackage_file(corpus, tables, csv),
        LICENCE: licence_file(corpus),
    }
    return {**files, SUMS: sums_file(files)}


def licence_file(corpus: Corpus) -> bytes:
    """On which terms the records may be used, and whom to name, in both languages."""
    site = corpus.site
    lines = []
    for language in LANGUAGES:
        lines += [
            load_words(language)(
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
    """What `sha256sum --check SHA256SUMS` reads, in the folder data/."""
    return "".join(
        f"{sha256(content).hexdigest()}  {path.removeprefix('data/')}\n"
        for path, content in sorted(files.items())
    ).encode()
