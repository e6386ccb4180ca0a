"""What a build made and the next one may take over, by kind and key, in one file below build/cache/.

A power cut, a full disk or a hand can leave the file empty, cut or changed. So each value has a sum of itself
and its key; one whose sum is wrong counts as missing, as does everything in a file that is no database.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from hashlib import blake2b
from pathlib import Path

SUM = 16
"""Bytes of a value's sum."""

_TABLE = """CREATE TABLE IF NOT EXISTS kept
(kind TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID"""


class Kept:
    """The values of earlier builds. A build reads a kind whole, and afterwards writes it whole."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self, kind: str) -> dict[str, bytes]:
        """Key → value of the kind, without those that are damaged; nothing where the file cannot be read."""
        if not self._file.is_file():
            return {}
        try:
            with self._open() as database:
                rows = database.execute("SELECT key, value FROM kept WHERE kind = ?", (kind,))
                return {key: kept[SUM:] for key, kept in rows if _is_whole(kind, key, kept)}
        except sqlite3.Error:
            return {}

    def write(self, kind: str, values: Mapping[str, bytes]) -> None:
        """Afterwards the kind holds exactly these values; all of them are written, or none.

        Where nothing can be written (a full disk, no permission), the next build does more, and as well.
        """
        self._write_if_possible(kind, values, others_go=True)

    def add(self, kind: str, values: Mapping[str, bytes]) -> None:
        """The same, but other values of the kind stay."""
        self._write_if_possible(kind, values, others_go=False)

    def _write_if_possible(self, kind: str, values: Mapping[str, bytes], *, others_go: bool) -> None:
        try:
            self._write(kind, values, others_go=others_go)
        except sqlite3.OperationalError:
            return
        except sqlite3.DatabaseError:
            self._begin_anew(kind, values)
        except OSError:
            return

    def _begin_anew(self, kind: str, values: Mapping[str, bytes]) -> None:
        """Nothing of a damaged file is taken over."""
        try:
            self._file.unlink(missing_ok=True)
            self._write(kind, values, others_go=True)
        except (OSError, sqlite3.Error):
            return

    def _write(self, kind: str, values: Mapping[str, bytes], *, others_go: bool) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._open() as database:
            database.execute(_TABLE)
            rows = database.execute("SELECT key, substr(value, 1, ?) FROM kept WHERE kind = ?", (SUM, kind))
            there = dict(rows)
            sums = {key: _sum(kind, key, value) for key, value in values.items()}
            gone = [(kind, key) for key in there.keys() - values.keys()] if others_go else []
            new = [
                (kind, key, sums[key] + value) for key, value in values.items() if there.get(key) != sums[key]
            ]
            database.executemany("DELETE FROM kept WHERE kind = ? AND key = ?", gone)
            database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", new)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """One transaction. A kill in the middle leaves what was there before."""
        with closing(sqlite3.connect(self._file, timeout=30)) as database, database:
            # The file may be lost at a power cut; it only must not be wrong, which the sums see to.
            database.execute("PRAGMA synchronous = OFF")
            # The file may come from another machine: nothing that is written into its schema is run.
            database.execute("PRAGMA trusted_schema = OFF")
            yield database


def _sum(kind: str, key: str, value: bytes) -> bytes:
    return blake2b(f"{kind}\n{key}\n".encode() + value, digest_size=SUM).digest()


def _is_whole(kind: str, key: object, kept: object) -> bool:
    """What is damaged may be of another type too."""
    if not (isinstance(key, str) and isinstance(kept, bytes)):
        return False
    return kept[:SUM] == _sum(kind, key, kept[SUM:])
