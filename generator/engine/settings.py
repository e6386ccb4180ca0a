"""MkDocs's settings: what content/site.yml and strings/ say of the site, as the theme needs it.

Pages and records know nothing of MkDocs; only this package does.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from generator.corpus.reader import read_model
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
from generator.i18n.strings import Strings, load_words
from generator.models import LANGUAGES, Language, Site, Text
from generator.output.generated_folder import LinkedFolder
from generator.output.publishing import save_added_files
from generator.parsing.problems import Problems, problems_as_text


def configure(config: MkDocsConfig, generate: Callable[[Path], object]) -> None:
    """The pages are generated, and MkDocs is told what content/site.yml says of the site.

    Raises Abort with every problem of the records; the site built before is then still in its place.
    """
    problems = generate_pages(config, generate)
    try:
        tell_site(config, read_model(root_of(config) / Site.path, Site.path, Site))
    except Problems as found:
        raise Abort(problems_as_text(found.problems)) from None
    config.extra["problems"] = problems
    if config.strict:
        # --quiet also keeps warnings from being counted, and a strict build would pass in spite of them.
        engine_log = logging.getLogger("mkdocs")
        engine_log.setLevel(min(engine_log.level, logging.WARNING))


def generate_pages(config: MkDocsConfig, generate: Callable[[Path], object]) -> str:
    """What is wrong with the records, if a preview goes on with the pages there are; else Abort says it."""
    if os.environ.get(PAGES_READY):
        return os.environ.get(PROBLEMS, "")
    try:
        generate(root_of(config))
    except LinkedFolder as error:
        raise Abort(str(error)) from None
    except Problems as found:
        problems = problems_as_text(found.problems)
        if not (is_preview(config) and Path(config.docs_dir, "index.md").exists()):
            raise Abort(problems) from None
        log.error("The pages are shown as they were before:\n%s", problems)
        return problems[:20_000]  # goes to the English build in a variable, which the system limits to 128 KB
    # A preview has a folder of its own; a build's is emptied by MkDocs next.
    saved = None if is_preview(config) else save_added_files(Path(config.site_dir), root_of(config) / "build")
    if saved:
        log.info("%s: holds the files that somebody had put into the site by hand", saved)
    return ""


def is_preview(config: MkDocsConfig) -> bool:
    """Our preview says so; of the others, `mkdocs serve` alone puts an address into the settings."""
    return PREVIEW in os.environ or bool(config.site_url)


def tell_site(config: MkDocsConfig, site: Site) -> None:
    """What the theme needs of content/site.yml and of generator/strings/, escaped for text and attributes."""
    language = language_of(config)
    other = other_than(language)
    addresses = root_addresses(config, site)
    config.extra["preview"] = is_preview(config)
    config.site_url = config.site_url or addresses[language]
    config.site_name = escaped_text(site.name, language)
    config.site_description = escaped_text(site.description, language)
    config.site_author = escaped_text(site.publisher.name, language)
    words = load_words(language)
    config.extra.update(
        words=escaped(words.section("theme")),
        home=escape(words("home.crumb")),
        other_words=escaped(load_words(other).section("theme")),
        language=language,
        other=other,
        addresses=addresses,
        root=addresses[LANGUAGES[0]],
        other_home=urlsplit(addresses[other]).path,
        # Where the other language's root lies as seen from this one's.
        other_root="../" if addresses[other] == addresses[LANGUAGES[0]] else f"{other}/",
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


def root_addresses(config: MkDocsConfig, site: Site) -> dict[Language, str]:
    """Where each language's pages begin; the first language's is the site's own address, or a preview's."""
    first = language_of(config) == LANGUAGES[0]
    address = (config.site_url if first else None) or os.environ.get(ADDRESS) or site.address
    root = address.rstrip("/") + "/"
    return {language: root if language == LANGUAGES[0] else f"{root}{language}/" for language in LANGUAGES}


def escaped_text(text: Text, language: Language) -> Markup:
    """A text for where no element can stand, such as <title> and attributes."""
    return escape(text.best(language)[0])


def marked(text: Text, language: Language) -> Markup:
    """A text that says its language where it is not the page's."""
    words, spoken = text.best(language)
    return escape(words) if spoken == language else Markup('<span lang="{}">{}</span>').format(spoken, words)


def escaped(words: Strings) -> dict[str, object]:
    return {key: escape(value) if isinstance(value, str) else escaped(value) for key, value in words.items()}
