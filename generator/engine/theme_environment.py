"""The theme's Jinja environment: one for all builds of a configuration, which lists only what MkDocs copies.

Material has 12,000 icons in a hidden folder, which MkDocs lists and sorts to leave them out again.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme


class VisibleTemplates(FileSystemLoader):
    """Finds every template, and lists those that are not hidden: MkDocs (1.6.1) publishes no others."""

    def __init__(self, folders: Sequence[str]) -> None:
        super().__init__(folders)
        self.lists = True
        """Whether anybody is going to write what is listed."""

    def list_templates(self) -> list[str]:
        return (
            sorted({path for folder in self.searchpath for path in visible_files(folder)})
            if self.lists
            else []
        )


def visible_files(folder: str | os.PathLike[str]) -> list[str]:
    """The files below a folder but for what is hidden, from there."""
    found = []
    for inside, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            Path(inside, name).relative_to(folder).as_posix() for name in files if not name.startswith(".")
        ]
    return found


class ThemeEnvironment:
    """Takes the place of a theme's `get_env`."""

    def __init__(self, theme: Theme) -> None:
        self._loader = VisibleTemplates(theme.dirs)
        self._environment: Environment = type(theme).get_env(theme)
        self._environment.loader = self._loader

    def __call__(self) -> Environment:
        return self._environment

    def list_files(self, *, are_written: bool) -> None:
        self._loader.lists = are_written


def settle_environment(config: MkDocsConfig, *, theme_is_written: bool) -> None:
    """A configuration that is built again has the environment of before, with its compiled templates."""
    environment = vars(config.theme).get("get_env")
    if not isinstance(environment, ThemeEnvironment):
        environment = ThemeEnvironment(config.theme)
        vars(config.theme)["get_env"] = environment
    environment.list_files(are_written=theme_is_written)
