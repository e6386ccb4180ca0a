"""The files whose changes a preview follows, and those that were saved."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler

from generator.engine.environment import WATCHED


class SavedPaths(FileSystemEventHandler):
    """A watchdog handler that collects the paths of saved files."""

    def __init__(self) -> None:
        self._paths: set[str] = set()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self._paths.add(os.fsdecode(event.dest_path or event.src_path))

    def are_waiting(self) -> bool:
        """Whether something was saved since the last call of `take`."""
        return bool(self._paths)

    def take(self) -> set[str]:
        """The paths collected since the last call."""
        paths, self._paths = self._paths, set()
        return paths


def sources(root: Path, package: Path) -> Mapping[Path, re.Pattern[str]]:
    """Folders to watch, each with a pattern for names directly below it: these count, with all below them.

    content/ is not watched itself: a watch ends when its folder is moved away, and the folder may come back.
    """
    names: dict[Path, list[str]] = {}
    for path in map(package.joinpath, WATCHED):
        names.setdefault(path.parent, []).append(path.name)
    ours = {folder: re.compile("|".join(below)) for folder, below in names.items()}
    return {root: re.compile(r"content|mkdocs\.yml"), **ours}


def listing(watched: Mapping[Path, re.Pattern[str]]) -> Callable[[str | None], Iterator[os.DirEntry[str]]]:
    """Lists a folder for the watcher: its sources, without hidden files and editors' backups."""

    def list_sources(folder: str | None) -> Iterator[os.DirEntry[str]]:
        names = watched.get(Path(folder or "."))
        for found in os.scandir(folder):
            if found.name.startswith((".", "#")) or found.name.endswith("~"):
                continue
            if names is None or names.fullmatch(found.name):
                yield found

    return list_sources
