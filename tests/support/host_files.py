"""The files of a host as a new archive gets them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from generator.authoring.archive.archive_files import NewArchive, archive_files

DAY = date(2026, 3, 2)


def host_files(host: str, address: str = "https://forum.example.kr/") -> dict[str, str]:
    """Path in the archive → text, of those that only an archive for this host has."""
    others = _all_files("none", address)
    return {
        path: text.decode() for path, text in _all_files(host, address).items() if others.get(path) != text
    }


@cache
def _all_files(host: str, address: str) -> Mapping[str, bytes]:
    return archive_files(NewArchive(DAY, "1.2.3", address, "desk@example.kr", host=host, name_en="Forum"))
