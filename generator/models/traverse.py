"""Every value of a kind in a record, however deep, with its field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from generator.models.values import Model
from generator.parsing.problems import Field

Wanted = TypeVar("Wanted")


def values_of(value: object, kind: type[Wanted], where: Field = ()) -> Iterator[tuple[Field, Wanted]]:
    """The values of the kind in the order of the fields; nothing inside one is looked at."""
    if isinstance(value, kind):
        yield where, value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from values_of(getattr(value, name), kind, (*where, name))
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from values_of(part, kind, (*where, number))
