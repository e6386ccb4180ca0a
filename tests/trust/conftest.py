"""The sites that the tests of this package look at, each built once a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.sites import SharedSites
from tests.trust.sites import (
    attacks,
    attacks_in_markdown,
    attacks_on_the_whole,
    build,
    calm,
    write_content,
    write_whole,
)


@pytest.fixture(scope="session")
def armed_site(shared_site: SharedSites) -> Path:
    """A site of nothing but attacks, and a few bystanders."""

    def make(project: Path) -> None:
        write_content(project / "content", [*attacks(), *attacks_in_markdown()])
        build(project)

    return shared_site("armed", make) / "site"


@pytest.fixture(scope="session")
def calm_site(shared_site: SharedSites) -> Path:
    """The same bystanders, and harmless words for an attack and its neighbours."""

    def make(project: Path) -> None:
        write_content(project / "content", calm())
        build(project)

    return shared_site("calm", make) / "site"


@pytest.fixture(scope="session")
def whole_sites(shared_site: SharedSites) -> tuple[Path, Path]:
    """A site that says hostile things of itself, and the same with harmless words."""

    def make_armed(project: Path) -> None:
        write_whole(project / "content", attacks_on_the_whole())
        build(project)

    def make_calm(project: Path) -> None:
        write_whole(project / "content", None)
        build(project)

    return shared_site("whole-armed", make_armed) / "site", shared_site("whole-calm", make_calm) / "site"
