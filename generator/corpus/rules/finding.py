"""What a rule says: which file, which field, and what is wrong there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.corpus.corpus import Corpus
from generator.parsing.problems import Field


@dataclass(frozen=True)
class Finding:
    """A rule that a record breaks; its place in the file is looked for later."""

    path: str
    field: Field
    message: str
    written: str = ""
    """What of the field is wrong, as its file has it: an address among other words."""


Rule = Callable[[Corpus], Iterator[Finding]]
