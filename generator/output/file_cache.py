"""A folder that keeps made files for the next build, and gives back only what is whole.

A power cut, a full disk or a hand can leave a file empty, cut or changed. So each ends with a sum of its key
and its content; one whose sum is wrong counts as missing and is made again.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from generator.output.atomic_write import replace_file


class FileCache:
    """Files by key. A folder of build/cache/ may be removed at any time, and so may each file in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """The file as it was put here, or None if it is missing, damaged or another key's."""
        try:
            kept = (self._folder / key).read_bytes()
        except OSError:
            return None
        content = kept[: -len(_sum(key, b""))]
        return content if kept == content + _sum(key, content) else None

    def put(self, key: str, content: bytes) -> None:
        """The file is replaced atomically, also by several processes at once."""
        if not self._folder.is_dir():
            with suppress(IsADirectoryError, PermissionError):  # another thread has made the folder since
                self._folder.unlink(missing_ok=True)
            self._folder.mkdir(parents=True, exist_ok=True)
        if (self._folder / key).is_dir():
            _remove(self._folder / key)
        replace_file(self._folder / key, content + _sum(key, content), f".{key}.{token_hex(4)}")


def _sum(key: str, content: bytes) -> bytes:
    return b"\n" + sha256(f"{key}\n".encode() + content).hexdigest().encode()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
