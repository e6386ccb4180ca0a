"""Corpus → JSON: everything in one file, a file of lines for each kind, and the schemas of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias

from generator.corpus.corpus import Corpus
from generator.corpus.urls import file_address, root_address
from generator.exports.data.json_values import JsonValue, json_file, json_object
from generator.models import LANGUAGES, Site
from generator.models.kinds import CONTENT_MODELS, KIND_FOLDERS, SCHEMA_DIALECT
from generator.models.model import Model

Json: TypeAlias = Any  # a schema is whatever JSON its keywords want

FORMAT = "1"
"""Version of the format; it rises when something in these files is removed or changes its meaning."""

DESCRIBED = {name: model for name, model in CONTENT_MODELS.items() if model is not Site}
"""A schema's name → what it describes: all that is published whole."""

NUMBER = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
"""A decimal number as text: no program rounds it."""


def json_files(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """All JSON of whole records below data/; a record is written once for both files that have it."""
    lines = {
        folder: [json_file(json_object(record)) for record in corpus.by_kind[folder].values()]
        for folder in corpus.kinds
    }
    for folder, records in lines.items():
        yield f"data/{folder}.jsonl", b"".join(records)
    yield "data/proceedings.json", everything(corpus, lines)
    del lines
    for name, schema in schemas(corpus):
        yield schema_path(name), json_file(schema, indent=2)


def everything(corpus: Corpus, lines: Mapping[str, Sequence[bytes]]) -> bytes:
    """The corpus: about it, its vocabulary, and its records, of each kind as they are written already."""
    head = {
        "schema": file_address(corpus, schema_path("proceedings")),
        **about(corpus),
        "vocabulary": json_object(corpus.vocabulary),
    }
    parts = [json_file(head).removesuffix(b"}\n")]
    for folder, records in lines.items():
        parts.append(b',"%s":[' % folder.encode())
        parts += ((b"," if place else b"") + line.rstrip(b"\n") for place, line in enumerate(records))
        parts.append(b"]")
    return b"".join((*parts, b"}\n"))


def described_in(corpus: Corpus) -> tuple[str, ...]:
    """The schemas of an archive: of the kinds that it has, and of its vocabulary."""
    return tuple(name for name in DESCRIBED if corpus.has(KIND_FOLDERS.get(name, name)))


def about(corpus: Corpus) -> dict[str, JsonValue]:
    """About the records: their title, publisher, licence, pages and newest day."""
    site, newest = corpus.site, corpus.newest_fact()
    return {
        "format": FORMAT,
        "name": json_object(site.name),
        "publisher": json_object(site.publisher),
        "licence": json_object(site.licence),
        "pages": {language: root_address(corpus, language) for language in LANGUAGES},
        "newest": str(newest) if newest else None,
    }


def schema_path(name: str) -> str:
    return f"data/schemas/{name}.schema.json"


def schemas(corpus: Corpus) -> Iterator[tuple[str, dict[str, Any]]]:
    """A schema for each kind of record, for the vocabulary, and for the file that holds all of them."""
    for name in described_in(corpus):
        model = DESCRIBED[name]
        named: dict[str, Any] = {"$schema": SCHEMA_DIALECT, "$id": file_address(corpus, schema_path(name))}
        yield name, {**named, **_schema_of(model)}
    text = {"$ref": "vocabulary.schema.json#/$defs/Text"}
    named = {"name": text, "url": {"type": ["string", "null"], "format": "uri"}}
    properties = {
        "schema": {"type": "string", "format": "uri"},
        "format": {"const": FORMAT},
        "name": text,
        "publisher": _closed(named),
        "licence": _closed(named),
        "pages": _closed({language: {"type": "string", "format": "uri"} for language in LANGUAGES}),
        "newest": {"type": ["string", "null"], "description": "The latest date that a record states."},
        "vocabulary": {"$ref": "vocabulary.schema.json"},
        **{
            folder: {"type": "array", "items": {"$ref": f"{name}.schema.json"}}
            for name, folder in KIND_FOLDERS.items()
            if corpus.has(folder)
        },
    }
    address = file_address(corpus, schema_path("proceedings"))
    yield (
        "proceedings",
        {"$schema": SCHEMA_DIALECT, "$id": address, "title": "Proceedings", **_closed(properties)},
    )


@cache
def _schema_of(model: type[Model]) -> dict[str, Any]:
    """The schema of what is published of a model; it is the same whatever the records say."""
    schema: dict[str, Any] = _as_published(model.model_json_schema(mode="serialization"))
    return schema


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    """An object with these properties, all of them and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _as_published(described: Json) -> Json:
    """Pydantic's schema made to match the files: every field is required, and a number is a text."""
    if isinstance(described, list):
        return [_as_published(part) for part in described]
    if not isinstance(described, dict):
        return described
    if described.get("type") == "number":
        return {name: value for name, value in described.items() if name != "type"} | NUMBER
    if isinstance(described.get("properties"), dict):
        fields = {name: _without_default(field) for name, field in described["properties"].items()}
        return {**described, **_closed(_as_published_each(fields)), **_definitions(described)}
    return {name: _as_published(part) for name, part in described.items()}


def _as_published_each(parts: dict[str, Any]) -> dict[str, Any]:
    return {name: _as_published(part) for name, part in parts.items()}


def _definitions(described: dict[str, Any]) -> dict[str, Any]:
    return {"$defs": _as_published_each(described["$defs"])} if "$defs" in described else {}


def _without_default(field: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in field.items() if name != "default"}
