"""Days and hours are in order: of forums, sessions, histories, memberships, sources; the past is past."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.corpus.corpus import Corpus
from generator.corpus.rules.finding import Finding
from generator.corpus.schedule import is_after_last_day, lasts_one_day, runs_past_midnight
from generator.models import Contribution, Forum, Record, Session, Site
from generator.models.date import Day
from generator.models.traverse import values_of
from generator.models.withdrawn import WITHDRAWN_PATH
from generator.parsing.messages import Message, message
from generator.parsing.problems import Field

HAPPENED = frozenset(
    (
        *("as_of", "status", "history", "withdrawn", "revisions", "checked", "issued", "accessed"),
        *("founding_date", "dissolution_date", "documents"),
    )
)
"""The fields whose days are past, at whatever depth; those of forums and posts may be announced."""

HOURS = {"morning": ("00:00", "11:59"), "afternoon": ("12:00", "17:59"), "evening": ("17:00", "23:59")}
"""Part of day → the first and last time at which a forum of it can begin."""


def is_before(first: Day, second: Day) -> bool:
    """Whether the first day is certainly the earlier one, however inexact they are."""
    return first.latest < second.earliest


def forum_ends_after_it_starts(corpus: Corpus) -> Iterator[Finding]:
    """A forum ends no earlier than it starts, in days and, on one day, in hours."""
    for forum in corpus.forums.values():
        backwards = forum.end_date and is_before(forum.end_date, forum.start_date)
        if backwards and not forum.dates:
            wrong = message("dates.before_start", end=str(forum.end_date), start=str(forum.start_date))
            yield Finding(forum.path, ("end_date",), wrong)
        elif lasts_one_day(forum) or forum.dates:
            yield from _hours_ascend(forum.path, forum, ())


def forum_begins_in_its_part_of_day(corpus: Corpus) -> Iterator[Finding]:
    """A forum's part of day agrees with its hour."""
    for forum in corpus.forums.values():
        if forum.day_part and forum.start_time:
            earliest, latest = HOURS[forum.day_part]
            if not earliest <= forum.start_time <= latest:
                wrong = message("dates.part_of_day", part=forum.day_part, hour=forum.start_time)
                yield Finding(forum.path, ("day_part",), wrong)


def session_ends_after_it_starts(corpus: Corpus) -> Iterator[Finding]:
    """A session ends after it starts; an earlier hour is the next day's."""
    for forum in corpus.forums.values():
        for number, session in enumerate(forum.sessions):
            yield from _hours_ascend(forum.path, session, ("sessions", number))


def _hours_ascend(path: str, event: Forum | Session, field: Field) -> Iterator[Finding]:
    if event.start_time and event.end_time == event.start_time:
        wrong = message("dates.not_after_start", end=event.end_time, start=event.start_time)
        yield Finding(path, (*field, "end_time"), wrong)


def session_lies_within_forum(corpus: Corpus) -> Iterator[Finding]:
    """A session is on a day of its forum and, if that has one day, within its hours; so are its talks."""
    for forum in corpus.forums.values():
        for number, session in enumerate(forum.sessions):
            field: Field = ("sessions", number)
            if session.date and not _is_day_of(forum, session, session.date):
                wrong = message("dates.no_day_of_forum", day=str(session.date), days=_days_in_words(forum))
                yield Finding(forum.path, (*field, "date"), wrong)
            elif lasts_one_day(forum) or forum.dates:
                yield from _outside_hours(forum, session, field)
                for place, talk in enumerate(() if _has_hour(session) else session.contributions):
                    yield from _outside_hours(forum, talk, (*field, "contributions", place))


def _has_hour(session: Session) -> bool:
    """Whether its talks lie within its own hours, of which another rule tells."""
    return bool(session.start_time or session.end_time)


def _is_day_of(forum: Forum, session: Session, day: Day) -> bool:
    """Whether the day can be one of the forum's; a night's programme ends on the next one."""
    if is_after_last_day(forum, session, day.earliest):
        return True
    if forum.dates:
        return any(not is_before(day, one) and not is_before(one, day) for one in forum.dates)
    return not is_before(day, forum.start_date) and not is_before(forum.end_date or forum.start_date, day)


def _days_in_words(forum: Forum) -> str | Message:
    if forum.dates:
        return ", ".join(map(str, forum.dates))
    first, last = str(forum.start_date), str(forum.end_date or forum.start_date)
    return message("dates.span", first=first, last=last) if forum.end_date else first


