"""Scenarios in which processes are killed, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support.paths import ROOT


def kills_survived(module: str, scenario: str, folder: Path) -> int:
    """The number that a function of a test module prints; it asserts what must hold."""
    program = f"from {module} import *; {scenario}(Path(sys.argv[1]))"
    run = subprocess.run(
        [sys.executable, "-c", program, folder], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return int(run.stdout)
