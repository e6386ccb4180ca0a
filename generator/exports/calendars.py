"""Corpus → calendars (RFC 5545) of all forums that have a day, and of each, for both languages at once.

A calendar's property has one language, so a summary is the Korean name where there is one, and the
description has everything in Korean and in English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from icalendar import Calendar, Event, Timezone, vCalAddress

from generator.corpus.corpus import Corpus, Who
from generator.corpus.licences import terms_of_use
from generator.corpus.schedule import ONE_DAY, attendance_of, days_held, is_apart, spans_of, zone_of
from generator.corpus.urls import file_address, page_address
from generator.exports.changes import NEVER, forum_changed, in_utc, version_of
from generator.exports.feeds.atom import title_of
from generator.exports.stable_ids import event_uid, host_of
from generator.exports.zones import timezone_component
from generator.i18n.strings import SiteWords
from generator.models import LANGUAGES, Forum, Language, Participant
from generator.pages.marks import marked_name
from generator.pages.occasion import online_links, period_in_words, venue_in_words
from generator.pages.page import label_text
from generator.pages.subscriptions import ALL_FORUMS, Subscription, forum_calendar, has_day
from generator.parsing.addresses import uri_of
from generator.parsing.commonmark import words_of_prose

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


class CalendarWriter:
    """Writes the forums of a corpus as events."""

    def __init__(self, corpus: Corpus, site_words: SiteWords) -> None:
        self._corpus = corpus
        self._words = site_words

    def calendar(self, subscription: Subscription, forums: Iterable[Forum]) -> bytes:
        """A calendar that is published (RFC 5546): its events may name an organizer, and invite nobody."""
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
        chosen = tuple(forums)
        for zone in self._zones(chosen):
            calendar.add_component(zone)
        for forum in chosen:
            for event in self._events(forum):
                calendar.add_component(event)
        return bytes(calendar.to_ical())

    def _zones(self, forums: Iterable[Forum]) -> Iterator[Timezone]:
        """The site's time zone, and every other one of forums with hours, in the years of these forums."""
        site = self._corpus.site
        years: dict[str, set[int]] = {site.timezone: set()}
        for forum in forums:
            for begins, _ in event_periods(forum):
                zone = zone_of(site, forum) if isinstance(begins, datetime) else site.timezone
                years.setdefault(zone, set()).add(begins.year)
        for name in sorted(years):
            yield timezone_component(name, years[name] or {NEVER.year})

    def _left_out(self) -> str:
        """A note of how many forums are in no calendar, since their day is not known."""
        number = sum(not has_day(forum) for forum in self._corpus.forums.values())
        notes = [words("subscriptions.without_day", n=number) for words in self._words.values()]
        return " ".join(notes) if number else ""

    def _events(self, forum: Forum) -> Iterator[Event]:
        """An event for each day with known hours, or one for whole days that follow each other.

        Most calendar programs know no RDATE, and an event from the first hour of several days to the last
        would fill the nights. The first event has the forum's own UID.
        """
        periods = event_periods(forum)
        for number, (begins, ends) in enumerate(periods):
            event = Event()
            facts = self._facts(forum, number, len(periods))
            for name, value, parameters in (*self._times(forum, begins, ends), *facts):
                event.add(name, value, parameters=dict(parameters))
            yield event

    def _times(self, forum: Forum, begins: date, ends: date | None) -> Properties:
        changed = in_utc(forum_changed(self._corpus, forum))
        yield "dtstamp", changed, {}
        yield "last-modified", changed, {}
        yield "sequence", version_of(forum), {}
        is_hour = isinstance(begins, datetime)
        zone = {"TZID": zone_of(self._corpus.site, forum)} if is_hour else {"VALUE": "DATE"}
        yield "dtstart", begins, zone
        if ends:
            yield "dtend", ends, zone

    def _status(self, forum: Forum) -> Properties:
        """Nothing takes place on the days of a forum that was put off, so it is cancelled for a calendar."""
        if forum.called_off:
            yield "status", "CANCELLED", {}

    def _place(self, forum: Forum) -> Properties:
        """The venues, or the address online where there is no other; and how to join."""
        joined = forum.online.url if forum.online else None
        if forum.places:
            lines = " / ".join(venue_in_words(venue, self._words["ko"]) for venue in forum.places)
            yield "location", lines, {"LANGUAGE": forum.places[0].name.best("ko")[1]}
        elif joined:
            yield "location", uri_of(joined), {}
        if joined:
            label = {"VALUE": "URI", "LABEL": self._words["ko"]("forum.join")}
            yield "conference", uri_of(joined), {**label, "LANGUAGE": "ko"}

    def _facts(self, forum: Forum, number: int, days: int) -> Properties:
        corpus, own = self._corpus, ("forums", forum.first_id)
        yield "uid", event_uid(corpus, *own, *([str(number + 1)] if number else [])), {}
        if number:
            yield "related-to", event_uid(corpus, *own), {"RELTYPE": "SIBLING"}
        language = forum.name.best("ko")[1]
        name = marked_name(forum, self._words["ko"])
        yield "summary", f"{name} ({number + 1}/{days})" if days > 1 else name, {"LANGUAGE": language}
        yield from self._status(forum)
        yield "description", "\n\n".join(self._descriptions(forum)), {}
        yield "url", page_address(corpus, forum.page, "ko"), {}
        yield from self._place(forum)
        for organizer in forum.organizers[:1]:
            yield "organizer", self._organizer(organizer), {}
        yield "categories", self._categories(forum), {"LANGUAGE": "ko"}
        yield "transp", "TRANSPARENT", {}
        yield "class", "PUBLIC", {}

    def _organizer(self, organizer: Participant) -> vCalAddress:
        """The first organizer, by the URL of a page, since no e-mail address is known."""
        who = self._whos(organizer)[0]
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
        if off := forum.called_off:
            yield words(f"called_off.notice.{off.value}")
            if off.note:
                yield off.note.best(language)[0]
        if instead := corpus.held_instead(forum):
            yield f"{words('forum.instead')}: {page_address(corpus, instead.page, language)}"
        yield f"{words('forum.date')}: {period_in_words(corpus, forum, words, weekday=False)}"
        for venue in forum.places:
            yield f"{words('forum.venue')}: {venue_in_words(venue, words)}"
        if attendance := attendance_of(forum):
            yield f"{words('forum.attendance')}: {words(f'attendances.{attendance}')}"
        for link in online_links(forum):
            yield f"{label_text(link.label, words)}: {uri_of(link.url)}"
        for organizer in forum.organizers:
            role = corpus.roles[organizer.role].label.best(language)[0]
            names = [corpus.shown_name(who).best(language)[0] for who in self._whos(organizer)]
            yield f"{role}: {', '.join(names)}"
        if forum.abstract:
            yield words_of_prose(forum.abstract.best(language)[0])
        if forum.license:
            yield f"{words('page.licence')} {terms_of_use(corpus, forum.license).url}"
        yield page_address(corpus, forum.page, language)

    def _whos(self, organizer: Participant) -> tuple[Who, ...]:
        """A person or, where none is named, organizations."""
        if organizer.person:
            return (self._corpus.speakers[organizer.person],)
        return tuple(self._corpus.organizations[key] for key in organizer.organizations)


def event_periods(forum: Forum) -> tuple[tuple[date, date | None], ...]:
    """The hours of each day where they are known; else whole days, those apart each by itself.

    The end is exclusive. An end without a day does not count.
    """
    if spans := spans_of(forum):
        return tuple((span.begins, span.ends) for span in spans)
    if is_apart(forum) and (days := days_held(forum)):
        return tuple((day, day + ONE_DAY) for day in days)
    first = forum.start_date.earliest
    last = forum.end_date.earliest if forum.end_date and forum.end_date.day else first
    return ((first, last + ONE_DAY),)
