"""Where a build keeps what the next one may take over; the folder may be removed at any time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.output.kept import Kept


@dataclass(frozen=True)
class Cache:
    """A published site and a preview have one each: other records are in them, at another address."""

    folder: Path

    @property
    def kept(self) -> Kept:
        return Kept(self.folder / "kept.sqlite")

    @property
    def html(self) -> Path:
        """The folder of what the engine made."""
        return self.folder / "html"


def cache_of_site(build: Path) -> Cache:
    return Cache(build / "cache" / "site")


def cache_of_preview(build: Path) -> Cache:
    return Cache(build / "cache" / "preview")
