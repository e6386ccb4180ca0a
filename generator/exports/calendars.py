"""Corpus → calendars (RFC 5545) of all forums that have a day, and of each, for both languages at once.

A calendar's property has one language, so a summary is the Korean name where there is one, and the
description has everything in Korean and in English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vCalAddress

from generator.corpus.corpus import Corpus, Who
from generator.corpus.urls import file_address, page_address
from generator.exports.feeds.atom import title_of
from generator.exports.feeds.stable_ids import first_id, forum_changed, host_of, midnight_utc
from generator.i18n.phrases import day_in_words
from generator.i18n.strings import SiteWords
from generator.models import LANGUAGES, Forum, Language, Participant, Venue
from generator.pages.subscriptions import ALL_FORUMS, Subscription, forum_calendar, has_day
from generator.parsing.commonmark import words_of_prose

ZONE = "Asia/Seoul"

Properties = Iterator[tuple[str, object, Mapping[str, str]]]
"""Names, values and parameters."""


def calendar_files(corpus: Corpus, site_words: SiteWords) -> Mapping[str, bytes]:
    """The calendar of all forums, and one for each that has a day."""
    writer = CalendarWriter(corpus, site_words)
    forums = [forum for forum in corpus.forums_newest_first if has_day(forum)]
    files = {ALL_FORUMS.file: writer.calendar(ALL_FORUMS, forums)}
    for forum in forums:
        subscription = forum_calendar(forum)
        calendar = writer.calendar(subscription, [forum])
        files |= dict.fromkeys((subscription.file, *subscription.former), calendar)
    return files


def korea() -> Timezone:
    """Korea's time zone since its last daylight saving time, in 1988."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", ZONE)
    standard.add("dtstart", datetime(1988, 10, 9, 2))  # noqa: DTZ001 - local time by definition
    standard.add("tzoffsetfrom", timedelta(hours=9))
    standard.add("tzoffsetto", timedelta(hours=9))
    standard.add("tzname", "KST")
    zone.add_component(standard)
    return zone


