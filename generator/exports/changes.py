"""When a record last changed, from the days that it states: the same from build to build, without a clock.

Feeds and calendars need instants where records have days. To them only a newer instant is a change.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone

from generator.corpus.corpus import Corpus
from generator.corpus.dates import days_of
from generator.models import Forum, Record
from generator.models.date import Day
from generator.models.occasion import ForumStatusWord

KOREA = timezone(timedelta(hours=9), "KST")
"""Korea's time zone, without a table of time zones, which may differ by machine."""

NEVER = date(2026, 1, 1)
"""The day on which an empty feed last changed."""

STANDINGS: tuple[ForumStatusWord, ...] = ("announced", "postponed", "cancelled", "held")
"""In the order in which a forum comes to them."""


def midnight(day: date) -> datetime:
    """The beginning of a day in Korea."""
    return datetime.combine(day, time(), KOREA)


def changed_at(record: Record, *days: date) -> datetime:
    """The newest of the days and of the record's revisions; a second later for each revision.

    So a correction is newer than what was published before it, whatever day it is dated.
    """
    return _newest(record, days) + timedelta(seconds=len(record.revisions))


def forum_changed(corpus: Corpus, forum: Forum) -> datetime:
    """The instant of a forum's newest fact or revision, as many seconds later as it has had versions.

    Of one to come, the day itself is no fact yet: what counts is when a source told of it. Days after the
    last one that the records cover never count. The days of a forum that was called off do, or it would be
    older than it was before that was known.
    """
    until = corpus.known_until
    if forum.start_date.earliest <= until:
        days = [day.earliest for day in days_of(forum) if day.earliest <= until]
    else:
        told: Iterable[Day] = (corpus.sources[citation.source].issued for citation in forum.sources)
        days = [day.earliest for day in (*told, *_called_off_on(forum)) if day.earliest <= until]
        days += [] if days or forum.revisions else [until]
    return _newest(forum, days) + timedelta(seconds=version_of(forum))


def version_of(forum: Forum) -> int:
    """A number that rises with each revision, and when a forum is put off, called off or held after all.

    Between two revisions there is room for all of these, so that it never falls.
    """
    standing = forum.status.value if forum.status else "announced"
    return len(STANDINGS) * len(forum.revisions) + STANDINGS.index(standing)


def in_utc(instant: datetime) -> datetime:
    return instant.astimezone(UTC)


def _newest(record: Record, days: Iterable[date]) -> datetime:
    """The beginning of the newest of the days and of the record's revisions."""
    return midnight(max((*days, *(revision.date.earliest for revision in record.revisions))))


def _called_off_on(forum: Forum) -> Iterable[Day]:
    return [forum.status.date] if forum.status and forum.status.date else []
