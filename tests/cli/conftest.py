"""A project whose program is no copy: no command changes it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.paths import RECORDS
from tests.support.sites import link_program


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The made-up records, in which everything may be changed."""
    folder = tmp_path / "project"
    shutil.copytree(RECORDS, folder / "content")
    link_program(folder)
    return folder
