"""Organizations that are no more by the day of what they are named in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.rules.dates import is_before
from generator.corpus.rules.finding import Finding
from generator.corpus.rules.talks import contributions_in
from generator.models.date import Day
from generator.models.parts import Party
from generator.parsing.messages import message
from generator.parsing.problems import Field


def nobody_is_there_after_its_end(corpus: Corpus) -> Iterator[Finding]:
    """An organization that hosts a forum, takes part in it or is asked for something still is there."""
    for path, field, organization, day in _named(corpus):
        body = corpus.organizations.get(organization)
        if body and body.dissolution_date and is_before(body.dissolution_date, day):
            end = str(body.dissolution_date)
            told = message("warnings.after_its_end", other=body.path, end=end, day=str(day))
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
        for number, addressee in enumerate(proposal.addressees):
            if addressee.organization:
                field = ("addressees", number, "organization")
                yield proposal.path, field, addressee.organization, proposal.history[0].date


def _organizations(field: Field, party: Party) -> Iterator[tuple[Field, str]]:
    if party.organization:
        yield (*field, "organization"), party.organization
    for number, organization in enumerate(party.other_organizations):
        yield (*field, "other_organizations", number), organization
