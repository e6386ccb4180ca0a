"""The engine, the environment variables of its processes, and facts that a configuration holds."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.models import LANGUAGES, Language

ENGINE = os.environ.get("PROCEEDINGS_ENGINE", "mkdocs")
"""The package and command that makes HTML of the pages: MkDocs, or one that takes its place (ProperDocs)."""
NAME = "proceedings"
"""What our plugin and our theme are called in mkdocs.yml; pyproject.toml names them to MkDocs."""

SETTINGS_FILE = "mkdocs.yml"
"""What tells the engine of the archive, in its folder."""

PAGES_READY = "PROCEEDINGS_PAGES_READY"
"""Set: a build generates no pages, since they are in build/docs/ already."""
PROGRESS = "PROCEEDINGS_PROGRESS"
"""A file to which an engine adds a byte for each page that it has written."""
PAGES = "PROCEEDINGS_PAGES"
"""A JSON file that says which pages a run builds (generator/engine/selection.py); not set: every page."""
PROBLEMS = "PROCEEDINGS_PROBLEMS"
"""The problems of the records, which a preview shows on every page."""
SITE_LANGUAGE = "PROCEEDINGS_SITE_LANGUAGE"
"""The language whose site an engine builds, if it is not the first one."""

WATCHED = ("strings", "theme", "rendering/templates", "exports/feeds/templates", "exports/text/templates")
"""Folders of this package that a preview watches, as it does content/."""

log = logging.getLogger("mkdocs.proceedings")


def configuration_path(language: Language) -> str:
    """The file of the engine's configuration for a language, from the archive's folder."""
    return f"build/mkdocs.{language}.yml"


def archive_of(config: MkDocsConfig) -> Path:
    """The folder of the mkdocs.yml that an engine was given."""
    return Path(config.config_file_path).resolve().parent


def root_of(config: MkDocsConfig) -> Path:
    """The folder of content/ and build/, of a configuration that the generator wrote."""
    return Path(config.docs_dir).resolve().parents[2]


def language_of(config: MkDocsConfig) -> Language:
    language: Language = config.extra["language"]
    return language


def other_than(language: Language) -> Language:
    return next(other for other in LANGUAGES if other != language)
