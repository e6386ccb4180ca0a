"""A rule's findings: file, field and message."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass

from generator.corpus.corpus import Corpus
from generator.parsing.messages import Message
from generator.parsing.problems import Field


@dataclass(frozen=True)
class Finding:
    """A rule that a record breaks; its line in the file is located later."""

    path: str
    field: Field
    message: Message
    written: str = ""
    """The wrong part of the field's text, as the file has it, such as one link among other words."""
    warning: str = ""
    """The warning's name, if this is none of the errors."""
    beside: str = ""
    """The file of the other record of a pair, whose silence says the same of it."""


Rule = Callable[[Corpus], Iterator[Finding]]


def repeated(entries: Iterable[Hashable]) -> Iterator[tuple[int, int]]:
    """The place of each entry that stands in a list again, and where it stands first."""
    first: dict[Hashable, int] = {}
    for number, entry in enumerate(entries):
        if first.setdefault(entry, number) != number:
            yield number, first[entry]
