"""Talks have ids and titles for their pages, and hours within those of their sessions."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.rules.finding import Finding
from generator.models import Contribution, Forum
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
    """A talk ends after it starts, and lies within the hours of its session."""
    for forum in corpus.forums.values():
        for field, talk in contributions_in(forum):
            session = forum.sessions[int(field[1])]
            start, end = talk.start_time, talk.end_time
            if start and end and end <= start:
                wrong = message("dates.not_after_start", end=end, start=start)
                yield Finding(forum.path, (*field, "end_time"), wrong)
            if start and session.start_time and start < session.start_time:
                wrong = message("talk.before_session", hour=start, start=session.start_time)
                yield Finding(forum.path, (*field, "start_time"), wrong)
            if end and session.end_time and end > session.end_time:
                wrong = message("talk.after_session", hour=end, end=session.end_time)
                yield Finding(forum.path, (*field, "end_time"), wrong)
            elif start and session.end_time and start >= session.end_time:
                wrong = message("talk.after_session", hour=start, end=session.end_time)
                yield Finding(forum.path, (*field, "start_time"), wrong)


def former_addresses_are_few(corpus: Corpus) -> Iterator[Finding]:
    """The former ids of a forum with talks are few enough that each talk can be reached by all of them."""
    for forum in corpus.forums.values():
        talks = sum(contribution.is_talk for _, contribution in contributions_in(forum))
        if talks * len(forum.redirect_from) > MOST_FORMER_ADDRESSES:
            most = MOST_FORMER_ADDRESSES // talks
            yield Finding(forum.path, ("redirect_from",), message("field.long_list", most=most))
