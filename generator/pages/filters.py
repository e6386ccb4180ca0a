"""The filters of the lists of proposals, forums and people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.pages.filter_values import FilterValues
from generator.pages.page import Label


@dataclass(frozen=True)
class Filter:
    """A choice above a list: its name in the query string, and its options with label and number of rows."""

    name: str
    options: tuple[tuple[str, Label, int], ...]


def filter_by(name: str, labels: Mapping[str, Label], rows: Iterable[FilterValues]) -> Filter:
    """A filter with an option for each value that rows have, in the order of the labels."""
    counts = Counter(value for values in rows for value in dict(values).get(name, ()))
    return Filter(
        name, tuple((value, label, counts[value]) for value, label in labels.items() if counts[value])
    )
