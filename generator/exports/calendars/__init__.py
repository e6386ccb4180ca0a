"""The files below calendars/: calendars (RFC 5545) of all forums, of each, and of each one's sessions.

They are for both languages at once. A calendar's property has one language, so a summary is the Korean name
where there is one, and the description has everything in Korean and in English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from icalendar import Calendar, Event, Timezone, vDDDTypes

from generator.corpus.corpus import Corpus
from generator.corpus.urls import file_address
from generator.exports.calendars.forum_events import forum_events
from generator.exports.calendars.session_events import session_events
from generator.exports.calendars.zones import timezone_component
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
    writer = CalendarWriter(corpus, site_words)
    everything: list[Event] = []
    files: dict[str, bytes] = {}
    for forum in corpus.forums_newest_first:
        calendars = []
        if has_day(forum):
            events = [*forum_events(corpus, site_words, forum)]
            calendars.append((forum_calendar(forum), events))
            everything += events
        if has_session_calendar(forum):
            calendars.append((session_calendar(forum), [*session_events(corpus, site_words, forum)]))
        for subscription, events in calendars:
            paths = (subscription.file, *subscription.former)
            files |= dict.fromkeys(paths, writer.calendar(subscription, events))
    return {ALL_FORUMS.file: writer.calendar(ALL_FORUMS, everything), **files}


class CalendarWriter:
    """Writes events as a calendar that programs open, or subscribe to."""

    def __init__(self, corpus: Corpus, site_words: SiteWords) -> None:
        self._corpus = corpus
        self._words = site_words

    def calendar(self, subscription: Subscription, events: Iterable[Event]) -> bytes:
        """A calendar that is published (RFC 5546): its events invite nobody, and await no answer.

        One without an event has a time zone still, since a calendar is never empty (RFC 5545, section 3.6).
        """
        calendar = Calendar()
        calendar.add("version", "2.0")
        calendar.add("prodid", f"-//{host_of(self._corpus.site.identity)}//Proceedings//KO")
        calendar.add("method", "PUBLISH")
        title = title_of(subscription, self._corpus, self._words["ko"])
        calendar.add("name", title)
        calendar.add("x-wr-calname", title)
        if subscription == ALL_FORUMS and (note := self._left_out()):
            calendar.add("description", note)
            calendar.add("x-wr-caldesc", note)
        calendar.add("source", file_address(self._corpus, subscription.file), parameters={"VALUE": "URI"})
        self._add_interval(calendar)
        chosen = tuple(events)
        for component in (*self._zones(chosen), *chosen):
            calendar.add_component(component)
        return bytes(calendar.to_ical())

    def _add_interval(self, calendar: Calendar) -> None:
        """The name that RFC 7986 gives it, and the older one, which Outlook knows."""
        calendar.add("refresh-interval", ASKED_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", f"P{ASKED_AGAIN_AFTER.days}D")

    def _zones(self, events: Iterable[Event]) -> Iterator[Timezone]:
        """Every time zone of hours, in the years of these; where there are no hours, the site's."""
        years: dict[str, set[int]] = {}
        for event in events:
            begins = event["DTSTART"]
            if isinstance(begins, vDDDTypes) and isinstance(begins.dt, datetime):
                years.setdefault(begins.params["TZID"], set()).add(begins.dt.year)
        for name, known in sorted((years or {self._corpus.site.timezone: {NEVER.year}}).items()):
            yield timezone_component(name, known)

    def _left_out(self) -> str:
        """A note of how many forums are in no calendar, since their day is not known."""
        number = sum(not has_day(forum) for forum in self._corpus.forums.values())
        notes = [words("subscriptions.without_day", n=number) for words in self._words.values()]
        return " ".join(notes) if number else ""
