"""The elements of a page's <head> for programs: a <meta>, a <link>, or linked data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Tag = tuple[str, str]
"""A <meta>: its name (in Open Graph, its property) and content."""


@dataclass(frozen=True)
class HeadLink:
    """A <link> to a file of the site; `href` is an absolute URL."""

    rel: str
    href: str
    type: str | None = None
    title: str | None = None


HeadElement = Tag | HeadLink | Mapping[str, object]
"""A mapping is a JSON-LD object, without its @context."""
