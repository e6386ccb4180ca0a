"""Whether a file that a build wrote is still as it was written, mostly without reading it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path


@dataclass(frozen=True)
class FileState:
    """What changes when a file is written again; a hard link shares it."""

    size: int
    modified: int
    """Nanoseconds, as the file system has them."""


@dataclass(frozen=True)
class WrittenFile:
    """A file as it was written."""

    state: FileState
    digest: str
    """Of its bytes."""

    def is_whole(self, path: Path) -> bool:
        """Whether the file is there, unchanged. What unpacks a cache in CI may give it another time."""
        state = state_of(path)
        if state is None or state == self.state:
            return state is not None
        return state.size == self.state.size and digest_of_bytes(path.read_bytes()) == self.digest


def state_of(path: Path) -> FileState | None:
    """None if there is no such file."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return FileState(status.st_size, status.st_mtime_ns)


def written_file(path: Path, content: bytes | None = None) -> WrittenFile:
    """The file as it lies there; its bytes, if they are known. Raises FileNotFoundError."""
    state = state_of(path)
    if state is None:
        raise FileNotFoundError(path)
    return WrittenFile(state, digest_of_bytes(path.read_bytes() if content is None else content))


def digest_of_bytes(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()
