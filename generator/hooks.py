"""MkDocs's hooks: each event of a build is one call into generator/engine/. mkdocs.yml names this file."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator.build.site import generate
from generator.engine import english_build
from generator.engine.child_process import end_with_parent
from generator.engine.page import prepare_page
from generator.engine.settings import configure
from generator.engine.templates import equip_templates
from generator.engine.watching import watch_sources


def on_startup(command: str, dirty: bool) -> None:
    end_with_parent(english_build.stop_english_build)


def on_config(config: MkDocsConfig) -> None:
    configure(config, generate)


def on_files(files: Files, config: MkDocsConfig) -> None:
    english_build.start_english_build(config)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return prepare_page(html, page, config)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    equip_templates(env, config, files)


def on_post_build(config: MkDocsConfig) -> None:
    english_build.join_english_build()


def on_build_error(error: Exception) -> None:
    english_build.abandon_build(error)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> None:
    watch_sources(server, config)


def on_shutdown() -> None:
    english_build.stop_english_build()
