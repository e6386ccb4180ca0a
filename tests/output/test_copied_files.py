"""A file that is copied into a generated folder is never in memory as a whole."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

from generator.output.generated_folder import PIECE, Written, write_files


def test_a_file_is_copied_unless_it_is_there(tmp_path: Path) -> None:
    given, folder = tmp_path / "given.zip", tmp_path / "folder"
    made = {"files/given.zip": given}
    for content in (b"", b"x" * PIECE, b"x" * PIECE + b"y", b"x" * PIECE + b"z"):
        given.write_bytes(content)
        assert write_files(folder, made) == Written(1, 0, 0)
        assert (folder / "files/given.zip").read_bytes() == content
        assert write_files(folder, made) == Written(0, 1, 0)


def test_a_large_file_takes_little_memory(tmp_path: Path) -> None:
    given = tmp_path / "given.mp4"
    with given.open("wb") as file:
        file.truncate(40 * PIECE)
    tracemalloc.start()
    for written in (1, 0):
        assert write_files(tmp_path / "folder", {"files/given.mp4": given}).written == written
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5 * PIECE
