"""Text escaped so that neither Markdown nor HTML takes it for markup."""

from __future__ import annotations

import string

_ESCAPES = {ord(mark): f"&#{ord(mark)};" for mark in string.punctuation}


def escape(text: str) -> str:
    """Plain text for any place in Markdown or HTML: heading, cell, attribute, link label.

    Every ASCII punctuation mark becomes a numeric character reference, which is never markup; escaping for
    HTML alone, or with backslashes, leaves some of Markdown's marks active in some places.
    """
    return " ".join(text.split()).translate(_ESCAPES)
