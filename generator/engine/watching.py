"""The files that a preview by `mkdocs serve` watches."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from generator.engine.config_facts import archive_of
from generator.engine.environment import PAGES_READY, WATCHED


def watch_sources(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Watches content/ and templates; the generated pages instead, if another command writes them."""
    archive = archive_of(config)
    sources = [Path(str(resources.files("generator"))) / folder for folder in WATCHED]
    sources.append(archive / ("build/docs" if os.environ.get(PAGES_READY) else "content"))
    server.unwatch(config.docs_dir)
    for source in filter(Path.exists, sources):
        server.watch(str(source))
