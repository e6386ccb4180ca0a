"""When a forum and its sessions are held: days, hours past midnight, and the zone they are counted in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from itertools import chain, pairwise

from generator.models import Contribution, Forum, Session, Site
from generator.models.date import Day
from generator.models.occasion import Attendance
from generator.models.time_zones import time_zone

MOST_DAYS = 60
"""Of a forum that stands in calendars day by day."""

ONE_DAY = timedelta(days=1)
HALF_A_DAY = timedelta(hours=12)
"""Hardly anything that is held in one piece lasts longer."""


@dataclass(frozen=True)
class Span:
    """From one hour to another, as clocks show them where the forum is held."""

    begins: datetime
    ends: datetime | None = None


def zone_of(site: Site, forum: Forum) -> str:
    """The name of the time zone of a forum's hours."""
    return forum.timezone or site.timezone


def attendance_of(forum: Forum) -> Attendance | None:
    """How people take part: as is written, else by where the forum can be joined."""
    if forum.attendance or not (forum.online and forum.online.url):
        return forum.attendance
    return "hybrid" if forum.places else "online"


def has_hours(forum: Forum) -> bool:
    """Whether it is known when it begins, or when anything at it does."""
    talks = (talk for session in forum.sessions for talk in session.contributions)
    begins = chain((one.start_time for one in forum.sessions), (talk.start_time for talk in talks))
    return bool(forum.start_time) or any(begins)


def lasts_one_day(forum: Forum) -> bool:
    return forum.end_date is None or forum.end_date == forum.start_date


def last_of_several(forum: Forum) -> Day | None:
    """The last day of a forum, if it lasts several."""
    return None if lasts_one_day(forum) else forum.end_date


def is_apart(forum: Forum) -> bool:
    """Whether there are days between a forum's days on which it is not held."""
    days = [day.earliest for day in forum.dates]
    return any(later - day != ONE_DAY for day, later in pairwise(days))


def days_held(forum: Forum) -> tuple[date, ...]:
    """The days on which a forum is held; none where they are not known, or too many to count."""
    if forum.dates:
        return tuple(day.earliest for day in forum.dates) if all(day.day for day in forum.dates) else ()
    last = forum.end_date or forum.start_date
    number = (last.earliest - forum.start_date.earliest).days + 1
    if not (forum.start_date.day and last.day and 1 <= number <= MOST_DAYS):
        return ()
    return tuple(forum.start_date.earliest + number * ONE_DAY for number in range(number))


def runs_past_midnight(event: Forum | Session | Contribution) -> bool:
    """Whether the end is an hour of the next day."""
    apart = not isinstance(event, Forum) or bool(event.dates) or lasts_one_day(event)
    return bool(apart and event.start_time and event.end_time and event.end_time < event.start_time)


def moment_of(day: date, clock: str) -> datetime:
    """The hour of a day; 24:00 is the beginning of the next one."""
    if clock == "24:00":
        return datetime.combine(day + ONE_DAY, time())
    return datetime.combine(day, time.fromisoformat(clock))


def span_of(day: date, start: str, end: str | None) -> Span:
    """From hour to hour; an end that is earlier than the start is the next day's."""
    begins = moment_of(day, start)
    if end is None:
        return Span(begins)
    ends = moment_of(begins.date(), end)
    return Span(begins, ends if ends > begins else ends + ONE_DAY)


def in_zone(zone: str, hour: datetime) -> str:
    """An hour as clocks show it in a time zone, with its offset from UTC on that day.

    Before there were zones offsets had seconds, which no program reads: they are rounded (RFC 3339).
    """
    offset = hour.replace(tzinfo=time_zone(zone)).utcoffset() or timedelta()
    minutes = round(offset / timedelta(minutes=1))
    return hour.replace(tzinfo=timezone(timedelta(minutes=minutes))).isoformat()


def session_day(forum: Forum, session: Session) -> Day | None:
    """The day that is written, or the one day of the forum."""
    return session.date or (forum.start_date if lasts_one_day(forum) else None)


def session_span(forum: Forum, session: Session) -> Span | None:
    """From when to when a session lasts, if its day and hour are known.

    In a night's programme an hour before the forum's beginning is the next day's.
    """
    day = session_day(forum, session)
    if day is None or not day.day or not session.start_time:
        return None
    span = span_of(day.earliest, session.start_time, session.end_time)
    if _is_after_midnight(forum, session, day.earliest):
        return Span(span.begins + ONE_DAY, span.ends + ONE_DAY if span.ends else None)
    return span


def _is_after_midnight(forum: Forum, session: Session, day: date) -> bool:
    """Whether the session is written with the day before, on which the night's programme began."""
    if not (runs_past_midnight(forum) and session.start_time and forum.start_time):
        return False
    return day in days_held(forum) and session.start_time < forum.start_time


def is_after_last_day(forum: Forum, session: Session, day: date) -> bool:
    """Whether the session is written with its own day, the one after a day on which the forum began."""
    begins, ends = session.start_time, forum.end_time
    if not (runs_past_midnight(forum) and begins and ends):
        return False
    return day - ONE_DAY in days_held(forum) and begins < ends


