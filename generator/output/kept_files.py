"""A folder that keeps made files for the next build, each as it goes out, so that a site may link to it.

A power cut, a full disk or a hand can leave a file empty, cut or changed. So its name holds its key and the
sum of its content: `KEY.SUM`. One whose sum is wrong counts as missing and is made again.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from generator.output.atomic_write import replace_file


class KeptFiles:
    """Files by key, a hash. A folder of build/cache/ may be removed at any time, and so may each file in it.

    A key has one content. Its file may be a hard link to one in the site: whoever writes there replaces it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._names = {_parts_of(name)[0]: name for name in self._all_names()}

    def _all_names(self) -> Iterator[str]:
        """A missing folder has none, nor has what somebody put in its place."""
        with suppress(FileNotFoundError, NotADirectoryError):
            yield from sorted(path.name for path in self.folder.iterdir())

    def find(self, key: str) -> Path | None:
        """The file as it was put here, or None if it is missing or damaged."""
        path = self.folder / self._names.get(key, "-")
        try:
            whole = _sum(path.read_bytes()) == _parts_of(path.name)[1]
        except OSError:
            return None
        return path if whole else None

    def put(self, key: str, content: bytes | Path) -> Path:
        """The file is replaced atomically, also by several processes at once; of a file, a link suffices."""
        given = content if isinstance(content, bytes) else content.read_bytes()
        name = f"{key}.{_sum(given)}"
        self._make_folder()
        path = self.folder / name
        if path.is_dir() and not path.is_symlink():
            _remove(path)
        unfinished = f".{name}.{token_hex(4)}"
        if not (isinstance(content, Path) and _linked(content, path, unfinished)):
            replace_file(path, given, unfinished)
        if (before := self._names.get(key, name)) != name:
            _remove(self.folder / before)
        self._names[key] = name
        return path

    def _make_folder(self) -> None:
        if not self.folder.is_dir():
            with suppress(IsADirectoryError, PermissionError):  # another process has made the folder since
                self.folder.unlink(missing_ok=True)
            self.folder.mkdir(parents=True, exist_ok=True)

    def keep_only(self, keys: Collection[str]) -> None:
        """Files of other keys are removed, unless they are equal to one that is kept."""
        kept = {_parts_of(name)[1] for name in self._all_names() if _parts_of(name)[0] in keys}
        for name in self._all_names():
            key, digest = _parts_of(name)
            if key not in keys and digest not in kept:
                _remove(self.folder / name)
                self._names.pop(key, None)


def _parts_of(name: str) -> tuple[str, str]:
    """Key and sum; a name that has none is a key by itself."""
    key, _, digest = name.partition(".")
    return key, digest


def _linked(content: Path, path: Path, unfinished: str) -> bool:
    """Whether the file could be linked here: not every file system knows links."""
    beside = path.with_name(unfinished)
    try:
        beside.hardlink_to(content)
        beside.replace(path)
    except OSError:
        return False
    finally:
        beside.unlink(missing_ok=True)
    return True


def _sum(content: bytes) -> str:
    return sha256(content).hexdigest()[:40]


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
