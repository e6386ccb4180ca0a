"""The sitemap of a language (sitemaps.org): each page, with its address in the other one and its newest day.

Above so many pages as one file may name it is an index of several files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from generator.models import LANGUAGES, Language
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
        return {_SITEMAP: _pages(pages, language, addresses)}
    files = {
        f"pages-{number}.{_SITEMAP}": _pages(pages[start : start + most], language, addresses)
        for number, start in enumerate(range(0, len(pages), most), 1)
    }
    places = (
        f"  <sitemap>\n    <loc>{escape(addresses[language] + path)}</loc>\n  </sitemap>\n" for path in files
    )
    index = f'{_HEAD}<sitemapindex xmlns="{_NAMESPACE}">\n{"".join(places)}</sitemapindex>\n'
    return {_SITEMAP: index.encode(), **files}


def _pages(pages: Iterable[Listed], language: Language, addresses: Mapping[Language, str]) -> bytes:
    entries = "".join(_entry(page, language, addresses) for page in pages)
    return (
        f'{_HEAD}<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{entries}</urlset>\n'
    ).encode()


def _entry(page: Listed, language: Language, addresses: Mapping[Language, str]) -> str:
    place = page_path(page.path)
    alternates: list[tuple[str, str]] = [*addresses.items(), ("x-default", addresses[LANGUAGES[0]])]
    links = (
        f'    <xhtml:link rel="alternate" hreflang="{spoken}" href="{escape(address + place)}"/>\n'
        for spoken, address in alternates
    )
    day = f"    <lastmod>{page.updated}</lastmod>\n" if page.updated else ""
    return f"  <url>\n    <loc>{escape(addresses[language] + place)}</loc>\n{day}{''.join(links)}  </url>\n"
