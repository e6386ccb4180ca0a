"""A file appears whole or not at all, whatever ends the program meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj

UNFINISHED = ".proceedings-unfinished"
"""The name under which a file is written, beside its place. Whatever reads our folders passes over dots."""


def replace_file(path: Path, content: bytes | Path, unfinished: str = UNFINISHED) -> None:
    """The file has its old bytes or its new ones (those of a file, if one is given), never some of them.

    Who writes into one folder at the same time as others gives each file an `unfinished` name of its own.
    """
    with _written_beside(path, content, unfinished) as written:
        written.replace(path)


def create_file(path: Path, content: bytes) -> None:
    """A new file; raises FileExistsError rather than replace one."""
    with _written_beside(path, content, f".{path.name}.unfinished") as written:
        try:
            # Unlike a renamed file, a link never takes another's place.
            path.hardlink_to(written)
        except OSError:  # It is taken, or the file system has no links, such as a USB stick's.
            if path.exists() or path.is_symlink():
                raise FileExistsError(path) from None
            written.rename(path)


@contextmanager
def _written_beside(path: Path, content: bytes | Path, name: str) -> Iterator[Path]:
    """The content as a file beside its place, which is gone afterwards in any case."""
    unfinished = path.with_name(name)
    unfinished.unlink(missing_ok=True)
    try:
        with unfinished.open("xb") as file:
            if isinstance(content, Path):
                with content.open("rb") as source:
                    copyfileobj(source, file)
            else:
                file.write(content)
        yield unfinished
    finally:
        unfinished.unlink(missing_ok=True)
