"""A programme as a timetable: what runs at the same time stands side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from generator.corpus.schedule import Span, session_span
from generator.models import Forum, Session, Text
from generator.models.date import Day
from generator.pages.page import PageLink


@dataclass(frozen=True)
class TimetableEntry:
    """A session in a timetable."""

    link: PageLink
    session: Session
    place: tuple[Text, ...]
    """Its track, its venue and its room, as far as they are known."""
    begins_next_day: bool = False
    """Whether its hours are those of the day after the one below which it stands."""


@dataclass(frozen=True)
class TimetableSlot:
    """Sessions between which there is no moment at which none of them runs."""

    columns: tuple[tuple[TimetableEntry, ...], ...]
    """Each holds sessions one after the other, beside which those of the other columns run."""

    @property
    def is_parallel(self) -> bool:
        return len(self.columns) > 1


@dataclass(frozen=True)
class TimetableDay:
    """A day of a programme."""

    day: Day
    slots: tuple[TimetableSlot, ...]


_Timed = tuple[Span, Session]


def timetable_of(forum: Forum) -> tuple[TimetableDay, ...]:
    """The timetable of a forum in which sessions run at the same time; of any other there is none.

    A session without a known hour is in the programme alone.
    """
    timed = [(span, session) for session in forum.sessions if (span := session_span(forum, session))]
    timed.sort(key=lambda one: one[0].begins)
    days: dict[date, list[TimetableSlot]] = {}
    for together in _together(timed):
        slot = TimetableSlot(tuple(_columns(forum, together)))
        days.setdefault(together[0][0].begins.date(), []).append(slot)
    if not any(slot.is_parallel for slots in days.values() for slot in slots):
        return ()
    return tuple(TimetableDay(Day(day.year, day.month, day.day), tuple(slots)) for day, slots in days.items())


def _together(timed: Iterable[_Timed]) -> list[list[_Timed]]:
    """Groups of sessions each of which begins before all of those before it in its group have ended."""
    groups: list[list[_Timed]] = []
    until = datetime.min  # noqa: DTZ901 - compared with hours as clocks show them
    for span, session in timed:
        ends = span.ends or span.begins
        if groups and (span.begins < until or span.begins == groups[-1][0][0].begins):
            groups[-1].append((span, session))
        else:
            groups.append([(span, session)])
        until = max(until, ends)
    return groups


def _columns(forum: Forum, together: Sequence[_Timed]) -> Iterable[tuple[TimetableEntry, ...]]:
    """Sessions of one track, room or venue stand in one column, those of no place wherever there is room."""
    tracks = [track.id for track in forum.tracks]
    columns: dict[object, list[_Timed]] = {}
    for span, session in together:
        key: object = session.track or session.room or session.venue
        if key is None or _overlaps(columns.get(key, ()), span):
            free = (
                name for name, held in columns.items() if isinstance(name, int) and not _overlaps(held, span)
            )
            key = next(free, len(columns))
        columns.setdefault(key, []).append((span, session))
    ordered = sorted(columns, key=lambda key: tracks.index(key) if key in tracks else len(tracks))
    day = min(span.begins for span, _ in together).date()
    for key in ordered:
        yield tuple(_entry(forum, session, span.begins.date() > day) for span, session in columns[key])


def _overlaps(held: Iterable[_Timed], span: Span) -> bool:
    """Whether something in a column runs when the span begins."""
    return any((one.ends or one.begins) > span.begins or one.begins == span.begins for one, _ in held)


def _entry(forum: Forum, session: Session, begins_next_day: bool) -> TimetableEntry:
    link = PageLink(session.name, forum.page, f"session-{session.id}")
    return TimetableEntry(link, session, session_place(forum, session), begins_next_day)


def session_place(forum: Forum, session: Session) -> tuple[Text, ...]:
    """The track, the venue and the room of a session, as far as they are known."""
    track, venue = forum.track_of(session), forum.venue_of(session)
    return tuple(text for text in (track and track.name, venue and venue.name, session.room) if text)
