"""Time zones as calendars hold them (RFC 5545, VTIMEZONE): what clocks show in the years of their events.

Outlook knows a zone by one rule for winter and one for summer, and of several takes the newest alone
(MS-OXCICAL 2.1.3.1.1.19.2). So years with the same rule are told by it, and no years but those of events.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TypeAlias
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from generator.models.time_zones import time_zone

Years: TypeAlias = "frozenset[int] | tuple[int, ...]"

Clocks = tuple[timedelta, bool, str]
"""The offset from UTC, whether it is summer time, and what the time is then called."""

Observance: TypeAlias = "TimezoneStandard | TimezoneDaylight"

Onset = tuple[datetime, Clocks, Clocks]
"""The hour, in UTC, at which clocks change, what they showed before it, and what they show from then on."""

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
DAYS_OF_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class YearlyRule:
    """A change of clocks on the same day of each year: `the last Sunday of October, at three`."""

    month: int
    weekday: int
    """Monday is 0."""
    place: int
    """Which of such days in the month; -1 is the last one."""
    clock: time
    """As clocks show it before they change."""
    before: Clocks
    after: Clocks

    def onset(self, year: int) -> datetime:
        first, days = monthrange(year, self.month)
        earliest = 1 + (self.weekday - first) % 7
        day = earliest + (days - earliest) // 7 * 7 if self.place < 0 else earliest + 7 * (self.place - 1)
        return datetime.combine(date(year, self.month, day), self.clock)


@dataclass(frozen=True)
class Era:
    """Years in which clocks change by the same rules, or never."""

    years: tuple[int, ...]
    begins: Clocks
    """What clocks show as the first year begins."""
    possible: tuple[frozenset[YearlyRule], ...]
    """Each change of a year, with all rules that it can follow."""

    def with_year(self, other: Era) -> Era | None:
        """The era and the year of another, if one rule can be that of both."""
        shared = tuple(one & same for one, same in zip(self.possible, other.possible, strict=False))
        is_same = len(self.possible) == len(other.possible) and all(shared)
        if not is_same or not (shared or self.begins == other.begins):
            return None
        return Era((*self.years, *other.years), self.begins, shared)

    @property
    def rules(self) -> tuple[YearlyRule, ...]:
        """Those of winter and summer; none where clocks never change, or oftener."""
        if len(self.possible) != 2:
            return ()
        return tuple(min(rules, key=lambda rule: rule.place) for rules in self.possible)


def timezone_component(name: str, years: Years) -> Timezone:
    """The zone in these years, era by era."""
    zone = Timezone()
    zone.add("tzid", name)
    eras = eras_of(name, years)
    for earlier, era, later in zip((None, *eras), eras, (*eras[1:], None), strict=False):
        is_next = earlier is not None and earlier.years[-1] == era.years[0] - 1
        observances = _by_rules(era, is_next, later is None) if era.rules else _one_by_one(name, era)
        for observance in observances:
            zone.add_component(observance)
    return zone


def _by_rules(era: Era, is_next: bool, is_last: bool) -> Iterator[Observance]:
    """From the year before the first one on, unless another era holds there."""
    first = era.years[0] if is_next else era.years[0] - 1
    for rule in era.rules:
        yield _yearly(rule, first, None if is_last else era.years[-1])


def _one_by_one(name: str, era: Era) -> Iterator[Observance]:
    """How the first year begins, and each change since."""
    last: Clocks | None = None
    for begins, before, after in (onset for year in era.years for onset in onsets(name, year)):
        if after != last:
            yield _once(begins, before, after, is_constant=not era.possible)
        last = after


def is_one_era(name: str, years: Years) -> bool:
    """Whether clocks followed the same rules in all these years."""
    return len(eras_of(name, years)) == 1


@cache
def eras_of(name: str, years: Years) -> tuple[Era, ...]:
    """As few as can be, each with the rules that hold in the years beside it too, if there are such."""
    eras: list[Era] = []
    for year in sorted(set(years)):
        one = _year(name, year)
        longer = eras[-1].with_year(one) if eras else None
        eras[-1:] = [longer] if longer else [*eras[-1:], one]
    return tuple(_as_in_years_beside(name, era) for era in eras)


def _as_in_years_beside(name: str, era: Era) -> Era:
    possible = era
    for year in (era.years[0] - 1, era.years[-1] + 1):
        possible = possible.with_year(_year(name, year)) or possible
    return Era(era.years, era.begins, possible.possible)


@cache
def _year(name: str, year: int) -> Era:
    """A year by itself."""
    (_, begins, _), *changes = onsets(name, year)
    within = [change for change in changes if (change[0] + change[1][0]).year == year]
    return Era((year,), begins, tuple(_possible_rules(change) for change in within))


def _possible_rules(change: Onset) -> frozenset[YearlyRule]:
    """By the place of the day in its month, and by its being the last one."""
    begins, before, after = change
    there = begins + before[0]
    is_last = there.day + 7 > monthrange(there.year, there.month)[1]
    places = [(there.day + 6) // 7] if there.day <= 28 else []
    places += [-1] if is_last else []
    return frozenset(
        YearlyRule(there.month, there.weekday(), place, there.time(), before, after) for place in places
    )


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


def _once(begins: datetime, before: Clocks, after: Clocks, *, is_constant: bool) -> Observance:
    """From an hour on, as clocks showed it before they changed; what never changes is no summer time."""
    observance = TimezoneDaylight() if after[1] and not is_constant else TimezoneStandard()
    _add_offsets(observance, (begins + before[0]).replace(tzinfo=None), before, after)
    return observance


def _yearly(rule: YearlyRule, first: int, until: int | None) -> Observance:
    """Summer is when clocks are ahead: in Ireland the law has it the other way about."""
    observance = TimezoneDaylight() if rule.after[0] > rule.before[0] else TimezoneStandard()
    _add_offsets(observance, rule.onset(first), rule.before, rule.after)
    recurs: dict[str, object] = {"freq": "yearly", "bymonth": rule.month}
    recurs["byday"] = f"{rule.place}{DAYS_OF_WEEK[rule.weekday]}"
    if until:  # a day later, for programs that take it for an hour of the place, as dateutil does
        recurs["until"] = (rule.onset(until) - rule.before[0] + DAY).replace(tzinfo=UTC)
    observance.add("rrule", recurs)
    return observance


def _add_offsets(observance: Observance, begins: datetime, before: Clocks, after: Clocks) -> None:
    observance.add("dtstart", begins)
    observance.add("tzoffsetfrom", before[0])
    observance.add("tzoffsetto", after[0])
    observance.add("tzname", after[2])
