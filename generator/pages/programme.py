"""The programme of a forum: its sessions, and in them who spoke, what of, and what was proposed.

A talk is one line, since all of it stands on its own page. A programme too long to be read from end to end is
cut into groups that are named, and says nothing twice that another page says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.corpus.corpus import Corpus
from generator.corpus.grouping import grouped
from generator.corpus.schedule import begins_next_day, sessions_in_order
from generator.corpus.talks import talk_page
from generator.models import Contribution, Forum, Proposal, Session, Text
from generator.models.session import Statement
from generator.pages.documents import DocumentRow, document_rows
from generator.pages.list_rows import Footnote, PartyLinks, ProposalRow, party_links, proposal_rows, refer
from generator.pages.page import Label, PageLink, Word
from generator.pages.timetable import session_place

LONG_PROGRAMME = 40
"""Contributions from which a programme is long: it has links to its parts, and no references to copy."""
LONG_SESSION = 25
"""Contributions from which a session is cut into groups."""
LARGEST_GROUP = 20


@dataclass(frozen=True)
class ContributionView:
    """A contribution with its names and numbered sources."""

    number: int
    """Its place in the session, from 0."""
    speakers: tuple[PartyLinks, ...]
    contribution: Contribution
    statements: tuple[tuple[Statement, tuple[Footnote, ...]], ...]
    references: tuple[Footnote, ...]
    documents: tuple[DocumentRow, ...]
    talk: PageLink | None
    """Its page, where it has one of its own."""
    begins_next_day: bool = False
    """Whether its hour is one of the day after its session's."""


@dataclass(frozen=True)
class ContributionGroup:
    """Contributions that stand together; in a short session all of them, without a label."""

    contributions: tuple[ContributionView, ...]
    label: Label | None = None
    anchor: str = ""


@dataclass(frozen=True)
class SessionView:
    session: Session
    place: tuple[Text, ...]
    """Its track, its venue and its room, as far as they are known."""
    groups: tuple[ContributionGroup, ...]
    proposals: tuple[ProposalRow, ...]
    begins_next_day: bool = False
    """Whether its hour is one of the day after the one that is written for it."""


def is_long(forum: Forum) -> bool:
    """Whether its programme is too long to be read from end to end."""
    return sum(len(session.contributions) for session in forum.sessions) > LONG_PROGRAMME


def session_views(corpus: Corpus, forum: Forum, numbers: Mapping[str, int]) -> tuple[SessionView, ...]:
    made = grouped((proposal.session, proposal) for proposal in corpus.proposals_at(forum))
    return tuple(
        _session_view(corpus, forum, session, numbers, made.get(session.id, ()))
        for session in sessions_in_order(forum)
    )


def _session_view(
    corpus: Corpus,
    forum: Forum,
    session: Session,
    numbers: Mapping[str, int],
    made_here: tuple[Proposal, ...],
) -> SessionView:
    views = tuple(
        ContributionView(
            number,
            tuple(party_links(corpus, speaker) for speaker in contribution.speakers),
            contribution,
            statements_with_sources(contribution, numbers),
            refer(numbers, contribution.sources),
            document_rows(corpus, contribution.documents),
            talk_link(forum, contribution),
            begins_next_day(forum, session, contribution),
        )
        for number, contribution in enumerate(session.contributions)
    )
    place = session_place(forum, session)
    return SessionView(
        session,
        place,
        tuple(_groups(session, views)),
        proposal_rows(corpus, made_here),
        begins_next_day(forum, session),
    )


def statements_with_sources(
    contribution: Contribution, numbers: Mapping[str, int]
) -> tuple[tuple[Statement, tuple[Footnote, ...]], ...]:
    return tuple((statement, refer(numbers, statement.sources)) for statement in contribution.statements)


def talk_link(forum: Forum, contribution: Contribution) -> PageLink | None:
    """A link to the page of a contribution, if it is a talk, by its title."""
    if contribution.title is None or not contribution.is_talk:
        return None
    return PageLink(contribution.title, talk_page(forum.id, contribution))


def _groups(session: Session, views: tuple[ContributionView, ...]) -> Iterator[ContributionGroup]:
    """By the hour where each has one, else by number."""
    if len(views) <= LONG_SESSION:
        yield ContributionGroup(views)
        return
    begins = [view.contribution.start_time for view in views]
    if all(begins) and len({_hour(view) for view in views}) > 1:
        for place, (hour, same) in enumerate(groupby(views, key=_hour), 1):
            yield ContributionGroup(tuple(same), f"{hour}:00", _group_anchor(session, place))
        return
    for place, start in enumerate(range(0, len(views), LARGEST_GROUP), 1):
        group = views[start : start + LARGEST_GROUP]
        label = Word("forum.numbered", {"first": start + 1, "last": start + len(group)})
        yield ContributionGroup(group, label, _group_anchor(session, place))


def _hour(view: ContributionView) -> str:
    return (view.contribution.start_time or "").partition(":")[0]


def _group_anchor(session: Session, place: int) -> str:
    """No session can be called so, since its id has no '.'."""
    return f"session-{session.id}.{place}"
