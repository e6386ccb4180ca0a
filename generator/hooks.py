"""What MkDocs calls while it builds the site: each event is one call.

mkdocs.yml names this file; generator/engine.py says what each call is for.
"""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator import engine
from generator.companion import end_with_parent
from generator.site import generate


def on_startup(command: str, dirty: bool) -> None:
    end_with_parent(engine.stop_companion)


def on_config(config: MkDocsConfig) -> None:
    engine.configure(config, generate)


def on_files(files: Files, config: MkDocsConfig) -> None:
    engine.start_companion(config)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return engine.settle_page(html, page, config)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    engine.equip_templates(env, config, files)


def on_post_build(config: MkDocsConfig) -> None:
    engine.join_companion()


def on_build_error(error: Exception) -> None:
    engine.give_up(error)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> None:
    engine.watch_sources(server, config)


def on_shutdown() -> None:
    engine.stop_companion()
