"""Whether a file that a build wrote is still as it was written, without reading it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class FileState:
    """What changes when a file is written again; a hard link shares it."""

    size: int
    modified: int
    """Nanoseconds, as the file system has them."""


def state_of(path: Path) -> FileState | None:
    """None if there is no such file."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return FileState(status.st_size, status.st_mtime_ns)
