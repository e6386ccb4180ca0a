"""MkDocs and Material as the engine: what they are told of the site, and how both languages are built.

Pages and records know nothing of this module. A build of the first language starts the other's as another
process, its companion, since two builds in one process take nearly twice as long.
"""

from __future__ import annotations

import html
import logging
import os
import sys
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from selectolax.lexbor import LexborHTMLParser

from generator.companion import Companion
from generator.day import read_day
from generator.models import LANGUAGES, Language, Site, Text
from generator.policy import REFERRER, content_security_policy, headers
from generator.problems import Problems, as_text, visible
from generator.publishing import make_way
from generator.reader import read_model
from generator.refusals import in_words
from generator.text import format_day
from generator.words import Strings, load_words
from generator.writing import DamagedManifest, ForeignFile

PAGES_READY = "PROCEEDINGS_PAGES_READY"
"""Set: the pages are in build/docs/ already, so a build does not generate them."""
ADDRESS = "PROCEEDINGS_ADDRESS"
"""The address of the root, if the site is shown elsewhere than where content/site.yml says."""
PROBLEMS = "PROCEEDINGS_PROBLEMS"
"""What is wrong with the records, shown on every page of a preview."""
PREVIEW = "PROCEEDINGS_PREVIEW"
"""Set: the pages are shown by a preview's server, which writes a script of its own into each."""

SCRIPTS = (
    "base", "palette", "content",  # Material's
    "typeface", "browser-bars", "closed-dialog", "unlinked-alternates",
)  # fmt: skip
"""The templates of partials/javascripts/ that write a script into a page."""

WATCHED = ("templates", "strings", "theme")
"""Folders of this package that a preview shows a change of at once, as it does for content/."""

log = logging.getLogger("mkdocs.proceedings")


# Settings


def configure(config: MkDocsConfig, generate: Callable[[Path], object]) -> None:
    """The pages are generated, and MkDocs is told what content/site.yml says of the site.

    Raises Abort with every problem of the records; the site built before is then still in its place.
    """
    problems = generate_pages(config, generate)
    try:
        tell_site(config, read_model(root_of(config) / Site.path, Site.path, Site))
    except Problems as found:
        raise Abort(as_text(found.problems)) from None
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
    except (DamagedManifest, ForeignFile) as error:
        raise Abort(str(error)) from None
    except Problems as found:
        problems = as_text(found.problems)
        if not (is_preview(config) and Path(config.docs_dir, "index.md").exists()):
            raise Abort(problems) from None
        log.error("The pages are shown as they were before:\n%s", problems)
        return problems[:20_000]  # goes to the companion in a variable, which the system limits to 128 KB
    # A preview has a folder of its own; a build's is emptied by MkDocs next.
    saved = None if is_preview(config) else make_way(Path(config.site_dir), root_of(config) / "build")
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
    config.site_name = plain(site.name, language)
    config.site_description = plain(site.description, language)
    config.site_author = plain(site.publisher.name, language)
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


