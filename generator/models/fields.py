"""The fields of records, read from the models: for tables of data and their documentation."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

from generator.models import Prose, Record, Text
from generator.models.duration import Duration
from generator.models.ids import Id, Names
from generator.models.licences import Terms
from generator.models.model import Model
from generator.models.palette import Accent
from generator.models.parts import Line, RegisteredId
from generator.models.registers import IdentifierPattern, RegisterAddress, RegisterHost
from generator.models.time_zones import TimeZone
from generator.models.units import AnyUnitId
from generator.models.values import (
    Clock,
    Count,
    Date,
    Email,
    FileName,
    Flag,
    LanguageTag,
    Number,
    Script,
    WebAddress,
)
from generator.parsing.problems import Field

Annotation: TypeAlias = Any  # annotations have no common type

_TYPES: dict[str, Annotation] = {
    "id": Id,
    "unit": AnyUnitId,
    "line": Line,
    "date": Date,
    "time": Clock,
    "duration": Duration,
    "color": Accent,
    "timezone": TimeZone,
    "address": WebAddress,
    "email": Email,
    "file": FileName,
    "language": LanguageTag,
    "script": Script,
    "licence": Terms,
    "identifier": RegisteredId,
    "pattern": IdentifierPattern,
    "address_pattern": RegisterAddress,
    "host": RegisterHost,
    "number": Number,
    "count": Count,
    "flag": Flag,
}
VALUE_KINDS = {alias.__metadata__[0]: kind for kind, alias in _TYPES.items()}
"""Validator of a plain value → kind of the value."""


TEXT_MODELS: dict[str, type[Model]] = {"prose": Prose, "text": Text}
"""Texts in two languages; a Prose is a Text too, and comes first."""


@dataclass(frozen=True)
class Described:
    """A field's type and meaning, whether it is required, and whether it is a list."""

    name: str
    kind: str
    """A value of `VALUE_KINDS`, or `choice`, `text`, `prose`, `part`."""
    part: type[Model] | None = None
    """The model of a part."""
    several: bool = False
    needed: bool = False
    choices: tuple[str, ...] = ()
    target: str | None = None
    """For an id that refers to something: a folder of content/ or a list of vocabulary.yml."""
    meaning: str | None = None
    """The field's docstring."""


@cache
def fields_of(model: type[Model]) -> tuple[Described, ...]:
    """The published fields of a model; of a record the id first, and those that all kinds have last."""
    return tuple(held for held in written_fields_of(model) if not model.model_fields[held.name].exclude)


@cache
def written_fields_of(model: type[Model]) -> tuple[Described, ...]:
    """The same with those that a record has for its writers alone, such as which name is hidden."""
    hints = get_type_hints(model, include_extras=True)
    common = [name for name in Record.model_fields if name != "id" and issubclass(model, Record)]
    names = sorted(model.model_fields, key=lambda name: (name in common, name != "id"))
    return tuple(
        Described(
            name,
            meaning=model.model_fields[name].description,
            needed=model.model_fields[name].is_required(),
            **_type_in(hints[name], several=False),
        )
        for name in names
    )


def speaks_of(held: Described, kinds: Collection[str]) -> bool:
    """Whether a field names records of one of these kinds, as `sources` and `person` do."""
    return held.target in kinds or held.name in kinds


def addresses_of(model: Model) -> Iterator[tuple[Field, str]]:
    """Every web address in the fields of a model, at any depth."""
    return _of_kind("address", model, ())


def files_named_by(model: Model) -> Iterator[str]:
    """Every file of content/files/ that the fields of a model name, at any depth."""
    return (name for _, name in _of_kind("file", model, ()))


def terms_in(model: Model) -> Iterator[tuple[Field, str]]:
    """The terms of a record and of the documents in it."""
    return _of_kind("licence", model, ())


def _of_kind(kind: str, model: Model, where: Field) -> Iterator[tuple[Field, str]]:
    for held in _holding(kind, type(model)):
        value = getattr(model, held.name)
        for number, entry in enumerate(value if held.several else (value,)):
            field = (*where, held.name, number) if held.several else (*where, held.name)
            if isinstance(entry, Model):
                yield from _of_kind(kind, entry, field)
            elif entry is not None:
                yield field, str(entry)


@cache
def _holding(kind: str, model: type[Model]) -> tuple[Described, ...]:
    """The fields that are of a kind, or parts that have some."""
    return tuple(
        held
        for held in fields_of(model)
        if held.kind == kind or (held.kind == "part" and held.part and _holding(kind, held.part))
    )


def _type_in(annotation: Annotation, *, several: bool) -> dict[str, Any]:  # Any: arguments of `Described`
    """The type within a field's annotation, without `| None` and `tuple`."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        kind = next((name for name, model in TEXT_MODELS.items() if issubclass(annotation, model)), "part")
        return {"kind": kind, "part": annotation, "several": several}
    origin: Annotation = get_origin(annotation)
    if origin is Literal:
        return {"kind": "choice", "choices": get_args(annotation), "several": several}
    metadata = getattr(annotation, "__metadata__", ())
    for validator in metadata:
        if validator in VALUE_KINDS:
            target = next((item.target for item in metadata if isinstance(item, Names)), None)
            return {"kind": VALUE_KINDS[validator], "target": target, "several": several}
    parts = [part for part in get_args(annotation) if part not in (NoneType, Ellipsis)]
    if not parts:
        return {"kind": "line", "several": several}
    return _type_in(parts[0], several=several or origin is tuple)
