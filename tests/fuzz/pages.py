"""Markdown → HTML as the site's own MkDocs does it, and what a browser makes of that HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.engine.loaded_settings import settings
from tests.support.small_site import make_project

BLOCKS = {"p", "ul", "ol", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6"}


@cache
def _markdown() -> Markdown:
    """With the extensions that the generator asks for, and those that MkDocs adds."""
    with TemporaryDirectory() as folder:
        config = settings(make_project(Path(folder) / "project"))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {})


def html_of(markdown: str) -> str:
    parser = _markdown()
    parser.reset()
    return parser.convert(markdown)


def body_of(html: str) -> LexborNode:
    """The HTML as a browser understands it."""
    body = LexborHTMLParser(f"<body>{html}</body>").body
    assert body, html
    return body


def words_of(html: str) -> str:
    """The words that a reader sees, on one line; blocks stand apart."""
    return " ".join("".join(_pieces(body_of(html))).split())


def _pieces(node: LexborNode) -> Iterator[str]:
    if node.tag == "-text":
        yield str(node.text(deep=False))
        return
    edge = " " if node.tag in BLOCKS else ""
    yield edge
    for child in node.iter(include_text=True):
        yield from _pieces(child)
    yield edge


def meaning_of(html: str) -> str:
    """Words and elements in their order; of paragraphs, only where they begin or end."""
    flat = re.sub(r"\s+", " ", "".join(_flattened(body_of(html))))
    return re.sub(r"( ?¶ ?)+", "¶", flat)


def _flattened(node: LexborNode) -> Iterator[str]:
    tag = str(node.tag)
    if tag == "-text":
        yield str(node.text(deep=False)).replace("¶", "")
        return
    edge = "¶" if tag in BLOCKS else ""
    name = {"p": "", "body": "", "-comment": "", "a": f"<a {node.attributes.get('href')}>"}.get(
        tag, f"<{tag}>"
    )
    yield edge + name + edge * bool(name)
    for child in node.iter(include_text=True):
        yield from _flattened(child)
    yield edge + (f"</{tag}>" if name else "") + edge
