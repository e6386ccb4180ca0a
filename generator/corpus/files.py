"""The files below content/files/: which can be published, and where each lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.parsing.file_names import composed, is_left_behind, wrong_path
from generator.parsing.messages import message
from generator.parsing.problems import Problem

DEEPEST_FOLDER = 10
"""Levels of nested folders below content/files/."""


def file_names(folder: Path, problems: list[Problem]) -> frozenset[str]:
    """The files' paths from the folder as they are published: composed, whatever the system spells."""
    spelled: dict[str, str] = {}
    for name in _names_below(folder, problems):
        first = spelled.setdefault(composed(name), name)
        if first != name:
            alike = message("file.unicode_form", other=f"content/files/{first}")
            problems.append(Problem(f"content/files/{name}", 1, 1, "", alike))
    return frozenset(spelled)


def paths_of(names: Iterable[str], folder: Path) -> Iterator[tuple[str, Path]]:
    """Each published name with the file that it stands for, in their order."""
    found = {composed(path.relative_to(folder).as_posix()): path for path in folder.rglob("*")}
    for name in sorted(names):
        yield name, found.get(name, folder / name)


def visible_entries(folder: Path) -> list[Path]:
    """What somebody put into a folder, sorted; nothing if it is missing or a link."""
    if not folder.is_dir() or folder.is_symlink():
        return []
    return sorted(path for path in folder.iterdir() if not is_left_behind(path.name))


def _names_below(folder: Path, problems: list[Problem], prefix: str = "") -> Iterator[str]:
    """Ordinary files below content/files/; a symbolic link could publish what lies elsewhere."""
    if prefix.count("/") > DEEPEST_FOLDER:
        deep = message("folder.deep", deepest=DEEPEST_FOLDER)
        problems.append(Problem(f"content/files/{prefix}", 1, 1, "", deep))
        return
    for path in visible_entries(folder):
        name = f"{prefix}{path.name}"
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            problems.append(Problem(f"content/files/{name}", 1, 1, "", message("file.special")))
        elif wrong := wrong_path(name):
            problems.append(Problem(f"content/files/{name}", 1, 1, "", wrong))
        elif path.is_dir():
            yield from _names_below(path, problems, f"{name}/")
        else:
            yield name
