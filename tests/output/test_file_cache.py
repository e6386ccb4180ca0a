"""What a cache gives back is what was put into it, or nothing."""

from __future__ import annotations

import errno
from collections.abc import Callable
from io import BufferedWriter
from pathlib import Path

import pytest

from generator.output.file_cache import FileCache

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda _kept: b"",
    "cut": lambda kept: kept[:9000],
    "without its end": lambda kept: kept[:-1],
    "without its sum": lambda kept: kept[: len(PDF)],
    "its beginning gone": lambda kept: kept[1:],
    "zeros": lambda kept: bytes(len(kept)),
    "a bit of the content": lambda kept: kept[:100] + bytes([kept[100] ^ 1]) + kept[101:],
    "a bit of the sum": lambda kept: kept[:-1] + bytes([kept[-1] ^ 1]),
    "longer": lambda kept: kept + b"\n",
    "twice": lambda kept: kept + kept,
    "the sum alone": lambda kept: kept[len(PDF) :],
}


@pytest.fixture
def cache(tmp_path: Path) -> FileCache:
    made = FileCache(tmp_path / "cache")
    made.put("a", PDF)
    return made


@pytest.mark.parametrize("content", [PDF, b"", b"\n"])
def test_what_is_put_comes_back(cache: FileCache, content: bytes) -> None:
    cache.put("b", content)
    assert cache.get("b") == content
    assert cache.get("a") == PDF
    assert cache.get("c") is None


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_counts_as_missing_until_it_is_made_again(
    cache: FileCache, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    kept = tmp_path / "cache" / "a"
    kept.write_bytes(damage(kept.read_bytes()))
    assert cache.get("a") is None
    cache.put("a", PDF)
    assert cache.get("a") == PDF


def test_a_file_of_another_key_counts_as_missing(cache: FileCache, tmp_path: Path) -> None:
    (tmp_path / "cache" / "a").rename(tmp_path / "cache" / "b")
    assert cache.get("b") is None


def test_what_stands_in_the_way_makes_room(cache: FileCache, tmp_path: Path) -> None:
    (tmp_path / "cache" / "b" / "c").mkdir(parents=True)
    assert cache.get("b") is None
    cache.put("b", PDF)
    assert cache.get("b") == PDF
    (tmp_path / "file").write_bytes(b"no folder")
    other = FileCache(tmp_path / "file")
    assert other.get("a") is None
    other.put("a", PDF)
    assert other.get("a") == PDF


def test_a_cache_without_room_keeps_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill_up(path: Path, mode: str) -> BufferedWriter:
        path.touch()
        raise OSError(errno.ENOSPC, f"no room for what {mode} opens")

    monkeypatch.setattr(Path, "open", fill_up)
    with pytest.raises(OSError, match="no room for what xb opens"):
        FileCache(tmp_path).put("a", b"full")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_another_thread_makes_meanwhile_stays(
    cache: FileCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = iter([False])
    is_dir = Path.is_dir
    monkeypatch.setattr(Path, "is_dir", lambda path: next(seen, is_dir(path)))
    cache.put("b", b"2")
    assert (cache.get("a") is not None, cache.get("b")) == (True, b"2")
    assert (tmp_path / "cache").is_dir()
