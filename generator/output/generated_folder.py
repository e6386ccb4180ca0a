"""Generated files go into a folder that afterwards holds exactly these files.

One run at a time: the caller holds the build's lock.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.output.atomic_write import UNFINISHED, replace_file
from generator.parsing.file_names import ancestors, folded
from generator.parsing.messages import Refusal, message

PIECE = 1 << 20

FileContent = bytes | Path
"""The bytes of a file, or a file that has them."""


class LinkedFolder(Refusal):
    """The folder for generated files is a symlink; the files that it leads to may be anybody's."""

    def __init__(self, path: Path) -> None:
        super().__init__(message("output.linked_folder", path=str(path)))
        self.path = path


@dataclass(frozen=True)
class Written:
    """How many files a run wrote, left as they were and removed."""

    written: int
    unchanged: int
    removed: int


def write_files(
    folder: Path,
    files: Mapping[str, FileContent],
    progress: Callable[[int], None] | None = None,
    *,
    beside: Collection[str] = (),
) -> Written:
    """Afterwards the folder holds exactly `files` (relative POSIX path → content), and those `beside` them.

    Content is bytes, or a file to copy, which is never in memory as a whole. A file whose bytes are there
    already is not touched, so that MkDocs and caches see no change. Each other one is replaced atomically.
    Links are removed or replaced, never followed. `progress` is called with the number of files that are in
    place so far.

    Raises LinkedFolder or ValueError (paths that are the caller's mistake) before anything is changed, and
    OSError (disk full, no permission).
    """
    report = progress or (lambda _done: None)
    check_paths((*files, *beside))
    check_folder(folder)
    folder.mkdir(parents=True, exist_ok=True)
    removed = remove_others(folder, files.keys() | set(beside))
    changed = [path for path in sorted(files) if not has_content(folder / path, files[path])]
    unchanged = len(files) - len(changed)
    report(unchanged)
    for done, path in enumerate(changed, start=unchanged + 1):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        replace_file(folder / path, files[path])
        report(done)
    return Written(len(changed), unchanged, removed)


def check_paths(paths: Iterable[str]) -> None:
    """No generated file is another one's folder, and no two names are the same to a Mac or to Windows."""
    wanted = set(paths)
    spelling: dict[str, str] = {}
    for path in sorted(wanted):
        check_path(path)
        for name in (*ancestors(path), path):
            if name in wanted and name != path:
                raise ValueError(f"{path!r}: lies below the file {name!r}")
            if spelling.setdefault(folded(name), name) != name:
                other = spelling[folded(name)]
                raise ValueError(f"{path!r}: differs from {other!r} only by case or Unicode form")


def check_path(path: str) -> None:
    """A generated file's path is relative and stays in its folder."""
    parts = path.split("/")
    if "\\" in path or "\0" in path or not {"", ".", ".."}.isdisjoint(parts):
        raise ValueError(f"{path!r}: is not a plain relative path")
    if parts[-1] == UNFINISHED:
        raise ValueError(f"{path!r}: is the name of unfinished files")


def check_folder(folder: Path) -> None:
    """Neither the folder nor the one that it lies in is a symlink."""
    for place in (folder.parent, folder):
        if place.is_symlink():
            raise LinkedFolder(place)


def remove_links(folder: Path) -> None:
    """Afterwards a file can be written anywhere below the folder, and lies there; raises LinkedFolder."""
    check_folder(folder)
    folders = [folder] if folder.is_dir() else []
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_symlink():
                    Path(entry).unlink()
                elif entry.is_dir():
                    folders.append(Path(entry))


def remove_others(folder: Path, wanted: Collection[str]) -> int:
    """Removes every file that is not wanted, and empty folders; returns the number of files removed."""
    removed = 0
    for parent, folders, names in os.walk(folder, topdown=False, onerror=_raise):
        here = Path(parent)
        links = [name for name in folders if (here / name).is_symlink()]
        for path in (here / name for name in (*names, *links)):
            name = path.relative_to(folder).as_posix()
            if not (name in wanted and is_regular_file(path)):
                path.unlink()
                removed += 1
        if here != folder and not any(here.iterdir()):
            here.rmdir()
    return removed


def is_regular_file(path: Path) -> bool:
    """Whether a file is there that is no symlink and no pipe."""
    return stat.S_ISREG(path.lstat().st_mode)


def _raise(error: OSError) -> None:
    raise error


def has_content(path: Path, content: FileContent) -> bool:
    """Whether the file is there with these bytes."""
    if isinstance(content, Path):
        return path.is_file() and has_bytes_of(path, content)
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def has_bytes_of(path: Path, other: Path) -> bool:
    """Whether two files are equal, read in pieces."""
    if path.stat().st_size != other.stat().st_size:
        return False
    with path.open("rb") as one, other.open("rb") as two:
        while (piece := one.read(PIECE)) == two.read(PIECE):
            if not piece:
                return True
    return False
