"""Models → JSON Schemas (2020-12), by which editors complete, explain and check a record as it is typed.

A schema accepts all that `check` accepts, and more: it knows one file, and no calendar.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias

from pydantic import TypeAdapter

from generator.models import (
    Citation,
    Contribution,
    CoSpeaker,
    Forum,
    ForumStatus,
    Party,
    Prose,
    Record,
    Somebody,
    Text,
)
from generator.models.document import Attachment
from generator.models.duration import Duration
from generator.models.fields import written_fields_of
from generator.models.ids import Id
from generator.models.kinds import CONTENT_MODELS, SCHEMA_DIALECT
from generator.models.lists import FEW
from generator.models.model import Model
from generator.models.proposal import Proposer
from generator.models.several import OneOrSeveral
from generator.models.shipped import shipped_lists
from generator.models.time_zones import TimeZone
from generator.models.units import AnyUnitId
from generator.models.values import Clock, Count, Date, Email, Flag, Number, WebAddress
from generator.models.withdrawn import WithdrawnList
from generator.parsing.languages import LANGUAGES
from generator.parsing.yaml_parser import Tree

Schema: TypeAlias = dict[str, Any]  # Any: the JSON of a schema depends on its keywords
Kinds: TypeAlias = Mapping[str, Sequence[str]]
"""A list of vocabulary.yml → the ids in it."""


def schema_files(kinds: Kinds | None = None) -> Iterator[tuple[str, bytes]]:
    """Each schema's path in a project and its content, the same bytes every time."""
    for kind in (*CONTENT_MODELS, *_LISTS):
        text = json.dumps(schema_of(kind, kinds), ensure_ascii=False, indent=2)
        yield f"schemas/{kind}.schema.json", f"{text}\n".encode()


def kinds_of(lists: Mapping[str, Tree]) -> Kinds:
    """The ids in lists of vocabulary.yml, of those lists that are shipped too."""
    return {
        name: [str(word["id"]) for word in words if isinstance(word, dict) and "id" in word]
        for name, words in ({**shipped_lists(), **lists}).items()
        if name in shipped_lists() and isinstance(words, list)
    }


def schema_of(kind: str, kinds: Kinds | None = None) -> Schema:
    """The schema of a kind of content; editors offer the project's kinds, or the shipped ones."""
    generated: Schema = json.loads(_generated(kind))
    models = {model.__name__: model for model in _models_below(Model)}
    parts = {name: _as_written(part, models[name]) for name, part in generated.pop("$defs").items()}
    leaves = {name: leaf for name, (_, leaf) in _LEAVES.items()}
    whole = generated if kind in _LISTS else _as_written(generated, CONTENT_MODELS[kind])
    written = json.dumps([whole, parts])
    lists = kinds or kinds_of(shipped_lists())
    offered = {name: _offer(name, ids) for name, ids in lists.items() if f'"{_ref(name)["$ref"]}"' in written}
    return {"$schema": SCHEMA_DIALECT} | whole | {"$defs": leaves | offered | parts}


_LISTS: Mapping[str, TypeAdapter[Any]] = {"withdrawn": TypeAdapter(WithdrawnList)}
"""Files of content/ that are lists; any other is a map of fields."""


@cache
def _generated(kind: str) -> str:
    """What Pydantic says of a kind, which takes most of the time; JSON, since whoever has it changes it."""
    model = CONTENT_MODELS.get(kind)
    return json.dumps(model.model_json_schema() if model else _LISTS[kind].json_schema())


def _offer(name: str, ids: Sequence[str]) -> Schema:
    """These ids, and any other, since only `check` knows what vocabulary.yml says by now."""
    any_id = _ref("UnitId" if name == "units" else "Id")
    return {"anyOf": [{"enum": list(ids)}, any_id]} if ids else any_id


def _models_below(model: type[Model]) -> Iterator[type[Model]]:
    for kind in model.__subclasses__():
        yield kind
        yield from _models_below(kind)


def _as_written(generated: Schema, model: type[Model]) -> Schema:
    """The schema of a model as its file is written; Pydantic's describes the values that are made of it."""
    from_name = {"id"} if issubclass(model, Record) else set()  # which is the file's name
    filled = {"start_date"} if issubclass(model, Forum) else set[str]()  # from the days apart
    required = [name for name in generated.get("required", []) if name not in from_name | filled]
    targets = {held.name: held.target for held in written_fields_of(model)}
    fields: Schema = {
        "type": "object",
        "properties": {
            name: _field(field, name in required, targets[name])
            for name, field in generated["properties"].items()
            if name not in from_name
        },
        "required": required,
        "additionalProperties": False,
    } | next((_COMBINATIONS[kind] for kind in model.__mro__ if kind in _COMBINATIONS), {})
    if issubclass(model, OneOrSeveral):
        fields["properties"] |= {one: _or_list(fields["properties"][one]) for one in model.others}
    annotations = {name: generated[name] for name in ("title", "description") if name in generated}
    if issubclass(model, Text):
        text = _TEXT if issubclass(model, Prose) else _LINE
        fields["properties"] = {language: _or_empty(text) for language in LANGUAGES}
        return annotations | {"anyOf": [text, fields]}
    if issubclass(model, ForumStatus):
        return annotations | {"anyOf": [generated["properties"]["value"], fields]}
    if issubclass(model, Citation | Somebody):
        return annotations | {"anyOf": [_ref("Id"), fields]}
    return annotations | fields


