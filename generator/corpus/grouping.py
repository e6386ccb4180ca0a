"""Values by what they belong to, and ids in the order in which people number them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias, TypeVar

from generator.models import Record

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
AnyRecord = TypeVar("AnyRecord", bound=Record)
Neighbours: TypeAlias = tuple[AnyRecord | None, AnyRecord | None]


def grouped(pairs: Iterable[tuple[_Key, _Value]]) -> Mapping[_Key, tuple[_Value, ...]]:
    """Key → its values, in their order, without duplicates."""
    groups: dict[_Key, dict[int, _Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, {})[id(value)] = value
    return {key: tuple(values.values()) for key, values in groups.items()}


def neighbours(rows: Iterable[Sequence[AnyRecord]]) -> Mapping[str, Neighbours[AnyRecord]]:
    """Id of each record of these rows → the records before and after it in its row."""
    found: dict[str, Neighbours[AnyRecord]] = {}
    for row in rows:
        around = (None, *row, None)
        found |= {
            record.id: (before, after) for before, record, after in zip(around, row, around[2:], strict=False)
        }
    return found


def natural_key(key: str) -> tuple[tuple[int, str], ...]:
    """The key of a natural sort: x-2 before x-10."""
    return tuple((int(word), "") if word.isdigit() else (0, word) for word in key.split("-"))
