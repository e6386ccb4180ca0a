"""Every value of a type in a record, at any depth, with its field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

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
        for name in type(value).model_fields:
            if name in value.model_fields_set:
                part = getattr(value, name)
                if isinstance(part, (kind, Model, tuple)):
                    yield from values_of(part, kind, (*where, name))
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from values_of(part, kind, (*where, number))
