"""A proposal agrees with its forum, its vocabulary and its sources."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import pairwise

from generator.corpus.corpus import Corpus
from generator.corpus.rules.finding import Finding, repeated
from generator.models import Forum, Proposal
from generator.parsing.messages import message
from generator.parsing.problems import suggestion


def _with_forums(corpus: Corpus) -> Iterator[tuple[Proposal, Forum]]:
    for proposal in corpus.proposals.values():
        if forum := corpus.forums.get(proposal.forum):
            yield proposal, forum


def history_begins_at_first_status(corpus: Corpus) -> Iterator[Finding]:
    """A history begins with a status that vocabulary.yml marks as `first`."""
    first = [status.id for status in corpus.vocabulary.statuses if status.first]
    for proposal in corpus.proposals.values():
        status = proposal.history[0].status
        if first and status in corpus.statuses and status not in first:
            wrong = message("history.first", status=status, first=", ".join(first))
            yield Finding(proposal.path, ("history", 0, "status"), wrong)


def history_steps_are_allowed(corpus: Corpus) -> Iterator[Finding]:
    """A status is followed by itself or by one that vocabulary.yml names as its `next`."""
    for proposal in corpus.proposals.values():
        for number, (step, following) in enumerate(pairwise(proposal.history), 1):
            if step.status not in corpus.statuses or following.status not in corpus.statuses:
                continue
            allowed = (step.status, *corpus.statuses[step.status].next)
            if following.status not in allowed:
                wrong = message(
                    "history.step", status=following.status, before=step.status, allowed=", ".join(allowed)
                )
                yield Finding(proposal.path, ("history", number, "status"), wrong)


def session_is_of_the_forum(corpus: Corpus) -> Iterator[Finding]:
    """A proposal's session is one of its forum's."""
    for proposal, forum in _with_forums(corpus):
        sessions = [session.id for session in forum.sessions]
        if proposal.session and proposal.session not in sessions:
            listed = message("remedy.sessions", sessions=", ".join(sessions))
            known = listed if sessions else message("remedy.no_sessions")
            remedy = suggestion(proposal.session, sessions) or known
            wrong = message("session.unknown", forum=forum.id, session=proposal.session, remedy=remedy)
            yield Finding(proposal.path, ("session",), wrong)


def proposing_forum_is_the_forum(corpus: Corpus) -> Iterator[Finding]:
    """A forum that proposes as a whole is the proposal's own forum."""
    for proposal in corpus.proposals.values():
        for number, proposer in enumerate(proposal.proposers):
            if proposer.forum and proposer.forum != proposal.forum:
                wrong = message("proposers.other_forum", wrong=proposer.forum, forum=proposal.forum)
                yield Finding(proposal.path, ("proposers", number, "forum"), wrong)


def proposers_took_part(corpus: Corpus) -> Iterator[Finding]:
    """A person who proposes took part in the forum, as an organizer or contributor.

    Who has no record is told of elsewhere.
    """
    recorded = corpus.speakers.keys() | {key for folder, key in corpus.unread if folder == "speakers"}
    for proposal, forum in _with_forums(corpus):
        present = corpus.posts_at(forum)
        for number, proposer in enumerate(proposal.proposers):
            if proposer.person in recorded and proposer.person not in present:
                wrong = message("proposers.absent", person=proposer.person, forum=forum.id, path=forum.path)
                yield Finding(proposal.path, ("proposers", number, "person"), wrong)


def parties_named_once(corpus: Corpus) -> Iterator[Finding]:
    """Nobody is proposer or addressee of one proposal twice."""
    for proposal in corpus.proposals.values():
        proposers: list[Hashable] = [(who.person, who.organization, who.forum) for who in proposal.proposers]
        addressees: list[Hashable] = [(who.person, who.organization, who.name) for who in proposal.addressees]
        for field, parties in (("proposers", proposers), ("addressees", addressees)):
            for number, first in repeated(parties):
                twice = message("twice.party", first=f"{field}[{first}]")
                yield Finding(proposal.path, (field, number), twice)


def topics_named_once(corpus: Corpus) -> Iterator[Finding]:
    """A proposal names each of its topics once."""
    for proposal in corpus.proposals.values():
        for number, first in repeated(proposal.topics):
            twice = message("twice.topic", topic=proposal.topics[number], first=f"topics[{first}]")
            yield Finding(proposal.path, ("topics", number), twice)


def statements_have_sources(corpus: Corpus) -> Iterator[Finding]:
    """A forum and a proposal cite at least one source, unless the archive is without them."""
    for record in (*corpus.forums.values(), *corpus.proposals.values()):
        if not record.sources and corpus.site.has("sources"):
            yield Finding(record.path, ("sources",), message("sources.none"))


def follow_ups_have_sources(corpus: Corpus) -> Iterator[Finding]:
    """Each step of a history after the first cites a source, unless the archive is without them."""
    for proposal in corpus.proposals.values():
        for number, step in enumerate(proposal.history[1:], 1):
            if not step.sources and corpus.site.has("sources"):
                yield Finding(proposal.path, ("history", number, "sources"), message("sources.none_of_step"))


def answers_follow_the_proposal(corpus: Corpus) -> Iterator[Finding]:
    """The first step of a history is the proposal itself, and nobody's answer."""
    for proposal in corpus.proposals.values():
        if proposal.history[0].response:
            yield Finding(proposal.path, ("history", 0, "response"), message("history.answer_first"))


def step_ids_differ(corpus: Corpus) -> Iterator[Finding]:
    """No two steps of a history have the same id."""
    for proposal in corpus.proposals.values():
        places = [(number, step.id) for number, step in enumerate(proposal.history) if step.id]
        for number, first in repeated([key for _, key in places]):
            place, key = places[number]
            twice = message("twice.step", id=key, first=f"history[{places[first][0]}]")
            yield Finding(proposal.path, ("history", place, "id"), twice)


def identifiers_differ(corpus: Corpus) -> Iterator[Finding]:
    """A proposal's identifier is no other proposal's identifier, id or former id: /p/… leads to one."""
    owners = {
        name: proposal.path
        for proposal in corpus.proposals.values()
        for name in (*proposal.redirect_from, proposal.id)
    }
    for proposal in corpus.proposals.values():
        if proposal.identifier:
            first = owners.setdefault(proposal.identifier, proposal.path)
            if first != proposal.path:
                wrong = message("twice.identifier", identifier=proposal.identifier, other=first)
                yield Finding(proposal.path, ("identifier",), wrong)
