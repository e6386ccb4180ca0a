"""Settings of a small project as MkDocs loads them, before its hooks."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig


def settings(project: Path, language: str = "ko", *, strict: bool = False) -> MkDocsConfig:
    name = "mkdocs.yml" if language == "ko" else f"mkdocs.{language}.yml"
    return load_config(str(project / name), strict=strict)


def nothing(root: Path, for_preview: bool) -> None:
    """Generates no pages."""
