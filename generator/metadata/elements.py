"""What a page's <head> can hold for programs: a <meta>, a <link>, or linked data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Tag = tuple[str, str]
"""A <meta>: its name (or, of Open Graph, its property), and what it says."""


@dataclass(frozen=True)
class HeadLink:
    """A <link> to a file of the site; `href` is an absolute address."""

    rel: str
    href: str
    type: str | None = None
    title: str | None = None


HeadElement = Tag | HeadLink | Mapping[str, object]
"""A mapping is a JSON-LD object, without its @context."""
