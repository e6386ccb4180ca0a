"""The environment variables of MkDocs's processes, and facts that a configuration holds."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.models import LANGUAGES, Language

PAGES_READY = "PROCEEDINGS_PAGES_READY"
"""Set: a build generates no pages, since they are in build/docs/ already."""
ADDRESS = "PROCEEDINGS_ADDRESS"
"""The root's address, if it is not the one of content/site.yml."""
PROBLEMS = "PROCEEDINGS_PROBLEMS"
"""The problems of the records, which a preview shows on every page."""
PREVIEW = "PROCEEDINGS_PREVIEW"
"""Set: a preview's server shows the pages and writes a script of its own into each."""

WATCHED = ("strings", "theme", "rendering/templates", "exports/feeds/templates", "exports/text/templates")
"""Folders of this package that a preview watches, as it does content/."""

log = logging.getLogger("mkdocs.proceedings")


def root_of(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml, content/ and build/."""
    return Path(config.config_file_path).resolve().parent


def language_of(config: MkDocsConfig) -> Language:
    language: Language = config.theme["language"]
    return language


def other_than(language: Language) -> Language:
    return next(other for other in LANGUAGES if other != language)
