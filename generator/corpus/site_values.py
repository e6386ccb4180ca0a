"""Values of site.yml in prose pages: `{desk}` stands for the desk's address, wherever that changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import quote

from generator.models import Site
from generator.models.content import ProsePage

SITE_VALUES = ("address", "desk")
"""Names of the values that a page can take, `{address}` and `{desk}`."""
_MARKUP = re.compile(r"[^\w/:@.%-]|_")
_PLACEHOLDER = re.compile(r"\{([A-Za-z_]+)\}")


def with_site_values(page: ProsePage, site: Site) -> ProsePage:
    """The page with the values of site.yml in its text, and its text as it was written beside that."""
    values = _values(site)

    def value(placeholder: re.Match[str]) -> str:
        return values.get(placeholder[1], placeholder[0])

    return replace(page, text=_PLACEHOLDER.sub(value, page.text), written=page.text)


def unknown_placeholders(page: ProsePage) -> Iterator[str]:
    """The words that stand for nothing, with their braces, in the order of the text."""
    return (found[0] for found in _PLACEHOLDER.finditer(page.written) if found[1] not in SITE_VALUES)


def _values(site: Site) -> Mapping[str, str]:
    """Name → value; what is markup in Markdown is coded as addresses code it."""
    address = _MARKUP.sub(lambda mark: "%5F" if mark[0] == "_" else quote(mark[0], safe=""), site.address)
    return {"address": address, "desk": site.contact.email}
