"""What a build keeps for the next one is what was put there, or nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from generator.output.kept import Kept

VALUES = {"a": b"1", "b": b"two"}


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "cache" / "kept.sqlite")


def test_nothing_is_kept_at_first(kept: Kept) -> None:
    assert kept.read("pages") == {}


def test_a_kind_holds_exactly_what_was_written_last(kept: Kept) -> None:
    kept.write("pages", VALUES)
    kept.write("texts", {"a": b"another kind"})
    kept.write("pages", {"b": b"changed", "c": b"3"})
    assert kept.read("pages") == {"b": b"changed", "c": b"3"}
    assert kept.read("texts") == {"a": b"another kind"}


def test_what_is_added_leaves_the_others(kept: Kept) -> None:
    kept.add("pages", VALUES)
    kept.add("pages", {"b": b"changed", "c": b"3"})
    assert kept.read("pages") == {"a": b"1", "b": b"changed", "c": b"3"}


@pytest.mark.parametrize("content", [b"", b"no database", bytes(5_000)])
def test_what_is_no_database_is_as_none_and_is_replaced(kept: Kept, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "cache" / "kept.sqlite"
    kept.write("pages", VALUES)
    file.write_bytes(content)
    assert kept.read("pages") == {}
    kept.write("pages", VALUES)
    assert kept.read("pages") == VALUES


def test_each_cut_file_gives_only_what_is_whole(kept: Kept, tmp_path: Path) -> None:
    file = tmp_path / "cache" / "kept.sqlite"
    values = {str(number): bytes([number]) * 3_000 for number in range(20)}
    kept.write("pages", values)
    content = file.read_bytes()
    for length in range(0, len(content), 4_000):
        file.write_bytes(content[:length])
        assert kept.read("pages").items() <= values.items()


@pytest.mark.parametrize("value", [b"", b"x" * 17, "text", 7])
def test_a_changed_value_counts_as_missing(kept: Kept, tmp_path: Path, value: object) -> None:
    kept.write("pages", VALUES)
    with sqlite3.connect(tmp_path / "cache" / "kept.sqlite") as database:
        database.execute("UPDATE kept SET value = ? WHERE key = 'a'", (value,))
    assert kept.read("pages") == {"b": b"two"}
    kept.write("pages", VALUES)
    assert kept.read("pages")["b"] == b"two"


def test_a_value_of_another_key_counts_as_missing(kept: Kept, tmp_path: Path) -> None:
    kept.write("pages", VALUES)
    with sqlite3.connect(tmp_path / "cache" / "kept.sqlite") as database:
        database.execute("UPDATE kept SET key = 'c' WHERE key = 'a'")
    assert kept.read("pages") == {"b": b"two"}


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file", encoding="ascii")
    kept = Kept(tmp_path / "cache" / "kept.sqlite")
    kept.write("pages", VALUES)
    assert kept.read("pages") == {}
