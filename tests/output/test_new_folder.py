"""A new folder appears whole or not at all, and takes the place of nothing."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.output.atomic_write import UNFINISHED
from generator.output.new_folder import SomethingThere, write_new_folder
from tests.support.running import digests

FILES = {"a.yml": b"a", "content/b.yml": b"b", ".c/d/e.json": b"{}"}


def texts_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("name", ["new", "한글 이름", "one/two/three"])
def test_it_is_there_with_the_folders_above_it_and_nothing_else(name: str, tmp_path: Path) -> None:
    write_new_folder(tmp_path / name, FILES)
    assert texts_in(tmp_path / name) == FILES
    assert [path.name for path in tmp_path.iterdir()] == [name.partition("/")[0]]


def test_the_folder_where_somebody_stands_stays_the_same(tmp_path: Path) -> None:
    before = tmp_path.stat().st_ino
    (tmp_path / ".git").mkdir()
    (tmp_path / "LICENSE").write_text("mine")
    write_new_folder(tmp_path, FILES)
    assert tmp_path.stat().st_ino == before
    assert texts_in(tmp_path) == {**FILES, "LICENSE": b"mine"}


def test_all_that_is_in_the_way_is_named_and_stays(tmp_path: Path) -> None:
    for name in (".git", "LICENSE", "README.md", "notes 2.txt", ".hidden"):
        (tmp_path / name).write_text(name)
    before = digests(tmp_path)
    with pytest.raises(SomethingThere) as refused:
        write_new_folder(tmp_path, FILES)
    assert "these lie in it: .hidden, README.md, notes 2.txt; move" in str(refused.value.reason)
    assert digests(tmp_path) == before


@pytest.mark.parametrize("below", ["", "deeper/down"])
@pytest.mark.parametrize("kind", ["file", "link to nowhere"])
def test_a_file_is_no_place_for_a_folder(kind: str, below: str, tmp_path: Path) -> None:
    place = tmp_path / "place"
    if kind == "file":
        place.write_text("mine")
    else:
        place.symlink_to(tmp_path / "nowhere")
    with pytest.raises(SomethingThere, match="is no folder"):
        write_new_folder(place / below, FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["place"]


def full(*_: object) -> int:
    raise OSError(errno.ENOSPC, "full")


def interrupted(*_: object) -> int:
    raise KeyboardInterrupt


@pytest.mark.parametrize("there", [True, False], ids=["in a folder", "no folder"])
@pytest.mark.parametrize("end", [full, interrupted])
@pytest.mark.parametrize("of", ["write_bytes", "rename"])
def test_whatever_ends_it_leaves_nothing(
    of: str, end: Callable[..., int], there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "above" / "new"
    if there:
        place.mkdir(parents=True)
    real: Callable[..., object] = getattr(Path, of)
    calls: list[Path] = []

    def ending(path: Path, *arguments: object) -> object:
        calls.append(path)
        return end() if len(calls) == (2 if there or of == "write_bytes" else 1) else real(path, *arguments)

    monkeypatch.setattr(Path, of, ending)
    with pytest.raises((OSError, KeyboardInterrupt)):
        write_new_folder(place, FILES)
    assert list(tmp_path.rglob("*")) == ([place.parent, place] if there else [])


def test_what_a_killed_one_left_is_no_hindrance(tmp_path: Path) -> None:
    for unfinished in (tmp_path / UNFINISHED, tmp_path / f"{UNFINISHED}-new"):
        unfinished.mkdir()
        (unfinished / "half").write_text("half")
    write_new_folder(tmp_path / "new", FILES)
    assert texts_in(tmp_path / "new") == FILES
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / UNFINISHED).mkdir()
    write_new_folder(tmp_path / "other", FILES)
    assert texts_in(tmp_path / "other") == FILES
