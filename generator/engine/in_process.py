"""Pages built inside this process, as often as asked.

A process of its own begins with a second of imports; here a page takes some hundredths.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.engine.environment import (
    NAME,
    PAGES_READY,
    SETTINGS_FILE,
    SITE_LANGUAGE,
    configuration_path,
)
from generator.engine.selection import Selection, select
from generator.parsing.languages import Language


class PagesNotBuilt(Exception):
    """The engine failed; the message is what it said, a line for each fault."""


@dataclass(frozen=True)
class Opened:
    """A configuration as it was after its first build, and what it was read from."""

    settings: tuple[bytes, bytes]
    config: MkDocsConfig
    templates: frozenset[str]


_kept: dict[tuple[Path, Language], Opened] = {}


def build_pages(  # noqa: PLR0913 - what a run is asked for, each by its name
    root: Path,
    language: Language,
    pages: Collection[str],
    site_dir: Path,
    *,
    theme: bool,
    known: Collection[str] = (),
    elsewhere: bool = False,
    strict: bool = True,
) -> list[str]:
    """Builds such pages of an archive's language into a folder; returns MkDocs's warnings.

    It is for MkDocs alone: another engine is a command. The pages are named as in `Selection`, and lie in
    build/docs/. Raises PagesNotBuilt; with `strict` for a warning too. A second call goes on with the
    configuration and the templates of the first one, unless a file of settings has changed; `forget` is for
    templates that have.
    """
    said: list[str] = []
    with listening(said), variables({SITE_LANGUAGE: language, PAGES_READY: "1", "NO_MKDOCS_2_WARNING": "1"}):
        try:
            config = configuration(root.resolve(), language)
            config.site_dir, config.strict = str(site_dir.resolve()), strict
            with select(Selection(tuple(pages), theme, frozenset(known), elsewhere)):
                build(config)
        except (MkDocsException, OSError) as error:
            _kept.pop((root.resolve(), language), None)
            raise PagesNotBuilt("\n".join(said) or str(error)) from error
    return said


def forget() -> None:
    """The next call reads all settings and templates again."""
    _kept.clear()


def configuration(root: Path, language: Language) -> MkDocsConfig:
    """The archive's configuration: the one of the last call, if nothing but our plugin has changed it."""
    files = (root / SETTINGS_FILE, root / configuration_path(language))
    settings = (files[0].read_bytes(), files[1].read_bytes())
    kept = _kept.get((root, language))
    if kept and kept.settings == settings:
        kept.config.theme.static_templates = set(kept.templates)
        return kept.config
    config = load_config(str(root / SETTINGS_FILE))
    if list(config.plugins) != [NAME] or config.hooks:
        return config
    config = config.plugins.on_config(config)
    _kept[root, language] = Opened(settings, config, frozenset(config.theme.static_templates))
    return config


@contextmanager
def listening(said: list[str]) -> Iterator[None]:
    """Adds what the engine warns of, a line each; nothing of it goes elsewhere."""
    handler = _Listening(said)
    log = logging.getLogger("mkdocs")
    propagates, log.propagate = log.propagate, False
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.propagate = propagates


class _Listening(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append(f"{record.levelname} - {record.getMessage()}")


@contextmanager
def variables(set_for_now: Mapping[str, str]) -> Iterator[None]:
    """Environment variables for as long as this runs."""
    before = {name: os.environ.get(name) for name in set_for_now}
    os.environ.update(set_for_now)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
