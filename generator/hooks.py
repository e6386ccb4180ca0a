"""The events of MkDocs while it builds the site: each is one call into generator/engine/.

mkdocs.yml names this file, and MkDocs loads it once in a process.
"""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator.engine.child_process import end_with_parent
from generator.engine.english_build import EnglishBuild
from generator.engine.environment import log
from generator.engine.page import prepare_page
from generator.engine.plain_files import keep_plain_files
from generator.engine.settings import configure
from generator.engine.templates import equip_templates
from generator.engine.watching import watch_sources
from generator.parsing.messages import speech_of
from generator.pipeline.progress import Logged

english_build = EnglishBuild()
"""Held here, since MkDocs hands nothing from one event to the next."""


def on_startup(command: str, dirty: bool) -> None:
    end_with_parent(english_build.stop)


def on_config(config: MkDocsConfig) -> None:
    configure(config, _generate)


def _generate(root: Path, for_preview: bool) -> None:
    """In a build of ours the pages are there, and this import takes a quarter of a second in each process."""
    from generator.pipeline.site import generate  # noqa: PLC0415 - see above

    generate(root, Logged(log, speech_of(os.environ)), with_waiting=for_preview)


def on_files(files: Files, config: MkDocsConfig) -> None:
    keep_plain_files(files, config)
    english_build.start(config)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return prepare_page(html, page, config)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    equip_templates(env, config, files)


def on_post_build(config: MkDocsConfig) -> None:
    english_build.join()


def on_build_error(error: Exception) -> None:
    english_build.abandon(error)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> None:
    watch_sources(server, config)


def on_shutdown() -> None:
    english_build.stop()
