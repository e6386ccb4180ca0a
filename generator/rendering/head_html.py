"""The metadata of a page's head as HTML, which the theme places as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import TypedDict

_IN_SCRIPTS = {mark: f"\\u{ord(mark):04x}" for mark in "<>&"}
"""What would end the element, or begin a comment in it; JSON has them in texts alone."""


class Head(TypedDict, total=False):
    """What a page's head says to programs."""

    tags: list[tuple[str, str]]
    """Each <meta>: its name (in Open Graph, its property) and content."""
    links: list[Mapping[str, str]]
    """The attributes of each <link>."""
    data: list[Mapping[str, object]]
    """JSON-LD objects, without their @context."""


def head_html(head: Head) -> str:
    """The elements on one line; Hangul stays as it is, which JSON would write twice as long."""
    return "".join([*map(_meta, head.get("tags", ())), *map(_link, head.get("links", ())), *_scripts(head)])


def _meta(tag: tuple[str, str]) -> str:
    name, content = tag
    kind = "property" if name.startswith("og:") else "name"
    return f'<meta {kind}="{name}" content="{escape(content)}">'


def _link(attributes: Mapping[str, str]) -> str:
    return "<link" + "".join(f' {name}="{escape(value)}"' for name, value in attributes.items()) + ">"


def _scripts(head: Head) -> Iterator[str]:
    for data in head.get("data", ()):
        said = {"@context": "https://schema.org", **data}
        text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
        for mark, code in _IN_SCRIPTS.items():
            text = text.replace(mark, code)
        yield f'<script type="application/ld+json">{text}</script>'
