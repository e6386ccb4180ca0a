"""Talks have ids and titles for their pages, and hours within those of their sessions."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.rules.finding import Finding
from generator.corpus.schedule import runs_past_midnight
from generator.models import Contribution, Forum, Session
from generator.parsing.messages import message
from generator.parsing.problems import Field, field_name

MOST_FORMER_ADDRESSES = 1_000
"""Redirects to the talks of a renamed forum: each of its former ids makes one for each talk."""


def contributions_in(forum: Forum) -> Iterator[tuple[Field, Contribution]]:
    """Every contribution with its place in the record, in the programme's order."""
    for place, session in enumerate(forum.sessions):
        for number, contribution in enumerate(session.contributions):
            yield ("sessions", place, "contributions", number), contribution


def talk_ids_differ(corpus: Corpus) -> Iterator[Finding]:
    """A talk's id is no other's in its forum, and no session's."""
    for forum in corpus.forums.values():
        first: dict[str, Field] = {}
        for place, session in enumerate(forum.sessions):
            first.setdefault(session.id, ("sessions", place))
        for field, contribution in contributions_in(forum):
            if contribution.id and first.setdefault(contribution.id, field) != field:
                other = field_name(first[contribution.id])
                yield Finding(
                    forum.path, (*field, "id"), message("twice.session", id=contribution.id, first=other)
                )


def talks_have_titles(corpus: Corpus) -> Iterator[Finding]:
    """A contribution with an id has a title: the two make it a talk, which has a page of its own."""
    for forum in corpus.forums.values():
        for field, contribution in contributions_in(forum):
            if contribution.id and not contribution.title:
                yield Finding(forum.path, (*field, "id"), message("talk.no_title", id=contribution.id))


def talks_lie_within_sessions(corpus: Corpus) -> Iterator[Finding]:
    """A talk ends after it starts, and lies within the hours of its session, past midnight too."""
    for forum in corpus.forums.values():
        for field, talk in contributions_in(forum):
            session = forum.sessions[int(field[1])]
            if talk.start_time and talk.end_time and _is_backwards(talk, session):
                wrong = message("dates.not_after_start", end=talk.end_time, start=talk.start_time)
                yield Finding(forum.path, (*field, "end_time"), wrong)
            else:
                yield from _outside_session(forum, session, talk, field)


def _is_backwards(talk: Contribution, session: Session) -> bool:
    """Whether the end is no later than the start, and can be no hour of the next day."""
    ends_at_midnight = _end_within(talk, session) == "24:00"
    can_end_next_day = runs_past_midnight(session) or not session.end_time or ends_at_midnight
    return talk.end_time == talk.start_time or (runs_past_midnight(talk) and not can_end_next_day)


def _end_within(talk: Contribution, session: Session) -> str | None:
    """When the talk ends; 00:00 is the 24:00 at which its session ends."""
    return "24:00" if (talk.end_time, session.end_time) == ("00:00", "24:00") else talk.end_time


def _outside_session(forum: Forum, session: Session, talk: Contribution, field: Field) -> Iterator[Finding]:
    first, last, night = session.start_time, session.end_time, runs_past_midnight(session)
    for name, hour in (("start_time", talk.start_time), ("end_time", _end_within(talk, session))):
        if not hour:
            continue
        next_day = bool(night and last and hour <= last) or (
            name == "end_time" and not last and runs_past_midnight(talk)
        )
        after_midnight = bool(first and hour < first and next_day)
        if first and hour < first and not after_midnight:
            yield Finding(forum.path, (*field, name), message("talk.before_session", hour=hour, start=first))
        is_late = last and not (night and not after_midnight) and hour > last
        begins_at_end = last and name == "start_time" and hour == last
        if is_late or begins_at_end:
            yield Finding(
                forum.path, (*field, name), message("talk.after_session", hour=hour, end=last or "")
            )


def former_addresses_are_few(corpus: Corpus) -> Iterator[Finding]:
    """The former ids of a forum with talks are few enough that each talk can be reached by all of them."""
    for forum in corpus.forums.values():
        talks = sum(contribution.is_talk for _, contribution in contributions_in(forum))
        if talks * len(forum.redirect_from) > MOST_FORMER_ADDRESSES:
            most = MOST_FORMER_ADDRESSES // talks
            yield Finding(forum.path, ("redirect_from",), message("field.long_list", most=most))
