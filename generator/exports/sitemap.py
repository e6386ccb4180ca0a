"""The sitemap of a language (sitemaps.org): each page with its newest day.

The page itself names its address in the other language. Above so many pages as one file may name it is an
index of several files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from generator.models import Language
from generator.output.site_paths import page_path

_SITEMAP = "sitemap.xml"
"""Its path below the root of a language; robots.txt names it."""

MOST_ADDRESSES = 10_000
"""As many pages stand in one file at most; the format allows 50,000, and 50 MB."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True)
class Listed:
    """A page that search engines are to know of."""

    path: str
    """Its Markdown file from the language's root; the other language has the same."""
    updated: str | None
    """The newest day that it states, as ISO 8601 writes it."""


def sitemap_files(
    listed: Iterable[Listed],
    language: Language,
    addresses: Mapping[Language, str],
    most: int = MOST_ADDRESSES,
) -> Mapping[str, bytes]:
    """Path below the language's root → content, the same for the same pages.

    `addresses`: where each language's pages begin, with '/' at the end.
    """
    pages = list(listed)
    if len(pages) <= most:
        return {_SITEMAP: _pages(pages, addresses[language])}
    files = {
        f"pages-{number}.{_SITEMAP}": _pages(pages[start : start + most], addresses[language])
        for number, start in enumerate(range(0, len(pages), most), 1)
    }
    places = (
        f"  <sitemap>\n    <loc>{escape(addresses[language] + path)}</loc>\n  </sitemap>\n" for path in files
    )
    index = f'{_HEAD}<sitemapindex xmlns="{_NAMESPACE}">\n{"".join(places)}</sitemapindex>\n'
    return {_SITEMAP: index.encode(), **files}


def _pages(pages: Iterable[Listed], start: str) -> bytes:
    entries = "".join(_entry(page, start) for page in pages)
    return f'{_HEAD}<urlset xmlns="{_NAMESPACE}">\n{entries}</urlset>\n'.encode()


def _entry(page: Listed, start: str) -> str:
    day = f"<lastmod>{page.updated}</lastmod>" if page.updated else ""
    return f"<url><loc>{escape(start + page_path(page.path))}</loc>{day}</url>\n"
