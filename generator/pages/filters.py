"""What the lists of proposals, forums and people can be narrowed down by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.pages.filter_values import Marks
from generator.pages.page import Label


@dataclass(frozen=True)
class Filter:
    """A choice above a list: its name in the address, and what can be chosen with the number of rows."""

    name: str
    options: tuple[tuple[str, Label, int], ...]


def filter_by(name: str, labels: Mapping[str, Label], rows: Iterable[Marks]) -> Filter:
    """A filter with the values that rows have, in the order of the labels."""
    counts = Counter(value for marks in rows for value in dict(marks).get(name, ()))
    return Filter(
        name, tuple((value, label, counts[value]) for value, label in labels.items() if counts[value])
    )
