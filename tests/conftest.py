"""What several test modules need: a project of their own, and a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.running import copy_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one's own, with the made-up records, in which everything may be changed."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; the variable CHROMIUM names it if it is elsewhere than Debian puts it."""
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()
