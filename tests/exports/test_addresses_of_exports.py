"""Addresses in files for programs are in ASCII, whatever records hold, in schemas' uri and elsewhere."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import PurePath
from typing import Any

import pytest

from generator.exports.api import api_files
from generator.exports.data.folder import data_files
from generator.exports.data.tables import tables_of
from generator.parsing.addresses import is_web_address, uri_of
from tests.exports.data.test_json_files import validator
from tests.metadata.said import all_pages
from tests.support.words import WORDS
from tests.support.worst_addresses import FILE_ADDRESS, URI, WORST, worst_corpus

TEXTS = ("license", "label", "name", "title")
"""Keys of what a record says in words, or by the id or the address of its terms as they were written."""


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    return {**data_files(worst_corpus(), WORDS), **api_files(worst_corpus())}


def addresses_in(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text that is a web address, with its key; in a template for addresses are braces."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from addresses_in(part, str(name))
    elif isinstance(value, list):
        for part in value:
            yield from addresses_in(part, key)
    elif isinstance(value, str) and is_web_address(value) and "{" not in value and key not in TEXTS:
        yield key, value


@pytest.mark.parametrize(("written", "uri"), WORST.items())
def test_an_address_in_ascii_stays_as_it_is(written: str, uri: str) -> None:
    assert uri_of(written) == uri_of(uri) == uri
    assert URI.fullmatch(uri)
    assert not URI.fullmatch(written) or written == uri


def test_in_json_every_address_is_a_uri(files: Mapping[str, bytes]) -> None:
    found = {
        (path, key, address)
        for path, content in files.items()
        if PurePath(path).suffix in (".json", ".jsonl")
        for line in (content.decode().splitlines() if path.endswith(".jsonl") else [content])
        for key, address in addresses_in(json.loads(line))
    }
    assert {one for one in found if not URI.fullmatch(one[2])} == set()
    assert len(set(WORST.values()) & {address for _, _, address in found}) > len(WORST) / 2


def test_the_schemas_say_uri_where_there_is_one(files: Mapping[str, bytes]) -> None:
    whole = json.loads(files["data/proceedings.json"])
    checked = validator(worst_corpus(), "proceedings")
    assert [error.message for error in checked.iter_errors(whole)] == []
    whole["sources"][0]["url"] = "https://example.org/의안"
    assert [error.validator for error in checked.iter_errors(whole)] != []


def test_in_tables_every_address_is_a_uri(files: Mapping[str, bytes]) -> None:
    found: list[str] = []
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(files["data/proceedings.db"])
        for table in tables_of(worst_corpus()):
            folder = "data" if f"data/{table.name}.csv" in files else "data/tables"
            content = files[f"{folder}/{table.name}.csv"].decode("utf-8-sig")
            rows = list(csv.DictReader(io.StringIO(content, newline=""), strict=True))
            for column in table.columns:
                if column.kind == "address":
                    in_csv = [row[column.name] for row in rows]
                    query = f'select "{column.name}" from "{table.name}" order by rowid'  # noqa: S608 - our names
                    assert [one or "" for (one,) in database.execute(query)] == in_csv
                    found += filter(None, in_csv)
    assert [one for one in found if not URI.fullmatch(one)] == []
    assert len(set(WORST.values()) & set(found)) > len(WORST) / 2


def test_in_linked_data_every_address_is_a_uri() -> None:
    found: set[Any] = set()
    for page, _, data in all_pages(worst_corpus()):
        found |= {(page.template, key, address) for key, address in addresses_in(data)}
    assert {one for one in found if not URI.fullmatch(one[2])} == set()
    said = {address for _, _, address in found}
    assert len(set(WORST.values()) & said) > len(WORST) / 2
    assert FILE_ADDRESS in said
