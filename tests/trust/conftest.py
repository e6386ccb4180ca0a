"""The sites that the tests of this package look at, each built once."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.serving import served
from tests.trust.sites import (
    attacks,
    attacks_in_markdown,
    attacks_on_the_whole,
    build,
    calm,
    write_content,
    write_whole,
)

POLICY = re.compile(rb"""<meta[^>]*\bhttp-equiv=["']?Content-Security-Policy\b[^>]*>""", re.IGNORECASE)


@pytest.fixture(scope="session")
def armed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of nothing but attacks, and a few bystanders."""
    project = tmp_path_factory.mktemp("armed")
    write_content(project / "content", [*attacks(), *attacks_in_markdown()])
    return build(project)


@pytest.fixture(scope="session")
def calm_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same bystanders, and harmless words for an attack and its neighbours."""
    project = tmp_path_factory.mktemp("calm")
    write_content(project / "content", calm())
    return build(project)


@pytest.fixture(scope="session")
def whole_sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A site that says hostile things of itself, and the same with harmless words."""
    projects = [tmp_path_factory.mktemp(name) for name in ("whole-armed", "whole-calm")]
    for project, disguise in zip(projects, (attacks_on_the_whole(), None), strict=True):
        write_whole(project / "content", disguise)
    armed, calm = map(build, projects)
    return armed, calm


@pytest.fixture(scope="session")
def unprotected_site(armed_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The armed site as a browser without a Content-Security-Policy has it."""
    copy = tmp_path_factory.mktemp("unprotected") / "site"
    shutil.copytree(armed_site, copy)
    for page in copy.rglob("*.html"):
        page.write_bytes(POLICY.sub(b"", page.read_bytes()))
    return copy


@dataclass(frozen=True)
class Hosted:
    """Where the armed site is served, and whether with its policy."""

    address: str
    protected: bool


@pytest.fixture(scope="session", params=[True, False], ids=["with policy", "without policy"])
def hosted(request: pytest.FixtureRequest, armed_site: Path, unprotected_site: Path) -> Iterator[Hosted]:
    with served(armed_site if request.param else unprotected_site) as address:
        yield Hosted(address, request.param)
