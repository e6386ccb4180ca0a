"""One built project for all of these tests; a test that changes something takes a copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.faults.tiny import WITHOUT_KIWI, Change, build_tiny, rename_forum
from tests.support.running import digests
from tests.support.sites import SharedSites, build_in


@pytest.fixture(scope="session")
def built(shared_site: SharedSites) -> Path:
    return shared_site("tiny-with-volumes", build_tiny) / "project"


@pytest.fixture(scope="session")
def changed(shared_site: SharedSites, built: Path) -> Change:
    """A project whose records were changed after its build, and one that was then built again."""
    folder = shared_site("tiny-changed", lambda folder: build_changed(folder, built))
    project, rebuilt = folder / "project", folder / "rebuilt"
    old, new = digests(project / "site"), digests(rebuilt / "site")
    assert new != old
    return Change(project, rebuilt, old, new)


def build_changed(folder: Path, built: Path) -> None:
    project = Path(shutil.copytree(built, folder / "project"))
    rename_forum(project)
    build_in(shutil.copytree(project, folder / "rebuilt"), **WITHOUT_KIWI)


@pytest.fixture
def change(changed: Change, tmp_path: Path) -> Change:
    """With a project of one's own."""
    return changed._replace(project=Path(shutil.copytree(changed.project, tmp_path / "project")))
