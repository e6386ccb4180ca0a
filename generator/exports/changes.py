"""When a record last changed, from the days that it states: the same from build to build, without a clock.

Feeds and calendars need instants where records have days. To them only a newer instant is a change.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone

from generator.corpus.corpus import Corpus
from generator.models import Forum, Record
from generator.models.date import Day

KOREA = timezone(timedelta(hours=9), "KST")
"""Korea's time zone, without a table of time zones, which may differ by machine."""

NEVER = date(2026, 1, 1)
"""The day on which an empty feed last changed."""


def midnight(day: date) -> datetime:
    """The beginning of a day in Korea."""
    return datetime.combine(day, time(), KOREA)


def changed_at(record: Record, *days: date) -> datetime:
    """The newest of the days and of the record's revisions; a second later for each revision of that day.

    So a correction is newer than what was published earlier on its day.
    """
    revised = [revision.date.earliest for revision in record.revisions]
    newest = max((*days, *revised))
    return midnight(newest) + timedelta(seconds=revised.count(newest))


def forum_changed(corpus: Corpus, forum: Forum) -> datetime:
    """The instant of a forum's newest fact or revision.

    Of one to come, the day itself is no fact yet: what counts is when a source told of it. Days after the
    last one that the records cover never count.
    """
    until = corpus.known_until
    if forum.start_date.earliest <= until:
        return changed_at(forum, (corpus.newest_fact((forum,)) or forum.start_date).earliest)
    told: Iterable[Day] = (corpus.sources[citation.source].issued for citation in forum.sources)
    days = [day.earliest for day in (*told, *_called_off_on(forum)) if day.earliest <= until]
    return changed_at(forum, *days, *([] if days or forum.revisions else [until]))


def version_of(forum: Forum) -> int:
    """A number that rises with each revision of a forum, and when it is put off or called off.

    Between two revisions there is room for both, so that it never falls.
    """
    called_off = forum.called_off.value if forum.called_off else None
    return 3 * len(forum.revisions) + {None: 0, "postponed": 1, "cancelled": 2}[called_off]


def in_utc(instant: datetime) -> datetime:
    return instant.astimezone(UTC)


def _called_off_on(forum: Forum) -> Iterable[Day]:
    return [forum.status.date] if forum.status and forum.status.date else []
