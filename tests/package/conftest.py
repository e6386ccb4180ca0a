from __future__ import annotations

from pathlib import Path

import pytest

from tests.package.installing import Installed, install, installed_in
from tests.support.sites import SharedSites
from tests.support.tiny_project import build_tiny


@pytest.fixture(scope="session")
def installed(shared_site: SharedSites) -> Installed:
    """The wheel in an empty environment, without extras; nobody changes its archive."""
    project = shared_site("tiny", build_tiny) / "project"
    return installed_in(shared_site("package", lambda folder: install(folder, project)))


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder with spaces and Hangul in its name, in which commands are called."""
    folder = tmp_path / "다른 곳 (여기)"
    folder.mkdir()
    return folder