class CalendarWriter:
    """Writes the forums of a corpus as events."""

    def __init__(self, corpus: Corpus, site_words: SiteWords) -> None:
        self._corpus = corpus
        self._words = site_words

    def calendar(self, subscription: Subscription, forums: Iterable[Forum]) -> bytes:
        """A calendar that is published (RFC 5546): its events may name an organizer, and invite nobody."""
        calendar = Calendar()
        calendar.add("version", "2.0")
        calendar.add("prodid", f"-//{host_of(self._corpus)}//Proceedings//KO")
        calendar.add("method", "PUBLISH")
        title = title_of(subscription, self._corpus, self._words["ko"])
        calendar.add("name", title)
        calendar.add("x-wr-calname", title)
        if subscription == ALL_FORUMS and (note := self._left_out()):
            calendar.add("description", note)
            calendar.add("x-wr-caldesc", note)
        calendar.add("source", file_address(self._corpus, subscription.file), parameters={"VALUE": "URI"})
        calendar.add_component(korea())
        for forum in forums:
            calendar.add_component(self._event(forum))
        return bytes(calendar.to_ical())

    def _left_out(self) -> str:
        """A note of how many forums are in no calendar, since their day is not known."""
        number = sum(not has_day(forum) for forum in self._corpus.forums.values())
        notes = [words("subscriptions.without_day", n=number) for words in self._words.values()]
        return " ".join(notes) if number else ""

    def _event(self, forum: Forum) -> Event:
        event = Event()
        for name, value, parameters in (*self._times(forum), *self._facts(forum)):
            event.add(name, value, parameters=dict(parameters))
        return event

    def _times(self, forum: Forum) -> Properties:
        changed = midnight_utc(forum_changed(self._corpus, forum))
        yield "dtstamp", changed, {}
        yield "last-modified", changed, {}
        begins, ends = event_period(forum)
        zone = {"TZID": ZONE} if isinstance(begins, datetime) else {"VALUE": "DATE"}
        yield "dtstart", begins, zone
        if ends:
            yield "dtend", ends, zone

    def _facts(self, forum: Forum) -> Properties:
        corpus, site = self._corpus, urlsplit(self._corpus.site.address)
        prefix = f"{site.path.strip('/')}/".lstrip("/")
        yield "uid", f"{prefix}forums/{first_id(forum)}@{host_of(corpus)}", {}
        name, language = forum.name.best("ko")
        yield "summary", name, {"LANGUAGE": language}
        yield "description", "\n\n".join(self._descriptions(forum)), {}
        yield "url", page_address(corpus, forum.page, "ko"), {}
        if forum.venue:
            yield "location", venue_line(forum.venue, "ko"), {"LANGUAGE": forum.venue.name.best("ko")[1]}
        for organizer in forum.organizers[:1]:
            yield "organizer", self._organizer(organizer), {}
        yield "categories", self._categories(forum), {"LANGUAGE": "ko"}
        yield "transp", "TRANSPARENT", {}
        yield "class", "PUBLIC", {}

    def _organizer(self, organizer: Participant) -> vCalAddress:
        """The first organizer, by the URL of a page, since no e-mail address is known."""
        who = self._who(organizer)
        address = vCalAddress(page_address(self._corpus, who.page, "ko"))
        address.params["CN"] = who.name.best("ko")[0]
        # A backslash before the colon that ends the name would make a part of the address of it.
        address.params.quote_also = {"CN": " '\\"}
        return address

    def _categories(self, forum: Forum) -> list[str]:
        """The forum's classification and the topics of its proposals."""
        proposals = self._corpus.proposals_at(forum)
        topics = dict.fromkeys(topic for proposal in proposals for topic in proposal.topics)
        labels = [self._corpus.topics[topic].label.best("ko")[0] for topic in topics]
        return [self._corpus.kind_of(forum).label.best("ko")[0], *labels]

    def _descriptions(self, forum: Forum) -> Iterator[str]:
        """The description in each language that the forum has a name in."""
        for language in LANGUAGES:
            if name := forum.name.in_language(language):
                yield "\n".join((name, *self._lines(forum, language)))

    def _lines(self, forum: Forum, language: Language) -> Iterator[str]:
        words, corpus = self._words[language], self._corpus
        days = (day_in_words(day, words) for day in (forum.start_date, forum.end_date) if day)
        hours = "–".join(filter(None, (forum.start_time, forum.end_time)))
        if not hours and forum.day_part:
            hours = words(f"day_parts.{forum.day_part}")
        yield f"{words('forum.date')}: " + " ".join(filter(None, (" – ".join(days), hours)))
        if forum.venue:
            yield f"{words('forum.venue')}: {venue_line(forum.venue, language)}"
        for organizer in forum.organizers:
            role = corpus.roles[organizer.role].label.best(language)[0]
            yield f"{role}: {self._who(organizer).name.best(language)[0]}"
        if forum.abstract:
            yield words_of_prose(forum.abstract.best(language)[0])
        yield page_address(corpus, forum.page, language)

    def _who(self, organizer: Participant) -> Who:
        """A person or, where none is named, an organization."""
        if organizer.person:
            return self._corpus.speakers[organizer.person]
        return self._corpus.organizations[organizer.organization or ""]


def venue_line(venue: Venue, language: Language) -> str:
    """A venue with its room and address, in the language where they have it."""
    texts = (venue.name, venue.room, venue.address)
    return ", ".join(text.best(language)[0] for text in texts if text)


def event_period(forum: Forum) -> tuple[date, date | None]:
    """The first and last hour of a forum where they are known, else whole days; the end is exclusive.

    Several days need an end hour, too. An end without a day does not count.
    """
    first = forum.start_date.earliest
    last = forum.end_date.earliest if forum.end_date and forum.end_date.day else first
    if not (forum.start_time and forum.start_date.is_exact and (forum.end_time or last == first)):
        return first, last + timedelta(days=1)
    begins = datetime.combine(first, time.fromisoformat(forum.start_time))
    ends = datetime.combine(last, time.fromisoformat(forum.end_time)) if forum.end_time else None
    return begins, ends if ends and ends > begins else None
