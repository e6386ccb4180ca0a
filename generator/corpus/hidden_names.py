"""Names that search finds and nothing shows, taken out of the records before anything is made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeGuard

from generator.models import Named, OtherName, Record
from generator.parsing.problems import Field


@dataclass(frozen=True)
class Hidden:
    """What was taken out of a record."""

    names: tuple[OtherName, ...]
    former_ids: tuple[str, ...]
    """Its former ids, which may say the name: their addresses lead on, and nothing else knows of them."""
    places: tuple[int, ...]
    """Where those of its other names that are left stand in its file."""

    def place_of(self, number: int) -> int:
        """Where one of the hidden names stands in the file."""
        every = range(len(self.names) + len(self.places))
        return [place for place in every if place not in self.places][number]


SHORTEST_HIDDEN, LONGEST_HIDDEN = 2, 40
"""Letters and digits of a name that search finds by its hash: it hashes each piece of a query of so many."""

HiddenByRecord = Mapping[tuple[str, str], Hidden]
"""Folder and id of each record with hidden names → what is hidden of it."""


def hidden_in(records: Iterable[Record]) -> HiddenByRecord:
    """What the records say that nothing may show."""
    return {(record.folder, record.id): _hidden_of(record) for record in filter(_hides, records)}


def _hides(record: Record) -> TypeGuard[Named]:
    return isinstance(record, Named) and any(one.hidden for one in record.other_names)


def _hidden_of(record: Named) -> Hidden:
    numbered = list(enumerate(record.other_names))
    return Hidden(
        tuple(one for _, one in numbered if one.hidden),
        record.redirect_from,
        tuple(number for number, one in numbered if not one.hidden),
    )


def without_hidden(record: Record) -> Record:
    """The record as everything else sees it, so that no page or file can show a hidden name."""
    if not _hides(record):
        return record
    shown = tuple(one for one in record.other_names if not one.hidden)
    return record.model_copy(update={"other_names": shown, "redirect_from": ()})


def field_as_written(hidden: Hidden, field: Field) -> Field:
    """A field of the record, as its file numbers the names of which some were taken out.

    Rules call those that were taken out `other_names.hidden[0]`.
    """
    match field:
        case ("other_names", "hidden", int(number), *rest):
            return ("other_names", hidden.place_of(number), *rest)
        case ("other_names", int(number), *rest):
            return ("other_names", hidden.places[number], *rest)
    return field
