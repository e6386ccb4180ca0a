"""Corpus → tables: one for each kind of record, one for each kind of part, one for each list of words.

A text is two columns, one a language. In the table of a kind, a list is one column, its entries in brief; the
table of the part has every field of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeAlias

from generator.corpus.corpus import Corpus
from generator.corpus.urls import page_address
from generator.exports.data.cells import (
    TitlesById,
    ids_in_brief,
    name_in,
    names_in_brief,
    names_of,
    names_something,
)
from generator.models import LANGUAGES, RECORD_KINDS, Proposal, Record, Text, Vocabulary
from generator.models.fields import Described, fields_of
from generator.models.values import Model

Cell: TypeAlias = str | bool | int | None
Row: TypeAlias = tuple[Cell, ...]

TABLE_OF_FIELD = {"sources": "citations", "topics": "subjects"}
"""What the parts in a field are called as a table, if not as the field: kinds of record or words are so."""

TEXT_KINDS = ("text", "prose")
BRIEF = "The entries in brief, with '; ' between them; their own table has all of them."


@dataclass(frozen=True)
class Column:
    name: str
    kind: str = "line"
    """As in `generator.models.fields`, but never `part`, which is more than one column."""
    meaning: str | None = None
    target: str | None = None
    """The table whose `id` it holds."""
    choices: tuple[str, ...] = ()
    needed: bool = False


@dataclass(frozen=True)
class Table:
    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """The columns that no two rows have in common."""
    rows: tuple[Row, ...] = ()


STATUS = Described("status", "id", target="statuses", needed=True, meaning="The status of the last step.")
"""A proposal's field that is computed."""


def tables_of(corpus: Corpus) -> tuple[Table, ...]:
    """Every table: kinds of record, then their parts, then the vocabulary."""
    names = names_of(corpus)
    kinds = []
    rows: dict[str, list[Row]] = {table.name: [] for table in part_tables()}
    for folder, kind in RECORD_KINDS.items():
        records = corpus.by_kind[folder].values()
        kinds.append(replace(kind_table(kind), rows=tuple(kind_row(corpus, names, one) for one in records)))
        for record in records:
            for table, place, cells in part_rows(record):
                owner = (folder, record.id) if len(owners()[table]) > 1 else (record.id,)
                rows[table].append((*owner, place, *cells))
    parts = [replace(table, rows=tuple(rows[table.name])) for table in part_tables()]
    return (*kinds, *parts, *vocabulary_tables(corpus.vocabulary))


def kind_table(kind: type[Record]) -> Table:
    """The table of a kind of record: its fields, where its pages are, and its lists in brief."""
    first, *others = fields_of(kind)
    columns = [
        *columns_of(first),
        *(Column(f"page_{language}", "address", needed=True) for language in LANGUAGES),
    ]
    for held in (STATUS, *others) if kind is Proposal else others:
        if not held.several:
            columns += columns_of(held)
        elif held.kind not in TEXT_KINDS:
            columns.append(Column(held.name, "line", held.meaning or BRIEF))
        if (held.several and held.kind in TEXT_KINDS) or _is_named(held):
            columns += [Column(f"{held.name}_{language}", "line", held.meaning) for language in LANGUAGES]
    return Table(kind.folder, _about(kind), tuple(columns), ("id",))


def kind_row(corpus: Corpus, names: TitlesById, record: Record) -> Row:
    _, *others = fields_of(type(record))
    cells: list[Cell] = [record.id, *(page_address(corpus, record.page, language) for language in LANGUAGES)]
    for held in (STATUS, *others) if isinstance(record, Proposal) else others:
        value = (
            record.history[-1].status
            if held is STATUS and isinstance(record, Proposal)
            else getattr(record, held.name)
        )
        if not held.several:
            cells += cells_of(held, value)
        elif held.kind not in TEXT_KINDS:
            cells.append(ids_in_brief(held, value))
        if held.several and (held.kind in TEXT_KINDS or _is_named(held)):
            cells += [names_in_brief(held, value, names, language) for language in LANGUAGES]
        elif _is_named(held):
            cells += [
                name_in(names, held.target, value, language) if value else None for language in LANGUAGES
            ]
    return tuple(cells)


def _is_named(held: Described) -> bool:
    """Whether the names stand beside the ids: of what a list or an id of its own refers to."""
    return names_something(held) and (held.several or held.part is None)


def columns_of(held: Described, above: str = "") -> Iterator[Column]:
    """The columns of a field that holds one thing; those of a part begin with its name."""
    name = above + held.name
    if held.kind in TEXT_KINDS:
        for language in LANGUAGES:
            yield Column(f"{name}_{language}", held.kind, held.meaning)
    elif held.part:
        for inner in fields_of(held.part):
            yield from (replace(column, needed=False) for column in columns_of(inner, f"{name}_"))
    else:
        yield Column(name, held.kind, held.meaning, held.target, held.choices, held.needed)