def root_of(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml, content/ and build/."""
    return Path(config.config_file_path).resolve().parent


def language_of(config: MkDocsConfig) -> Language:
    language: Language = config.theme["language"]
    return language


def other_than(language: Language) -> Language:
    return next(other for other in LANGUAGES if other != language)


def plain(text: Text, language: Language) -> Markup:
    """A text for where no element can stand, such as <title> and attributes."""
    return escape(text.best(language)[0])


def marked(text: Text, language: Language) -> Markup:
    """A text that says its language where it is not the page's."""
    words, spoken = text.best(language)
    return escape(words) if spoken == language else Markup('<span lang="{}">{}</span>').format(spoken, words)


def escaped(words: Strings) -> dict[str, object]:
    return {key: escape(value) if isinstance(value, str) else escaped(value) for key, value in words.items()}


# Pages


def settle_page(content: str, page: Page, config: MkDocsConfig) -> str:
    """The page's front matter as the templates place it, and its content from the title on.

    Breadcrumbs stand before the title. The theme puts them back.
    """
    page.meta["title"] = text_only(page.title or page.file.name)
    if page.is_homepage:
        page.title = config.extra["home"]  # in the navigation; its own title is a sentence
    if "description" in page.meta:
        page.meta["description"] = text_only(page.meta["description"])
    if "updated" in page.meta:
        day = read_day(page.meta["updated"])
        page.meta.update(updated=day.numeric, updated_in_words=format_day(day, language_of(config)))
    if "redirect" in page.meta:
        page.meta["new_address"] = urljoin(page.canonical_url or "", page.meta["redirect"])
    if "record" in page.meta:
        page.edit_url = edit_address(page.meta["record"], config)
    crumbs, title, rest = content.partition("<h1")
    if not title:
        return content
    page.meta["crumbs"] = crumbs
    return title + rest


def text_only(text: str) -> Markup:
    """Text for an element or an attribute, whether it comes escaped or not; nothing in it is markup."""
    return escape(html.unescape(text))


def edit_address(record: str, config: MkDocsConfig) -> str | None:
    """Where the repository's host shows a file to be edited: GitHub's form of address, or GitLab's."""
    repository = config.extra["repository"]
    if repository is None:
        return None
    edit = "-/edit" if "gitlab" in (urlsplit(repository.url).hostname or "") else "edit"
    return f"{repository.url.rstrip('/')}/{edit}/{quote(repository.branch)}/{quote(record)}"


def equip_templates(environment: Environment, config: MkDocsConfig, files: Files) -> None:
    """The templates get a safe `striptags`, those of the footer's pages that are there, and the policy."""
    environment.filters["striptags"] = strip_tags
    found = map(files.get_file_from_path, config.extra["footer"])
    config.extra["footer"] = [file.page for file in found if file]
    scripts = list(theme_scripts(environment, config))
    stated = {"policy": content_security_policy(scripts), "headers": headers(scripts)}
    config.extra.update({"referrer": REFERRER} | ({} if config.extra["preview"] else stated))


def theme_scripts(environment: Environment, config: MkDocsConfig) -> Iterator[str]:
    """The scripts that stand in pages, as the theme's templates write them where no page is."""
    for name in SCRIPTS:
        template = environment.get_template(f"partials/javascripts/{name}.html")
        written = template.render(config=config, features=config.theme["features"])
        yield from (script.text() for script in LexborHTMLParser(written).css("script"))


def strip_tags(text: str) -> Markup:
    """Text without tags, still escaped: of &#60;script&#62; Jinja's own filter makes <script>."""
    return escape(Markup(text).striptags())  # noqa: S704 - what comes out is escaped


# The companion


_companions: list[Companion] = []
"""The one that runs, if any; MkDocs hands nothing from one event to the next."""


def start_companion(config: MkDocsConfig) -> None:
    """A build of the first language starts the other's, which writes into a folder of the emptied site."""
    if language_of(config) != LANGUAGES[0]:
        return
    root, language = root_of(config), other_than(language_of(config))
    command = [sys.executable, "-m", "mkdocs", "build", "--strict" if config.strict else "--no-strict"]
    command += ["--config-file", str(root / f"mkdocs.{language}.yml")]
    command += ["--site-dir", str(Path(config.site_dir) / language)]
    told = {PAGES_READY: "1", ADDRESS: config.extra["root"], PROBLEMS: config.extra["problems"]}
    told |= {PREVIEW: "1"} if config.extra["preview"] else {}
    told["NO_MKDOCS_2_WARNING"] = "1"  # Material's notice, which this process has shown
    _companions.append(Companion(command, root, told))


def join_companion() -> None:
    """A build is done when its companion is; it fails when that does, and says what that said."""
    for companion in _companions:
        failed = companion.wait() != 0
        for line in companion.said().splitlines():
            if failed or line.startswith("WARNING"):
                log.log(logging.ERROR if failed else logging.WARNING, "[%s] %s", LANGUAGES[1], line)
        if failed:
            raise PluginError(f"The pages in '{LANGUAGES[1]}' could not be built; see above.")
    stop_companion()


def stop_companion() -> None:
    while _companions:
        _companions.pop().end()


def give_up(error: Exception) -> None:
    """No build, no companion; what the system refused (room on the disk) is told without a traceback."""
    stop_companion()
    if isinstance(error, OSError):
        raise PluginError(visible(in_words(error))) from None


# Preview


def watch_sources(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """A preview follows what people write; the generated pages only where another program generates them."""
    sources = [root_of(config) / f"mkdocs.{language}.yml" for language in LANGUAGES[1:]]
    sources += [Path(str(resources.files("generator"))) / folder for folder in WATCHED]
    if not os.environ.get(PAGES_READY):
        server.unwatch(config.docs_dir)
        sources.append(root_of(config) / "content")
    for source in filter(Path.exists, sources):
        server.watch(str(source))
