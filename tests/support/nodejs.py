"""Tests that run in Node.js: a file of them is one test here."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.paths import TESTS

JAVASCRIPT = TESTS / "javascript"
NODE = shutil.which("node")

needs_node = pytest.mark.skipif(
    NODE is None and not os.environ.get("CI"),
    reason="node is not installed (Debian: apt-get install nodejs, 20.19 or newer); CI has to have it",
)


def pass_in_node(file: Path, **variables: str) -> None:
    """All tests of the file pass, and there are some."""
    done = subprocess.run(
        [NODE or "node", "--no-warnings", "--test", "--test-reporter=tap", file],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "# pass 0" not in done.stdout


def answer_in_node(script: Path, *arguments: Path, question: object) -> Any:  # noqa: ANN401 - any JSON
    """What a script answers to a question, both as JSON."""
    done = subprocess.run(
        [NODE or "node", "--no-warnings", script, *arguments],
        input=json.dumps(question),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