def _field(field: Schema, required: bool, target: str | None) -> Schema:
    """The schema of a field; an optional one may be empty, which counts as not written."""
    annotations = {name: field.pop(name) for name in ("title", "description", "default") if name in field}
    if annotations.get("default") in (None, []):
        annotations.pop("default", None)  # Editors would insert it.
    value = _value(field, target if target in shipped_lists() else None)
    return annotations | (value if required else _or_empty(value))


def _value(value: Schema, kinds: str | None) -> Schema:
    if "anyOf" in value:
        return {"anyOf": [_value(choice, kinds) for choice in value["anyOf"]]}
    if "items" in value:
        return value | {"items": _value(value["items"], kinds)}
    leaf = next((name for name, (raw, _) in _LEAVES.items() if raw == value), None)
    return _ref(kinds if kinds and leaf in ("Id", "UnitId") else leaf) if leaf else value


def _or_empty(value: Schema) -> Schema:
    empty = {"type": "null"}
    choices = value["anyOf"] if value.keys() == {"anyOf"} else [value]
    return value if empty in choices else {"anyOf": [*choices, empty]}


def _or_list(field: Schema) -> Schema:
    """The schema of a field that takes one value, or a list of them; an empty list counts as not written."""
    choices = [choice for choice in field["anyOf"] if choice != {"type": "null"}]
    listed = {"type": "array", "items": choices[0] if len(choices) == 1 else {"anyOf": choices}}
    return field | {"anyOf": [*field["anyOf"], listed | {"maxItems": FEW + 1}]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _text(pattern: str, advice: str) -> Schema:
    """A text by its pattern; VS Code's editors show `patternErrorMessage` instead of the pattern."""
    return {"description": advice, "type": "string", "pattern": pattern, "patternErrorMessage": advice}


_LINE = _text(r"^\s*\S+([^\S\n]+\S+)*\s*$", "One line of text.")
_TEXT = _text(r"\S", "A text in Markdown: paragraphs, lists, emphasis and links.")


def _as_patterned(type_: TypeAdapter[Any], advice: str) -> tuple[Schema, Schema]:
    raw = type_.json_schema()
    return raw, _text(raw["pattern"], advice)


def _as_described(type_: TypeAdapter[Any], pattern: str, advice: str) -> tuple[Schema, Schema]:
    """The type by our own pattern; a number or boolean also as editors read it without quotes."""
    raw = type_.json_schema()
    text = _text(pattern, advice)
    return raw, text if raw["type"] == "string" else {"anyOf": [raw, text]}


_DATE, _DATE_TEXT = _as_patterned(
    TypeAdapter(Date),
    'A date as exact as its source: 2025-07-16, or "2025-07" or "2025-07-16?" if less is known.',
)
_LEAVES: Mapping[str, tuple[Schema, Schema]] = {
    "Id": _as_patterned(TypeAdapter(Id), "An id: a-z, 0-9 and single '-' between them."),
    "UnitId": _as_patterned(TypeAdapter(AnyUnitId), "An id: A-Z, a-z, 0-9 and single '-' between them."),
    "Duration": _as_patterned(
        TypeAdapter(Duration), 'Hours, minutes and seconds, in quotes: "1:02:03" or "0:07:30".'
    ),
    "Clock": _as_patterned(TypeAdapter(Clock), 'A time of day, in quotes: "09:30"; "24:00" ends a day.'),
    "TimeZone": _as_patterned(
        TypeAdapter(TimeZone), "A time zone of the IANA database, such as Asia/Seoul or America/New_York."
    ),
    "Date": (_DATE, {"anyOf": [_DATE_TEXT, {"type": "integer", "minimum": 1000, "maximum": 2999}]}),
    "WebAddress": _as_described(
        TypeAdapter(WebAddress),
        r'^\s*[Hh][Tt][Tt][Pp][Ss]?://[^\s<>"\\^`{|}]+\s*$',
        "A web address, whole, from https:// on.",
    ),
    "Email": _as_described(
        TypeAdapter(Email), r"^\s*[^\s@]+@[^\s@]+\s*$", "An e-mail address, such as desk@example.org."
    ),
    "Number": _as_described(TypeAdapter(Number), r"^-?[0-9]+(\.[0-9]+)?$", "A number, such as 720 or 1.5."),
    "Count": _as_described(TypeAdapter(Count), "^[0-9]+$", "A whole number."),
    "Flag": _as_described(TypeAdapter(Flag), "^(true|false)$", "true or false."),
}
"""Types of `generator.models`: Pydantic's schema of each, and the one that editors get."""


def _required(*fields: str) -> list[Schema]:
    """For each field, the schema that requires it with a value. VS Code's editors show `errorMessage`."""
    names = " or ".join(f"'{field}:'" for field in fields)
    advice = {"errorMessage": f"{names} belongs here; write one."}
    something = advice | {"type": ["string", "number", "boolean", "object", "array"]}
    return [advice | {"required": [field], "properties": {field: something}} for field in fields]


_COMBINATIONS: Mapping[type, Schema] = {
    Text: {"anyOf": _required("ko", "en")},
    Party: {"anyOf": _required("person", "organization")},
    Contribution: {"anyOf": _required("person", "organization", "name")},
    CoSpeaker: {"anyOf": _required("person", "organization", "name")},
    Proposer: {"oneOf": [{"anyOf": _required("person", "organization")}, *_required("forum")]},
    Somebody: {"oneOf": _required("person", "organization", "name")},
    Attachment: {"oneOf": _required("file", "url")},
    Forum: {"anyOf": _required("start_date", "dates")},
}
"""Combinations of fields that models require by validators, which Pydantic cannot describe."""
