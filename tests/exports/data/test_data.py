"""What lies below data/ as a whole: what describes it, its sums, its licence, always the same bytes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import frictionless
import pytest

from generator.corpus.load import load_corpus
from generator.exports import export_files
from generator.exports.api import api_files
from generator.exports.data.folder import data_files
from tests.exports.data.written_files import Files, written
from tests.support.paths import RECORDS, ROOT
from tests.support.small_corpus import corpus as small_corpus
from tests.support.words import WORDS


def test_frictionless_finds_nothing_wrong(folder: Path) -> None:
    report = frictionless.validate(folder / "datapackage.json")
    assert report.flatten(["title", "fieldName", "message"]) == []
    assert len(report.tasks) == len(list(folder.rglob("*.csv")))


@pytest.mark.parametrize(
    ("table", "written_there", "instead", "expected"),
    [
        ("tables/history", b",proposed,", b",nowhere,", "foreign-key"),
        ("proposals", b"2024-06-13", b"13.06.2024", "hash-count"),
    ],
)
def test_frictionless_finds_what_is_wrong(
    table: str, written_there: bytes, instead: bytes, expected: str, tmp_path: Path
) -> None:
    """Were it to find nothing in anything, the test above would say nothing."""
    there = written(data_files(load_corpus(RECORDS), WORDS), tmp_path)
    changed = there / f"{table}.csv"
    changed.write_bytes(changed.read_bytes().replace(written_there, instead, 1))
    package = json.loads((there / "datapackage.json").read_text("utf-8"))
    if expected == "foreign-key":  # A wrong sum is told first, and alone.
        for resource in package["resources"]:
            del resource["hash"], resource["bytes"]
        (there / "datapackage.json").write_text(json.dumps(package), "utf-8")
    found = {kind for [kind] in frictionless.validate(there / "datapackage.json").flatten(["type"])}
    assert expected in found


def test_sums_are_right(files: Files, folder: Path) -> None:
    lines = (line.split("  ") for line in files["data/SHA256SUMS"].decode().splitlines())
    sums = {name: total for total, name in lines}
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    assert sums.keys() == there.keys() - {"SHA256SUMS"}
    assert all(sha256(there[name].read_bytes()).hexdigest() == total for name, total in sums.items())
    if tool := shutil.which("sha256sum"):
        subprocess.run([tool, "--check", "--quiet", "SHA256SUMS"], cwd=folder, check=True)


def test_the_licence_names_whom_to_name_in_both_languages() -> None:
    text = data_files(small_corpus(), WORDS)["data/LICENSE.txt"].decode()
    assert text.count("CC-BY-4.0") == text.count("한별 (한별)") == 2
    assert "https://proceedings.example.org/en/" in text


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_bytes_under_another_hash_seed(seed: str) -> None:
    """And in another time zone and locale; SQLite included."""
    program = (
        "from hashlib import sha256; from pathlib import Path\n"
        "from generator.corpus.load import load_corpus\n"
        "from generator.exports.api import api_files; from generator.exports.data.folder import data_files\n"
        "from generator.i18n.load import load_words\n"
        f"corpus = load_corpus(Path({str(RECORDS)!r}))\n"
        "for path, content in {**data_files(corpus, load_words()), **api_files(corpus)}.items():\n"
        "    print(path, sha256(content).hexdigest())"
    )
    variables = {"PYTHONHASHSEED": seed, "TZ": "America/New_York", "LC_ALL": "C", "PYTHONUTF8": "1"}
    said = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env={**os.environ, **variables},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    corpus = load_corpus(RECORDS)
    here = {**data_files(corpus, WORDS), **api_files(corpus)}
    assert said == "".join(f"{path} {sha256(content).hexdigest()}\n" for path, content in here.items())


def test_each_path_is_exported_once() -> None:
    paths = [path for path, _ in export_files(load_corpus(RECORDS), WORDS)]
    assert len(paths) == len(set(paths))
