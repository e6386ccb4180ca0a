"""The zip file of a copy."""

from __future__ import annotations

import os
import zipfile
from datetime import date
from pathlib import Path

from generator.output.offline.archive import zip_folder

DAY = date(2024, 6, 13)


def folder_of(files: dict[str, bytes], folder: Path) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def test_the_bytes_depend_on_the_files_and_the_day_alone(tmp_path: Path) -> None:
    files = {"index.html": b"<h1>" * 99, "files/한 글.pdf": b"%PDF", "a/b.js": b"1"}
    one = folder_of(files, tmp_path / "one")
    other = folder_of(dict(reversed(files.items())), tmp_path / "other")
    for path in other.rglob("*"):
        os.utime(path, (0, 0))
    (other / "index.html").chmod(0o600)
    zip_folder(one, tmp_path / "one.zip", "site-offline", DAY)
    zip_folder(other, tmp_path / "other.zip", "site-offline", DAY)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


def test_the_files_lie_in_one_folder_and_everybody_can_read_them(tmp_path: Path) -> None:
    folder = folder_of({"index.html": b"home" * 99, "files/한 글.pdf": b"%PDF" * 99}, tmp_path / "x")
    zip_folder(folder, tmp_path / "x.zip", "site-offline", DAY)
    with zipfile.ZipFile(tmp_path / "x.zip") as packed:
        assert packed.testzip() is None
        entries = {entry.filename: entry for entry in packed.infolist()}
        assert packed.read("site-offline/index.html") == b"home" * 99
    assert list(entries) == ["site-offline/files/한 글.pdf", "site-offline/index.html"]
    assert {entry.external_attr >> 16 for entry in entries.values()} == {0o100644}
    assert {entry.date_time for entry in entries.values()} == {(2024, 6, 13, 0, 0, 0)}
    home, pdf = entries["site-offline/index.html"], entries["site-offline/files/한 글.pdf"]
    assert home.compress_size < home.file_size
    assert pdf.compress_size == pdf.file_size
