"""Tables → datapackage.json: a description of the CSV files (Data Package 1, Table Schema 1)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from generator.corpus.corpus import Corpus
from generator.corpus.licences import terms_of_use
from generator.corpus.urls import file_address, root_address
from generator.exports.data.columns import AnyColumn
from generator.exports.data.csv_files import csv_path
from generator.exports.data.json_files import FORMAT
from generator.exports.data.json_values import JsonValue, json_file
from generator.exports.data.tables import AnyTable
from generator.models import LANGUAGES
from generator.models.units import UNIT_PATTERN
from generator.parsing.addresses import uri_of

DATAPACKAGE_PATH = "data/datapackage.json"

TYPES = {"flag": "boolean", "count": "integer", "number": "number"}
"""Kinds of value that Table Schema has a type for; dates are texts, since ours can be uncertain."""

PATTERNS = {
    "id": "[a-z0-9]+(-[a-z0-9]+)*",
    "unit": UNIT_PATTERN,
    "date": "[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?[?~%]?",
    "duration": "(0|[1-9][0-9]?):[0-5][0-9]:[0-5][0-9]",
    "time": "([01][0-9]|2[0-3]):[0-5][0-9]|24:00",
}


class FileFacts(NamedTuple):
    """What is said of a file elsewhere."""

    size: int
    sha256: str


def facts_of_file(content: bytes) -> FileFacts:
    return FileFacts(len(content), sha256(content).hexdigest())


def datapackage_file(corpus: Corpus, tables: Iterable[AnyTable], files: Mapping[str, FileFacts]) -> bytes:
    site = corpus.site
    name, language = site.name.best(LANGUAGES[0])
    licence, _ = site.licence.name.best(language)
    own = {"path": uri_of(site.licence.url) if site.licence.url else "LICENSE.txt", "title": licence}
    return json_file(
        {
            "profile": "tabular-data-package",
            "name": "proceedings",
            "id": file_address(corpus, DATAPACKAGE_PATH),
            "title": name,
            "description": site.description.best(language)[0],
            "version": FORMAT,
            "homepage": root_address(corpus),
            "licenses": [own],
            "contributors": [{"title": site.publisher.name.best(language)[0], "role": "publisher"}],
            "resources": [
                _resource(table, files[csv_path(table.name)]) | _licences(corpus, table, own)
                for table in tables
            ],
        },
        indent=1,
    )


def _licences(corpus: Corpus, table: AnyTable, own: Mapping[str, str]) -> dict[str, JsonValue]:
    """Those of a table in which rows have terms of their own; all others hold the package's."""
    places = [number for number, column in enumerate(table.columns) if column.kind == "licence"]
    written = sorted({str(row[place]) for row in table.rows for place in places if row[place]})
    if not written:
        return {}
    named = [{"path": uri_of(url), "title": label} for label, url in _named(corpus, written)]
    return {"licenses": [own, *named]}


def _named(corpus: Corpus, written: Iterable[str]) -> Iterator[tuple[str, str]]:
    for label, url in (terms_of_use(corpus, one) for one in written):
        yield (label if isinstance(label, str) else label.best(LANGUAGES[0])[0]), url


def _resource(table: AnyTable, facts: FileFacts) -> dict[str, JsonValue]:
    path = csv_path(table.name)
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": posixpath.relpath(path, posixpath.dirname(DATAPACKAGE_PATH)),
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": facts.size,
        "hash": f"sha256:{facts.sha256}",
        "schema": _schema(table),
    }


def _schema(table: AnyTable) -> dict[str, JsonValue]:
    foreign: list[JsonValue] = [
        {
            "fields": [column.name],
            "reference": {"resource": "" if column.target == table.name else column.target, "fields": ["id"]},
        }
        for column in table.columns
        if column.target
    ]
    return {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "foreignKeys": foreign,
        "missingValues": [""],
    }


def _field(column: AnyColumn) -> dict[str, JsonValue]:
    constraints: dict[str, JsonValue] = {"required": True} if column.needed else {}
    if column.kind in PATTERNS:
        constraints["pattern"] = PATTERNS[column.kind]
    if column.choices:
        constraints["enum"] = list(column.choices)
    field: dict[str, JsonValue] = {"name": column.name, "type": TYPES.get(column.kind, "string")}
    if column.meaning:
        field["description"] = column.meaning
    return field | ({"constraints": constraints} if constraints else {})
