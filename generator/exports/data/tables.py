"""Corpus → tables: one for each kind of record, of part, and of word of the vocabulary.

A text is two columns, one for each language. In the table of a kind of record, a list is one column with its
entries in brief; the table of the part has every field of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from operator import attrgetter
from typing import Generic, Never, TypeAlias, get_args

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
from generator.exports.data.columns import (
    TABLE_OF_LIST,
    TEXT_KINDS,
    AnyColumn,
    Cell,
    Column,
    RowSource,
    column_at,
    columns_of,
)
from generator.models import LANGUAGES, RECORD_KINDS, Forum, Language, Proposal, Record, Vocabulary
from generator.models.fields import Described, fields_of
from generator.models.model import Model
from generator.models.occasion import ForumStatusWord

Row: TypeAlias = tuple[Cell, ...]

TABLE_OF_FIELD = {"sources": "citations", "topics": "subjects"}
"""A field's name → its table's, where that name is taken by a kind of record or by the vocabulary."""

BRIEF = "The entries in brief, with '; ' between them; their own table has all of them."


@dataclass(frozen=True)
class Table(Generic[RowSource]):
    """A table, empty until it is filled."""

    name: str
    meaning: str
    columns: tuple[Column[RowSource], ...]
    key: tuple[str, ...]
    """The columns whose cells together are different in every row."""
    rows: tuple[Row, ...] = ()

    def filled(self, sources: Iterable[RowSource]) -> Table[RowSource]:
        """The table with a row for each source."""
        return replace(
            self, rows=tuple(tuple(column.cell(source) for column in self.columns) for source in sources)
        )


AnyTable: TypeAlias = Table[Never]
"""A table whose rows are made already."""


@dataclass(frozen=True)
class ListEntry:
    """An entry of a list in a record."""

    record: Record
    place: str
    """Where the record has it: `sessions[0].contributions[2]`."""
    value: object


STATUS = Described("status", "id", target="statuses", needed=True, meaning="The status of the last step.")
"""A proposal's field that is computed."""


FORUM_STATUS = Described(
    "status", "choice", choices=get_args(ForumStatusWord), needed=True,
    meaning="Whether it is held: as the record says, else by its day and the last day of all records.",
)  # fmt: skip
"""A forum's field that is computed; what the record says of it stands in the columns after it."""


def tables_of(corpus: Corpus) -> tuple[AnyTable, ...]:
    """Every table: kinds of record, then their parts, then the vocabulary."""
    names = names_of(corpus)
    kinds: list[AnyTable] = []
    entries: dict[str, list[ListEntry]] = {table.name: [] for table in part_tables()}
    for folder, kind in RECORD_KINDS.items():
        records = corpus.by_kind[folder].values()
        columns = tuple(record_columns(corpus, names, kind))
        kinds.append(Table(folder, _about(kind), columns, ("id",)).filled(records))
        for record in records:
            for table, entry in entries_in(record, record):
                entries[table].append(entry)
    parts = (table.filled(entries[table.name]) for table in part_tables())
    tables: tuple[AnyTable, ...] = (*kinds, *parts, *vocabulary_tables(corpus.vocabulary))
    return tuple(in_archive(corpus, tables)) if corpus.site.without else tables


def in_archive(corpus: Corpus, tables: Iterable[AnyTable]) -> Iterator[AnyTable]:
    """The tables of the kinds that the archive has and of their parts, without columns that name others."""
    lists = {table: name for name, table in TABLE_OF_LIST.items()}
    for table in tables:
        owners = _kinds_with(table.name)
        is_there = corpus.has(lists.get(table.name, table.name)) and (
            not owners or any(map(corpus.has, owners))
        )
        places = [place for place, column in enumerate(table.columns) if _is_had(corpus, column)]
        lost = {column.name for column in table.columns if column.needed and not _is_had(corpus, column)}
        if is_there and not lost:
            columns = (table.columns[place] for place in places)
            yield replace(
                table,
                columns=tuple(replace(one, choices=_choices_had(corpus, one)) for one in columns),
                rows=tuple(tuple(row[place] for place in places) for row in table.rows),
            )


def _is_had(corpus: Corpus, column: AnyColumn) -> bool:
    named = (column.target, *column.steps[:1])
    return not any(name in corpus.site.without or not corpus.has(name) for name in named if name)


def _choices_had(corpus: Corpus, column: AnyColumn) -> tuple[str, ...]:
    return tuple(choice for choice in column.choices if corpus.has(choice))


def record_columns(corpus: Corpus, names: TitlesById, kind: type[Record]) -> Iterator[Column[Record]]:
    """The columns of a kind of record: its fields, the addresses of its pages, and its lists in brief."""
    first, *others = fields_of(kind)
    yield from columns_of(first, attrgetter(first.name))
    for language in LANGUAGES:
        page = _page_cell(corpus, language)
        yield column_at(("page", language), page, kind="address", needed=True, made=True)
    if kind is Forum:
        yield from _made(columns_of(FORUM_STATUS, partial(_forum_status, corpus)))
    for held in (STATUS, *others) if kind is Proposal else others:
        value_of = _current_status if held is STATUS else attrgetter(held.name)
        if not held.several:
            columns = columns_of(held, value_of)
            yield from _made(columns) if held is STATUS else columns
        elif held.kind not in TEXT_KINDS:
            yield _brief_column(held, held.meaning or BRIEF, made=True)
        if (held.several and held.kind in TEXT_KINDS) or _is_named(held):
            for language in LANGUAGES:
                cell = _name_cell(held, value_of, names, language)
                yield column_at((held.name, language), cell, meaning=held.meaning, made=True)


