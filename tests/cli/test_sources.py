"""The command `proceedings sources`: all sources, or those without an archived copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import proceedings

ARCHIVED = "content/sources/dawn-courier-2024-06-13.yml"


def paths_in(text: str) -> list[str]:
    return [line.partition(": ")[0] for line in text.splitlines()]


def test_each_source_is_a_line(project: Path) -> None:
    result = proceedings(project, "sources")
    files = sorted((project / "content" / "sources").glob("*.yml"))
    assert (result.exit_code, result.stderr) == (0, f"{len(files)} sources\n")
    assert paths_in(result.stdout) == [f"content/sources/{path.name}" for path in files]


def test_those_without_an_archived_copy_are_the_others(project: Path) -> None:
    result = proceedings(project, "sources", "--unarchived")
    every = paths_in(proceedings(project, "sources").stdout)
    assert paths_in(result.stdout) == [path for path in every if path != ARCHIVED]
    assert (result.exit_code, result.stderr) == (
        0,
        f"{len(every) - 1} of {len(every)} sources have no archived copy\n",
    )


@pytest.mark.usefixtures("wrong")
def test_wrong_records_are_told_instead(project: Path) -> None:
    result = proceedings(project, "sources", "--unarchived")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "content/forums/2024-library-robots.yml" in result.stderr
