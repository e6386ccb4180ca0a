"""Tables → one SQLite file, with a full-text index that finds Korean words inside longer ones.

Datasette serves it as it is. SQLite is asked for its bytes in memory; nothing is opened.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import lru_cache

from generator.corpus.corpus import Corpus
from generator.exports.data.columns import TEXT_KINDS, AnyColumn, Cell, Column
from generator.exports.data.json_files import about
from generator.exports.data.tables import AnyTable
from generator.models import LANGUAGES, RECORD_KINDS, Record, Text
from generator.models.traverse import values_of
from generator.search.entries import spellings, spellings_in
from generator.search.folding import RUN, fold
from generator.search.hangul import is_hangul

SQLITE_PATH = "data/proceedings.db"

WORDS_COLUMN = "words"
"""The full-text index has it besides the texts: 로봇 stands in it where the record says 안내로봇을.

The table has a column of that name too, since FTS5 asks for one. It is empty: written there once more, the
words were a quarter of the file.
"""

LONGEST_PART = 8
"""Syllables in the longest part of a Korean word that is found by itself."""

VERSION_OF_SQLITE = slice(96, 100)
"""The bytes of a database with the version of SQLite that wrote it (sqlite.org/fileformat.html, 1.3)."""

STATED_VERSION = (3_040_000).to_bytes(4, "big")
"""One version for all machines: SQLite itself never reads it, and the rest has been the same for years."""


def sqlite_file(corpus: Corpus, tables: Iterable[AnyTable]) -> bytes:
    """The database, the same bytes for the same corpus wherever SQLite keeps its tables in the same way."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("PRAGMA page_size = 4096")
        database.execute("BEGIN")
        for table in tables:
            if table.name in RECORD_KINDS:
                _fill(database, _with_words(table))
                _index(database, corpus, table)
            else:
                _fill(database, table)
        _add_about(database, corpus)
        database.execute("COMMIT")
        written = bytearray(database.serialize())
    written[VERSION_OF_SQLITE] = STATED_VERSION
    return bytes(written)


def _with_words(table: AnyTable) -> AnyTable:
    """The table of a kind of record with the empty column that its full-text index asks for."""
    words = Column[Record](WORDS_COLUMN, lambda _record: None, "prose")
    rows = tuple((*row, None) for row in table.rows)
    return replace(table, columns=(*table.columns, words), rows=rows)


def _fill(database: sqlite3.Connection, table: AnyTable) -> None:
    lines = [f"{_quoted(column.name)} {_type_of(column)}" for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})")
    lines += [
        f"FOREIGN KEY ({_quoted(column.name)}) REFERENCES {_quoted(column.target)} (id)"
        for column in table.columns
        if column.target
    ]
    database.execute(f"CREATE TABLE {_quoted(table.name)} ({', '.join(lines)})")
    places = ", ".join("?" * len(table.columns))
    database.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({places})", table.rows)  # noqa: S608 - our own names


def _index(database: sqlite3.Connection, corpus: Corpus, table: AnyTable) -> None:
    """A full-text index of a kind of record; Datasette shows a search box for it."""
    texts = [place for place, column in enumerate(table.columns) if column.kind in TEXT_KINDS]
    names = (*(table.columns[place].name for place in texts), WORDS_COLUMN)
    columns = ", ".join(map(_quoted, names))
    name = f"{table.name}_fts"
    database.execute(
        f'CREATE VIRTUAL TABLE {name} USING fts5({columns}, content="{table.name}", tokenize="unicode61")'
    )
    places = ", ".join("?" * (1 + len(names)))
    rows = _searched(corpus, table, texts)
    database.executemany(f"INSERT INTO {name} (rowid, {columns}) VALUES ({places})", rows)  # noqa: S608 - our own names
    database.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")  # noqa: S608 - our own names


def _searched(corpus: Corpus, table: AnyTable, texts: Sequence[int]) -> Iterator[tuple[Cell | int, ...]]:
    """Of each row its number, its texts and its further words."""
    records = corpus.by_kind[table.name].values()
    for number, (row, record) in enumerate(zip(table.rows, records, strict=True), 1):
        cells = [row[place] for place in texts]
        yield number, *cells, search_words(corpus, record, [str(cell) for cell in cells if cell])


def _add_about(database: sqlite3.Connection, corpus: Corpus) -> None:
    """A table of names and values: the database's title, publisher, licence and day."""
    database.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT)")
    database.executemany("INSERT INTO about VALUES (?, ?)", _flattened("", about(corpus)))


def _flattened(above: str, value: object) -> Iterator[tuple[str, str | None]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _flattened(f"{above}_{name}" if above else str(name), inner)
    else:
        yield above, None if value is None else str(value)


def _type_of(column: AnyColumn) -> str:
    """A decimal number is TEXT, since a float is rounded."""
    kind = "INTEGER" if column.kind in ("flag", "count") else "TEXT"
    return f"{kind} NOT NULL" if column.needed else kind


def _quoted(name: str) -> str:
    return f'"{name}"'


_WORD = re.compile(r"[^\W_]+")


def search_words(corpus: Corpus, record: Record, indexed: Iterable[str] = ()) -> str:
    """Every word that a record is found by, once: those of its texts and of the names in it.

    `indexed`: texts that are in the full-text index themselves; words that it has of them are left out.
    """
    already = {word for text in indexed for word in _WORD.findall(text.lower())}
    texts = [record.id, *spellings(record), *spellings_in(corpus, record)]
    for _, text in values_of(record, Text):
        texts += filter(None, map(text.in_language, LANGUAGES))
    runs = {run for text in texts for run in RUN.findall(fold(text))}
    words = runs.union(*map(_parts, runs))
    return " ".join(sorted(word for word in words if word not in already or not _is_plain(word)))


def _is_plain(word: str) -> bool:
    """Whether SQLite's index folds the word as we do."""
    return word.isascii() or is_hangul(word)


@lru_cache(maxsize=100_000)
def _parts(run: str) -> frozenset[str]:
    """Every part of two syllables or more of a word in Hangul: what is sought often stands inside one."""
    if not "가" <= run[0] <= "힣":
        return frozenset()
    return frozenset(
        run[start:end]
        for start in range(len(run) - 1)
        for end in range(start + 2, min(start + LONGEST_PART, len(run)) + 1)
    )
