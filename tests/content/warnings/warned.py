"""What the warnings find, short enough to read in a test."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.corpus.corpus import Corpus
from generator.corpus.warnings import warn_corpus
from generator.models import Organization, Speaker
from generator.parsing.problems import field_name
from generator.parsing.yaml_parser import Tree
from tests.support.small_corpus import corpus, site, speaker, vocabulary
from tests.support.small_corpus import organization as any_organization

OWN: Mapping[str, Tree] = {
    "name": {"ko": "한별", "en": "Hanbyeol"},
    "tagline": {"ko": "말과 제안"},
    "description": {"ko": "지어낸 도시"},
    "publisher": {"name": {"ko": "한별"}},
    "address": "https://proceedings.hanbyeol.kr/",
    "contact": {"email": "desk@hanbyeol.kr"},
}
"""A site that has taken nothing from the sample."""


def warned(made: Corpus, *names: str, today: date = date.max) -> list[str]:
    """`proposals/x: field: words, in English` for each finding of the warnings of these names."""
    return [
        f"{found.path[8:].removesuffix('.yml')}: {field_name(found.field)}: {found.message}"
        for found in warn_corpus(made, today)
        if found.warning in names
    ]


def own_site(**fields: Tree) -> Corpus:
    """The site alone."""
    return corpus(site=site(**{**OWN, **fields}), vocabulary=vocabulary())


def person(key: str, ko: str | None = None, en: str | None = None, /, **fields: Tree) -> Speaker:
    return speaker(key, name=_name(ko, en), **fields)


def body(key: str, ko: str | None = None, en: str | None = None, /, **fields: Tree) -> Organization:
    return any_organization(key, name=_name(ko, en), **{"classification": "company", **fields})


def _name(ko: str | None, en: str | None) -> Tree:
    return {language: text for language, text in (("ko", ko), ("en", en)) if text}
