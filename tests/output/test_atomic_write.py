"""A file appears whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output.atomic_write import UNFINISHED, create_file, replace_file


def full_disk(_: Path, __: Path) -> Path:
    raise OSError("no space left")


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    for content in (b"old", b"new"):
        replace_file(tmp_path / "a.md", content)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.md", b"new")]


def test_a_failure_leaves_the_old_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_file(tmp_path / "a.md", b"old")
    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(OSError, match="no space left"):
        replace_file(tmp_path / "a.md", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.md", b"old")]


def test_what_a_killed_run_left_is_no_hindrance(tmp_path: Path) -> None:
    """Not even a symlink, through which somebody else's file would be written."""
    (tmp_path / "theirs").write_bytes(b"theirs")
    (tmp_path / UNFINISHED).symlink_to("theirs")
    replace_file(tmp_path / "a.md", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a.md": b"new",
        "theirs": b"theirs",
    }


def test_a_new_file_replaces_none(tmp_path: Path) -> None:
    create_file(tmp_path / "a.yml", b"first")
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "a.yml", b"second")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.yml", b"first")]