def _outside_hours(forum: Forum, session: Session | Contribution, field: Field) -> Iterator[Finding]:
    """Hours of a session or a talk before the forum begins, or after it ends."""
    begins, ends, night = forum.start_time, forum.end_time, runs_past_midnight(forum)
    start, end = session.start_time, session.end_time
    is_early = bool(begins and start and start < begins)
    after_midnight = bool(night and is_early and start and ends and start <= ends)
    if is_early and start and begins and not after_midnight:
        wrong = message("dates.before_forum_starts", hour=start, start=begins)
        yield Finding(forum.path, (*field, "start_time"), wrong)
    if ends and start and not (end or night) and start > ends:
        late = message("dates.starts_after_forum", hour=start, end=ends)
        yield Finding(forum.path, (*field, "start_time"), late)
    if begins and end and not (start or night) and end < begins:
        early = message("dates.ends_before_forum", hour=end, start=begins)
        yield Finding(forum.path, (*field, "end_time"), early)
    next_day = runs_past_midnight(session) or after_midnight
    if ends and end and _hour_of_day(end, next_day) > _hour_of_day(ends, night):
        wrong = message("dates.after_forum_ends", hour=end, end=ends)
        if start and runs_past_midnight(session) and not night:
            wrong = message("dates.next_day_after_forum", hour=end, start=start, end=ends)
        yield Finding(forum.path, (*field, "end_time"), wrong)


def _hour_of_day(hour: str, next_day: bool) -> tuple[bool, str]:
    """By which ends can be compared: 00:00 of the next day is 24:00 of this one."""
    return (False, "24:00") if next_day and hour == "00:00" else (next_day, hour)


def history_dates_ascend(corpus: Corpus) -> Iterator[Finding]:
    """A history lists its steps in the order of their dates."""
    for proposal in corpus.proposals.values():
        for number, (step, following) in enumerate(pairwise(proposal.history), 1):
            if is_before(following.date, step.date):
                wrong = message("dates.before_step_above", day=str(following.date), above=str(step.date))
                yield Finding(proposal.path, ("history", number, "date"), wrong)


def history_begins_with_forum(corpus: Corpus) -> Iterator[Finding]:
    """A proposal's history begins no earlier than the forum that it was made at."""
    for proposal in corpus.proposals.values():
        forum = corpus.forums.get(proposal.forum)
        if forum and is_before(proposal.history[0].date, forum.start_date):
            first, start = str(proposal.history[0].date), str(forum.start_date)
            wrong = message("dates.before_forum", day=first, forum=start)
            yield Finding(proposal.path, ("history", 0, "date"), wrong)


def withdrawn_after_it_was_made(corpus: Corpus) -> Iterator[Finding]:
    """A proposal is taken back no earlier than it was made."""
    for proposal in corpus.proposals.values():
        made = proposal.history[0].date
        if proposal.withdrawn and is_before(proposal.withdrawn.date, made):
            wrong = message("dates.before_proposed", day=str(proposal.withdrawn.date), made=str(made))
            yield Finding(proposal.path, ("withdrawn", "date"), wrong)


def checked_after_newest_step(corpus: Corpus) -> Iterator[Finding]:
    """The day on which a proposal was last checked is no earlier than its newest step."""
    for proposal in corpus.proposals.values():
        newest = proposal.history[-1].date
        if proposal.checked and is_before(proposal.checked, newest):
            wrong = message("dates.before_newest_step", day=str(proposal.checked), newest=str(newest))
            yield Finding(proposal.path, ("checked",), wrong)


def membership_ends_after_it_starts(corpus: Corpus) -> Iterator[Finding]:
    """A membership ends no earlier than it starts."""
    for speaker in corpus.speakers.values():
        for number, membership in enumerate(speaker.memberships):
            start, end = membership.start_date, membership.end_date
            if start and end and is_before(end, start):
                wrong = message("dates.before_start", end=str(end), start=str(start))
                yield Finding(speaker.path, ("memberships", number, "end_date"), wrong)


def source_is_read_after_it_appeared(corpus: Corpus) -> Iterator[Finding]:
    """A source is consulted no earlier than it was issued."""
    for source in corpus.sources.values():
        if source.accessed and is_before(source.accessed, source.issued):
            wrong = message("dates.before_issued", day=str(source.accessed), issued=str(source.issued))
            yield Finding(source.path, ("accessed",), wrong)


def what_happened_is_not_to_come(corpus: Corpus, today: date) -> Iterator[Finding]:
    """What has happened has no day after today; a month or a year counts as to come if all of it is."""
    records: tuple[Site | Record, ...] = (corpus.site, *corpus.records)
    for record in records:
        for field, day in values_of(record, Day):
            if not HAPPENED.isdisjoint(field) and day.earliest > today:
                to_come = message("dates.to_come", day=str(day), today=str(today))
                yield Finding(record.path, field, to_come)
    for number, gone in enumerate(corpus.withdrawn):
        if gone.date.earliest > today:
            to_come = message("dates.to_come", day=str(gone.date), today=str(today))
            yield Finding(WITHDRAWN_PATH, (number, "date"), to_come)
