"""Which days records state, and until which day they tell of what has happened. The clock is never asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.models import Forum, Proposal, Record, Site, Source
from generator.models.date import Day
from generator.models.traverse import values_of


def days_of(record: Record) -> Iterator[Day]:
    """The days of a record; when somebody looked at a source or checked a proposal is no fact of theirs."""
    for field, day in values_of(record, Day):
        if field[-1] not in ("accessed", "checked"):
            yield day


def newest(days: Iterable[Day]) -> Day | None:
    """The latest day; of a month its beginning counts."""
    return max(days, key=lambda day: (day.earliest, day.latest), default=None)


def known_until(site: Site, records: Iterable[Record]) -> date:
    """The last day of which the records tell: site.yml's, or a later one of a proposal, source or correction.

    Days of forums count only where nothing else has one: they are written before they come.
    """
    records = tuple(records)
    told = [site.as_of] if site.as_of else []
    for record in records:
        if isinstance(record, Proposal | Source):
            told += days_of(record)
        elif isinstance(record, Forum):
            told += [revision.date for revision in record.revisions]
    told = told or [day for record in records for day in days_of(record)]
    return max((day.earliest for day in told), default=date.max)


def newest_fact(record: Record, until: date) -> Day | None:
    """The latest day that a record states; the day of a forum to come is no fact yet."""
    is_forum = isinstance(record, Forum)
    return newest(day for day in days_of(record) if not is_forum or day.earliest <= until)
