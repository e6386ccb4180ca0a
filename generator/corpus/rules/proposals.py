"""A proposal agrees with its forum, its vocabulary and its sources."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import pairwise

from generator.corpus.corpus import Corpus
from generator.corpus.rules.finding import Finding, repeated
from generator.models import Forum, Proposal
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
            message = f"a history cannot begin with '{status}'; begin it with {' or '.join(first)}"
            yield Finding(proposal.path, ("history", 0, "status"), message)


def history_steps_are_allowed(corpus: Corpus) -> Iterator[Finding]:
    """A status is followed by itself or by one that vocabulary.yml names as its `next`."""
    for proposal in corpus.proposals.values():
        for number, (step, following) in enumerate(pairwise(proposal.history), 1):
            if step.status not in corpus.statuses or following.status not in corpus.statuses:
                continue
            allowed = (step.status, *corpus.statuses[step.status].next)
            if following.status not in allowed:
                message = (
                    f"'{following.status}' cannot follow '{step.status}'; "
                    f"write one of {', '.join(allowed)}, or allow it in content/vocabulary.yml"
                )
                yield Finding(proposal.path, ("history", number, "status"), message)


def session_is_of_the_forum(corpus: Corpus) -> Iterator[Finding]:
    """A proposal's session is one of its forum's."""
    for proposal, forum in _with_forums(corpus):
        sessions = [session.id for session in forum.sessions]
        if proposal.session and proposal.session not in sessions:
            message = f"{proposal.forum} has no session '{proposal.session}'"
            known = f"its sessions are {', '.join(sessions)}" if sessions else "it has none; delete this line"
            remedy = suggestion(proposal.session, sessions) or f"; {known}"
            yield Finding(proposal.path, ("session",), message + remedy)


def proposing_forum_is_the_forum(corpus: Corpus) -> Iterator[Finding]:
    """A forum that proposes as a whole is the proposal's own forum."""
    for proposal in corpus.proposals.values():
        for number, proposer in enumerate(proposal.proposers):
            if proposer.forum and proposer.forum != proposal.forum:
                message = f"'{proposer.forum}' is not this proposal's forum; write {proposal.forum}"
                yield Finding(proposal.path, ("proposers", number, "forum"), message)


def proposers_took_part(corpus: Corpus) -> Iterator[Finding]:
    """A person who proposes took part in the forum, as an organizer or contributor."""
    for proposal, forum in _with_forums(corpus):
        present = corpus.posts_at(forum)
        for number, proposer in enumerate(proposal.proposers):
            if proposer.person and proposer.person not in present:
                message = (
                    f"'{proposer.person}' takes no part in {forum.id}; add the contribution to {forum.path}"
                )
                yield Finding(proposal.path, ("proposers", number, "person"), message)


def parties_named_once(corpus: Corpus) -> Iterator[Finding]:
    """Nobody is proposer or addressee of one proposal twice."""
    for proposal in corpus.proposals.values():
        proposers: list[Hashable] = [(who.person, who.organization, who.forum) for who in proposal.proposers]
        addressees: list[Hashable] = [(who.person, who.organization, who.name) for who in proposal.addressees]
        for field, parties in (("proposers", proposers), ("addressees", addressees)):
            for number, first in repeated(parties):
                message = f"this is written in {field}[{first}] too; delete one of the two"
                yield Finding(proposal.path, (field, number), message)


def topics_named_once(corpus: Corpus) -> Iterator[Finding]:
    """A proposal names each of its topics once."""
    for proposal in corpus.proposals.values():
        for number, first in repeated(proposal.topics):
            message = f"'{proposal.topics[number]}' is written in topics[{first}] too; delete one"
            yield Finding(proposal.path, ("topics", number), message)


def statements_have_sources(corpus: Corpus) -> Iterator[Finding]:
    """A forum and a proposal cite at least one source, since nothing stands on the site without one."""
    for record in (*corpus.forums.values(), *corpus.proposals.values()):
        if not record.sources:
            yield Finding(record.path, ("sources",), "no source is cited; write where this is reported")


def follow_ups_have_sources(corpus: Corpus) -> Iterator[Finding]:
    """Each step of a history after the first cites a source."""
    for proposal in corpus.proposals.values():
        for number, step in enumerate(proposal.history[1:], 1):
            if not step.sources:
                message = "this step cites no source; write where this is reported"
                yield Finding(proposal.path, ("history", number, "sources"), message)


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
                message = (
                    f"'{proposal.identifier}' is the identifier, the id or a former id of {first} too; "
                    "give one of them another"
                )
                yield Finding(proposal.path, ("identifier",), message)
