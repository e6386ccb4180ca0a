"""A page: its path, its title, its template, and the view that fills the template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from urllib.parse import quote

from generator.i18n.strings import Words
from generator.models import Record, Text
from generator.models.date import Day
from generator.models.model import Model
from generator.models.parts import Link
from generator.pages.subscriptions import Subscription

ROWS_OF_PAGE = 100
"""As many rows of lists stand on a page at most; the others stand on further pages."""


@dataclass(frozen=True)
class Word:
    """Words of generator/strings/, named by their key."""

    key: str
    values: Mapping[str, int | Label] = field(default_factory=dict)


Label = Text | Word | str
"""The text of a link or title: a record's text, the site's own words, or a literal such as an id."""


@dataclass(frozen=True)
class PageLink:
    """A link to a page of the same language."""

    label: Label
    target: str
    """The page's Markdown file from the language's root: `forums/2025-national-ai.md`."""
    fragment: str = ""
    query: str = ""
    """The choices of a list's filters, such as `status=proposed`."""
    mark: Word | None = None
    """A word beside the label that nobody may overlook: that a forum was called off."""


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


@dataclass(frozen=True)
class Further:
    """Of a list that takes several pages: how much stands on the first, and where the rest does."""

    shown: int
    total: int
    by_year: bool
    links: tuple[tuple[PageLink, int], ...]
    """Each year, or each further page, with the number of its rows."""


RowT = TypeVar("RowT")
ViewT = TypeVar("ViewT", covariant=True)
"""The class of a page's view, such as ForumView."""


@dataclass(frozen=True)
class Page(Generic[ViewT]):
    """A page of one language, ready to be rendered."""

    path: str
    """The page's Markdown file from the language's root."""
    template: str
    """The name of the template in generator/rendering/templates/, without `.md.jinja`."""
    title: Label
    view: ViewT
    """The values that the template fills in, from a module of generator/pages/."""
    crumbs: tuple[PageLink, ...] = ()
    """The breadcrumbs, from the home page to the page above this one."""
    crumb: Label | None = None
    """The page's own breadcrumb, if it is not the title."""
    description: Label | None = None
    """A sentence for search engines; Markdown in it is left out."""
    record: Record | None = None
    """The record that the page is about, for its notices."""
    part: Model | None = None
    """The part of the record that the page shows, if not all of it."""
    source_file: str | None = None
    """The file for "edit this page"."""
    updated: Day | None = None
    """The newest date that the page states."""
    subscriptions: tuple[Subscription, ...] = ()
    """The feeds and calendars of what the page shows."""
    redirect: str | None = None
    """For a page that has moved, its new Markdown file from the language's root."""
    terms: Mapping[str, WebLink] = field(default_factory=dict)
    """The terms that the record and its documents name, each as it is written → its name and address."""
    is_unlisted: bool = False
    """Whether search engines and programs are not to know of it."""
    further: Mapping[str, Further] = field(default_factory=dict)
    """The lists that go on elsewhere, each by its field in the view, which has all of its rows."""
    previous: PageLink | None = None
    following: PageLink | None = None
    """The pages before and after it among those of one list."""

    def first(self, name: str, rows: tuple[RowT, ...]) -> tuple[RowT, ...]:
        """The rows of a list that stand on this page."""
        return rows[: self.further[name].shown] if name in self.further else rows


HOME = PageLink(Word("home.crumb"), "index.md")


def label_text(label: Label, words: Words) -> str:
    """A label as text in the page's language, else in the other one."""
    if isinstance(label, Word):
        values = {
            name: value if isinstance(value, int) else label_text(value, words)
            for name, value in label.values.items()
        }
        return words(label.key, **values)
    return label if isinstance(label, str) else label.best(words.language)[0]


def web_link(link: Link) -> WebLink:
    """A record's link, labelled by its URL where it has no label."""
    return WebLink(link.label or link.url, link.url)


def section_link(section: str) -> PageLink:
    """The list of all records of a kind, such as forums/index.md."""
    return PageLink(Word(f"{section}.title"), f"{section}/index.md")


def proposals_where(label: Label, **chosen: str) -> PageLink:
    """A link to the filtered list of proposals; without JavaScript it is the whole list."""
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in chosen.items())
    return PageLink(label, "proposals/index.md", query=query)


def section_crumbs(section: str) -> tuple[PageLink, ...]:
    """Home › Forums, for the pages below forums/."""
    return (HOME, section_link(section))
