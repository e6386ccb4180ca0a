"""The links in the frame of every page: the tabs above it, and the footer below."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.engine.fixed_settings import FOOTER, NAVIGATION
from generator.models import Site, Text
from generator.models.frame import FrameLink
from generator.parsing.addresses import uri_of


@dataclass(frozen=True)
class FrameEntry:
    """A link in the frame."""

    target: str
    """A page's Markdown file from the language's root, or a web address."""
    label: Text | None = None
    """Its words, if they are not the page's title."""
    is_external: bool = False
    """Whether it leaves the site."""


def navigation_of(site: Site, pages: Collection[str]) -> tuple[FrameEntry, ...]:
    """The tabs that there are pages for, then links of the archive's own.

    `pages`: the Markdown file of every page; what an archive is without has none.
    """
    return _entries(NAVIGATION, pages, site.navigation)


def footer_of(site: Site, pages: Collection[str]) -> tuple[FrameEntry, ...]:
    """The links of the footer, the archive's own last."""
    return _entries(FOOTER, pages, site.footer)


def _entries(
    ours: Iterable[str], pages: Collection[str], theirs: Iterable[FrameLink]
) -> tuple[FrameEntry, ...]:
    """Each page and address once, in the archive's own words where it has some."""
    entries = {page: FrameEntry(page) for page in ours if page in pages}
    for link in theirs:
        target = f"{link.page}.md" if link.page else uri_of(link.url or "")
        entries[target] = FrameEntry(target, link.label, is_external=link.page is None)
    return tuple(entries.values())
