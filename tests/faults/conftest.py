"""One built project for all of these tests; a test that changes something takes a copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.tiny import build_tiny
from tests.support.sites import SharedSites


@pytest.fixture(scope="session")
def built(shared_site: SharedSites) -> Path:
    return shared_site("tiny-with-volumes", build_tiny) / "project"
