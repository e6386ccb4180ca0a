"""Organizations that are no more, or not there yet, on the day of what they are named in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.corpus.corpus import Corpus
from generator.corpus.rules.dates import is_before
from generator.corpus.rules.finding import Finding
from generator.corpus.rules.talks import contributions_in
from generator.models import Proposal
from generator.models.date import Day
from generator.models.parts import Party
from generator.parsing.messages import message
from generator.parsing.problems import Field


def nobody_is_there_after_its_end(corpus: Corpus) -> Iterator[Finding]:
    """An organization that hosts a forum, takes part in it, is asked or has members is still there."""
    for path, field, organization, day in chain(_named(corpus), _posts(corpus)):
        body = corpus.organizations.get(organization)
        if body and body.dissolution_date and is_before(body.dissolution_date, day):
            end = str(body.dissolution_date)
            told = message("warnings.after_its_end", other=body.path, end=end, day=str(day))
            yield Finding(path, field, told)
    yield from _posts_that_go_on(corpus)


def _posts_that_go_on(corpus: Corpus) -> Iterator[Finding]:
    """Posts that began at a body while it was there and end on no day."""
    for speaker in corpus.speakers.values():
        for number, post in enumerate(speaker.memberships):
            body, start = corpus.organizations.get(post.organization), post.start_date
            ended = body.dissolution_date if body else None
            if body and ended and start and not post.end_date and not is_before(ended, start):
                told = message("warnings.post_outlasts", other=body.path, end=str(ended))
                yield Finding(speaker.path, ("memberships", number, "organization"), told)


def nobody_is_there_before_its_founding(corpus: Corpus) -> Iterator[Finding]:
    """An organization that hosts a forum, takes part in it, is asked or has members is there already."""
    for path, field, organization, day in chain(_named(corpus), _posts(corpus)):
        body = corpus.organizations.get(organization)
        if body and body.founding_date and is_before(day, body.founding_date):
            start = str(body.founding_date)
            told = message("warnings.before_founding", other=body.path, start=start, day=str(day))
            yield Finding(path, field, told)


def _named(corpus: Corpus) -> Iterator[tuple[str, Field, str, Day]]:
    """Path and field in which an organization is named, its id, and the day on which it still was."""
    for forum in corpus.forums.values():
        parts: list[tuple[Field, Party]] = [
            (("organizers", number), organizer) for number, organizer in enumerate(forum.organizers)
        ]
        for field, contribution in contributions_in(forum):
            parts.append((field, contribution))
            others = enumerate(contribution.co_speakers)
            parts += [((*field, "co_speakers", number), other) for number, other in others]
        for field, party in parts:
            for place, organization in _organizations(field, party):
                yield forum.path, place, organization, forum.start_date
    for proposal in corpus.proposals.values():
        for field, organization, day in _named_in(proposal):
            yield proposal.path, field, organization, day


def _named_in(proposal: Proposal) -> Iterator[tuple[Field, str, Day]]:
    """Who proposes and is asked on the day of the proposal, and who acts on that of a step."""
    made = proposal.history[0].date
    for number, proposer in enumerate(proposal.proposers):
        for field, organization in _organizations(("proposers", number), proposer):
            yield field, organization, made
    for number, addressee in enumerate(proposal.addressees):
        if addressee.organization:
            yield ("addressees", number, "organization"), addressee.organization, made
    for number, step in enumerate(proposal.history):
        for place, actor in enumerate(step.actors):
            where: Field = ("other_actors", place - 1) if place else ("actor",)
            if actor.organization:
                yield ("history", number, *where, "organization"), actor.organization, step.date


def _posts(corpus: Corpus) -> Iterator[tuple[str, Field, str, Day]]:
    """The same of the first and the last day of each post."""
    for speaker in corpus.speakers.values():
        for number, post in enumerate(speaker.memberships):
            for day in filter(None, (post.start_date, post.end_date)):
                yield speaker.path, ("memberships", number, "organization"), post.organization, day


def _organizations(field: Field, party: Party) -> Iterator[tuple[Field, str]]:
    if party.organization:
        yield (*field, "organization"), party.organization
    for number, organization in enumerate(party.other_organizations):
        yield (*field, "other_organizations", number), organization
