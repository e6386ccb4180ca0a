"""What a preview watches."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer

from generator.engine import environment
from generator.engine.watching import watch_sources
from tests.engine.test_settings import own_settings

pytestmark = pytest.mark.usefixtures("own_environment")


class Watching(LiveReloadServer):
    """Only the list of what is watched, without a server."""

    def __init__(self, *paths: str) -> None:
        self.watched = set(paths)

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        del func, recursive
        self.watched.add(path)

    def unwatch(self, path: str) -> None:
        self.watched.remove(path)


def test_preview_watches_the_sources_and_not_the_pages_made_of_them(project: Path) -> None:
    config = own_settings(project)
    server = Watching(config.docs_dir)
    watch_sources(server, config)
    names = {Path(path).name for path in server.watched}
    assert names == {"templates", "strings", "theme", "content"}


def test_preview_watches_pages_that_another_program_makes(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(environment.PAGES_READY, "1")
    config = own_settings(project)
    server = Watching(config.docs_dir)
    watch_sources(server, config)
    assert str(project / "build" / "docs") in server.watched
    assert str(project / "content") not in server.watched
