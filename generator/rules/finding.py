"""What a rule says: which file, which field, and what is wrong there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.corpus import Corpus
from generator.problems import Field


@dataclass(frozen=True)
class Finding:
    """A rule that a record breaks; the reader knows the line."""

    path: str
    field: Field
    message: str


Rule = Callable[[Corpus], Iterator[Finding]]
