"""The files that a preview by `mkdocs serve` watches."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from generator.engine.environment import PAGES_READY, WATCHED, root_of
from generator.models import LANGUAGES


def watch_sources(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Watches content/, settings and templates; the generated pages only if another command writes them."""
    sources = [root_of(config) / f"mkdocs.{language}.yml" for language in LANGUAGES[1:]]
    sources += [Path(str(resources.files("generator"))) / folder for folder in WATCHED]
    if not os.environ.get(PAGES_READY):
        server.unwatch(config.docs_dir)
        sources.append(root_of(config) / "content")
    for source in filter(Path.exists, sources):
        server.watch(str(source))
