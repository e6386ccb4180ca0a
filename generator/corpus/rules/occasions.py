"""A forum's days, places, tracks and status agree with each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.corpus.corpus import Corpus
from generator.corpus.rules.finding import Finding, repeated
from generator.corpus.rules.references import cycles, way_around
from generator.models import Forum
from generator.parsing.messages import message
from generator.parsing.problems import Field, suggestion


def forum_dates_ascend(corpus: Corpus) -> Iterator[Finding]:
    """The dates of a forum are whole days, each once, in their order."""
    for forum in corpus.forums.values():
        for number, day in enumerate(forum.dates):
            if not day.day:
                told = message("occasion.no_whole_day", day=str(day))
                yield Finding(forum.path, ("dates", number), told)
        for number, (day, following) in enumerate(pairwise(forum.dates), 1):
            if day.day and following.day and following.earliest <= day.earliest:
                key = "occasion.twice" if following.earliest == day.earliest else "occasion.before_above"
                told = message(key, day=str(following), above=str(day))
                yield Finding(forum.path, ("dates", number), told)


def forum_dates_agree(corpus: Corpus) -> Iterator[Finding]:
    """Where a forum has `dates`, its start and its end are the first and the last of them."""
    for forum in corpus.forums.values():
        if not forum.dates:
            continue
        first, last = forum.dates[0], forum.dates[-1]
        if forum.start_date != first:
            told = message("occasion.not_first", day=str(forum.start_date), first=str(first))
            yield Finding(forum.path, ("start_date",), told)
        if (forum.end_date or last) != last:
            told = message("occasion.not_last", day=str(forum.end_date), last=str(last))
            yield Finding(forum.path, ("end_date",), told)


def venue_is_the_first(corpus: Corpus) -> Iterator[Finding]:
    """A forum has a `venue`, or several `venues`."""
    for forum in corpus.forums.values():
        if forum.venues and forum.venue != forum.venues[0]:
            yield Finding(forum.path, ("venue",), message("occasion.venue_and_venues"))


def places_and_tracks_differ(corpus: Corpus) -> Iterator[Finding]:
    """The venues of a forum have different ids, and so have its tracks."""
    for forum in corpus.forums.values():
        venues = [place.id or number for number, place in enumerate(forum.venues)]
        for name, ids in (("venues", venues), ("tracks", [track.id for track in forum.tracks])):
            for number, first in repeated(ids):
                told = message("twice.word", id=str(ids[number]), first=f"{name}[{first}]")
                yield Finding(forum.path, (name, number, "id"), told)


def sessions_are_somewhere_known(corpus: Corpus) -> Iterator[Finding]:
    """The venue and the track that a session names are among its forum's."""
    for forum in corpus.forums.values():
        known = {
            "venue": [place.id for place in forum.places if place.id],
            "track": list(dict.fromkeys(track.id for track in forum.tracks)),
        }
        for number, session in enumerate(forum.sessions):
            for name, named in (("venue", session.venue), ("track", session.track)):
                if named and named not in known[name]:
                    yield _unknown_part(forum, ("sessions", number, name), named, known[name])


def _unknown_part(forum: Forum, field: Field, named: str, known: list[str]) -> Finding:
    """A session's venue or track that the forum does not have."""
    remedy = suggestion(named, known) or (
        message("remedy.one_of", known=", ".join(known)) if known else message("occasion.no_parts")
    )
    key = "occasion.unknown_venue" if field[-1] == "venue" else "occasion.unknown_track"
    return Finding(forum.path, field, message(key, id=named, remedy=remedy))


def attendance_agrees_with_addresses(corpus: Corpus) -> Iterator[Finding]:
    """What people attend in person alone has no address to join it."""
    for forum in corpus.forums.values():
        if forum.attendance == "in-person" and forum.online and forum.online.url:
            yield Finding(forum.path, ("attendance",), message("occasion.in_person_online"))


def replaced_forums_are_not_held(corpus: Corpus) -> Iterator[Finding]:
    """Only a forum that was put off or called off has another one held instead."""
    for forum in corpus.forums.values():
        if forum.status and forum.status.instead and not forum.called_off:
            told = message("occasion.instead_of_held", status=forum.status.value)
            yield Finding(forum.path, ("status", "instead"), told)


def instead_does_not_circle(corpus: Corpus) -> Iterator[Finding]:
    """No forum is, through others, held instead of itself."""
    edges = {
        forum.id: [forum.status.instead] if forum.status and forum.status.instead else []
        for forum in corpus.forums.values()
    }
    for cycle in cycles(edges, self_loops=True):
        told = message("occasion.instead_of_itself", circle=way_around(cycle))
        yield Finding(corpus.forums[cycle[0]].path, ("status", "instead"), told)


def held_forums_are_past(corpus: Corpus, today: date) -> Iterator[Finding]:
    """A forum that is said to be held does not begin after today."""
    for forum in corpus.forums.values():
        if forum.status and forum.status.value == "held" and forum.start_date.earliest > today:
            told = message("occasion.held_to_come", day=str(forum.start_date), today=str(today))
            field: Field = ("status", "value")
            yield Finding(forum.path, field, told)
