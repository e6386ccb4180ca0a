"""The command `proceedings` in this process, and records that tests of it make wrong."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli.main import main

FORUM = "content/forums/2024-library-robots.yml"
SOURCE = "content/sources/council-bill-17.yml"


def proceedings(project: Path, *arguments: str) -> Result:
    """The command in this process: no terminal, and quick."""
    return CliRunner().invoke(main, ["--project", str(project), *arguments])


def check(project: Path) -> str:
    """What `check` says, without its warnings, of which made-up records have many."""
    output = CliRunner().invoke(main, ["--project", str(project), "check"]).output
    return re.sub("; [0-9]+ warnings? in .*", "", re.sub("(?m)^.*: warning: .*\n", "", output))
