"""The sources that a record cites: in its fields, and by links in its texts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.models import LANGUAGES, Prose, Record, Source
from generator.models.references import references_of
from generator.models.traverse import values_of
from generator.parsing.commonmark import page_links


def cited_sources(record: Record) -> Iterator[str]:
    """The ids of the sources that the record cites anywhere; one may come several times."""
    for reference in references_of(record):
        if reference.target == Source.folder:
            yield reference.id
    for _, prose in values_of(record, Prose):
        for language in LANGUAGES:
            for address in page_links(prose.in_language(language) or ""):
                folder, _, name = address.partition("#")[0].partition("/")
                if folder == Source.folder and name != "index.md":
                    yield name.removesuffix(".md")
