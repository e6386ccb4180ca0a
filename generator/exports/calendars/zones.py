"""Time zones as calendars hold them (RFC 5545, VTIMEZONE): what clocks show in the years of their events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from generator.models.time_zones import time_zone

Clocks = tuple[timedelta, bool, str]
"""The offset from UTC, whether it is summer time, and what the time is then called."""

Onset = tuple[datetime, Clocks, Clocks]
"""The hour, in UTC, at which clocks change, what they showed before it, and what they show from then on."""

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def timezone_component(name: str, years: Iterable[int]) -> Timezone:
    """The zone in these years: how it begins each, and each change within it.

    Every change stands by itself, without a rule of recurrence, since governments keep to no rule.
    """
    zone = Timezone()
    zone.add("tzid", name)
    last: Clocks | None = None
    for year in sorted(set(years)):
        for begins, before, after in onsets(name, year):
            if after != last:
                zone.add_component(_observance(begins, before, after))
            last = after
    return zone


@cache
def onsets(name: str, year: int) -> tuple[Onset, ...]:
    """The year's beginning, as if clocks changed then to what they show, and each change within it."""
    zone = time_zone(name)
    first = datetime(year, 1, 1, tzinfo=UTC)
    clocks = _clocks(zone, first - DAY)
    return (first - DAY, clocks, clocks), *_changes(zone, first - DAY, 368)


def _changes(zone: ZoneInfo, first: datetime, days: int) -> Iterator[Onset]:
    """Each change of clocks within so many days, to the minute."""
    for number in range(days):
        begins = first + number * DAY
        before, after = _clocks(zone, begins), _clocks(zone, begins + DAY)
        if before != after:
            low, high = 0, DAY // MINUTE
            while high - low > 1:
                middle = (low + high) // 2
                changed = _clocks(zone, begins + middle * MINUTE) != before
                low, high = (low, middle) if changed else (middle, high)
            yield begins + high * MINUTE, before, after


def _clocks(zone: ZoneInfo, moment: datetime) -> Clocks:
    there = moment.astimezone(zone)
    return there.utcoffset() or timedelta(), bool(there.dst()), there.tzname() or "UTC"


def _observance(begins: datetime, before: Clocks, after: Clocks) -> TimezoneStandard | TimezoneDaylight:
    """From an hour on, as clocks showed it before they changed."""
    offset, summer, called = after
    observance = TimezoneDaylight() if summer else TimezoneStandard()
    observance.add("dtstart", (begins + before[0]).replace(tzinfo=None))
    observance.add("tzoffsetfrom", before[0])
    observance.add("tzoffsetto", offset)
    observance.add("tzname", called)
    return observance
