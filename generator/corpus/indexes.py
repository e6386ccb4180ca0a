"""The records of the site by id, and by whatever they are looked up with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.corpus.cited_sources import cited_sources
from generator.corpus.dates import known_until, newest_fact
from generator.corpus.grouping import Neighbours, grouped, natural_key, neighbours
from generator.corpus.hidden_names import HiddenByRecord
from generator.corpus.namesakes import Standing, names_apart, namesakes_among
from generator.corpus.participation import Participation, participations_at, posts_at
from generator.corpus.words import WordIndexes
from generator.models import (
    RECORD_KINDS,
    Addressee,
    Forum,
    Membership,
    Organization,
    Party,
    Proposal,
    Record,
    Site,
    Source,
    Speaker,
    Status,
    Text,
    Topic,
    Vocabulary,
)
from generator.models.content import ProsePage
from generator.models.date import Day
from generator.models.withdrawn import TakenOut


@dataclass(frozen=True)
class Indexes(WordIndexes):
    """The records by id, in the order of ids, and each index made when it is first asked for."""

    site: Site
    vocabulary: Vocabulary
    forums: Mapping[str, Forum]
    speakers: Mapping[str, Speaker]
    organizations: Mapping[str, Organization]
    proposals: Mapping[str, Proposal]
    sources: Mapping[str, Source]
    pages: tuple[ProsePage, ...] = ()
    files: frozenset[str] = frozenset()
    unread: frozenset[tuple[str, str]] = frozenset()
    """Folder and id of records and pages that exist but are invalid; empty where pages are made."""
    withdrawn: tuple[TakenOut, ...] = ()
    """What was taken out at request."""
    hidden: HiddenByRecord = field(default_factory=dict)
    """What no record says any more, since nothing may show it."""
    is_previewed: bool = False
    """Whether it is for those who write it, and not for readers."""
    digests: Mapping[tuple[str, str], bytes] = field(default_factory=dict)
    """Folder and id of each record → the digest of its file."""

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The folders of the kinds of record that the archive has."""
        return tuple(filter(self.site.has, RECORD_KINDS))

    def has(self, section: str) -> bool:
        """Whether the archive has a section: a kind of record, or what is made of one."""
        return self.site.has(section)

    @property
    def shown_topics(self) -> tuple[Topic, ...]:
        """Those of the vocabulary, but none in an archive that has nothing to sort by them."""
        return self.vocabulary.topics if self.has("topics") else ()

    @property
    def shown_statuses(self) -> tuple[Status, ...]:
        """Those of the vocabulary, but none in an archive without proposals."""
        return self.vocabulary.statuses if self.has("statuses") else ()

    @property
    def records(self) -> Iterator[Record]:
        """Every record, kind by kind."""
        for records in self.by_kind.values():
            yield from records.values()

    @cached_property
    def by_kind(self) -> Mapping[str, Mapping[str, Record]]:
        """Folder → the records of its kind by id, in the order of ids."""
        kinds = (self.forums, self.speakers, self.organizations, self.proposals, self.sources)
        return dict(zip(RECORD_KINDS, kinds, strict=True))

    @cached_property
    def forums_newest_first(self) -> tuple[Forum, ...]:
        """Later days first; forums of one day in the order of their ids."""
        return tuple(
            sorted(self.forums.values(), key=lambda forum: (-forum.start_date.earliest.toordinal(), forum.id))
        )

    @cached_property
    def proposals_newest_first(self) -> tuple[Proposal, ...]:
        """Later forums' proposals first; those of one forum in the order in which they were numbered."""
        return tuple(
            proposal
            for forum in self.forums_newest_first
            for proposal in self.proposals_by_forum.get(forum.id, ())
        )

    @cached_property
    def forums_beside(self) -> Mapping[str, Neighbours[Forum]]:
        """Id of each forum of a series → the forums before and after it there."""
        return neighbours(self.forums_by_series.values())

    @cached_property
    def proposals_beside(self) -> Mapping[str, Neighbours[Proposal]]:
        """Id of each proposal → those before and after it at its forum."""
        return neighbours(self.proposals_by_forum.values())

    @cached_property
    def known_until(self) -> date:
        """The last day that the records cover."""
        return known_until(self.site, self.records)

    @cached_property
    def newest_facts(self) -> Mapping[tuple[str, str], Day | None]:
        return {(record.folder, record.id): newest_fact(record, self.known_until) for record in self.records}

    @cached_property
    def forums_by_series(self) -> Mapping[str, tuple[Forum, ...]]:
        return grouped((forum.series, forum) for forum in reversed(self.forums_newest_first) if forum.series)

    @cached_property
    def forums_replaced(self) -> Mapping[str, tuple[Forum, ...]]:
        """Id of each forum that is held in others' place → those."""
        return grouped(
            (forum.status.instead, forum)
            for forum in self.forums_newest_first
            if forum.status and forum.status.instead
        )

    @cached_property
    def members(self) -> Mapping[str, tuple[tuple[Speaker, Membership], ...]]:
        return grouped(
            (membership.organization, (speaker, membership))
            for speaker in self.speakers.values()
            for membership in speaker.memberships
        )

    @cached_property
    def parts(self) -> Mapping[str, tuple[Organization, ...]]:
        return grouped((part.parent, part) for part in self.organizations.values() if part.parent)

    @cached_property
    def successions(self) -> Mapping[str, tuple[Organization, ...]]:
        """Id of each organization that took another's place → the others, in the order of ids."""
        return grouped(
            (after, before) for before in self.organizations.values() for after in before.successors
        )

    @cached_property
    def namesakes(self) -> Mapping[str, Mapping[str, tuple[Speaker | Organization, ...]]]:
        """Folder → id → those who have the same name."""
        return {
            "speakers": namesakes_among(self.speakers.values()),
            "organizations": namesakes_among(self.organizations.values()),
        }

    @cached_property
    def names_apart(self) -> Mapping[str, Mapping[str, Text]]:
        """Folder → id of those who share their name → their names, with what tells them apart."""
        standing = Standing(self.organizations, self.participations, self.known_until)
        return {
            "speakers": names_apart(self.speakers.values(), standing.facts),
            "organizations": names_apart(self.organizations.values(), standing.facts),
        }

    @cached_property
    def proposals_by_forum(self) -> Mapping[str, tuple[Proposal, ...]]:
        ordered = sorted(self.proposals.values(), key=lambda proposal: natural_key(proposal.id))
        return grouped((proposal.forum, proposal) for proposal in ordered)

    @cached_property
    def proposals_by_proposer(self) -> Mapping[tuple[str, str], tuple[Proposal, ...]]:
        return grouped(
            (who, proposal)
            for proposal in self.proposals_newest_first
            for proposer in proposal.proposers
            for who in party_keys(proposer)
        )

    @cached_property
    def proposals_by_addressee(self) -> Mapping[tuple[str, str], tuple[Proposal, ...]]:
        return grouped(
            (who, proposal)
            for proposal in self.proposals_newest_first
            for addressee in proposal.addressees
            for who in party_keys(addressee)
        )

    @cached_property
    def proposals_by_topic(self) -> Mapping[str, tuple[Proposal, ...]]:
        return grouped(
            (topic, proposal) for proposal in self.proposals_newest_first for topic in proposal.topics
        )

    @cached_property
    def proposals_by_status(self) -> Mapping[str, tuple[Proposal, ...]]:
        return grouped((proposal.history[-1].status, proposal) for proposal in self.proposals_newest_first)

    @cached_property
    def proposals_by_relation(self) -> Mapping[str, tuple[Proposal, ...]]:
        return grouped(
            (relation.proposal, proposal)
            for proposal in self.proposals_newest_first
            for relation in proposal.relations
        )

    @cached_property
    def participations(self) -> Mapping[tuple[str, str], tuple[Participation, ...]]:
        return grouped(
            (who, participation)
            for forum in self.forums_newest_first
            for participation in participations_at(forum)
            for who in party_keys(participation.participant)
        )

    @cached_property
    def posts(self) -> Mapping[str, Mapping[str, Text | None]]:
        return {forum.id: posts_at(forum) for forum in self.forums.values()}

    @cached_property
    def records_by_source(self) -> Mapping[str, tuple[Record, ...]]:
        return grouped((key, record) for record in self.records for key in cited_sources(record))


def party_keys(who: Party | Addressee) -> Iterator[tuple[str, str]]:
    if who.person:
        yield ("speakers", who.person)
    bodies = who.organizations if isinstance(who, Party) else (who.organization,)
    yield from (("organizations", body) for body in bodies if body)
