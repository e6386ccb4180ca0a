"""Text escaped so that neither Markdown nor HTML takes it for markup.

A mark that can be markup becomes a numeric character reference, which is never markup; escaping for HTML
alone, or with backslashes, leaves some of Markdown's marks active in some places. A mark that is none stays
as it is: each reference costs Markdown's parsers a step, and the page five bytes.

The rules hold in Python-Markdown, CommonMark and GFM, and in any place: a text does not know where it stands.
"""

from __future__ import annotations

import re
from typing import Literal

_ANYWHERE = r"""&<>"`*_\[\]{}|\\~#=^$@"""
"""Marks of HTML, emphasis, code, links, attributes, tables, mathematics and addresses of mail.

Some are markup in few places only, but texts have them so seldom that it is not worth while to know these.
"""

_AT_THE_BEGINNING = r"(?<=\A[-+.):])"
"""What begins a list, a definition, a line below a title; or ends a number or address that stands before."""

_IN_ADDRESSES = r"(?<=:)(?!\s|(?<=\d:)\d) | (?<=\w\.)(?=[^\W\d_]) | (?<=[wW]{3}\.)"
"""What readers make links and signs of: `https://`, `:smile:`, `example.org`; not `10:30`, `a: b`, `3.5`."""

_BEFORE_LINKS = r"(?<=!)(?=\[|\Z)"
"""What makes a picture of a link after it."""

_MARKUP = re.compile(
    f"[{_ANYWHERE}:.!)+-](?: (?<=[{_ANYWHERE}]) | {_AT_THE_BEGINNING} | {_IN_ADDRESSES} | {_BEFORE_LINKS} )",
    re.VERBOSE,
)
"""It begins with one set of marks, which Python looks for much faster than for one of several patterns."""

_NUMBER = re.compile(r"(\d+)([.)])(?!\S)")
"""What begins a numbered list, where a text begins; the digits are of any script, as in Python-Markdown."""

_IN_QUOTES = {quotes: re.compile(rf"[&<>`\[\]{{}}|\\'{quotes}]") for quotes in ('"', "'")}
"""What ends an attribute in such quotation marks or its element, and what Markdown reads before HTML."""


def escape(text: str) -> str:
    """Plain text for any place in Markdown or HTML: heading, cell, attribute, link label."""
    line = _MARKUP.sub(_referred, " ".join(text.split()))
    return _NUMBER.sub(_number_referred, line, 1) if line[:1].isdecimal() and _NUMBER.match(line) else line


def escape_attribute(value: str, quotes: Literal['"', "'"] = '"') -> str:
    """The value of an HTML element's attribute in such quotation marks, with fewer escapes than of `escape`.

    An attribute in Markdown, as in `{: title="…" }`, needs those.
    """
    return _IN_QUOTES[quotes].sub(_referred, " ".join(value.split()))


def _referred(mark: re.Match[str]) -> str:
    return f"&#{ord(mark[0])};"


def _number_referred(number: re.Match[str]) -> str:
    return f"{number[1]}&#{ord(number[2])};"
