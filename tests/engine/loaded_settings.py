"""The configuration of a small project's language, as the generator wrote it and MkDocs loads it."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.engine.environment import configuration_path
from generator.models import Language


def settings(project: Path, language: Language = "ko") -> MkDocsConfig:
    return load_config(str(project / configuration_path(language)))
