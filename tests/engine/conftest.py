"""A small project, and an environment that says nothing to MkDocs."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.engine import environment
from tests.support.small_site import make_project


@pytest.fixture
def own_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("PAGES", "PAGES_READY", "PROBLEMS", "SITE_LANGUAGE"):
        monkeypatch.delenv(getattr(environment, name), raising=False)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    level = logging.getLogger("mkdocs").level
    yield
    logging.getLogger("mkdocs").setLevel(level)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("engine") / "project")
