"""The links in the frame of every page: the tabs above it, and the footer below."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.models import Site, Text
from generator.models.frame import FrameLink

TABS = (
    "index.md", "forums/index.md", "proposals/index.md", "follow-ups.md", "responses.md", "speakers/index.md",
    "organizations/index.md", "topics/index.md", "sources/index.md", "statistics.md", "data.md", "about.md",
)  # fmt: skip
"""Index pages alone: pages of records would make the time to build grow with their square."""

FOOTER = ("subscribe.md", "statuses.md", "corrections.md", "about.md", "data.md")

WRITTEN = ("about.md", "corrections.md")
"""Pages of these that people write, in content/pages/: they are left out where nobody has."""


@dataclass(frozen=True)
class FrameEntry:
    """A link in the frame."""

    target: str
    """A page's Markdown file from the language's root, or a web address."""
    label: Text | None = None
    """Its words, if they are not the page's title."""

    @property
    def leaves_site(self) -> bool:
        return not self.target.endswith(".md") or "://" in self.target


def navigation_of(site: Site, pages: Collection[str]) -> tuple[FrameEntry, ...]:
    """The tabs: the sections that the archive has, then links of its own.

    `pages`: the names of the pages in content/pages/.
    """
    return _entries(site, TABS, pages, site.navigation)


def footer_of(site: Site, pages: Collection[str]) -> tuple[FrameEntry, ...]:
    """The links of the footer, the archive's own last."""
    return _entries(site, FOOTER, pages, site.footer)


def _entries(
    site: Site, ours: Iterable[str], pages: Collection[str], theirs: Iterable[FrameLink]
) -> tuple[FrameEntry, ...]:
    """Each page and address once, in the archive's own words where it has some."""
    entries = {page: FrameEntry(page) for page in _there(site, ours, pages)}
    for link in theirs:
        target = f"{link.page}.md" if link.page else str(link.url)
        entries[target] = FrameEntry(target, link.label)
    return tuple(entries.values())


def _there(site: Site, ours: Iterable[str], pages: Collection[str]) -> Iterator[str]:
    for page in ours:
        name = page.removesuffix(".md")
        section = name.removesuffix("/index").replace("-", "_")
        if name in pages if page in WRITTEN else site.has(section):
            yield page
