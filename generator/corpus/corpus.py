"""All records of the site, and the lookups that pages and exports need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.corpus.dates import newest
from generator.corpus.grouping import AnyRecord
from generator.corpus.identifiers import with_bare_identifiers
from generator.corpus.indexes import Indexes
from generator.corpus.participation import Participation, participations_at
from generator.corpus.site_values import with_site_values
from generator.models import (
    Forum,
    ForumKind,
    Membership,
    Organization,
    Proposal,
    Record,
    Source,
    Speaker,
    Status,
    Text,
    Topic,
)
from generator.models.content import Content
from generator.models.date import Day

Who = Speaker | Organization


@dataclass(frozen=True)
class Corpus(Indexes):
    """The records by id, in the order of ids, and lookups among them.

    Lookups assume that the rules of `generator.corpus.rules` hold.
    """

    def members_of(self, organization: Organization) -> tuple[tuple[Speaker, Membership], ...]:
        """The people whose records name a post in it."""
        return self.members.get(organization.id, ())

    def parts_of(self, organization: Organization) -> tuple[Organization, ...]:
        """The organizations whose parent it is."""
        return self.parts.get(organization.id, ())

    def status_of(self, proposal: Proposal) -> Status:
        """The status of the last step of its history."""
        return self.statuses[proposal.history[-1].status]

    def kind_of(self, forum: Forum) -> ForumKind:
        return self.forum_kinds[forum.classification]

    def proposals_at(self, forum: Forum) -> tuple[Proposal, ...]:
        return self.proposals_by_forum.get(forum.id, ())

    def proposals_of(self, who: Who) -> tuple[Proposal, ...]:
        """The proposals that a person or an organization made, newest first."""
        return self.proposals_by_proposer.get((who.folder, who.id), ())

    def proposals_to(self, who: Who) -> tuple[Proposal, ...]:
        """The proposals that ask a person or an organization to act, newest first."""
        return self.proposals_by_addressee.get((who.folder, who.id), ())

    def proposals_on(self, topic: Topic) -> tuple[Proposal, ...]:
        return self.proposals_by_topic.get(topic.id, ())

    def proposals_with(self, status: Status) -> tuple[Proposal, ...]:
        return self.proposals_by_status.get(status.id, ())

    def participations_of(self, who: Who) -> tuple[Participation, ...]:
        """Every part in every forum, newest forum first."""
        return self.participations.get((who.folder, who.id), ())

    def participations_at(self, forum: Forum) -> tuple[Participation, ...]:
        """Organizers first, then the contributions in the programme's order."""
        return tuple(participations_at(forum))

    def posts_at(self, forum: Forum) -> Mapping[str, Text | None]:
        """Everybody who takes part → the first post that is written for them, if there is one."""
        return self.posts[forum.id]

    def citing(self, source: Source) -> tuple[Record, ...]:
        """The records that cite the source anywhere, links in texts included, kind by kind."""
        return self.records_by_source.get(source.id, ())

    def proposals_relating_to(self, proposal: Proposal) -> tuple[Proposal, ...]:
        """The proposals whose relations name this one."""
        return self.proposals_by_relation.get(proposal.id, ())

    def newest_fact(self, records: Iterable[Record] | None = None) -> Day | None:
        """The latest day that the records state, by default all of them; a month counts as its first day.

        Days on which a source was accessed or a proposal checked do not count, nor those of forums to come.
        """
        chosen = self.records if records is None else records
        facts = (self.newest_facts[record.folder, record.id] for record in chosen)
        return newest(day for day in facts if day)

    def newest_look(self) -> Day | None:
        """The newest fact, or a later day on which somebody looked at sources or proposals.

        So it is a day on which the rules let these records pass.
        """
        looks = [self.site.as_of, self.newest_fact()]
        looks += [source.accessed for source in self.sources.values()]
        looks += [proposal.checked for proposal in self.proposals.values()]
        return newest(filter(None, looks))


def build_corpus(content: Content) -> Corpus:
    """The records of content/ as one corpus; the rules check whether they agree with each other."""

    def of(kind: type[AnyRecord]) -> Mapping[str, AnyRecord]:
        records = content.records[kind.folder]
        return {
            key: with_bare_identifiers(record, registers)
            for key, record in sorted(records.items())
            if isinstance(record, kind)
        }

    registers = {register.id: register for register in content.vocabulary.registers}
    return Corpus(
        content.site,
        content.vocabulary,
        of(Forum),
        of(Speaker),
        of(Organization),
        of(Proposal),
        of(Source),
        tuple(with_site_values(page, content.site) for page in content.pages),
        content.files,
        content.unread,
        content.withdrawn,
    )
