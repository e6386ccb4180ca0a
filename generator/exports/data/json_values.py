"""A record as other programs read it: maps, lists and texts, each field as it was written, none left out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias, Union

from generator.models.fields import fields_of
from generator.models.model import Model

JsonValue: TypeAlias = Union["Mapping[str, JsonValue]", "Sequence[JsonValue]", str, int, float, bool, None]


def json_object(model: Model) -> dict[str, JsonValue]:
    """Every field, null or [] where nothing is written; days and numbers are texts, so none is rounded.

    Addresses are in ASCII, as programs want them.
    """
    written = model.model_dump(mode="json")
    return {field.name: written[field.name] for field in fields_of(type(model))}


def json_file(content: JsonValue, *, indent: int | None = None) -> bytes:
    """JSON in UTF-8, on one line unless indented; Korean is readable in it."""
    separators = None if indent else (",", ":")
    return (json.dumps(content, ensure_ascii=False, indent=indent, separators=separators) + "\n").encode()
