"""Linked data of pages, its nodes, and what a JSON-LD processor makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyld import jsonld  # type: ignore[import-untyped] # it has no types

from generator.corpus.corpus import Corpus
from generator.metadata.jsonld_pages import linked_data
from generator.models import LANGUAGES, Language
from generator.pages import Page, plan_pages
from tests.metadata.schema_org import CONTEXT_ADDRESS, context
from tests.support.words import WORDS


def said_of(corpus: Corpus, path: str, language: Language = "ko") -> list[dict[str, object]]:
    return next(
        list(linked_data(corpus, page, WORDS[language]))
        for page in plan_pages(corpus, language, WORDS)
        if page.path == path
    )


def about(corpus: Corpus, path: str, language: Language = "ko") -> dict[str, object]:
    """What the page is about, after where it stands."""
    return said_of(corpus, path, language)[-1]


def nodes(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from nodes(part)
    elif isinstance(value, list):
        for part in value:
            yield from nodes(part)


def expand(data: Mapping[str, object]) -> list[object]:
    """The data as a processor understands it, with our copy of schema.org's context."""

    def load(address: str, _options: object) -> dict[str, object]:
        assert address.rstrip("/") == CONTEXT_ADDRESS
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": address,
            "document": context(),
        }

    return list(jsonld.expand({"@context": CONTEXT_ADDRESS, **data}, {"documentLoader": load}))


def all_pages(corpus: Corpus) -> Iterator[tuple[Page[object], Language, dict[str, object]]]:
    for language in LANGUAGES:
        for page in plan_pages(corpus, language, WORDS):
            for data in linked_data(corpus, page, WORDS[language]):
                yield page, language, data