def cells_of(held: Described, value: object) -> Iterator[Cell]:
    """The cells of a field that holds one thing, column by column."""
    if held.kind in TEXT_KINDS:
        for language in LANGUAGES:
            yield value.in_language(language) if isinstance(value, Text) else None
    elif held.part:
        for inner in fields_of(held.part):
            yield from cells_of(inner, None if value is None else getattr(value, inner.name))
    else:
        yield value if value is None or isinstance(value, bool | int) else str(value)


@cache
def owners() -> dict[str, tuple[type[Record], ...]]:
    """Each table of parts → the kinds of record that have such parts."""
    found: dict[str, dict[type[Record], None]] = {}
    for kind in RECORD_KINDS.values():
        for held in _lists_in(kind):
            found.setdefault(_table_of(held), {})[kind] = None
    return {table: tuple(kinds) for table, kinds in found.items()}


@cache
def part_tables() -> tuple[Table, ...]:
    """The tables of everything that stands in lists, in the order in which records have them."""
    found: dict[str, Table] = {}
    for kind in RECORD_KINDS.values():
        for held in _lists_in(kind):
            name = _table_of(held)
            owner = _owner_columns(owners()[name])
            key = tuple(column.name for column in owner)
            table = Table(name, _about(held.part), (*owner, *_entry_columns(held)), key)
            if found.setdefault(name, table) != table:
                raise TypeError(f"lists of different things would share the table {name}")
    return tuple(found.values())


def _owner_columns(kinds: tuple[type[Record], ...]) -> tuple[Column, ...]:
    """By which a part is known: the record, and where in it: `sessions[0].contributions[2]`."""
    folders = tuple(kind.folder for kind in kinds)
    place = Column("place", "line", "Where it stands in the record.", needed=True)
    record = Column("record", "id", "The record that it stands in.", needed=True)
    if len(folders) == 1:
        return replace(record, target=folders[0]), place
    kind = Column(
        "kind", "choice", "The table of the record that it stands in.", choices=folders, needed=True
    )
    return kind, record, place


def _lists_in(model: type[Model]) -> Iterator[Described]:
    """Every list of the model, and of the parts in it."""
    for held in fields_of(model):
        if held.several:
            yield held
        if held.kind == "part" and held.part:
            yield from _lists_in(held.part)


def part_rows(model: Model, above: str = "") -> Iterator[tuple[str, str, Row]]:
    """Table, place and cells of every entry of every list, those of its own lists after it."""
    for held in fields_of(type(model)):
        value = getattr(model, held.name)
        if held.several:
            for number, entry in enumerate(value):
                place = f"{above}{held.name}[{number}]"
                yield _table_of(held), place, tuple(_entry_cells(held, entry))
                if isinstance(entry, Model) and held.kind == "part":
                    yield from part_rows(entry, f"{place}.")
        elif isinstance(value, Model) and held.kind == "part":
            yield from part_rows(value, f"{above}{held.name}.")


def _table_of(held: Described) -> str:
    return TABLE_OF_FIELD.get(held.name, held.name)


def _entry_columns(held: Described) -> Iterator[Column]:
    """Of a part its fields, of anything else the thing itself."""
    for inner in _fields_of_entry(held):
        yield from columns_of(inner)


def _entry_cells(held: Described, entry: object) -> Iterator[Cell]:
    for inner in _fields_of_entry(held):
        yield from cells_of(inner, getattr(entry, inner.name) if held.kind == "part" else entry)


@cache
def _fields_of_entry(held: Described) -> tuple[Described, ...]:
    if held.kind == "part" and held.part:
        return tuple(inner for inner in fields_of(held.part) if not inner.several)
    name = "text" if held.kind in TEXT_KINDS else held.name.removesuffix("s")
    return (replace(held, name=name, several=False, needed=True),)


def vocabulary_tables(vocabulary: Vocabulary) -> Iterator[Table]:
    """The words that records choose from, such as topics: a table for each list of words with ids."""
    for held in fields_of(Vocabulary):
        if held.part and "id" in held.part.model_fields:
            inner = fields_of(held.part)
            columns = [
                column
                for one in inner
                for column in ([Column(one.name, "line", one.meaning)] if one.several else columns_of(one))
            ]
            rows = tuple(tuple(_word_cells(inner, word)) for word in getattr(vocabulary, held.name))
            yield Table(held.name, _about(held.part), tuple(columns), ("id",), rows)


def _word_cells(fields: tuple[Described, ...], word: Model) -> Iterator[Cell]:
    for held in fields:
        value = getattr(word, held.name)
        if held.several:
            yield ids_in_brief(held, value)
        else:
            yield from cells_of(held, value)


def _about(model: type[Model] | None) -> str:
    return (model.__doc__ or "").strip() if model else ""
