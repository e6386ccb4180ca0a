"""Values → text: safe inside Markdown, and written as Korean and English write days, hours and amounts."""

from __future__ import annotations

import string

_ESCAPES = {ord(mark): f"&#{ord(mark)};" for mark in string.punctuation}


def escape(text: str) -> str:
    """Text that is only text wherever it lands in Markdown or HTML: heading, cell, attribute, link label.

    Every ASCII punctuation mark becomes a numeric reference, which neither Markdown nor HTML takes for
    markup; escaping for HTML alone, or with backslashes, leaves Markdown's own marks alive in some places.
    """
    return " ".join(text.split()).translate(_ESCAPES)
