"""The columns of tables: a header, and how each cell below it is made.

A text is two columns, one for each language; a part is a column for each of its fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Generic, Never, TypeAlias, TypeVar

from generator.exports.data.cells import ids_in_brief
from generator.models import LANGUAGES, Language, Text
from generator.models.fields import Described, fields_of
from generator.parsing.addresses import uri_of

Cell: TypeAlias = str | bool | int | None

SourceT = TypeVar("SourceT")
RowSource = TypeVar("RowSource", contravariant=True)
"""A row is made from it: a record, an entry of a list, or a word of the vocabulary."""

TEXT_KINDS = ("text", "prose")

TABLE_OF_LIST = {"relations": "relation_kinds"}
"""A list of the vocabulary → its table's name, where that name is taken by a part of a record."""


@dataclass(frozen=True)
class Column(Generic[RowSource]):
    """A column: its header, and how a cell is made from a row's source."""

    name: str
    cell: Callable[[RowSource], Cell] = field(compare=False)
    kind: str = "line"
    """As in `generator.models.fields`, but never `part`, which is more than one column."""
    meaning: str | None = None
    target: str | None = None
    """The table whose `id` it holds."""
    choices: tuple[str, ...] = ()
    needed: bool = False


AnyColumn: TypeAlias = Column[Never]
"""A column whose cells are made already."""


def columns_of(
    held: Described, value_of: Callable[[SourceT], object], above: str = ""
) -> Iterator[Column[SourceT]]:
    """The columns of a field that is no list; those of a part begin with its name.

    A list in a part is one column, with its entries in brief; the table of its own has every field of them.
    """
    name = above + held.name
    if held.kind in TEXT_KINDS:
        for language in LANGUAGES:
            yield Column(f"{name}_{language}", _text_cell(value_of, language), held.kind, held.meaning)
    elif held.part:
        for inner in fields_of(held.part):
            inner_value = _field_of(value_of, inner.name)
            if inner.several:
                yield Column(f"{name}_{inner.name}", _brief_cell(inner, inner_value), meaning=inner.meaning)
                continue
            for column in columns_of(inner, inner_value, f"{name}_"):
                yield replace(column, needed=False)
    else:
        cell = _address_cell(value_of) if held.kind == "address" else _plain_cell(value_of)
        target = TABLE_OF_LIST.get(held.target, held.target) if held.target else None
        yield Column(name, cell, held.kind, held.meaning, target, held.choices, held.needed)


def _text_cell(value_of: Callable[[SourceT], object], language: Language) -> Callable[[SourceT], Cell]:
    def cell(source: SourceT) -> Cell:
        value = value_of(source)
        return value.in_language(language) if isinstance(value, Text) else None

    return cell


def _field_of(value_of: Callable[[SourceT], object], name: str) -> Callable[[SourceT], object]:
    def inner(source: SourceT) -> object:
        value = value_of(source)
        return None if value is None else getattr(value, name)

    return inner


def _plain_cell(value_of: Callable[[SourceT], object]) -> Callable[[SourceT], Cell]:
    def cell(source: SourceT) -> Cell:
        value = value_of(source)
        return value if value is None or isinstance(value, bool | int) else str(value)

    return cell


def _brief_cell(held: Described, value_of: Callable[[SourceT], object]) -> Callable[[SourceT], Cell]:
    def cell(source: SourceT) -> Cell:
        value = value_of(source)
        return ids_in_brief(held, value) if isinstance(value, tuple) else None

    return cell


def _address_cell(value_of: Callable[[SourceT], object]) -> Callable[[SourceT], Cell]:
    """An address in ASCII, as JSON has it."""

    def cell(source: SourceT) -> Cell:
        value = value_of(source)
        return None if value is None else uri_of(str(value))

    return cell
