"""One built project for all of these tests; a test that changes something takes a copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.running import copy_project, run


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_project(tmp_path_factory.mktemp("built") / "project")
    done = run(project, "build", "--quiet")
    assert done.returncode == 0, done.stderr
    return project
