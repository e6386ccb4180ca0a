"""The sites that the tests of this package look at, each built once."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

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


@pytest.fixture(scope="session")
def bare_site(unprotected_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unprotected site without the theme's scripts and sheets: pages open in a quarter of the time."""
    copy = tmp_path_factory.mktemp("bare") / "site"
    shutil.copytree(unprotected_site, copy)
    for file in copy.rglob("*"):
        if file.suffix in (".js", ".css"):
            file.write_bytes(b"")
    return copy
