"""A Markdown file beside the pages, as far as the rules need it: its addresses, and HTML that is wrong in it.

Parsing CommonMark takes a hundred times as long as the patterns below, which know the Markdown that the
generator writes: no code, and an address in <> or in brackets after a link's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.output.verify.html_page import HtmlPage, HtmlReference
from generator.output.verify.resolve import BuiltSite
from generator.output.verify.rules import wrong_references
from generator.parsing.messages import Message, message

MARKDOWN_ENDINGS = (".md", "llms.txt")

_UNESCAPED = r"(?<!\\)(?:\\\\)*"
_LINK = re.compile(_UNESCAPED + r"(?P<picture>!?)\[(?:[^\[\]\\\n]|\\.|\[[^\[\]\n]*\])*\]"
                   r"\((?P<address>(?:[^()\\\s]|\\.|\([^()\s]*\))*)\)")  # fmt: skip
_AUTOLINK = re.compile(_UNESCAPED + r"<(?P<address>[A-Za-z][A-Za-z0-9+.-]+:[^<>\s]*)>")
_HTML = re.compile(
    _UNESCAPED + r"(?P<tag><(?!/?(?:em|strong)>|[A-Za-z][A-Za-z0-9+.-]+:[^<>\s]*>)[A-Za-z/!?].{0,40})"
)
_STATED = re.compile(r'"(?P<address>https?://[^"\s]+)"')
"""In the front matter, whose values are JSON."""


def parse_markdown(path: str, text: str) -> HtmlPage:
    """What its links lead to, as a page's would; a picture is loaded by whoever shows it."""
    front, body = _parts(text)
    found = {HtmlReference("a", "href", one["address"], False) for one in _STATED.finditer(front)}
    found |= {HtmlReference("a", "href", one["address"], False) for one in _AUTOLINK.finditer(body)}
    for link in _LINK.finditer(body):
        address = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", link["address"]).replace("&amp;", "&")
        of_picture = HtmlReference("img", "src", address)
        found.add(of_picture if link["picture"] else HtmlReference("a", "href", address, False))
    return HtmlPage(path, "", {}, frozenset(found))


def _parts(text: str) -> tuple[str, str]:
    """The front matter, if there is one, and the rest."""
    front = re.match(r"---\n(?:[^\n]*\n)*?---\n", text)
    return (front[0], text[front.end() :]) if front else ("", text)


def wrong_in_markdown(file: HtmlPage, text: str, site: BuiltSite) -> Iterator[Message]:
    """Every address leads somewhere, and nothing in it is HTML but emphasis."""
    yield from wrong_references(file.path, file.references, site)
    for tag in _HTML.finditer(_parts(text)[1]):
        yield message("verify.html_within", tag=tag["tag"])
