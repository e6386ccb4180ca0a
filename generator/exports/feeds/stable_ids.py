"""What lasts from build to build: how feeds and calendars call a thing, and on which day it changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from urllib.parse import quote, urlsplit

from generator.corpus.corpus import Corpus
from generator.models import Forum, Record

MINTED = "2026"
"""The year that the site's names are of: in a tag: URI, the domain's name is meant as of its first day."""

KOREA = timezone(timedelta(hours=9), "KST")
"""Korea's time, without a table of time zones that may differ by machine."""

NEVER = date(int(MINTED), 1, 1)
"""When what has no content changed last."""


def host_of(corpus: Corpus) -> str:
    """The site's domain, in the letters that domains are registered in."""
    host = urlsplit(corpus.site.address).hostname or ""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return quote(host)


def tag(corpus: Corpus, *names: str) -> str:
    """A name that no other site uses and no move of a page changes, as tag: URI (RFC 4151)."""
    path = urlsplit(corpus.site.address).path.strip("/")
    return f"tag:{host_of(corpus)},{MINTED}:{quote('/'.join(filter(None, (path, *names))))}"


def first_id(record: Record) -> str:
    """The id that the record had first: a renamed record is no new one."""
    return next(iter(record.redirect_from), record.id)


def midnight(day: date) -> datetime:
    """The beginning of a day in Korea; facts have days, and feeds and calendars want instants."""
    return datetime.combine(day, time(), KOREA)


def midnight_utc(day: date) -> datetime:
    return midnight(day).astimezone(UTC)


def forum_changed(corpus: Corpus, forum: Forum) -> date:
    """The day of a forum's newest fact; of one to come, the day on which the newest source on it appeared.

    It is never after the last day of which the records tell.
    """
    until = corpus.known_until
    if forum.start_date.earliest > until:
        issued = [corpus.sources[citation.source].issued.earliest for citation in forum.sources]
        return max((day for day in issued if day <= until), default=until)
    return (corpus.newest_fact((forum,)) or forum.start_date).earliest
