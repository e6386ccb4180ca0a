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
    steps: tuple[str, ...] = ()
    """The names of the fields that lead to it and, of one language alone, the language."""
    made: bool = False
    """Whether its cells are made of what stands elsewhere: nobody writes them."""


AnyColumn: TypeAlias = Column[Never]
"""A column whose cells are made already."""


def columns_of(
    held: Described, value_of: Callable[[SourceT], object], above: tuple[str, ...] = ()
) -> Iterator[Column[SourceT]]:
    """The columns of a field that is no list; those of a part begin with its name.

    A list in a part is one column, with its entries in brief; the table of its own has every field of them.
    """
    steps = (*above, held.name)
    if held.kind in TEXT_KINDS:
        for language in LANGUAGES:
            cell = _text_cell(value_of, language)
            yield column_at((*steps, language), cell, kind=held.kind, meaning=held.meaning)
    elif held.part:
        for inner in fields_of(held.part):
            inner_value = _field_of(value_of, inner.name)
            if inner.several:
                cell = _brief_cell(inner, inner_value)
                yield column_at((*steps, inner.name), cell, meaning=inner.meaning, made=True)
                continue
            for column in columns_of(inner, inner_value, steps):
                yield replace(column, needed=False)
    else:
        cell = _address_cell(value_of) if held.kind == "address" else _plain_cell(value_of)
        target = TABLE_OF_LIST.get(held.target, held.target) if held.target else None
        name = "_".join(steps)
        yield Column(name, cell, held.kind, held.meaning, target, held.choices, held.needed, steps)


def column_at(
    steps: tuple[str, ...],
    cell: Callable[[RowSource], Cell],
    *,
    kind: str = "line",
    meaning: str | None = None,
    needed: bool = False,
    made: bool = False,
) -> Column[RowSource]:
    """A column whose header is the steps that lead to it: `venue_name_ko`."""
    return Column("_".join(steps), cell, kind, meaning, needed=needed, steps=steps, made=made)


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
