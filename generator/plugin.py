"""The events of MkDocs while it builds the site: each is one call into generator/engine/.

pyproject.toml names this plugin to MkDocs, and mkdocs.yml asks for it.
"""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.engine.child_process import end_with_parent
from generator.engine.conversion import Converter
from generator.engine.english_build import EnglishBuild
from generator.engine.environment import log
from generator.engine.frame import render_frame_once
from generator.engine.material import leave_out_material
from generator.engine.plain_files import keep_plain_files
from generator.engine.progress import count_page
from generator.engine.quick_page import QuickPage, quicken
from generator.engine.selection import (
    Folders,
    Selection,
    hide_folders,
    selected_files,
    selection_asked_for,
    settle_templates,
    show_folders,
)
from generator.engine.settings import settle
from generator.engine.templates import equip_templates
from generator.engine.theme_environment import settle_environment
from generator.engine.watching import watch_sources
from generator.parsing.messages import speech_of
from generator.pipeline.progress import Logged


class NoOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs's
    """What people decide stands in content/site.yml."""


class ProceedingsPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]  # MkDocs's
    """One for all builds of a process, since MkDocs keeps a plugin that hears when a command begins."""

    def __init__(self) -> None:
        self.english_build = EnglishBuild()
        self._serves = False
        self._selection: Selection | None = None
        self._folders: Folders | None = None
        self._converter: Converter | None = None
        self._nav: Navigation | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        end_with_parent(self.english_build.stop)
        self._serves = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        settled = settle(config, _generate, serves=self._serves)
        self._selection = selection_asked_for()
        settle_environment(settled, theme_is_written=self._selection is None or self._selection.theme)
        return settled

    @event_priority(-100)  # after what others say of the whole site, whose folder this keeps from MkDocs
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        self._folders = hide_folders(config) if self._selection else None

    @event_priority(100)  # before others see the files
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        settle_templates(config, self._selection)
        if self._selection and self._folders:
            show_folders(config, self._folders)
            files = selected_files(files, self._selection, config)
            leave_out_material(files, config)
            return files
        keep_plain_files(files, config)
        leave_out_material(files, config)
        self.english_build.start(config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        self._converter = quicken(files, config)
        self._nav = nav

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        if self._converter and isinstance(page, QuickPage):
            page.convert(self._converter)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> None:
        count_page()
        if isinstance(page, QuickPage):
            page.release()

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        equip_templates(env, config)
        if self._converter and self._nav:
            render_frame_once(env, config, self._nav)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self.english_build.join()

    def on_build_error(self, *, error: Exception) -> None:
        self.english_build.abandon(error)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> None:
        watch_sources(server, config)

    def on_shutdown(self) -> None:
        self.english_build.stop()


def _generate(archive: Path, address: str | None) -> None:
    """In a build of ours the pages are there, and this import takes a quarter of a second in each process."""
    from generator.pipeline.site import generate  # noqa: PLC0415 - see above

    generate(archive, Logged(log, speech_of(os.environ)), preview_at=address)
