"""All records of the site, and the lookups that pages and exports need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.corpus.cited_sources import cited_sources
from generator.corpus.dates import known_until, newest, newest_fact
from generator.corpus.grouping import AnyRecord, Neighbours, grouped, natural_key, neighbours
from generator.corpus.participation import Participation, participations_at, posts_at
from generator.models import (
    RECORD_KINDS,
    Addressee,
    Forum,
    Membership,
    Organization,
    Participant,
    Proposal,
    Record,
    Role,
    Series,
    Site,
    Source,
    Speaker,
    Status,
    Text,
    Topic,
    Vocabulary,
)
from generator.models.content import Content, ProsePage
from generator.models.date import Day
from generator.models.records import Proposer

Who = Speaker | Organization


@dataclass(frozen=True)
class Corpus:
    """The records by id, in the order of ids, and lookups among them.

    Lookups assume that the rules of `generator.corpus.rules` hold.
    """

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
    def topics(self) -> Mapping[str, Topic]:
        return {topic.id: topic for topic in self.vocabulary.topics}

    @cached_property
    def statuses(self) -> Mapping[str, Status]:
        return {status.id: status for status in self.vocabulary.statuses}

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        return {role.id: role for role in self.vocabulary.roles}

    @cached_property
    def series(self) -> Mapping[str, Series]:
        return {series.id: series for series in self.vocabulary.series}

    @cached_property
    def forums_newest_first(self) -> tuple[Forum, ...]:
        """Later days first; forums of one day in the order of their ids."""
        return tuple(
            sorted(self.forums.values(), key=lambda forum: (-forum.start_date.earliest.toordinal(), forum.id))
        )

    @cached_property
    def proposals_newest_first(self) -> tuple[Proposal, ...]:
        """Later forums' proposals first; those of one forum in the order in which they were numbered."""
        return tuple(proposal for forum in self.forums_newest_first for proposal in self.proposals_at(forum))

    @cached_property
    def forums_beside(self) -> Mapping[str, Neighbours[Forum]]:
        """Id of each forum of a series → the forums before and after it there."""
        return neighbours(self._forums_by_series.values())

    @cached_property
    def proposals_beside(self) -> Mapping[str, Neighbours[Proposal]]:
        """Id of each proposal → those before and after it at its forum."""
        return neighbours(self._proposals_by_forum.values())

    def members_of(self, organization: Organization) -> tuple[tuple[Speaker, Membership], ...]:
        """The people whose records name a post in it."""
        return self._members.get(organization.id, ())

    def parts_of(self, organization: Organization) -> tuple[Organization, ...]:
        """The organizations whose parent it is."""
        return self._parts.get(organization.id, ())

    def status_of(self, proposal: Proposal) -> Status:
        """The status of the last step of its history."""
        return self.statuses[proposal.history[-1].status]

    def proposals_at(self, forum: Forum) -> tuple[Proposal, ...]:
        return self._proposals_by_forum.get(forum.id, ())

    def proposals_of(self, who: Who) -> tuple[Proposal, ...]:
        """The proposals that a person or an organization made, newest first."""
        return self._proposals_by_proposer.get((who.folder, who.id), ())

    def proposals_to(self, who: Who) -> tuple[Proposal, ...]:
        """The proposals that ask a person or an organization to act, newest first."""
        return self._proposals_by_addressee.get((who.folder, who.id), ())

    def proposals_on(self, topic: Topic) -> tuple[Proposal, ...]:
        return self._proposals_by_topic.get(topic.id, ())

    def proposals_with(self, status: Status) -> tuple[Proposal, ...]:
        return self._proposals_by_status.get(status.id, ())

    def participations_of(self, who: Who) -> tuple[Participation, ...]:
        """Every part in every forum, newest forum first."""
        return self._participations.get((who.folder, who.id), ())

    def participations_at(self, forum: Forum) -> tuple[Participation, ...]:
        """Organizers first, then the contributions in the programme's order."""
        return tuple(participations_at(forum))

    def posts_at(self, forum: Forum) -> Mapping[str, Text | None]:
        """Everybody who takes part → the first post that is written for them, if there is one."""
        return self._posts[forum.id]

    def citing(self, source: Source) -> tuple[Record, ...]:
        """The records that cite the source anywhere, links in texts included, kind by kind."""
        return self._records_by_source.get(source.id, ())

    def proposals_relating_to(self, proposal: Proposal) -> tuple[Proposal, ...]:
        """The proposals whose relations name this one."""
        return self._proposals_by_relation.get(proposal.id, ())

    def newest_fact(self, records: Iterable[Record] | None = None) -> Day | None:
        """The latest day that the records state, by default all of them; a month counts as its first day.

        Days on which a source was accessed or a proposal checked do not count, nor those of forums to come.
        """
        chosen = self.records if records is None else records
        facts = (self._newest_facts[record.folder, record.id] for record in chosen)
        return newest(day for day in facts if day)

    def newest_look(self) -> Day | None:
        """The newest fact, or a later day on which somebody looked at sources or proposals.

        So it is a day on which the rules let these records pass.
        """
        looks = [self.site.as_of, self.newest_fact()]
        looks += [source.accessed for source in self.sources.values()]
        looks += [proposal.checked for proposal in self.proposals.values()]
        return newest(filter(None, looks))

    @cached_property
    def known_until(self) -> date:
        """The last day that the records cover."""
        return known_until(self.site, self.records)

    @cached_property
    def _newest_facts(self) -> Mapping[tuple[str, str], Day | None]:
        return {(record.folder, record.id): newest_fact(record, self.known_until) for record in self.records}

    @cached_property
    def _forums_by_series(self) -> Mapping[str, tuple[Forum, ...]]:
        return grouped((forum.series, forum) for forum in reversed(self.forums_newest_first) if forum.series)

    @cached_property
    def _members(self) -> Mapping[str, tuple[tuple[Speaker, Membership], ...]]:
        return grouped(
            (membership.organization, (speaker, membership))
            for speaker in self.speakers.values()
            for membership in speaker.memberships
        )

    @cached_property
    def _parts(self) -> Mapping[str, tuple[Organization, ...]]:
        return grouped((part.parent, part) for part in self.organizations.values() if part.parent)

    @cached_property
    def _proposals_by_forum(self) -> Mapping[str, tuple[Proposal, ...]]:
        ordered = sorted(self.proposals.values(), key=lambda proposal: natural_key(proposal.id))
        return grouped((proposal.forum, proposal) for proposal in ordered)

    @cached_property
    def _proposals_by_proposer(self) -> Mapping[tuple[str, str], tuple[Proposal, ...]]:
        return grouped(
            (who, proposal)
            for proposal in self.proposals_newest_first
            for proposer in proposal.proposers
            for who in _party_keys(proposer)
        )

    @cached_property
    def _proposals_by_addressee(self) -> Mapping[tuple[str, str], tuple[Proposal, ...]]:
        return grouped(
            (who, proposal)
            for proposal in self.proposals_newest_first
            for addressee in proposal.addressees
            for who in _party_keys(addressee)
        )

    @cached_property
    def _proposals_by_topic(self) -> Mapping[str, tuple[Proposal, ...]]:
        return grouped(
            (topic, proposal) for proposal in self.proposals_newest_first for topic in proposal.topics
        )

    @cached_property
    def _proposals_by_status(self) -> Mapping[str, tuple[Proposal, ...]]:
        return grouped((proposal.history[-1].status, proposal) for proposal in self.proposals_newest_first)

    @cached_property
    def _proposals_by_relation(self) -> Mapping[str, tuple[Proposal, ...]]:
        return grouped(
            (relation.proposal, proposal)
            for proposal in self.proposals_newest_first
            for relation in proposal.relations
        )

    @cached_property
    def _participations(self) -> Mapping[tuple[str, str], tuple[Participation, ...]]:
        return grouped(
            (who, participation)
            for forum in self.forums_newest_first
            for participation in participations_at(forum)
            for who in _party_keys(participation.participant)
        )

    @cached_property
    def _posts(self) -> Mapping[str, Mapping[str, Text | None]]:
        return {forum.id: posts_at(forum) for forum in self.forums.values()}

    @cached_property
    def _records_by_source(self) -> Mapping[str, tuple[Record, ...]]:
        return grouped((key, record) for record in self.records for key in cited_sources(record))


def build_corpus(content: Content) -> Corpus:
    """The records of content/ as one corpus; the rules check whether they agree with each other."""

    def of(kind: type[AnyRecord]) -> Mapping[str, AnyRecord]:
        records = content.records[kind.folder]
        return {key: record for key, record in sorted(records.items()) if isinstance(record, kind)}

    return Corpus(
        content.site,
        content.vocabulary,
        of(Forum),
        of(Speaker),
        of(Organization),
        of(Proposal),
        of(Source),
        content.pages,
        content.files,
        content.unread,
    )


def _party_keys(who: Participant | Proposer | Addressee) -> Iterator[tuple[str, str]]:
    if who.person:
        yield ("speakers", who.person)
    if who.organization:
        yield ("organizations", who.organization)
