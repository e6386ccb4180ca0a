"""Facts that a configuration of MkDocs holds."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.parsing.languages import Language


def archive_of(config: MkDocsConfig) -> Path:
    """The folder of the mkdocs.yml that an engine was given."""
    return Path(config.config_file_path).resolve().parent


def root_of(config: MkDocsConfig) -> Path:
    """The folder of content/ and build/, of a configuration that the generator wrote."""
    return Path(config.docs_dir).resolve().parents[2]


def language_of(config: MkDocsConfig) -> Language:
    language: Language = config.extra["language"]
    return language
