"""JSON below data/, read by others' programs: as its schemas say, and equal to the records."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from generator.authoring.json_schema import schema_of
from generator.corpus.corpus import Corpus
from generator.exports.data.json_files import DESCRIBED, schemas
from generator.exports.data.json_values import json_object
from generator.models import RECORD_KINDS
from tests.exports.data.written_files import Files
from tests.support.worst_addresses import FORMATS


def validator(corpus: Corpus, name: str) -> Draft202012Validator:
    described = dict(schemas(corpus))
    registry: Registry[Any] = Registry().with_resources(
        [(schema["$id"], Resource.from_contents(schema)) for schema in described.values()]
    )
    return Draft202012Validator(described[name], registry=registry, format_checker=FORMATS)


def test_the_whole_is_what_its_schema_says(corpus: Corpus, files: Files) -> None:
    whole = json.loads(files["data/proceedings.json"])
    assert [error.message for error in validator(corpus, "proceedings").iter_errors(whole)] == []
    for folder in RECORD_KINDS:
        assert len(whole[folder]) == len(corpus.by_kind[folder]) > 0


@pytest.mark.parametrize("name", DESCRIBED)
def test_schemas_are_schemas_and_refuse_what_is_missing_or_too_much(corpus: Corpus, name: str) -> None:
    checked = validator(corpus, name)
    Draft202012Validator.check_schema(checked.schema)
    folder = next((folder for folder, kind in RECORD_KINDS.items() if kind is DESCRIBED[name]), None)
    good = (
        json_object(next(iter(corpus.by_kind[folder].values()))) if folder else json_object(corpus.vocabulary)
    )
    assert checked.is_valid(good)
    assert not checked.is_valid(good | {"more": "1"})
    for field in good:
        assert not checked.is_valid({name: value for name, value in good.items() if name != field}), field


def test_records_please_the_schemas_of_the_files_too(files: Files) -> None:
    """Whoever takes a record from the JSON, without its id, has a record that an editor accepts."""
    for folder, kind in RECORD_KINDS.items():
        schema = Draft202012Validator(schema_of(kind.__name__.lower()), format_checker=FORMATS)
        for line in files[f"data/{folder}.jsonl"].decode().splitlines():
            record = json.loads(line)
            del record["id"]
            assert [error.message for error in schema.iter_errors(record)] == []


def test_json_gives_the_records_back(corpus: Corpus, files: Files) -> None:
    for folder, kind in RECORD_KINDS.items():
        lines = files[f"data/{folder}.jsonl"].decode().split("\n")[:-1]
        read = [kind.model_validate(as_written(json.loads(line))) for line in lines]
        assert [*map(json_object, read)] == [*map(json_object, corpus.by_kind[folder].values())]


Json: TypeAlias = Any  # whatever JSON holds


def as_written(value: Json) -> Json:
    """The texts `true` and `false` where JSON has the values, as our own reader of records wants it."""
    if isinstance(value, dict):
        return {name: as_written(part) for name, part in value.items()}
    if isinstance(value, list):
        return [as_written(part) for part in value]
    return str(value).lower() if isinstance(value, bool) else value
