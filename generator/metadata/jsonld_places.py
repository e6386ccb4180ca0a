"""Where events are held, how people attend, and whether they are held at all, as linked data (schema.org)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.corpus.schedule import attendance_of
from generator.metadata.jsonld_things import Thing, best_text, thing
from generator.models import Forum, Language, Session, Venue
from generator.models.occasion import Attendance

ATTENDANCE_MODES: Mapping[Attendance, str] = {
    "in-person": "https://schema.org/OfflineEventAttendanceMode",
    "online": "https://schema.org/OnlineEventAttendanceMode",
    "hybrid": "https://schema.org/MixedEventAttendanceMode",
}


def attendance_mode(forum: Forum) -> str | None:
    """How people take part, if that is known."""
    attendance = attendance_of(forum)
    return ATTENDANCE_MODES[attendance] if attendance else None


def forum_places(forum: Forum, language: Language) -> object:
    """The venues of a forum, and the address at which it is joined."""
    venues = [place_thing(venue, language) for venue in forum.places]
    return one_or_several([*venues, *_online(forum)])


def session_places(forum: Forum, session: Session, language: Language) -> object:
    """Where a session is held, and each of its talks: in its room, or wherever the forum is."""
    venue = forum.venue_of(session) or (forum.venue if len(forum.places) == 1 else None)
    if session.room is None and venue is None:
        return forum_places(forum, language)
    return one_or_several([*filter(None, [_within(venue, session, language)]), *_online(forum)])


def place_thing(venue: Venue, language: Language) -> Thing:
    """The venue, with its room as a place inside."""
    room = thing("Place", name=best_text(venue.room, language)) if venue.room else None
    return thing(
        "Place",
        name=best_text(venue.name, language),
        address=best_text(venue.address, language),
        containsPlace=room,
    )


def one_or_several(values: Sequence[object]) -> object:
    """One by itself, so that a forum with one place stays as it was; several as a list."""
    return values[0] if len(values) == 1 else values


def _within(venue: Venue | None, session: Session, language: Language) -> Thing | None:
    if venue:
        return place_thing(venue.model_copy(update={"room": session.room or venue.room}), language)
    return thing("Place", name=best_text(session.room, language)) if session.room else None


def _online(forum: Forum) -> Iterator[Thing]:
    if forum.online and forum.online.url:
        yield thing("VirtualLocation", url=forum.online.url)
