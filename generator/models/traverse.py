"""Every value of a type in a record, at any depth, with its field."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, TypeVar, get_args, get_origin

from generator.models.model import Model
from generator.parsing.problems import Field

Value = TypeVar("Value")


def values_of(value: object, kind: type[Value], where: Field = ()) -> Iterator[tuple[Field, Value]]:
    """The values of the type, in the order of the fields, of those that are written.

    The inside of such a value is not searched.
    """
    if isinstance(value, kind):
        yield where, value
    elif isinstance(value, Model):
        for name in _fields_with(type(value), kind):  # type: ignore[arg-type] # a class can be hashed
            if name in value.model_fields_set:
                yield from values_of(getattr(value, name), kind, (*where, name))
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from values_of(part, kind, (*where, number))


@cache
def _fields_with(model: type[Model], kind: type) -> tuple[str, ...]:
    """The fields in which there may be such a value: most rules look for what few fields have."""
    return tuple(_fields_leading_to(model, kind, ()))


def _fields_leading_to(model: type[Model], kind: type, above: tuple[type, ...]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        if _may_hold(field.annotation, kind, (*above, model)):
            yield name


def _may_hold(annotation: object, kind: type, above: tuple[type, ...]) -> bool:
    if parts := get_args(annotation):
        # What else Annotated has are no types.
        parts = parts[:1] if get_origin(annotation) is Annotated else parts
        return any(_may_hold(part, kind, above) for part in parts)
    if not isinstance(annotation, type):
        return isinstance(annotation, (kind, TypeVar))  # a word that Literal names
    if issubclass(annotation, kind) or issubclass(kind, annotation):
        return True
    return any(
        any(_fields_leading_to(one, kind, above)) for one in _models_of(annotation) if one not in above
    )


def _models_of(annotation: type) -> Iterator[type[Model]]:
    """The model that a field is of, and those that may stand in its place."""
    if issubclass(annotation, Model):
        yield annotation
        for other in annotation.__subclasses__():
            yield from _models_of(other)