def _made(columns: Iterable[Column[RowSource]]) -> Iterator[Column[RowSource]]:
    return (replace(column, made=True) for column in columns)


def _page_cell(corpus: Corpus, language: Language) -> Callable[[Record], Cell]:
    return lambda record: page_address(corpus, record.page, language)


def _current_status(record: Record) -> str | None:
    return record.history[-1].status if isinstance(record, Proposal) else None


def _forum_status(corpus: Corpus, record: Record) -> str | None:
    return corpus.forum_status(record) if isinstance(record, Forum) else None


def _brief_column(held: Described, meaning: str | None, *, made: bool = False) -> Column[Model]:
    """A list in brief: the ids and other plain values of its entries."""
    return column_at(
        (held.name,), lambda model: ids_in_brief(held, getattr(model, held.name)), meaning=meaning, made=made
    )


def _name_cell(
    held: Described, value_of: Callable[[Record], object], names: TitlesById, language: Language
) -> Callable[[Record], Cell]:
    """The names in a language that the ids of a field stand for; of a list of texts, the texts."""

    def cell(record: Record) -> Cell:
        value = value_of(record)
        if isinstance(value, tuple):
            return names_in_brief(held, value, names, language)
        return name_in(names, held.target, str(value), language) if value else None

    return cell


def _is_named(held: Described) -> bool:
    """Columns of names stand beside the ids of a list, and beside an id that is no part's."""
    return names_something(held) and (held.several or held.part is None)


@cache
def part_tables() -> tuple[Table[ListEntry], ...]:
    """The tables of everything that stands in lists, in the order in which records have them."""
    found: dict[str, Table[ListEntry]] = {}
    for kind in RECORD_KINDS.values():
        for held in _lists_in(kind):
            name = _table_of(held)
            owner = _owner_columns(_kinds_with(name))
            key = tuple(column.name for column in owner)
            table = Table(name, _about(held.part), (*owner, *_entry_columns(held)), key)
            if found.setdefault(name, table) != table:
                raise TypeError(f"lists of different things would share the table {name}")
    return tuple(found.values())


def _kinds_with(table: str) -> tuple[str, ...]:
    """The kinds of record that have entries in a table of parts."""
    return tuple(
        folder
        for folder, kind in RECORD_KINDS.items()
        if any(_table_of(held) == table for held in _lists_in(kind))
    )


def _owner_columns(kinds: tuple[str, ...]) -> tuple[Column[ListEntry], ...]:
    """The columns that identify an entry: its record, and its place in the record."""
    where = attrgetter("place")
    place: Column[ListEntry] = column_at(
        ("place",), where, meaning="Where it stands in the record.", needed=True
    )
    meaning = "The record that it stands in."
    record: Column[ListEntry] = column_at(
        ("record",), attrgetter("record.id"), kind="id", meaning=meaning, needed=True
    )
    if len(kinds) == 1:
        return replace(record, target=kinds[0]), place
    meaning = "The table of the record that it stands in."
    kind: Column[ListEntry] = column_at(
        ("kind",), attrgetter("record.folder"), kind="choice", meaning=meaning, needed=True
    )
    return replace(kind, choices=kinds), record, place


def _lists_in(model: type[Model]) -> Iterator[Described]:
    """Every list of the model, and of the parts in it."""
    for held in fields_of(model):
        if held.several:
            yield held
        if held.kind == "part" and held.part:
            yield from _lists_in(held.part)


def entries_in(record: Record, model: Model, above: str = "") -> Iterator[tuple[str, ListEntry]]:
    """The table and every entry of every list, those of an entry's own lists after it."""
    for held in fields_of(type(model)):
        value = getattr(model, held.name)
        if held.several:
            for number, entry in enumerate(value):
                place = f"{above}{held.name}[{number}]"
                yield _table_of(held), ListEntry(record, place, entry)
                if isinstance(entry, Model) and held.kind == "part":
                    yield from entries_in(record, entry, f"{place}.")
        elif isinstance(value, Model) and held.kind == "part":
            yield from entries_in(record, value, f"{above}{held.name}.")


def _table_of(held: Described) -> str:
    return TABLE_OF_FIELD.get(held.name, held.name)


def _entry_columns(held: Described) -> Iterator[Column[ListEntry]]:
    """The columns of an entry: the fields of a part, or the one value."""
    if held.kind == "part" and held.part:
        for inner in fields_of(held.part):
            if not inner.several:
                yield from columns_of(inner, attrgetter(f"value.{inner.name}"))
    else:
        name = "text" if held.kind in TEXT_KINDS else held.name.removesuffix("s")
        value = replace(held, name=name, several=False, needed=True)
        yield from columns_of(value, attrgetter("value"))


def vocabulary_tables(vocabulary: Vocabulary) -> Iterator[Table[Model]]:
    """A table for each list of the vocabulary whose words have ids, such as topics."""
    for held in fields_of(Vocabulary):
        if held.part and "id" in held.part.model_fields:
            columns = tuple(_vocabulary_columns(held.part))
            table = Table(TABLE_OF_LIST.get(held.name, held.name), _about(held.part), columns, ("id",))
            yield table.filled(getattr(vocabulary, held.name))


def _vocabulary_columns(model: type[Model]) -> Iterator[Column[Model]]:
    for held in fields_of(model):
        if held.several:
            yield _brief_column(held, held.meaning)
        else:
            yield from columns_of(held, attrgetter(held.name))


def _about(model: type[Model] | None) -> str:
    return (model.__doc__ or "").strip() if model else ""
