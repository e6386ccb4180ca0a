"""A folder of files appears whole or not at all, and takes the place of nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.output.atomic_write import UNFINISHED
from generator.parsing.messages import Refusal, message

BESIDE = (".git", ".gitattributes", "LICENSE", "LICENSE.md", "LICENSE.txt", "COPYING", ".DS_Store")
"""What a new archive can lie beside: a host's new repository has them, and no archive brings its own."""


class SomethingThere(Refusal):
    """The place of a new folder is taken."""


def refuse_taken_place(folder: Path) -> None:
    """Raises SomethingThere with all that is in the way of new files in the folder."""
    if folder.is_dir():
        found = sorted(path.name for path in folder.iterdir() if path.name not in (*BESIDE, UNFINISHED))
        if found:
            raise SomethingThere(message("init.in_the_way", folder=str(folder), found=", ".join(found)))
        return
    for path in (folder, *folder.parents):
        if (path.exists() or path.is_symlink()) and not path.is_dir():
            raise SomethingThere(message("init.no_folder", folder=str(path)))


def write_new_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """The files, by their paths in the folder; raises SomethingThere, and OSError, with nothing left.

    They are written aside and moved in one step where there is no folder yet. Into one that is there, which
    may be the one where somebody stands, they are moved entry by entry.
    """
    refuse_taken_place(folder)
    if folder.is_dir():
        with _aside(folder) as written:
            _write(written, files)
            _move_entries(written, folder)
        return
    first = next(path for path in reversed((folder, *folder.parents)) if not path.exists())
    with _aside(first.parent, f"-{first.name}") as written:
        _write(written / folder.relative_to(first), files)
        refuse_taken_place(folder)
        written.rename(first)


@contextmanager
def _aside(folder: Path, of: str = "") -> Iterator[Path]:
    """A folder for what is not finished, which is gone afterwards in any case."""
    unfinished = folder / f"{UNFINISHED}{of}"
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        unfinished.mkdir()
        yield unfinished
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def _move_entries(written: Path, folder: Path) -> None:
    """Each file and folder in its place; if that ends early, those that were moved are taken back."""
    moved: list[Path] = []
    try:
        for entry in sorted(written.iterdir()):
            moved.append(folder / entry.name)
            entry.rename(moved[-1])
    except BaseException:
        for path in moved:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
        raise
