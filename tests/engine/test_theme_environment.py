"""Every file of the theme that MkDocs publishes is listed, and every template found."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.structure.files import Files

from generator.engine.theme_environment import settle_environment
from tests.engine.loaded_settings import settings

pytestmark = pytest.mark.usefixtures("own_environment")


def test_the_same_files_are_published(project: Path) -> None:
    config = settings(project)
    expected, found = Files([]), Files([])
    expected.add_files_from_theme(config.theme.get_env(), config)
    settle_environment(config, theme_is_written=True)
    found.add_files_from_theme(config.theme.get_env(), config)
    assert list(found.src_uris) == list(expected.src_uris)
    assert len(found) > 100


def test_hidden_templates_are_found(project: Path) -> None:
    config = settings(project)
    settle_environment(config, theme_is_written=False)
    environment = config.theme.get_env()
    assert environment.list_templates() == []
    assert environment.get_template(".icons/material/close.svg").render().startswith("<svg")


def test_it_is_kept_with_its_configuration(project: Path) -> None:
    config = settings(project)
    settle_environment(config, theme_is_written=False)
    first = config.theme.get_env()
    settle_environment(config, theme_is_written=True)
    assert config.theme.get_env() is first
    assert first.list_templates()
