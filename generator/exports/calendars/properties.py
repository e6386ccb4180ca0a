"""What the events of forums and of sessions have in common, property by property (RFC 5545, section 3.8).

No event names an organizer as programs read it: ORGANIZER is who invites people by e-mail (section 3.8.4.3;
Outlook asks to accept or decline), and here nobody does. The description names who holds the forum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from icalendar import Event

from generator.corpus.corpus import Corpus
from generator.corpus.schedule import zone_of
from generator.corpus.urls import page_address
from generator.exports.changes import forum_changed, in_utc, version_of
from generator.i18n.strings import Words
from generator.models import Forum, Text, Venue
from generator.models.time_zones import time_zone
from generator.pages.occasion import venue_in_words
from generator.parsing.addresses import uri_of

Properties = Iterator[tuple[str, object, Mapping[str, str]]]
"""Names, values and parameters."""

LONGEST_DESCRIPTION = 4000
"""Characters in one language: Google Calendar keeps 8,192 of both."""

MORE = " …"


def event_of(properties: Iterable[tuple[str, object, Mapping[str, str]]]) -> Event:
    event = Event()
    for name, value, parameters in properties:
        event.add(name, value, parameters=dict(parameters))
    return event


def version(corpus: Corpus, forum: Forum) -> Properties:
    """By which programs tell a newer version of an event from an older one (RFC 5546, section 2.1.5)."""
    changed = in_utc(forum_changed(corpus, forum))
    yield "dtstamp", changed, {}
    yield "last-modified", changed, {}
    yield "sequence", version_of(forum), {}


def times(corpus: Corpus, forum: Forum, begins: date, ends: date | None) -> Properties:
    """Hours in the forum's time zone, or days, of which the end is the day after the last one.

    An end that is not known is left out: programs then show the beginning alone, or an hour of their own.
    """
    name, known = zone_of(corpus.site, forum), [("dtstart", begins), *([("dtend", ends)] if ends else [])]
    in_doubt = any(isinstance(when, datetime) and _is_read_in_two_ways(name, when) for _, when in known)
    for end, when in known:
        if not isinstance(when, datetime):
            yield end, when, {"VALUE": "DATE"}
        elif in_doubt:
            yield end, in_utc(when.replace(tzinfo=time_zone(name))), {}
        else:
            yield end, when, {"TZID": name}


def _is_read_in_two_ways(zone: str, hour: datetime) -> bool:
    """Whether clocks show the hour twice or never that day, or are seconds apart from UTC, as they once were.

    Each program makes another instant of that, so it is written in UTC.
    """
    first, second = (hour.replace(tzinfo=time_zone(zone), fold=fold).utcoffset() for fold in (0, 1))
    return first != second or bool(first and first % timedelta(minutes=1))


def standing(forum: Forum) -> Properties:
    """Nothing takes place on the days of a forum that was put off, so it is cancelled for a calendar.

    Nobody's time is taken by what stands in a calendar that somebody else keeps.
    """
    if forum.called_off:
        yield "status", "CANCELLED", {}
    yield "transp", "TRANSPARENT", {}
    yield "class", "PUBLIC", {}


def place(forum: Forum, venues: Sequence[Venue], words: Words) -> Properties:
    """The venues, or the address online of a forum that has none; and how to join."""
    joined = forum.online.url if forum.online else None
    if venues:
        shown = " / ".join(venue_in_words(venue, words) for venue in venues)
        yield "location", shown, {"LANGUAGE": venues[0].name.best(words.language)[1]}
    elif joined and not forum.places:
        yield "location", uri_of(joined), {}
    if joined:
        label = {"VALUE": "URI", "LABEL": words("forum.join")}
        yield "conference", uri_of(joined), {**label, "LANGUAGE": words.language}


def categories(labels: Iterable[Text]) -> Properties:
    yield "categories", [*dict.fromkeys(label.best("ko")[0] for label in labels)], {"LANGUAGE": "ko"}


def description(lines: Iterable[str]) -> str:
    """Lines as far as programs keep them, and the last one, which is the address of all of it."""
    *said, address = lines
    kept: list[str] = []
    room = LONGEST_DESCRIPTION - len(address) - len(MORE)
    for line in said:
        if len(line) >= room:
            return "\n".join((*kept, line[:room].rpartition(" ")[0] + MORE, address))
        kept.append(line)
        room -= len(line) + 1
    return "\n".join((*kept, address))


def standing_lines(corpus: Corpus, forum: Forum, words: Words) -> Iterator[str]:
    """Lines of a description: that the forum was put off or called off, why, and what is held instead."""
    if off := forum.called_off:
        yield words(f"called_off.notice.{off.value}")
        if off.note:
            yield off.note.best(words.language)[0]
    if instead := corpus.held_instead(forum):
        yield f"{words('forum.instead')}: {page_address(corpus, instead.page, words.language)}"
