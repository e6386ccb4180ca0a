"""Which records and words a record names, found from the types of its fields alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args, get_type_hints

from generator.models.ids import Names
from generator.models.values import Model
from generator.parsing.problems import Field


@dataclass(frozen=True)
class Reference:
    """An id written in a field, and what it is meant to name."""

    field: Field
    target: str
    """A folder of content/ or a list of vocabulary.yml."""
    id: str


def references_of(model: Model, where: Field = ()) -> Iterator[Reference]:
    """Every id that the model names, however deep."""
    for name, target in _naming_fields(type(model)).items():
        yield from _within(getattr(model, name), target, (*where, name))


def _within(value: object, target: str | None, where: Field) -> Iterator[Reference]:
    if isinstance(value, Model):
        yield from references_of(value, where)
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _within(part, target, (*where, number))
    elif isinstance(value, str) and target:
        yield Reference(where, target, value)


@cache
def _naming_fields(model: type[Model]) -> dict[str, str | None]:
    """The fields that hold an id of a target, or (None) parts that may hold some further down."""
    hints = get_type_hints(model, include_extras=True)
    found = {name: _targets(hints[name]) for name in model.model_fields}
    return {name: next(iter(targets)) for name, targets in found.items() if targets}


def _targets(annotation: object) -> set[str | None]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return {None} if _naming_fields(annotation) else set()
    if isinstance(annotation, Names):
        return {annotation.target}
    parts = (*get_args(annotation), *getattr(annotation, "__metadata__", ()))
    return set().union(*(_targets(part) for part in parts)) if parts else set()
