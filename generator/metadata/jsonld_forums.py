"""Forums as linked data (JSON-LD, schema.org): whether, when and where they are held, and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.corpus.corpus import Corpus
from generator.corpus.schedule import (
    days_held,
    in_zone,
    is_apart,
    moment_of,
    session_day,
    session_span,
    span_of,
    spans_of,
    zone_of,
)
from generator.corpus.talks import Talk
from generator.metadata.jsonld_places import (
    attendance_mode,
    forum_places,
    one_or_several,
    session_places,
)
from generator.metadata.jsonld_talks import documents_things, recorded_and_shown, talk_by_title
from generator.metadata.jsonld_things import (
    EVENT_STATUS,
    Thing,
    best_text,
    event,
    moment,
    name_properties,
    off_status,
    parties,
    printed_names,
    proposal_by_title,
    thing,
    without_empty,
    works_cited,
)
from generator.models import Forum, Language, Session
from generator.models.date import Day
from generator.models.parts import Party

RESCHEDULED = "https://schema.org/EventRescheduled"

MOST_PERFORMERS = 50
"""Of a forum or a session with more speakers, the pages of its talks tell who they are."""


def forum_thing(corpus: Corpus, forum: Forum, language: Language) -> Thing:
    """A forum with its place, people and sessions; `inLanguage` is the language of the description."""
    speakers = [who for session in forum.sessions for one in session.contributions for who in one.speakers]
    series = corpus.series[forum.series] if forum.series else None
    recorded, shown = recorded_and_shown(corpus, forum.documents)
    about = forum.abstract or forum.name
    return {
        **event(corpus, forum, language),
        **name_properties(forum, language),
        **thing(
            "Event",
            description=best_text(forum.abstract, language),
            inLanguage=language,
            eventAttendanceMode=attendance_mode(forum),
            location=forum_places(forum, language),
            potentialAction=_registration(forum),
            recordedIn=[*_recordings(forum, language), *documents_things(corpus, recorded, about, language)],
            organizer=parties(corpus, forum.organizers, language),
            performer=_performers(corpus, speakers, language),
            superEvent=thing("EventSeries", name=best_text(series.name, language)) if series else None,
            subEvent=list(_parts(corpus, forum, language)),
            workFeatured=[proposal_by_title(corpus, made, language) for made in corpus.proposals_at(forum)],
            subjectOf=[
                *works_cited(corpus, forum, language),
                *documents_things(corpus, shown, about, language),
            ],
        ),
        **_times(corpus, forum),
        **_standing(corpus, forum),
    }


def hour_of(corpus: Corpus, forum: Forum, day: Day | None, clock: str | None) -> str | None:
    """A day, with the hour of it where both are known; None if the day is in doubt."""
    if day is None or not clock or not day.is_exact:
        return moment(day)
    return in_zone(zone_of(corpus.site, forum), moment_of(day.earliest, clock))


def _times(corpus: Corpus, forum: Forum) -> Thing:
    """The first hour and the last one."""
    if spans := spans_of(forum):
        zone, ends = zone_of(corpus.site, forum), spans[-1].ends
        begins = in_zone(zone, spans[0].begins) if forum.start_time else moment(forum.start_date)
        last = moment(forum.end_date)
        return without_empty(
            startDate=begins, endDate=in_zone(zone, ends) if ends and forum.end_time else last
        )
    last_day = forum.end_date or (forum.start_date if forum.end_time else None)
    return without_empty(
        startDate=hour_of(corpus, forum, forum.start_date, forum.start_time),
        endDate=hour_of(corpus, forum, last_day, forum.end_time),
    )


def _standing(corpus: Corpus, forum: Forum) -> Thing:
    """Its status where the record says it, and for what day it was planned if it was not held then."""
    if off := off_status(forum):
        planned: object = hour_of(corpus, forum, forum.start_date, forum.start_time)
        return without_empty(eventStatus=off, previousStartDate=planned)
    replaced = corpus.in_place_of(forum)
    if moved := [other for other in replaced if corpus.forum_status(other) == "postponed"]:
        days = [hour_of(corpus, other, other.start_date, other.start_time) for other in moved]
        known = list(filter(None, days))
        return without_empty(eventStatus=RESCHEDULED, previousStartDate=one_or_several(known))
    return without_empty(eventStatus=EVENT_STATUS[forum.status.value] if forum.status else None)


def _registration(forum: Forum) -> Thing | None:
    address = forum.online.registration if forum.online else None
    return thing("RegisterAction", target=address) if address else None


def _recordings(forum: Forum, language: Language) -> Iterator[Thing]:
    for recording in forum.online.recordings if forum.online else ():
        yield thing("CreativeWork", name=best_text(recording.label, language), url=recording.url)


def _parts(corpus: Corpus, forum: Forum, language: Language) -> Iterator[Thing]:
    """The sessions; of a forum on days apart each day with its own, then those of no day."""
    rest = list(forum.sessions)
    if is_apart(forum) and (days := days_held(forum)):
        zone = zone_of(corpus.site, forum)
        for number, day in enumerate(days):
            of_day = [session for session in rest if session.date and session.date.earliest == day]
            rest = [session for session in rest if session not in of_day]
            start, end = forum.start_time, forum.end_time
            span = span_of(day, start, end) if start and forum.dates[number].is_exact else None
            yield thing(
                "Event",
                name=printed_names(forum, language)[0],
                startDate=in_zone(zone, span.begins) if span else moment(forum.dates[number]),
                endDate=in_zone(zone, span.ends) if span and span.ends else None,
                eventStatus=off_status(forum),
                location=forum_places(forum, language),
                subEvent=[session_thing(corpus, forum, session, language) for session in of_day],
            )
    for session in rest:
        yield session_thing(corpus, forum, session, language)


def session_thing(corpus: Corpus, forum: Forum, session: Session, language: Language) -> Thing:
    """A session on its own day, or on its forum's if that lasts one day only."""
    day, span, zone = session_day(forum, session), session_span(forum, session), zone_of(corpus.site, forum)
    speakers = [who for one in session.contributions for who in one.speakers]
    talks = [Talk(forum, session, one) for one in session.contributions if one.is_talk]
    known = span if day and day.is_exact else None
    ends = known.ends if known else None
    end = (
        hour_of(corpus, forum, day, session.end_time) if session.end_time and not session.start_time else None
    )
    return thing(
        "Event",
        name=best_text(session.name, language),
        description=best_text(session.abstract, language),
        startDate=in_zone(zone, known.begins) if known else moment(day),
        endDate=in_zone(zone, ends) if ends else end,
        eventStatus=off_status(forum),
        location=session_places(forum, session, language),
        performer=_performers(corpus, speakers, language),
        subEvent=[talk_by_title(corpus, talk, language) for talk in talks[:MOST_PERFORMERS]],
    )


def _performers(corpus: Corpus, speakers: Sequence[Party], language: Language) -> list[Thing]:
    return parties(corpus, speakers, language) if len(speakers) <= MOST_PERFORMERS else []
