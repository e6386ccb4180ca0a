"""A page as data: its path, its title, its template, and the view that the template places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from urllib.parse import quote

from generator.models import Record, Text
from generator.models.date import Day
from generator.models.parts import Link
from generator.pages.subscriptions import Subscription


@dataclass(frozen=True)
class Word:
    """Words of generator/strings/, named by their key."""

    key: str
    values: Mapping[str, int | str] = field(default_factory=dict)


Label = Text | Word | str
"""What a link or a title says: a record's text, the site's own words, or an id as it is."""


@dataclass(frozen=True)
class PageLink:
    """A link to a page of the same language."""

    label: Label
    target: str
    """The page's Markdown file from the language's root: `forums/2025-national-ai.md`."""
    fragment: str = ""
    query: str = ""
    """What a list's filters show, such as `status=proposed`."""


@dataclass(frozen=True)
class WebLink:
    """A link that leaves the site."""

    label: Label
    url: str


@dataclass(frozen=True)
class FileLink:
    """A link to a file of content/files/, which both languages share."""

    label: Label
    file: str


ViewT = TypeVar("ViewT", covariant=True)
"""The class of a page's view, such as ForumView."""


@dataclass(frozen=True)
class Page(Generic[ViewT]):
    """One page of one language, ready to be written."""

    path: str
    """The page's Markdown file from the language's root."""
    template: str
    """The name of the template in generator/rendering/templates/, without `.md.jinja`."""
    title: Label
    view: ViewT
    """The data that the template places, from the module of generator/pages/ that is named like it."""
    crumbs: tuple[PageLink, ...] = ()
    """From the home page down to the page above this one."""
    crumb: Label | None = None
    """What the breadcrumb calls this page, if not by its title."""
    description: Label | None = None
    """A sentence for search engines; Markdown in it is left out."""
    record: Record | None = None
    """The record that the page is about, for its notices."""
    source_file: str | None = None
    """The file that a reader edits to mend the page."""
    updated: Day | None = None
    """The newest date that the page states."""
    subscriptions: tuple[Subscription, ...] = ()
    """The feeds and calendars of what the page shows."""
    redirect: str | None = None
    """Where the page that stood here has gone, as Markdown file from the language's root."""


HOME = PageLink(Word("home.crumb"), "index.md")


def web_link(link: Link) -> WebLink:
    """A record's link, named by its address where it has no label."""
    return WebLink(link.label or link.url, link.url)


def section_link(section: str) -> PageLink:
    """The list of all records of a kind, such as forums/index.md."""
    return PageLink(Word(f"{section}.title"), f"{section}/index.md")


def proposals_where(label: Label, **chosen: str) -> PageLink:
    """The list of proposals as its filters narrow it; without JavaScript it is the whole list."""
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in chosen.items())
    return PageLink(label, "proposals/index.md", query=query)


def section_crumbs(section: str) -> tuple[PageLink, ...]:
    """Home › Forums, for the pages below forums/."""
    return (HOME, section_link(section))
