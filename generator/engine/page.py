"""A page's title, date, breadcrumbs and edit address, as the theme's templates take them."""

from __future__ import annotations

import html
from urllib.parse import quote, urljoin, urlsplit

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from generator.engine.environment import language_of
from generator.i18n.formats import format_day
from generator.models.date import read_day


def prepare_page(content: str, page: Page, config: MkDocsConfig) -> str:
    """Puts the front matter into the form that the templates place; returns the content from the title on.

    The breadcrumbs, which stand before the title, go into the front matter too.
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
    """Plain text, escaped or not, becomes text escaped once, for an element or an attribute."""
    return escape(html.unescape(text))


def edit_address(record: str, config: MkDocsConfig) -> str | None:
    """The address at which GitHub or GitLab edits the record's file; None without a repository."""
    repository = config.extra["repository"]
    if repository is None:
        return None
    edit = "-/edit" if "gitlab" in (urlsplit(repository.url).hostname or "") else "edit"
    return f"{repository.url.rstrip('/')}/{edit}/{quote(repository.branch)}/{quote(record)}"
