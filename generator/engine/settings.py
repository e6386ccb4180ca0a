"""MkDocs's settings, filled from content/site.yml and generator/strings/ as the theme needs them.

Pages and records know nothing of MkDocs; only this package does.
"""

from __future__ import annotations

import logging
import os
import posixpath
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from generator.corpus.reader import read_model
from generator.corpus.urls import LANGUAGE_FOLDERS
from generator.engine.environment import (
    ADDRESS,
    PAGES_READY,
    PREVIEW,
    PROBLEMS,
    language_of,
    log,
    other_than,
    root_of,
)
from generator.i18n.load import load_words
from generator.i18n.strings import Strings
from generator.models import LANGUAGES, Language, Site, Text
from generator.output.generated_folder import LinkedFolder
from generator.output.publishing import save_added_files
from generator.parsing.messages import in_words, message, speech_of
from generator.parsing.problems import Problems, problems_as_text, visible

UNWRITTEN = ("about.md",)
"""Pages of the navigation that people write, in content/pages/; those that they have not are left out."""


def configure(config: MkDocsConfig, generate: Callable[[Path, bool], object]) -> None:
    """Generates the pages and fills MkDocs's settings; `generate` is told whether they are for a preview.

    Raises Abort with every problem of the records; the site built before then stays as it is.
    """
    problems = generate_pages(config, generate)
    try:
        fill_settings(config, read_model(root_of(config) / Site.path, Site.path, Site))
    except Problems as found:
        raise Abort(problems_as_text(found.problems, speech_of(os.environ))) from None
    config.extra["problems"] = problems
    if config.strict:
        # --quiet also keeps warnings from being counted, and a strict build would pass in spite of them.
        engine_log = logging.getLogger("mkdocs")
        engine_log.setLevel(min(engine_log.level, logging.WARNING))


def generate_pages(config: MkDocsConfig, generate: Callable[[Path, bool], object]) -> str:
    """Generates the pages, unless they are there already; returns the problems that a preview shows.

    A preview goes on with the pages of before; any other build is aborted by problems.
    """
    if os.environ.get(PAGES_READY):
        return os.environ.get(PROBLEMS, "")
    language = speech_of(os.environ)
    try:
        generate(root_of(config), is_preview(config))
    except LinkedFolder as error:
        raise Abort(visible(in_words(error.reason, language))) from None
    except Problems as found:
        problems = problems_as_text(found.problems, language)
        if not (is_preview(config) and Path(config.docs_dir, "index.md").exists()):
            raise Abort(problems) from None
        log.error("%s\n%s", in_words(message("preview.as_before"), language), problems)
        return problems[:20_000]  # goes to the English build in a variable, which the system limits to 128 KB
    # A preview has a folder of its own; a build's is emptied by MkDocs next.
    saved = None if is_preview(config) else save_added_files(Path(config.site_dir), root_of(config) / "build")
    if saved:
        log.info("%s", visible(in_words(message("build.found_there", folder=str(saved)), language)))
    return ""


def is_preview(config: MkDocsConfig) -> bool:
    """Our preview sets a variable; of MkDocs's commands only `mkdocs serve` sets the site's address."""
    return PREVIEW in os.environ or bool(config.site_url)


def fill_settings(config: MkDocsConfig, site: Site) -> None:
    """Fills the settings from content/site.yml and generator/strings/, escaped for text and attributes."""
    language = language_of(config)
    other = other_than(language)
    addresses = root_addresses(config, site)
    config.extra["preview"] = is_preview(config)
    config.site_url = config.site_url or addresses[language]
    config.nav = [page for page in config.nav or [] if page not in UNWRITTEN or is_written(config, page)]
    config.site_name = escaped_text(site.name, language)
    config.site_description = escaped_text(site.description, language)
    config.site_author = escaped_text(site.publisher.name, language)
    site_words = load_words()
    words = site_words[language]
    config.extra.update(
        words=escaped(words.section("theme")),
        home=escape(words("home.crumb")),
        other_words=escaped(site_words[other].section("theme")),
        language=language,
        other=other,
        addresses=addresses,
        root=addresses[LANGUAGES[0]],
        other_home=urlsplit(addresses[other]).path,
        # Where the other language's root lies as seen from this one's.
        other_root=posixpath.relpath(f"/{LANGUAGE_FOLDERS[other]}", f"/{LANGUAGE_FOLDERS[language]}") + "/",
        # Material keeps a reader's choice of palette by this path; it holds for both languages.
        scope=urlsplit(addresses[LANGUAGES[0]]).path,
        publisher=marked(site.publisher.name, language),
        publisher_url=site.publisher.url,
        licence=marked(site.licence.name, language),
        licence_url=site.licence.url,
        email=site.contact.email,
        # Not as MkDocs's repo_url, for which Material asks GitHub how many stars there are.
        repository=site.repository,
    )
    for switch in config.theme["palette"]:
        toggle = switch["toggle"]
        toggle["name"] = config.extra["words"]["palette"][toggle["name"]]


def is_written(config: MkDocsConfig, page: str) -> bool:
    return Path(config.docs_dir, page).is_file()


def root_addresses(config: MkDocsConfig, site: Site) -> dict[Language, str]:
    """The address of each language's home page, for the published site or a preview."""
    first = language_of(config) == LANGUAGES[0]
    address = (config.site_url if first else None) or os.environ.get(ADDRESS) or site.address
    root = address.rstrip("/") + "/"
    return {language: root + folder for language, folder in LANGUAGE_FOLDERS.items()}


def escaped_text(text: Text, language: Language) -> Markup:
    """A text for <title> and attributes, where no element can stand."""
    return escape(text.best(language)[0])


def marked(text: Text, language: Language) -> Markup:
    """A text for an element; with its language, if that is not the page's."""
    words, spoken = text.best(language)
    return escape(words) if spoken == language else Markup('<span lang="{}">{}</span>').format(spoken, words)


def escaped(words: Strings) -> dict[str, object]:
    return {key: escape(value) if isinstance(value, str) else escaped(value) for key, value in words.items()}
