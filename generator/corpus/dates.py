"""The days that records state, and the last day that they cover. The clock is never read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.models import Forum, Proposal, Record, Site, Source
from generator.models.date import Day
from generator.models.traverse import values_of
from generator.parsing.problems import Field

PLANNED = ("start_date", "end_date", "dates", "sessions")
"""The fields of a forum with the days on which it is held."""


def days_of(record: Record) -> Iterator[Day]:
    """The days that a record states, without those of work on it: of a look, or of its publication."""
    return (day for _, day in _days_in(record))


def _days_in(record: Record) -> Iterator[tuple[Field, Day]]:
    for field, day in values_of(record, Day):
        if field[-1] not in ("accessed", "checked", "embargo"):
            yield field, day


def newest(days: Iterable[Day]) -> Day | None:
    """The latest day; a month counts as its first day."""
    return max(days, key=lambda day: (day.earliest, day.latest), default=None)


def known_until(site: Site, records: Iterable[Record]) -> date:
    """The last day that the records cover: site.yml's, or a later one of a proposal, source or correction.

    Days of forums count only where they are said to be held, or where there is no other day, since forums are
    announced in advance.
    """
    records = tuple(records)
    days = [site.as_of] if site.as_of else []
    for record in records:
        if isinstance(record, Proposal | Source):
            days += days_of(record)
        elif isinstance(record, Forum):
            days += [revision.date for revision in record.revisions]
            days += [record.status.date] if record.status and record.status.date else []
            days += [record.start_date] if record.status and record.status.value == "held" else []
    days = days or [day for record in records for day in days_of(record)]
    return max((day.earliest for day in days), default=date.max)


_ANNOUNCED = ("memberships", "founding_date", "dissolution_date")
"""Fields of people and organizations whose days may be to come, as all of a forum's may."""


def newest_fact(record: Record, until: date) -> Day | None:
    """The latest day that a record states; the days of a forum, a post or a body to come do not count.

    Nor do those on which a forum was to be held that was called off.
    """
    is_forum = isinstance(record, Forum)
    is_off = isinstance(record, Forum) and record.called_off
    return newest(
        day
        for field, day in _days_in(record)
        if (day.earliest <= until or not (is_forum or field[0] in _ANNOUNCED))
        and not (is_off and field[0] in PLANNED)
    )