def talk_span(forum: Forum, session: Session, talk: Contribution) -> Span | None:
    """From when to when a talk lasts; an hour before its session's first is the next day's."""
    day, whole = session_day(forum, session), session_span(forum, session)
    if day is None or not day.day or not talk.start_time:
        return None
    span = span_of(day.earliest, talk.start_time, talk.end_time)
    if whole is None or span.begins >= whole.begins:
        return span
    return Span(span.begins + ONE_DAY, span.ends + ONE_DAY if span.ends else None)


def begins_next_day(forum: Forum, session: Session, talk: Contribution | None = None) -> bool:
    """Whether a session, or a talk in it, begins on the day after the one that it is written with."""
    day = session_day(forum, session)
    span = talk_span(forum, session, talk) if talk else session_span(forum, session)
    if day and day.day and span:
        return span.begins.date() > day.earliest
    if talk is None or not (talk.start_time and session.start_time):
        return False
    return runs_past_midnight(session) and talk.start_time < session.start_time


def sessions_in_order(forum: Forum) -> tuple[Session, ...]:
    """The sessions by their beginnings, where all are known; else as they are written."""
    spans = [session_span(forum, session) for session in forum.sessions]
    begins = [span.begins for span in spans if span]
    if len(begins) < len(spans):
        return forum.sessions
    order = sorted(range(len(begins)), key=begins.__getitem__)
    return tuple(forum.sessions[place] for place in order)


def hours_of_sessions(forum: Forum) -> tuple[tuple[Session, Span], ...]:
    """The sessions whose days and hours are known for certain, by their beginnings."""
    spans = [(session, _surely_from_to(forum, session)) for session in forum.sessions]
    known = [(session, span) for session, span in spans if span]
    return tuple(sorted(known, key=lambda one: one[1].begins))


def _surely_from_to(forum: Forum, session: Session) -> Span | None:
    """By its own hours; by those of its talks where these alone are known, of each, in their order."""
    day = session_day(forum, session)
    if day is None or not day.is_exact:
        return None
    if session.start_time or runs_past_midnight(forum):
        return session_span(forum, session)
    talks = [talk_span(forum, session, talk) for talk in session.contributions]
    known = [talk for talk in talks if talk]
    begins = [talk.begins for talk in known]
    if not begins or len(known) < len(talks) or begins != sorted(begins):
        return None
    whole = _around(known)
    return Span(begins[0], whole.ends if whole else None)


def spans_of(forum: Forum) -> tuple[Span, ...]:
    """The hours of each day on which a forum is held; none where those of a day are not known."""
    days, start, end = days_held(forum), forum.start_time, forum.end_time
    if not days or not all(day.is_exact for day in (forum.start_date, forum.end_date, *forum.dates) if day):
        return ()
    if night := _one_night(forum, days):
        return (night,)
    by_sessions = _by_sessions(forum, days)
    if start and (end or not by_sessions) and (len(days) == 1 or forum.dates):
        return tuple(span_of(day, start, end) for day in days)
    return by_sessions


def _one_night(forum: Forum, days: tuple[date, ...]) -> Span | None:
    """From the evening of the first of two days to an hour of the second, after which nothing begins.

    What lasts longer than half a day is held on two days, between which everybody sleeps.
    """
    start, end = forum.start_time, forum.end_time
    if len(days) != 2 or forum.dates or not (start and end):
        return None
    begins, ends = moment_of(days[0], start), moment_of(days[1], end)
    spans = [session_span(forum, session) for session in forum.sessions]
    goes_on = any(span and span.begins >= ends for span in spans)
    return None if goes_on or ends - begins > HALF_A_DAY else Span(begins, ends)


def _by_sessions(forum: Forum, days: tuple[date, ...]) -> tuple[Span, ...]:
    """Each day from its first session to its last; the forum's own hours begin the first and end the last.

    An end that is earlier than the last day's first session is the next day's.
    """
    found: dict[date, list[Span]] = {day: [] for day in days}
    for session in forum.sessions:
        day, span = session_day(forum, session), session_span(forum, session)
        if day and span and day.earliest in found:
            found[day.earliest].append(span)
    if forum.start_time and found[days[0]]:
        found[days[0]].append(Span(moment_of(days[0], forum.start_time)))
    if forum.end_time and found[days[-1]]:
        begins, ends = min(span.begins for span in found[days[-1]]), moment_of(days[-1], forum.end_time)
        found[days[-1]].append(Span(begins, ends if ends > begins else ends + ONE_DAY))
    whole = [_around(spans) for spans in found.values()]
    known = tuple(span for span in whole if span)
    return known if len(known) == len(days) else ()


def _around(spans: Sequence[Span]) -> Span | None:
    """From the first beginning to the last end, if there is one after every beginning."""
    begins = [span.begins for span in spans]
    ends = [span.ends for span in spans if span.ends]
    return Span(min(begins), max(ends)) if ends and max(ends) > max(begins) else None
