"""Where the tests of publishing build, and where they publish to."""

from pathlib import Path

import pytest


@pytest.fixture
def build(tmp_path: Path) -> Path:
    return tmp_path / "build"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"
