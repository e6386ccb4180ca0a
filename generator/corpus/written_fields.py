"""A field of a model → the one that a record's writer wrote, where a list may stand for one value."""

from __future__ import annotations

from collections.abc import Iterator

from generator.models.fields import fields_of
from generator.models.model import Model
from generator.models.several import OneOrSeveral
from generator.parsing.problems import Field
from generator.parsing.yaml_parser import Tree, Unquoted


def as_written(model: type[Model], tree: Tree | None, field: Field) -> Field:
    """Of a list, `organization` is `organization[0]`, and `other_organizations[0]` is `organization[1]`."""
    return tuple(_steps(model, tree, field))


def _steps(model: type[Model], tree: Tree | None, field: Field) -> Iterator[str | int]:
    if not field:
        return
    step, below = field[0], field[1:]
    listed = _listed_in(model, tree, step)
    if listed == step:
        below = (0, *below)
    elif listed and below and isinstance(below[0], int):
        below = (below[0] + 1, *below[1:])
    yield listed or step
    yield from _steps(_model_in(model, step), _inside(tree, listed or step), below)


def _listed_in(model: type[Model], tree: Tree | None, step: str | int) -> str | None:
    """The field whose written list holds the values of this one."""
    others = model.others.items() if issubclass(model, OneOrSeveral) else ()
    one = next((one for one, rest in others if step in (one, rest)), None)
    return one if one and isinstance(tree, dict) and isinstance(tree.get(one), list) else None


def _model_in(model: type[Model], step: str | int) -> type[Model]:
    return next((held.part for held in fields_of(model) if held.name == step and held.part), model)


def _inside(tree: Tree | None, step: str | int) -> Tree | None:
    if isinstance(tree, dict):
        return tree.get(str(step))
    return tree[step] if isinstance(tree, list) and isinstance(step, int) and step < len(tree) else None


def null_entry(tree: Tree | None, field: Field) -> Field | None:
    """The entry of a list on the way to the field in which nothing but YAML's null is written."""
    for number, step in enumerate(field, start=1):
        tree = _inside(tree, step)
        if isinstance(step, int) and isinstance(tree, Unquoted) and tree.lower() in ("null", "~"):
            return field[:number]
    return None
