"""Corpus → Popolo (popoloproject.com): people, organizations, posts and events, for civic-tech programs.

Popolo has one language for a name and no uncertain dates: the name in the other language is among the other
names, and a day is given without its uncertainty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.corpus.corpus import Corpus
from generator.corpus.licences import terms_of_use
from generator.corpus.schedule import (
    ONE_DAY,
    in_zone,
    moment_of,
    runs_past_midnight,
    session_day,
    session_span,
    zone_of,
)
from generator.corpus.urls import file_address, page_address
from generator.exports.data.json_files import about
from generator.exports.data.json_values import JsonValue, json_file
from generator.models import LANGUAGES, Citation, Forum, Organization, Prose, Record, Session, Speaker, Text
from generator.models.date import Day
from generator.models.occasion import ForumStatusWord
from generator.models.parts import Identifier, Link, Named
from generator.parsing.addresses import uri_of
from generator.parsing.commonmark import words_of_prose

POPOLO_PATH = "data/popolo.json"

FIRST, SECOND = LANGUAGES

STATUSES: Mapping[ForumStatusWord, str] = {
    "announced": "scheduled", "held": "confirmed", "postponed": "postponed", "cancelled": "cancelled",
}  # fmt: skip
"""Our words → those that Popolo knows (popoloproject.com/contexts/event.jsonld)."""


def popolo_file(corpus: Corpus) -> bytes:
    return json_file(
        {
            **{name: value for name, value in about(corpus).items() if name != "format"},
            "persons": [person(corpus, speaker) for speaker in corpus.speakers.values()],
            "organizations": [organization(corpus, body) for body in corpus.organizations.values()],
            "memberships": [one for speaker in corpus.speakers.values() for one in memberships(speaker)],
            "events": [one for forum in corpus.forums.values() for one in events(corpus, forum)],
        }
    )


def person(corpus: Corpus, speaker: Speaker) -> dict[str, JsonValue]:
    return _known(
        **_named(corpus, speaker),
        family_name=_text(speaker.family_name),
        given_name=_text(speaker.given_name),
        biography=_text(speaker.biography),
        image=file_address(corpus, f"files/{speaker.image}") if speaker.image else None,
        license=_terms(corpus, speaker),
    )


def organization(corpus: Corpus, body: Organization) -> dict[str, JsonValue]:
    return _known(
        **_named(corpus, body),
        classification=body.classification,
        parent_id=body.parent,
        description=_text(body.abstract),
        founding_date=_day(body.founding_date),
        dissolution_date=_day(body.dissolution_date),
        license=_terms(corpus, body),
    )


def memberships(speaker: Speaker) -> Iterator[dict[str, JsonValue]]:
    """Posts as the person's record has them; to speak for an organization at a forum is no membership.

    A post is known by the person and the body, so that another one written before it changes no id; a second
    one in the same body ends in `.2`.
    """
    seen: Counter[str] = Counter()
    for post in speaker.memberships:
        seen[post.organization] += 1
        number = f".{seen[post.organization]}" if seen[post.organization] > 1 else ""
        yield _known(
            id=f"{speaker.id}.{post.organization}{number}",
            label=_text(post.position),
            role=_text(post.position),
            person_id=speaker.id,
            organization_id=post.organization,
            start_date=_day(post.start_date),
            end_date=_day(post.end_date),
        )


def events(corpus: Corpus, forum: Forum) -> Iterator[dict[str, JsonValue]]:
    """A forum, then its sessions as events within it.

    An event of Popolo has no links: the addresses of a forum's pages are its identifiers. A session's id is
    its forum's and its own with '.' between them; no id has a '.' in it, so no two events share one.
    """
    zone = zone_of(corpus.site, forum)
    attendees = {part.participant.person: None for part in corpus.participations_at(forum)}
    organizing = [body for who in forum.organizers for body in who.organizations]
    yield _known(
        id=forum.id,
        name=_text(forum.name),
        description=_text(forum.abstract),
        classification=forum.classification,
        status=STATUSES[corpus.forum_status(forum)],
        identifiers=[{"scheme": "uri", "identifier": one["url"]} for one in _pages(corpus, forum)],
        location=_location(forum),
        start_date=_moment(forum.start_date, forum.start_time, zone),
        end_date=_end(forum, zone),
        organization_id=next(iter(organizing), None),
        attendees=[{"id": key} for key in attendees if key],
        license=_terms(corpus, forum),
        sources=_sources(corpus, forum.sources),
    )
    for session in forum.sessions:
        yield _session(corpus, forum, session, zone)


def _location(forum: Forum) -> str | None:
    """The venues, or the address at which it was joined."""
    lines = [", ".join(filter(None, map(_text, (one.name, one.room, one.address)))) for one in forum.places]
    joined = forum.online.url if forum.online else None
    return " / ".join(lines) or (uri_of(joined) if joined else None)


def _session_location(forum: Forum, session: Session) -> str | None:
    """The venue that a session names, and its room."""
    venue = forum.venue_of(session)
    room = session.room or (venue.room if venue else None)
    parts = (venue.name, room, venue.address) if venue else (room,)
    return ", ".join(filter(None, map(_text, parts))) or None


def _end(forum: Forum, zone: str) -> str | None:
    """The last hour, that of the next day if it is an hour past midnight of a day that is known."""
    last = forum.end_date or forum.start_date
    if runs_past_midnight(forum) and last.day:
        following = last.earliest + ONE_DAY
        return _moment(Day(following.year, following.month, following.day), forum.end_time, zone)
    day = forum.end_date or (forum.start_date if forum.end_time else None)
    return _moment(day, forum.end_time, zone)


def _session(corpus: Corpus, forum: Forum, session: Session, zone: str) -> dict[str, JsonValue]:
    day, span = session_day(forum, session), session_span(forum, session)
    end = in_zone(zone, span.ends) if span and span.ends else None
    people = dict.fromkeys(who.person for one in session.contributions for who in one.speakers)
    return _known(
        id=f"{forum.id}.{session.id}",
        name=_text(session.name),
        description=_text(session.abstract),
        classification=session.classification,
        status=STATUSES[corpus.forum_status(forum)],
        location=_session_location(forum, session),
        start_date=in_zone(zone, span.begins) if span else _moment(day, session.start_time, zone),
        end_date=end or (_moment(day, session.end_time, zone) if session.end_time else None),
        parent_id=forum.id,
        attendees=[{"id": key} for key in people if key],
    )


def _named(corpus: Corpus, record: Named) -> dict[str, JsonValue]:
    other = record.name.in_language(SECOND) if record.name.in_language(FIRST) else None
    names: list[JsonValue] = []
    if other and other != record.name.in_language(FIRST):
        names.append({"name": other, "lang": SECOND, "note": "The name in the other language of the site."})
    names += [
        _known(name=one.name, lang=one.lang, script=one.script, note=_text(one.note))
        for one in record.other_names
    ]
    return {
        "id": record.id,
        "name": _text(record.name),
        "other_names": names,
        "identifiers": [_identifier(one) for one in record.identifiers],
        "links": [*_pages(corpus, record), *map(_link, record.links)],
        "sources": _sources(corpus, record.sources),
    }


def _identifier(identifier: Identifier) -> dict[str, JsonValue]:
    return {"scheme": identifier.scheme, "identifier": identifier.identifier}


def _link(link: Link) -> dict[str, JsonValue]:
    return _known(url=uri_of(link.url), note=_text(link.label))


def _pages(corpus: Corpus, record: Record) -> list[dict[str, str]]:
    return [{"url": page_address(corpus, record.page, language), "note": language} for language in LANGUAGES]


def _sources(corpus: Corpus, citations: Iterable[Citation]) -> list[JsonValue]:
    """Each source once, known by its address elsewhere, or else by its page here."""
    sources = [corpus.sources[key] for key in dict.fromkeys(citation.source for citation in citations)]
    return [
        {"url": uri_of(source.url or page_address(corpus, source.page, FIRST)), "note": _text(source.title)}
        for source in sources
    ]


def _terms(corpus: Corpus, record: Record) -> str | None:
    """A record's own terms, in a property that Popolo allows and does not name."""
    return terms_of_use(corpus, record.license).url if record.license else None


def _text(text: Text | None) -> str | None:
    """The text in the first language, or in the other one if there is none; without Markdown."""
    if text is None:
        return None
    best = text.best(FIRST)[0]
    return words_of_prose(best) if isinstance(text, Prose) else best


def _day(day: Day | None) -> str | None:
    return day.numeric if day else None


def _moment(day: Day | None, clock: str | None, zone: str) -> str | None:
    """A day, with the hour in the forum's time zone if both are known."""
    if day is None:
        return None
    return in_zone(zone, moment_of(day.earliest, clock)) if clock and day.day else day.numeric


def _known(**values: JsonValue) -> dict[str, JsonValue]:
    """Values that are not known are left out."""
    return {name: value for name, value in values.items() if value is not None and value != []}
