"""What MkDocs's processes are told by environment variables, and what a configuration says."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.models import LANGUAGES, Language

PAGES_READY = "PROCEEDINGS_PAGES_READY"
"""Set: the pages are in build/docs/ already, so a build does not generate them."""
ADDRESS = "PROCEEDINGS_ADDRESS"
"""The address of the root, if the site is shown elsewhere than where content/site.yml says."""
PROBLEMS = "PROCEEDINGS_PROBLEMS"
"""What is wrong with the records, shown on every page of a preview."""
PREVIEW = "PROCEEDINGS_PREVIEW"
"""Set: the pages are shown by a preview's server, which writes a script of its own into each."""

WATCHED = ("strings", "theme", "rendering/templates", "exports/feeds/templates")
"""Folders of this package that a preview shows a change of at once, as it does for content/."""

log = logging.getLogger("mkdocs.proceedings")


def root_of(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml, content/ and build/."""
    return Path(config.config_file_path).resolve().parent


def language_of(config: MkDocsConfig) -> Language:
    language: Language = config.theme["language"]
    return language


def other_than(language: Language) -> Language:
    return next(other for other in LANGUAGES if other != language)
