"""Built pages as what they say: every element, attribute and text, so that two can be compared."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.trust.disguise import Said
from tests.trust.exported import leaves

COMPUTED = {"id", "for", "href", "data-work", "data-words"}
"""Attributes made of a text by way of slugs, small letters, other formats; the build verifies links."""


@cache
def said_on(page: Path) -> Counter[Said]:
    """Everything on the page, however many times."""
    return Counter(_said(LexborHTMLParser(page.read_text("utf-8")).root))


def rows_of(page: Path, mark: str) -> list[Counter[Said]]:
    """What each row of a list or table says that has the mark in it."""
    rows = LexborHTMLParser(page.read_text("utf-8")).css("article :is(li, tr, dd, option)")
    return [Counter(_said(row)) for row in rows if mark in (row.html or "")]


def _said(node: LexborNode | None) -> Iterator[Said]:
    for inner in node.traverse(include_text=True) if node else ():
        if inner.tag == "-text":
            text = " ".join((inner.text_content or "").split())
            yield from _texts(inner, text) if text else ()
        else:
            yield (f"<{inner.tag}>", *sorted(inner.attributes))
            # A body's commas are left out there, and tests/metadata/test_citation_tags.py asks for it.
            is_author = inner.attributes.get("name") == "citation_author"
            for name, value in inner.attributes.items():
                if name not in COMPUTED and not is_author:
                    yield (f"{inner.tag} {name}", " ".join((value or "").split()))


def _texts(node: LexborNode, text: str) -> Iterator[Said]:
    """Of linked data what it says; a reference is formed by rules for names and ends of sentences."""
    parent = node.parent
    assert parent is not None
    if parent.attributes.get("type") == "application/ld+json":
        yield from leaves(json.loads(text))
    elif "cite-text" not in (parent.attributes.get("class") or ""):
        yield (str(parent.tag), text)
