"""The files of a host as a new archive gets them."""

from __future__ import annotations

from datetime import date

from generator.authoring.archive.archive_files import NewArchive, archive_files

DAY = date(2026, 3, 2)


def host_files(host: str, address: str = "https://forum.example.kr/") -> dict[str, str]:
    """Path in the archive → text, of those that only an archive for this host has."""

    def made(chosen: str) -> dict[str, bytes]:
        return archive_files(
            NewArchive(DAY, "1.2.3", address, "desk@example.kr", host=chosen, name_en="Forum")
        )

    others = made("none")
    return {path: text.decode() for path, text in made(host).items() if others.get(path) != text}
