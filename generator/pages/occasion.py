"""Whether, when and where a forum is held, as its page, feeds, calendars and volumes tell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus.corpus import Corpus
from generator.corpus.schedule import (
    attendance_of,
    begins_next_day,
    has_hours,
    is_apart,
    last_of_several,
    runs_past_midnight,
    session_day,
    zone_of,
)
from generator.i18n.formats import format_zones
from generator.i18n.phrases import day_in_words
from generator.i18n.strings import Words
from generator.models import Contribution, Forum, ForumStatus, Session, Venue
from generator.models.date import Day
from generator.pages.list_rows import link_to
from generator.pages.page import PageLink, WebLink, Word, web_link
from generator.pages.timetable import TimetableDay, session_place, timetable_of


@dataclass(frozen=True)
class Occasion:
    """What a forum's page tells of its being held."""

    status: Word | None
    """Where the record says it, or where the forum is to come."""
    called_off: ForumStatus | None
    """Of a forum that was put off or called off."""
    told: ForumStatus | None
    """What the record says of its status."""
    instead: PageLink | None
    """The forum that is held in its place."""
    in_place_of: tuple[PageLink, ...]
    last_day: Day | None
    """Of several days the last."""
    apart: tuple[Day, ...]
    """The days, where there are others between them."""
    zone: str | None
    """The time zone of its hours and of its sessions', where it is another than the site's."""
    attendance: Word | None
    venues: tuple[Venue, ...]
    links: tuple[WebLink, ...]
    """To join, to register, and to watch it."""
    timetable: tuple[TimetableDay, ...]
    """Of a programme in which sessions run at the same time."""


def occasion_of(corpus: Corpus, forum: Forum) -> Occasion:
    """All that is known, and what follows from it."""
    status = corpus.forum_status(forum)
    instead = corpus.held_instead(forum)
    attendance = attendance_of(forum)
    return Occasion(
        status=Word(f"forum_statuses.{status}") if forum.status or status == "announced" else None,
        called_off=forum.called_off,
        told=forum.status,
        instead=link_to(instead) if instead else None,
        in_place_of=tuple(map(link_to, corpus.in_place_of(forum))),
        last_day=last_of_several(forum),
        apart=forum.dates if is_apart(forum) else (),
        zone=other_zone(corpus, forum) if has_hours(forum) else None,
        attendance=Word(f"attendances.{attendance}") if attendance else None,
        venues=forum.places,
        links=tuple(online_links(forum)),
        timetable=timetable_of(forum),
    )


def other_zone(corpus: Corpus, forum: Forum) -> str | None:
    """The time zone of a forum's hours, where it is another than the site's."""
    zone = zone_of(corpus.site, forum)
    return zone if zone != corpus.site.timezone else None


def online_links(forum: Forum) -> Iterator[WebLink]:
    """To join, to register, and each recording."""
    if not forum.online:
        return
    if forum.online.url:
        yield WebLink(Word("forum.join"), forum.online.url)
    if forum.online.registration:
        yield WebLink(Word("forum.register"), forum.online.registration)
    for recording in forum.online.recordings:
        yield web_link(recording) if recording.label else WebLink(Word("forum.recording"), recording.url)


def days_in_words(forum: Forum, words: Words, *, weekday: bool = True) -> str:
    """The day, the first and the last of several, or each of days apart."""
    if is_apart(forum):
        return ", ".join(day_in_words(day, words) for day in forum.dates)
    last = last_of_several(forum)
    days = [day_in_words(forum.start_date, words, weekday=weekday and not last)]
    days += [day_in_words(last, words)] if last else []
    return " – ".join(days)


def hours_in_words(
    event: Forum | Session | Contribution, words: Words, *, begins_next_day: bool = False
) -> str:
    """`09:30–17:00`, `22:00–00:30 (the next day)`; nothing where the beginning is not known."""
    hours = "–".join(filter(None, (event.start_time, event.end_time if event.start_time else None)))
    is_next_day = begins_next_day or runs_past_midnight(event)
    return words("forum.next_day", hours=hours) if hours and is_next_day else hours


def session_in_words(forum: Forum, session: Session, words: Words) -> str:
    """A session's day where it is written, its hours, and its track, venue and room, as far as known."""
    hours = hours_in_words(session, words, begins_next_day=begins_next_day(forum, session))
    when = " ".join(filter(None, (day_in_words(session.date, words) if session.date else "", hours)))
    places = (text.best(words.language)[0] for text in session_place(forum, session))
    return " · ".join(filter(None, (when, *places)))


def period_in_words(corpus: Corpus, forum: Forum, words: Words, *, weekday: bool = True) -> str:
    """The days, and the hours with their zone or the part of the day, as exact as they are known."""
    hours = hours_in_words(forum, words)
    zone = other_zone(corpus, forum) if has_hours(forum) else None
    if not hours and forum.day_part:
        hours = words(f"day_parts.{forum.day_part}")
    if zone:
        called = format_zones(zone, forum.start_date, forum.end_date, words.language)
        hours = words("forum.hours_in", hours=hours, zone=called) if hours else called
    return " ".join(filter(None, (days_in_words(forum, words, weekday=weekday), hours)))


def session_period_in_words(corpus: Corpus, forum: Forum, session: Session, words: Words) -> str:
    """A session by itself: its day, its hours with their zone where it is another, and its track."""
    day, track, zone = session_day(forum, session), forum.track_of(session), other_zone(corpus, forum)
    hours = hours_in_words(session, words, begins_next_day=begins_next_day(forum, session))
    if zone and hours:
        called = format_zones(zone, day or forum.start_date, None, words.language)
        hours = words("forum.hours_in", hours=hours, zone=called)
    when = " ".join(filter(None, (day_in_words(day, words) if day else "", hours)))
    return " · ".join(filter(None, (when, track.name.best(words.language)[0] if track else "")))


def session_venue(forum: Forum, session: Session) -> Venue | None:
    """Where a session takes place: in its room, at the venue that it names or the only one that there is."""
    venue = forum.venue_of(session) or (forum.places[0] if len(forum.places) == 1 else None)
    if venue is None:
        return Venue(name=session.room) if session.room else None
    return venue.model_copy(update={"room": session.room or venue.room})


def venue_in_words(venue: Venue, words: Words) -> str:
    """A venue with its room and address on one line, in the language where they have it."""
    texts = (venue.name, venue.room, venue.address)
    return ", ".join(text.best(words.language)[0] for text in texts if text)
