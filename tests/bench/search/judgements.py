"""The queries, and which records of the collection each of them ought to find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.models import Language

HERE = Path(__file__).parent
SETS = ("queries", "fresh")
"""Those given with the task, and those kept aside, by somebody who did not know the search."""


@dataclass(frozen=True)
class Query:
    """Something that a reader types on a page of this language."""

    id: str
    category: str
    words: str
    language: Language
    wants: tuple[str, ...]
    """Conditions; a record that meets one of them is wanted. Without any, nothing should be found."""


@dataclass(frozen=True)
class Judged:
    """What a record of the collection is about, by the labels that people gave it."""

    id: str
    kind: str
    concepts: frozenset[str]
    people: frozenset[str]
    organizations: frozenset[str]

    def meets(self, condition: str) -> bool:
        """`concept:x`, `person:x`, `org:x`, `kind:x`, `id:x`; `&` joins several, `-` negates one."""
        return all(self._is(part.strip()) for part in condition.split("&"))

    def _is(self, part: str) -> bool:
        label, value = part.removeprefix("-").split(":")
        labels = {
            "concept": self.concepts,
            "person": self.people,
            "org": self.organizations,
            "kind": {self.kind},
            "id": {self.id},
        }
        return (value in labels[label]) != part.startswith("-")


def read_queries(name: str) -> tuple[Query, ...]:
    """One of SETS, category by category."""
    written = yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8"))
    return tuple(
        Query(f"{category}-{number:02}", category, query["q"], query["ui"], tuple(query["want"]))
        for category, queries in written.items()
        for number, query in enumerate(queries, 1)
    )


def wanted(query: Query, collection: Iterable[Judged]) -> frozenset[str]:
    """The pages, such as `ko/forum-x`, that the query ought to find: those in the reader's language."""
    return frozenset(
        f"{query.language}/{record.id}"
        for record in collection
        if any(record.meets(condition) for condition in query.wants)
    )


def typed_words(sets: Sequence[str] = SETS) -> Iterator[str]:
    """What readers type, query by query."""
    return (query.words for name in sets for query in read_queries(name))
