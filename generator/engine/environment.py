"""The engine and the variables of its processes; nothing of MkDocs itself, which takes long to import."""

from __future__ import annotations

import logging
import os

from generator.parsing.languages import LANGUAGES, Language

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


def other_than(language: Language) -> Language:
    return next(other for other in LANGUAGES if other != language)
