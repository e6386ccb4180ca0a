"""A project whose site is built, and a preview that runs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.running import Serving
from tests.support.shared_out import share_out
from tests.support.sites import PLAIN_INSTALL, SharedSites
from tests.support.tiny_project import build_tiny


@pytest.fixture(scope="session")
def built(shared_site: SharedSites) -> Path:
    """A project whose site is built; tests that change something take a copy."""
    return shared_site("tiny", build_tiny) / "project"


@pytest.fixture
def own(built: Path, tmp_path: Path) -> Path:
    """A project of one's own whose site is built."""
    return Path(shutil.copytree(built, tmp_path / "project"))


@pytest.fixture(scope="package")
def shared(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A preview for several tests, opened in a browser that notes what it is to open.

    These tests are in one group, so that one worker starts it, once.
    A test may leave other words in its project, but nothing that is wrong.
    """
    folder = tmp_path_factory.mktemp("shared")
    browser = folder / "browser"
    browser.write_text('#!/bin/sh\necho "$1" > "$0.opened"\n', encoding="ascii")
    browser.chmod(0o755)
    project = Path(shutil.copytree(built, folder / "project"))
    with Serving(project, "--open", BROWSER=str(browser), **PLAIN_INSTALL) as serving:
        yield serving


@pytest.fixture(scope="session")
def shared_out(shared_site: SharedSites) -> Path:
    """An archive that is built on one machine, and as shards on three others."""
    return shared_site("shared-out", share_out)
