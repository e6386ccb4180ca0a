"""The records as they are published at another address than content/site.yml says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from generator.models.content import Content
from generator.models.model import Model
from generator.parsing.addresses import address_on_site

Part = TypeVar("Part")


def published_at(content: Content, address: str) -> Content:
    """The content with this address for the written one; what lies on the site moves along.

    That by which feeds and calendars know the archive stays, also where it is the address that was written.
    """
    on_site = address_on_site(content.site.address)
    root = address.rstrip("/")

    def moved(text: str) -> str:
        return on_site.sub(lambda _: root, text)

    site = with_texts(content.site, moved)
    stays = {"address": address, "known_as": content.site.identity, "repository": content.site.repository}
    return replace(
        content,
        site=site.model_copy(update=stays),
        vocabulary=with_texts(content.vocabulary, moved),
        records={
            kind: {key: with_texts(record, moved) for key, record in records.items()}
            for kind, records in content.records.items()
        },
        pages=tuple(replace(page, title=moved(page.title), text=moved(page.text)) for page in content.pages),
        withdrawn=with_texts(content.withdrawn, moved),
    )


def with_texts(value: Part, change: Callable[[str], str]) -> Part:
    """A record, or a part of one, with each text as `change` gives it; itself if that changes none."""
    changed: object = value
    if isinstance(value, str):
        changed = change(value)
    elif isinstance(value, tuple):
        parts = tuple(with_texts(part, change) for part in value)
        changed = value if all(new is old for new, old in zip(parts, value, strict=True)) else parts
    elif isinstance(value, Model):
        fields = {name: getattr(value, name) for name in value.model_fields_set}
        new = {name: with_texts(part, change) for name, part in fields.items()}
        update = {name: part for name, part in new.items() if part is not fields[name]}
        changed = value.model_copy(update=update) if update else value
    return changed  # type: ignore[return-value]  # of the same type as what it was made of
