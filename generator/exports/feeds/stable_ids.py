"""Ids and days of change for feeds and calendars, which are the same from build to build."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from urllib.parse import quote, urlsplit

from generator.corpus.corpus import Corpus
from generator.models import Forum, Record

MINTED = "2026"
"""The year in the site's tag: URIs, which mean the owner of the domain on its first day."""

KOREA = timezone(timedelta(hours=9), "KST")
"""Korea's time zone, without a table of time zones, which may differ by machine."""

NEVER = date(int(MINTED), 1, 1)
"""The day on which an empty feed last changed."""


def host_of(corpus: Corpus) -> str:
    """The site's domain in ASCII (Punycode), as it is registered."""
    host = urlsplit(corpus.site.address).hostname or ""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return quote(host)


def tag(corpus: Corpus, *names: str) -> str:
    """A tag: URI (RFC 4151): unique to this site, and unchanged when a page moves."""
    path = urlsplit(corpus.site.address).path.strip("/")
    return f"tag:{host_of(corpus)},{MINTED}:{quote('/'.join(filter(None, (path, *names))))}"


def first_id(record: Record) -> str:
    """The record's first id, so that a renamed record is not a new one."""
    return next(iter(record.redirect_from), record.id)


def midnight(day: date) -> datetime:
    """The beginning of a day in Korea, since feeds and calendars need instants."""
    return datetime.combine(day, time(), KOREA)


def midnight_utc(day: date) -> datetime:
    return midnight(day).astimezone(UTC)


def forum_changed(corpus: Corpus, forum: Forum) -> date:
    """The day of a forum's newest fact; for a forum to come, the day of the newest source on it.

    It is never after the last day that the records cover.
    """
    until = corpus.known_until
    if forum.start_date.earliest > until:
        days = [corpus.sources[citation.source].issued.earliest for citation in forum.sources]
        days += [forum.status.date.earliest] if forum.status and forum.status.date else []
        return max((day for day in days if day <= until), default=until)
    return (corpus.newest_fact((forum,)) or forum.start_date).earliest
