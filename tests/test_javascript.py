"""The scripts of the theme: their pure parts in Node, by tests/javascript/, and how much they weigh."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SCRIPTS = HERE.parent / "generator" / "theme" / "assets" / "javascripts"
NODE = shutil.which("node")

TESTS = sorted((HERE / "javascript").glob("*.test.js"))


@pytest.mark.skipif(
    NODE is None and not os.environ.get("CI"),
    reason="node is not installed (Debian: apt-get install nodejs, 20.19 or newer); CI has to have it",
)
@pytest.mark.parametrize("file", TESTS, ids=lambda file: file.name)
def test_in_node(file: Path) -> None:
    done = subprocess.run(
        [NODE or "node", "--no-warnings", "--test", "--test-reporter=tap", file],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "# pass 0" not in done.stdout


def test_every_test_file_is_found() -> None:
    assert {file.name.removesuffix(".test.js") for file in TESTS} >= {"csv", "matching", "works"}


def test_scripts_of_the_filters_are_small() -> None:
    """Every first view of a page loads them: 3 KB, compressed."""
    scripts = b"".join((SCRIPTS / name).read_bytes() for name in ("filters.js", "matching.js", "csv.js"))
    assert len(gzip.compress(scripts, 9)) <= 3 * 1024
