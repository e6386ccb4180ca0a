"""The ids in a record that refer to records and words, found by the types of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args, get_type_hints

from generator.models.ids import Names
from generator.models.model import Model
from generator.parsing.problems import Field


@dataclass(frozen=True)
class Reference:
    """An id in a field, and the kind of record or word that it refers to."""

    field: Field
    target: str
    """A folder of content/ or a list of vocabulary.yml."""
    id: str


def references_of(model: Model, where: Field = ()) -> Iterator[Reference]:
    """Every id in the model that refers to a record or word, at any depth."""
    for name, target in _reference_fields(type(model)).items():
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
def _reference_fields(model: type[Model]) -> dict[str, str | None]:
    """Field → target of the ids it holds, or None for parts that hold ids further down."""
    hints = get_type_hints(model, include_extras=True)
    by_field = {name: _targets(hints[name]) for name in model.model_fields}
    return {name: next(iter(targets)) for name, targets in by_field.items() if targets}


def _targets(annotation: object) -> set[str | None]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return {None} if _reference_fields(annotation) else set()
    if isinstance(annotation, Names):
        return {annotation.target}
    parts = (*get_args(annotation), *getattr(annotation, "__metadata__", ()))
    return set().union(*(_targets(part) for part in parts)) if parts else set()
