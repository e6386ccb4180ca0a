"""A project whose program is no copy: no command changes it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.calling import FORUM, SOURCE
from tests.support.paths import RECORDS
from tests.support.running import replace
from tests.support.sites import link_program


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The made-up records, in which everything may be changed."""
    folder = tmp_path / "project"
    shutil.copytree(RECORDS, folder / "content")
    link_program(folder)
    return folder


@pytest.fixture
def wrong(project: Path) -> Path:
    """Two problems in two files."""
    replace(project / FORUM, "start_date: ", "start_date: once ")
    with (project / SOURCE).open("a", encoding="utf-8") as record:
        record.write("colour: red\n")
    return project


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A project of one's own, of which only content/ is needed."""
    shutil.copytree(RECORDS, tmp_path / "content")
    return tmp_path
