"""Talks as linked data (JSON-LD, schema.org): events within their forum, with what was recorded and shown."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from generator.corpus.corpus import Corpus
from generator.corpus.licences import terms_of_use
from generator.corpus.schedule import in_zone, session_day, talk_span, zone_of
from generator.corpus.talks import Talk
from generator.corpus.urls import file_address, page_address
from generator.metadata.jsonld_places import attendance_mode, session_places
from generator.metadata.jsonld_things import (
    Thing,
    best_text,
    event,
    identity,
    moment,
    off_status,
    parties,
    thing,
    title_properties,
    work,
)
from generator.models import Attachment, Language, Text
from generator.models.duration import iso_duration
from generator.parsing.addresses import uri_of

RECORDED: Mapping[str, str] = {"video": "VideoObject", "audio": "AudioObject", "recording": "MediaObject"}
"""The media that let the talk itself be heard or seen → schema.org's type."""

MEDIA_FILES = (".mp4", ".webm", ".mp3", ".ogg", ".m4a", ".mov")
"""Endings of addresses that are a recording and no page with one on it."""


def talk_thing(corpus: Corpus, talk: Talk, language: Language) -> Thing:
    """A talk with its speakers; who is not named by the source has a name and no identity."""
    contribution = talk.contribution
    day, span = session_day(talk.forum, talk.session), talk_span(talk.forum, talk.session, contribution)
    hours = span if day and day.is_exact else None
    zone = zone_of(corpus.site, talk.forum)
    recorded, shown = recorded_and_shown(corpus, contribution.documents)
    about = contribution.abstract or contribution.summary or contribution.title
    return {
        **thing("Event", identity(corpus, talk.page)),
        **(title_properties(contribution.title, language) if contribution.title else {}),
        **thing(
            "Event",
            description=best_text(contribution.abstract or contribution.summary, language),
            url=page_address(corpus, talk.page, language),
            inLanguage=contribution.language or language,
            startDate=in_zone(zone, hours.begins) if hours else moment(day),
            endDate=in_zone(zone, hours.ends) if hours and hours.ends else None,
            eventStatus=off_status(talk.forum),
            eventAttendanceMode=attendance_mode(talk.forum),
            location=session_places(talk.forum, talk.session, language),
            performer=parties(corpus, contribution.speakers, language),
            superEvent=event(corpus, talk.forum, language),
            recordedIn=documents_things(corpus, recorded, about, language),
            workFeatured=documents_things(corpus, shown, about, language),
            subjectOf=_sources_of_talk(corpus, talk, language),
        ),
    }


def _sources_of_talk(corpus: Corpus, talk: Talk, language: Language) -> list[Thing]:
    keys = dict.fromkeys(citation.source for citation in talk.contribution.sources)
    return [work(corpus.sources[key], language) for key in keys]


def recorded_and_shown(
    corpus: Corpus, documents: Iterable[Attachment]
) -> tuple[list[Attachment], list[Attachment]]:
    """The recordings of an event, and its other documents."""
    halves: tuple[list[Attachment], list[Attachment]] = ([], [])
    for document in documents:
        halves[corpus.document_kinds[document.type].media not in RECORDED].append(document)
    return halves


def documents_things(
    corpus: Corpus, documents: Iterable[Attachment], about: Text | None, language: Language
) -> list[Thing]:
    """Each document under its address; no preview and no day that nobody stated."""
    return [document_thing(corpus, document, about, language) for document in documents]


def document_thing(corpus: Corpus, document: Attachment, about: Text | None, language: Language) -> Thing:
    """A document; a recording's description is its event's, and its content's address is a file's alone."""
    address = uri_of(document.url) if document.url else file_address(corpus, f"files/{document.file}")
    is_file = bool(document.file) or posixpath.splitext(urlsplit(address).path)[1] in MEDIA_FILES
    kind = corpus.document_kinds[document.type]
    recorded = kind.media in RECORDED
    return thing(
        RECORDED.get(kind.media, kind.schema_org),
        name=best_text(document.name, language),
        description=best_text(about, language) if recorded else None,
        url=None if is_file and recorded else address,
        contentUrl=address if is_file and recorded else None,
        inLanguage=document.language,
        uploadDate=moment(document.date) if recorded else None,
        datePublished=None if recorded else moment(document.date),
        duration=iso_duration(document.duration) if document.duration and recorded else None,
        license=terms_of_use(corpus, document.license).url if document.license else None,
    )


def talk_by_title(corpus: Corpus, talk: Talk, language: Language) -> Thing:
    return thing(
        "Event",
        identity(corpus, talk.page),
        name=best_text(talk.contribution.title, language),
        url=page_address(corpus, talk.page, language),
    )
