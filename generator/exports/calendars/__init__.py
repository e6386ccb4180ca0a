"""The files below calendars/: calendars (RFC 5545) of all forums, of each, and of each one's sessions.

They are for both languages at once. A calendar's property has one language, so a summary is the Korean name
where there is one, and the description has everything in Korean and in English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import chain, groupby
from operator import itemgetter

from icalendar import Calendar, Event, Timezone

from generator.corpus.corpus import Corpus
from generator.corpus.urls import file_address
from generator.exports.calendars.forum_events import forum_events
from generator.exports.calendars.session_events import session_events
from generator.exports.calendars.zones import is_one_era, timezone_component
from generator.exports.changes import NEVER
from generator.exports.feeds.atom import title_of
from generator.exports.stable_ids import host_of
from generator.i18n.strings import SiteWords
from generator.pages.subscriptions import (
    ALL_FORUMS,
    Subscription,
    forum_calendar,
    has_day,
    has_session_calendar,
    session_calendar,
)

ASKED_AGAIN_AFTER = timedelta(days=1)
"""How long a program that has subscribed may wait until it looks for changes."""


def calendar_files(corpus: Corpus, site_words: SiteWords) -> Mapping[str, bytes]:
    """One of all forums, one of each with a day, and one of the sessions of each with hours."""
    everything: list[Event] = []
    events_by_calendar = {ALL_FORUMS: everything}
    for forum in corpus.forums_newest_first:
        if has_day(forum):
            events = [*forum_events(corpus, site_words, forum)]
            events_by_calendar[forum_calendar(forum)] = events
            everything += events
        if has_session_calendar(forum):
            events_by_calendar[session_calendar(forum)] = [*session_events(corpus, site_words, forum)]
    writer = CalendarWriter(corpus, site_words, years_of(chain.from_iterable(events_by_calendar.values())))
    files: dict[str, bytes] = {}
    for subscription, events in events_by_calendar.items():
        paths = (subscription.file, *subscription.former)
        files |= dict.fromkeys(paths, writer.calendar(subscription, events))
    return files


def years_of(events: Iterable[Event]) -> Mapping[str, frozenset[int]]:
    """Time zone → the years in which something begins there."""
    pairs = {(zone, event.start.year) for event in events if (zone := zone_named_by(event))}
    return {
        zone: frozenset(year for _, year in same) for zone, same in groupby(sorted(pairs), key=itemgetter(0))
    }


def zone_named_by(event: Event) -> str | None:
    """The time zone of its hours; None of whole days."""
    zone = event["DTSTART"].params.get("TZID")
    return str(zone) if zone else None


class CalendarWriter:
    """Writes events as a calendar that programs open, or subscribe to.

    A time zone is told alike in all of them, if clocks followed the same rules in the years of all: some
    programs know a zone by its name from the first calendar on.
    """

    def __init__(self, corpus: Corpus, site_words: SiteWords, years: Mapping[str, frozenset[int]]) -> None:
        self._corpus = corpus
        self._words = site_words
        self._years = years

    def calendar(self, subscription: Subscription, events: Sequence[Event]) -> bytes:
        """A calendar without a method, so that nobody is invited, and no answer awaited (RFC 5545, 3.7.2).

        One without an event has a time zone still, since a calendar is never empty (RFC 5545, section 3.6).
        """
        calendar = Calendar()
        calendar.add("version", "2.0")
        calendar.add("prodid", f"-//{host_of(self._corpus.site.identity)}//Proceedings//KO")
        title = title_of(subscription, self._corpus, self._words["ko"])
        calendar.add("name", title)
        if len(events) != 1 or subscription == ALL_FORUMS:
            # By this name Outlook knows a calendar of its own, in place of an event for the reader's.
            calendar.add("x-wr-calname", title)
        if subscription == ALL_FORUMS and (note := self._left_out()):
            calendar.add("description", note)
            calendar.add("x-wr-caldesc", note)
        calendar.add("source", file_address(self._corpus, subscription.file), parameters={"VALUE": "URI"})
        self._add_interval(calendar)
        for component in (*self._zones(events), *events):
            calendar.add_component(component)
        return bytes(calendar.to_ical())

    def _add_interval(self, calendar: Calendar) -> None:
        """The name that RFC 7986 gives it, and the older one, which Outlook knows."""
        calendar.add("refresh-interval", ASKED_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", f"P{ASKED_AGAIN_AFTER.days}D")

    def _zones(self, events: Iterable[Event]) -> Iterator[Timezone]:
        """Every time zone of hours; where there are no hours, the site's."""
        own = years_of(events) or {self._corpus.site.timezone: frozenset({NEVER.year})}
        for name, years in own.items():
            everywhere = self._years.get(name, years)
            yield timezone_component(name, everywhere if is_one_era(name, everywhere) else years)

    def _left_out(self) -> str:
        """A note of how many forums are in no calendar, since their day is not known."""
        number = sum(not has_day(forum) for forum in self._corpus.forums.values())
        notes = [words("subscriptions.without_day", n=number) for words in self._words.values()]
        return " ".join(notes) if number else ""
