"""When a record last changed, from the days that it states: the same from build to build, without a clock.

Feeds and calendars need instants where records have days. To them only a newer instant is a change.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from generator.corpus.corpus import Corpus
from generator.corpus.dates import days_of
from generator.models import Forum, Proposal, Record
from generator.parsing.time_zone import KOREA

NEVER = date(2026, 1, 1)
"""The day on which an empty feed last changed."""


def midnight(day: date) -> datetime:
    """The beginning of a day in Korea."""
    return datetime.combine(day, time(), KOREA)


def changed_at(record: Record, *days: date) -> datetime:
    """The newest of the days and of the record's revisions, as many seconds later as its version says.

    So each correction is newer than what was published before it: the second on one day too, and one that
    tells of an earlier day.
    """
    newest = max((*days, *(revision.date.earliest for revision in record.revisions)))
    return midnight(newest) + timedelta(seconds=version_of(record))


def forum_changed(corpus: Corpus, forum: Forum) -> datetime:
    """The instant of a forum's newest fact or revision; of one that was not held, also of what is told of it.

    Its own days count once they are over, even if it was called off, so that the instant only rises.
    """
    until = corpus.known_until
    days = [day.earliest for day in days_of(forum) if day.earliest <= until]
    if forum.called_off or forum.start_date.earliest > until:
        days.append(told_on(corpus, forum))
    return changed_at(forum, *days)


def told_on(corpus: Corpus, forum: Forum) -> date:
    """The day on which a source, or its status, last told of a forum: news of one that is not held yet.

    Days after the last one that the records cover never count.
    """
    until = corpus.known_until
    told = [corpus.sources[citation.source].issued for citation in forum.sources]
    told += [forum.status.date] if forum.status and forum.status.date else []
    return max((day.earliest for day in told if day.earliest <= until), default=until)


def version_of(record: Record) -> int:
    """A number that rises with each revision, and when a forum is called off or a proposal taken back.

    Between two revisions there is room for these, so that it never falls.
    """
    return 3 * len(record.revisions) + _state(record)


def in_utc(instant: datetime) -> datetime:
    return instant.astimezone(UTC)


def _state(record: Record) -> int:
    """0 as long as nothing was put off, called off or taken back."""
    if isinstance(record, Forum) and record.called_off:
        return {"postponed": 1, "cancelled": 2}[record.called_off.value]
    return int(isinstance(record, Proposal) and record.withdrawn is not None)
