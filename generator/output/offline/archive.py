"""A folder as a zip file whose bytes depend on nothing but its files and the time that is given."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path, PurePosixPath

PACKED = {".woff2", ".png", ".jpg", ".jpeg", ".webp", ".gz", ".zip", ".xlsx", ".pdf", ".mp3", ".mp4"}
"""Endings of files that do not become smaller."""

READABLE_FILE = 0o100644 << 16
UNIX = 3


def zip_folder(folder: Path, archive: Path, name: str, day: date) -> None:
    """Every file of the folder, below one folder of that name; each is as old as the day."""
    with zipfile.ZipFile(archive, "w") as packed:
        for file in sorted(
            path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
        ):
            entry = zipfile.ZipInfo(f"{name}/{file}", (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system, entry.external_attr = UNIX, READABLE_FILE
            stored = PurePosixPath(file).suffix.lower() in PACKED
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            packed.writestr(entry, (folder / file).read_bytes())
