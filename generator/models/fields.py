"""What the fields of a record are, read from the models alone: for tables of data and what documents them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

from generator.models import Prose, Record, Text
from generator.models.ids import Id, Names
from generator.models.parts import Line
from generator.models.values import (
    Clock,
    Count,
    Date,
    Email,
    FileName,
    Flag,
    LanguageTag,
    Model,
    Number,
    WebAddress,
)

Annotation: TypeAlias = Any  # whatever typing makes of them

_TYPES: dict[str, Annotation] = {
    "id": Id,
    "line": Line,
    "date": Date,
    "time": Clock,
    "address": WebAddress,
    "email": Email,
    "file": FileName,
    "language": LanguageTag,
    "number": Number,
    "count": Count,
    "flag": Flag,
}
VALUE_KINDS = {alias.__metadata__[0]: kind for kind, alias in _TYPES.items()}
"""What validates a plain value → what kind of value it is."""


TEXT_MODELS: dict[str, type[Model]] = {"prose": Prose, "text": Text}
"""Texts in two languages; a Prose is a Text too, and comes first."""


@dataclass(frozen=True)
class Described:
    """A field: what it holds, whether it may be missing or holds several, and what it means."""

    name: str
    kind: str
    """One of `KINDS`, or `choice`, `text`, `prose`, `part`."""
    part: type[Model] | None = None
    """The model of a part."""
    several: bool = False
    needed: bool = False
    choices: tuple[str, ...] = ()
    target: str | None = None
    """Of an id that names something elsewhere: a folder of content/ or a list of vocabulary.yml."""
    meaning: str | None = None
    """The docstring below it."""


@cache
def fields_of(model: type[Model]) -> tuple[Described, ...]:
    """The fields of a model; of a record the id first, and last what all kinds of record have."""
    hints = get_type_hints(model, include_extras=True)
    common = [name for name in Record.model_fields if name != "id" and issubclass(model, Record)]
    names = sorted(model.model_fields, key=lambda name: (name in common, name != "id"))
    return tuple(
        Described(
            name,
            meaning=model.model_fields[name].description,
            needed=model.model_fields[name].is_required(),
            **_held(hints[name], several=False),
        )
        for name in names
    )


def _held(annotation: Annotation, *, several: bool) -> dict[str, Any]:  # Any: fields of `Described`
    """What stands in a field, without the wrapping that says whether it is optional or a list."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        kind = next((name for name, model in TEXT_MODELS.items() if issubclass(annotation, model)), "part")
        return {"kind": kind, "part": annotation, "several": several}
    origin: Annotation = get_origin(annotation)
    if origin is Literal:
        return {"kind": "choice", "choices": get_args(annotation), "several": several}
    marks = getattr(annotation, "__metadata__", ())
    for mark in marks:
        if mark in VALUE_KINDS:
            target = next((mark.target for mark in marks if isinstance(mark, Names)), None)
            return {"kind": VALUE_KINDS[mark], "target": target, "several": several}
    parts = [part for part in get_args(annotation) if part not in (NoneType, Ellipsis)]
    if not parts:
        return {"kind": "line", "several": several}
    return _held(parts[0], several=several or origin is tuple)
