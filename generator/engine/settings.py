"""An archive's mkdocs.yml takes over what the generator wrote, and keeps what it adds itself."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from generator.engine.config_facts import archive_of
from generator.engine.environment import PAGES, PAGES_READY, PROBLEMS, SITE_LANGUAGE, configuration_path, log
from generator.output.generated_folder import LinkedFolder
from generator.output.publishing import save_added_files
from generator.parsing.languages import LANGUAGES, Language
from generator.parsing.messages import in_words, message, speech_of
from generator.parsing.problems import Problems, problems_as_text, visible

Generate = Callable[[Path, str | None], object]
"""Generates the pages of the archive in a folder; for a preview it is told the address."""


def settle(config: MkDocsConfig, generate: Generate, *, serves: bool) -> MkDocsConfig:
    """Generates the pages, and returns the configuration that comes with them.

    Raises Abort with every problem of the records; the site built before then stays as it is.
    """
    if "language" in config.extra:
        return config  # an engine was given a file of the generator's itself
    archive = archive_of(config)
    address = config.site_url if serves else None
    problems = generate_pages(archive, generate, address)
    settled = load_config(str(configuration_file(archive)), site_dir=config.site_dir, strict=config.strict)
    settled.extra["problems"] = problems
    add_own(config, settled)
    if config.strict:
        # --quiet also keeps warnings from being counted, and a strict build would pass in spite of them.
        engine_log = logging.getLogger("mkdocs")
        engine_log.setLevel(min(engine_log.level, logging.WARNING))
    if not (serves or pages_are_ready()):
        save_found_files(Path(settled.site_dir), archive / "build")
    return settled


def configuration_file(archive: Path) -> Path:
    """What the generator wrote for the language that this process builds."""
    language: Language = "en" if os.environ.get(SITE_LANGUAGE) == "en" else LANGUAGES[0]
    return archive / configuration_path(language)


def add_own(config: MkDocsConfig, settled: MkDocsConfig) -> None:
    """What an archive's mkdocs.yml may add: plugins and hooks, style sheets, scripts, templates, `extra`."""
    settled.config_file_path = config.config_file_path
    settled.plugins = config.plugins
    settled.extra_css += config.extra_css
    settled.extra_javascript += config.extra_javascript
    for name in config.extra.keys() - settled.extra.keys():
        settled.extra[name] = config.extra[name]
    if config.theme.custom_dir:
        settled.theme.dirs.insert(0, config.theme.custom_dir)


def generate_pages(archive: Path, generate: Generate, address: str | None) -> str:
    """Generates the pages, unless they are there already; returns the problems that a preview shows.

    A preview goes on with the pages of before; any other build is aborted by problems.
    """
    if pages_are_ready():
        return os.environ.get(PROBLEMS, "")
    language = speech_of(os.environ)
    try:
        generate(archive, address)
    except LinkedFolder as error:
        raise Abort(visible(in_words(error.reason, language))) from None
    except Problems as found:
        problems = problems_as_text(found.problems, language)
        if not (address and configuration_file(archive).exists()):
            raise Abort(problems) from None
        log.error("%s\n%s", in_words(message("preview.as_before"), language), problems)
        return problems[:20_000]  # goes to the English build in a variable, which the system limits to 128 KB
    return ""


def pages_are_ready() -> bool:
    """Whether the pages are in build/docs/ already: whoever asks for some pages has written them."""
    return bool(os.environ.get(PAGES_READY) or os.environ.get(PAGES))


def save_found_files(site: Path, build: Path) -> None:
    """The site's folder is emptied next: what somebody put there by hand is kept, and the log says where.

    A preview has a folder of its own.
    """
    saved = save_added_files(site, build)
    if saved:
        found = message("build.found_there", folder=str(saved))
        log.info("%s", visible(in_words(found, speech_of(os.environ))))
