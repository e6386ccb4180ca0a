"""What is likely wrong with a forum's life: too long hours, a status of yesterday, no way to join."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeAlias

from generator.corpus.corpus import Corpus
from generator.corpus.rules.dates import is_before
from generator.corpus.rules.finding import Finding
from generator.corpus.rules.talks import contributions_in
from generator.corpus.schedule import HALF_A_DAY, Span, attendance_of, lasts_one_day, session_span, span_of
from generator.models import Contribution, Forum, Session, Text
from generator.parsing.messages import message
from generator.parsing.problems import Field

Event: TypeAlias = "Forum | Session | Contribution"

LONG_PAST = timedelta(days=31)
"""After so many days it is known whether a forum was held."""


def nothing_lasts_half_a_day(corpus: Corpus) -> Iterator[Finding]:
    """No session or talk, and no forum of one day, lasts longer than twelve hours."""
    for forum in corpus.forums.values():
        events: list[tuple[Field, Event]] = [((), forum)] if lasts_one_day(forum) else []
        events += [(("sessions", number), session) for number, session in enumerate(forum.sessions)]
        events += contributions_in(forum)
        for field, event in events:
            if hours := _long_hours(event):
                start, end = event.start_time or "", event.end_time or ""
                told = message(
                    "warnings.long_night" if end < start else "warnings.long_hours",
                    start=start,
                    end=end,
                    hours=hours,
                )
                yield Finding(forum.path, (*field, "end_time"), told)


def _long_hours(event: Event) -> int | None:
    """How many whole hours it lasts, if that is too long."""
    if not event.start_time or not event.end_time or event.start_time == event.end_time:
        return None
    span = span_of(_ANY_DAY, event.start_time, event.end_time)
    length = (span.ends or span.begins) - span.begins
    return length // timedelta(hours=1) if length > HALF_A_DAY else None


_ANY_DAY = date(2000, 1, 1)


def nothing_is_proposed_where_nobody_met(corpus: Corpus) -> Iterator[Finding]:
    """Nothing was proposed at a forum that was put off or called off."""
    for forum in corpus.forums.values():
        if (off := forum.called_off) and (made := corpus.proposals_at(forum)):
            told = message("warnings.called_off", status=off.value, proposal=made[0].path)
            yield Finding(forum.path, ("status", "value"), told)


def online_forums_have_no_venue(corpus: Corpus) -> Iterator[Finding]:
    """A forum that is said to be held online alone is held in no place."""
    for forum in corpus.forums.values():
        if forum.attendance == "online" and forum.places:
            yield Finding(forum.path, ("attendance",), message("warnings.online_venue"))


def forums_are_called_off_before_they_end(corpus: Corpus) -> Iterator[Finding]:
    """A forum is put off or called off no later than its last day."""
    for forum in corpus.forums.values():
        last = forum.end_date or forum.start_date
        off = forum.called_off
        if off and off.date and is_before(last, off.date):
            late = message("warnings.late_status", day=str(off.date), last=str(last))
            yield Finding(forum.path, ("status", "date"), late)


def forums_are_put_off_to_later_days(corpus: Corpus) -> Iterator[Finding]:
    """The forum in whose place another was put off begins no earlier."""
    for forum in corpus.forums.values():
        put_off = forum.status if forum.status and forum.status.value == "postponed" else None
        instead = corpus.forums.get(put_off.instead or "") if put_off else None
        if instead and is_before(instead.start_date, forum.start_date):
            told = message("warnings.earlier_instead", forum=instead.path, day=str(instead.start_date))
            yield Finding(forum.path, ("status", "instead"), told)


def no_room_is_taken_twice(corpus: Corpus) -> Iterator[Finding]:
    """No two sessions are in one room at the same time."""
    for forum in corpus.forums.values():
        rooms: dict[tuple[Text, str | None], list[tuple[Span, int]]] = {}
        for number, session in enumerate(forum.sessions):
            if session.room and (span := session_span(forum, session)):
                rooms.setdefault((session.room, session.venue), []).append((span, number))
        for first, second in sorted(pair for held in rooms.values() for pair in _at_once(held)):
            told = message("warnings.room_taken", other=f"sessions[{first}]")
            yield Finding(forum.path, ("sessions", second, "room"), told)


def _at_once(held: list[tuple[Span, int]]) -> Iterator[tuple[int, int]]:
    """Each session that begins while another one runs, with the one of these that runs longest."""
    longest: tuple[Span, int] | None = None
    for span, number in sorted(held, key=lambda one: (one[0].begins, one[1])):
        until = (longest[0].ends or longest[0].begins) if longest else span.begins
        if longest and (span.begins < until or span.begins == longest[0].begins):
            yield min(number, longest[1]), max(number, longest[1])
        if longest is None or (span.ends or span.begins) >= until:
            longest = (span, number)


def announced_forums_are_to_come(corpus: Corpus, today: date) -> Iterator[Finding]:
    """A forum is not announced any more a month after its last day."""
    if today == date.max:
        return
    for forum in corpus.forums.values():
        last = (forum.end_date or forum.start_date).latest
        if forum.status and forum.status.value == "announced" and last + LONG_PAST < today:
            told = message("warnings.still_announced", day=str(last))
            yield Finding(forum.path, ("status", "value"), told)


def online_forums_can_be_joined(corpus: Corpus, today: date) -> Iterator[Finding]:
    """A forum online that is to come has an address to join it, or to register."""
    if today == date.max:
        return
    for forum in corpus.forums.values():
        addresses = (forum.online.url, forum.online.registration) if forum.online else ()
        is_online = attendance_of(forum) in ("online", "hybrid")
        if is_online and not any(addresses) and forum.start_date.earliest > today and not forum.called_off:
            yield Finding(forum.path, ("attendance",), message("warnings.no_online_address"))
