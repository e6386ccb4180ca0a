"""The program's own files, which decide what becomes of records as much as the records do."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import blake2b
from importlib import resources
from pathlib import Path


def program_digest() -> bytes:
    """What changes when a file of this program changes, or the version of anything that is installed.

    Times of files do not count: a fresh checkout in CI has other ones.
    """
    package = Path(str(resources.files("generator")))
    digest = blake2b(digest_size=16)
    for name in sorted(installed()):
        digest.update(f"{name}\n".encode())
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(f"{path.relative_to(package).as_posix()}\n".encode())
            digest.update(blake2b(path.read_bytes()).digest())
    return digest.digest()


def installed() -> Iterator[str]:
    """Name and version of each installed distribution, as its folder has them, and Python's."""
    yield sys.version
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from (path.name for path in folder.glob("*.dist-info"))
