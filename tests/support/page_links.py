"""The links that a page's view holds, wherever in it they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from generator.pages.page import PageLink


def links_in(value: object) -> Iterator[PageLink]:
    if isinstance(value, PageLink):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from links_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from links_in(getattr(value, field.name))
