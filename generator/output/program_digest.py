"""A digest of the program and of the packages that it works with: what it makes depends on them too."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib import metadata, resources
from pathlib import Path

PROGRAM = Path(str(resources.files("generator")))


@cache
def program_digest(folders: tuple[str, ...], packages: tuple[str, ...]) -> str:
    """Another one as soon as a file below one of generator's folders, or a package's version, is another.

    A path of a file may stand for a folder.
    """
    versions = [f"{package} {_version(package)}" for package in packages]
    return _digest(versions, (PROGRAM / folder for folder in folders))


@cache
def whole_program_digest() -> str:
    """Another one as soon as any file of the program is another, or any package that is installed.

    Times of files do not count: a fresh checkout in CI has other ones.
    """
    return _digest(sorted(_installed()), [PROGRAM])


def _digest(versions: Iterable[str], paths: Iterable[Path]) -> str:
    digest = sha256("\n".join(versions).encode())
    for path in _files(paths):
        name = path.relative_to(PROGRAM).as_posix()
        digest.update(f"\n{name} {sha256(path.read_bytes()).hexdigest()}".encode())
    return digest.hexdigest()


def _installed() -> Iterator[str]:
    """Name and version of each installed package, as its folder has them, and Python's."""
    yield sys.version
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from (path.name for path in folder.glob("*.dist-info"))


def _files(paths: Iterable[Path]) -> list[Path]:
    """All files below the paths, but for compiled ones."""
    found = (file for path in paths for file in ((path,) if path.is_file() else path.rglob("*")))
    return sorted(file for file in found if file.is_file() and file.suffix != ".pyc")


def _version(package: str) -> str:
    """None stands for a package that is not installed."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "-"
